import { z } from 'zod'

/** How the keyring lies in its file. */
export type Wrap = { open(stored: string): Promise<string>; close(text: string): Promise<string> }

const TIMEOUT_MS = 10_000
const Encrypted = z.object({ data: z.object({ ciphertext: z.string().regex(/^vault:v\d+:/) }) })
const Decrypted = z.object({ data: z.object({ plaintext: z.base64() }) })

/**
 * HashiCorp Vault's Transit engine (POST /v1/<mount>/encrypt/<key> and …/decrypt/<key>): the keyring is stored as what
 * Vault has encrypted, and Vault opens it for whoever shows the token. `keyUrl` is the key's own address, …/keys/<key>.
 * Throws an Error with Vault's status, never with what was sent.
 */
export function vaultWrap(keyUrl: string, token: string): Wrap {
  const ask = async (verb: 'encrypt' | 'decrypt', body: Record<string, string>): Promise<unknown> => {
    const address = keyUrl.replace(/\/keys\/([^/]+)$/, `/${verb}/$1`)
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'X-Vault-Token': token, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((cause) => {
      throw new Error('Vault does not answer: the data keys cannot be unwrapped', { cause })
    })
    if (!response.ok) throw new Error(`Vault refused to ${verb} the data keys: ${response.status}`)
    return response.json()
  }
  return {
    async open(stored) {
      const answer = Decrypted.parse(await ask('decrypt', { ciphertext: stored.trim() }))
      return Buffer.from(answer.data.plaintext, 'base64').toString('utf8')
    },
    async close(text) {
      const answer = await ask('encrypt', { plaintext: Buffer.from(text, 'utf8').toString('base64') })
      return `${Encrypted.parse(answer).data.ciphertext}\n`
    },
  }
}
