import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'undici'

/** A signed webhook with one Thai text message of its own id, about 620 bytes as LINE sends them. */
export type SignedWebhook = { id: string; body: string; signature: string }

export function signedWebhooks(count: number, secret: string): SignedWebhook[] {
  const key = createSecretKey(Buffer.from(secret))
  return Array.from({ length: count }, (_, index) => {
    const id = `01BENCH${randomBytes(6).toString('hex').toUpperCase()}${String(index).padStart(7, '0')}`
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
    return { id, body, signature: createHmac('sha256', key).update(body).digest('base64') }
  })
}

export type Sent = { latencies: number[]; acknowledged: string[]; failed: number; seconds: number }

const post = (pool: Pool, { body, signature }: SignedWebhook) =>
  pool.request({
    path: '/webhook/line',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-line-signature': signature },
    body,
  })

/** As fast as it goes: `concurrency` requests always under way. */
export async function sendAll(url: string, webhooks: SignedWebhook[], concurrency: number): Promise<Sent> {
  const pool = new Pool(url, { connections: concurrency })
  const sent: Sent = { latencies: [], acknowledged: [], failed: 0, seconds: 0 }
  const started = performance.now()
  let next = 0
  const lane = async () => {
    for (let webhook = webhooks[next++]; webhook; webhook = webhooks[next++])
      await sendOne(pool, webhook, performance.now(), sent)
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  sent.seconds = (performance.now() - started) / 1000
  await pool.close().catch(() => {})
  return sent
}

/** At a fixed rate, whether or not earlier ones were answered; latency counts from the moment it was due. */
export async function sendAtRate(url: string, webhooks: SignedWebhook[], perSecond: number): Promise<Sent> {
  const pool = new Pool(url, { connections: 64 })
  const sent: Sent = { latencies: [], acknowledged: [], failed: 0, seconds: 0 }
  const started = performance.now()
  const open: Promise<void>[] = []
  for (const [index, webhook] of webhooks.entries()) {
    const due = started + (index * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 1) await sleep(wait)
    open.push(sendOne(pool, webhook, Math.max(due, performance.now() - 1), sent))
  }
  await Promise.all(open)
  sent.seconds = (performance.now() - started) / 1000
  await pool.close()
  return sent
}

async function sendOne(pool: Pool, webhook: SignedWebhook, since: number, sent: Sent): Promise<void> {
  try {
    const { statusCode, body } = await post(pool, webhook)
    await body.dump()
    sent.latencies.push(performance.now() - since)
    if (statusCode === 200) sent.acknowledged.push(webhook.id)
    else sent.failed++
  } catch {
    sent.failed++
  }
}

/** The value below which this share of the (unsorted) numbers lies. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
