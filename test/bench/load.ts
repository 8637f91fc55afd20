import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A signed webhook with one Thai text message of its own id, about 620 bytes as LINE sends them. */
export type SignedWebhook = { id: string; request: string }

export function signedWebhooks(count: number, secret: string): SignedWebhook[] {
  const key = createSecretKey(Buffer.from(secret))
  return Array.from({ length: count }, (_, index) => {
    // As LINE's ids: the time first, then what makes it unique.
    const id = `01J${Date.now().toString(36).toUpperCase().padStart(9, '0')}${String(index).padStart(7, '0')}${randomBytes(4).toString('hex').toUpperCase()}`
    const body = JSON.stringify({
      destination: `U${'b07'.padEnd(32, '0')}`,
      events: [
        {
          type: 'message',
          message: {
            type: 'text',
            id: String(468789577898262530n + BigInt(index)),
            quoteToken: 'q3Plxr4AgKd',
            text: 'ค่าธรรมเนียมใบอนุญาตตู้น้ำดื่มหยอดเหรียญปีละเท่าไหร่คะ ต้องใช้เอกสารอะไรบ้าง',
          },
          webhookEventId: id,
          deliveryContext: { isRedelivery: false },
          timestamp: Date.now(),
          source: { type: 'user', userId: `U${randomBytes(16).toString('hex')}` },
          replyToken: randomBytes(16).toString('hex'),
          mode: 'active',
        },
      ],
    })
    const signature = createHmac('sha256', key).update(body).digest('base64')
    const head = `POST /webhook/line HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\nx-line-signature: ${signature}`
    return { id, request: `${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}` }
  })
}

export type Sent = { latencies: number[]; acknowledged: string[]; failed: number; seconds: number }

/**
 * As fast as it goes: `concurrency` connections, one request under way on each. Written on bare sockets, because a
 * client library would need more processor than the servers it measures.
 */
export async function sendAll(url: string, webhooks: SignedWebhook[], concurrency: number): Promise<Sent> {
  const sent: Sent = { latencies: [], acknowledged: [], failed: 0, seconds: 0 }
  const started = performance.now()
  let next = 0
  const lane = async () => {
    const connection = await connect(url).catch(() => undefined)
    for (let webhook = webhooks[next]; connection && webhook; webhook = webhooks[next]) {
      next++
      if (!(await sendOne(connection, webhook, performance.now(), sent))) break
    }
    connection?.close()
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  sent.seconds = (performance.now() - started) / 1000
  return sent
}

/** At a fixed rate, whether or not earlier ones were answered; latency counts from the moment it was due. */
export async function sendAtRate(url: string, webhooks: SignedWebhook[], perSecond: number): Promise<Sent> {
  const sent: Sent = { latencies: [], acknowledged: [], failed: 0, seconds: 0 }
  const idle = await Promise.all(Array.from({ length: 128 }, () => connect(url)))
  const started = performance.now()
  const open: Promise<void>[] = []
  for (const [index, webhook] of webhooks.entries()) {
    const due = started + (index * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await sleep(early)
    const connection = idle.pop() ?? (await connect(url))
    open.push(
      sendOne(connection, webhook, Math.min(due, performance.now()), sent).then(
        () => void idle.push(connection),
      ),
    )
  }
  await Promise.all(open)
  sent.seconds = (performance.now() - started) / 1000
  for (const connection of idle) connection.close()
  return sent
}

type Connection = { ask(bytes: string): Promise<number>; close(): void }

/** One kept-alive connection that knows when an answer is whole; `ask` gives its status. */
function connect(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let answered: (status: number) => void = () => {}
    let broken: (reason: Error) => void = reject
    let text = ''
    const socket = createConnection({ host: hostname, port: Number(port), noDelay: true }, () =>
      resolve({
        ask: (bytes) =>
          new Promise((done, failed) => {
            answered = done
            broken = failed
            socket.write(bytes)
          }),
        close: () => socket.destroy(),
      }),
    )
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      text += chunk
      const end = text.indexOf('\r\n\r\n')
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (end < 0 || text.length < end + 4 + length) return
      const status = Number(text.slice(9, 12))
      text = ''
      answered(status)
    })
    socket.on('error', (error) => broken(error))
    socket.on('close', () => broken(new Error('closed')))
  })
}

/** False when the connection broke. */
async function sendOne(
  connection: Connection,
  webhook: SignedWebhook,
  since: number,
  sent: Sent,
): Promise<boolean> {
  try {
    const status = await connection.ask(webhook.request)
    sent.latencies.push(performance.now() - since)
    if (status === 200) sent.acknowledged.push(webhook.id)
    else sent.failed++
    return true
  } catch {
    sent.failed++
    return false
  }
}

/** The value below which this share of the (unsorted) numbers lies. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
