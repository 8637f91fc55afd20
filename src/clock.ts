import type { Clock } from './context.ts'

export const systemClock: Clock = { now: () => new Date() }

const ASK_EVERY_MS = 1000

/**
 * A clock that runs ahead: asks `url` for the shifted time once a second and goes on from there. For trial runs;
 * `config.ts` refuses it in production. Throws when the first answer does not come.
 */
export async function followClock(url: string): Promise<Clock & { stop(): void }> {
  let aheadMs = 0
  const ask = async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(3000) })
    const { now } = (await response.json()) as { now: string }
    aheadMs = Date.parse(now) - Date.now()
  }
  await ask()
  const timer = setInterval(() => ask().catch(() => {}), ASK_EVERY_MS)
  timer.unref()
  return { now: () => new Date(Date.now() + aheadMs), stop: () => clearInterval(timer) }
}
