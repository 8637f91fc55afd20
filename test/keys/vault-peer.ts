/** HashiCorp Vault's Transit engine for tests: the two calls as its API describes them, and refusals as it words them. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

export const TOKEN = 'hvs.CAESIJ-example-token'

export type VaultPeer = {
  /** The key's address. */
  url: string
  asked: string[]
  /** As after `vault operator seal`. */
  seal(): void
  close(): Promise<void>
}

export async function startVault(): Promise<VaultPeer> {
  const key = randomBytes(32)
  const asked: string[] = []
  let sealed = false
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const { status, body } = sealed
      ? { status: 503, body: { errors: ['Vault is sealed'] } }
      : answer(request, await bodyOf(request), key)
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1/transit/keys/anuyat`,
    asked,
    seal: () => {
      sealed = true
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

type Reply = { status: number; body: unknown }
const refuse = (status: number, error: string): Reply => ({ status, body: { errors: [error] } })

function answer(request: IncomingMessage, body: unknown, key: Buffer): Reply {
  if (request.headers['x-vault-token'] !== TOKEN) return refuse(403, 'permission denied')
  const [, verb, name] = /^\/v1\/transit\/(encrypt|decrypt)\/([\w-]+)$/.exec(request.url ?? '') ?? []
  if (request.method !== 'POST' || !verb) return refuse(404, 'no handler for route')
  if (name !== 'anuyat') return refuse(400, 'encryption key not found')
  const field = verb === 'encrypt' ? 'plaintext' : 'ciphertext'
  const value = typeof body === 'object' && body ? (body as Record<string, unknown>)[field] : undefined
  if (typeof value !== 'string') return refuse(400, `missing "${field}"`)
  return verb === 'encrypt' ? encrypt(value, key) : decrypt(value, key)
}

function encrypt(plaintext: string, key: Buffer): Reply {
  const bytes = Buffer.from(plaintext, 'base64')
  if (bytes.toString('base64') !== plaintext) return refuse(400, 'failed to base64-decode plaintext')
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  return {
    status: 200,
    body: { data: { ciphertext: `vault:v1:${sealed.toString('base64')}`, key_version: 1 } },
  }
}

function decrypt(ciphertext: string, key: Buffer): Reply {
  const [, text] = /^vault:v1:([A-Za-z0-9+/]+=*)$/.exec(ciphertext) ?? []
  if (!text) return refuse(400, 'invalid ciphertext: no prefix')
  const bytes = Buffer.from(text, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(-16))
    const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
    return { status: 200, body: { data: { plaintext: plain.toString('base64') } } }
  } catch {
    return refuse(400, 'cipher: message authentication failed')
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return undefined
  }
}
