import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SignedWebhook } from './load.ts'

/** `seconds` is the time it took, `p50` and `p99` are milliseconds. */
export type Throughput = { answered: number; failed: number; seconds: number; p50: number; p99: number }
type Run = { seconds: number; connections: number }

/**
 * As fast as the server goes, by wrk (Debian's package): a load generator that shares two cores with the server and its
 * database has to be cheap. Every request is sent once, so give more than can be answered in that time.
 */
export async function wrk(
  url: string,
  webhooks: SignedWebhook[],
  { seconds, connections }: Run,
): Promise<Throughput> {
  const dir = mkdtempSync(join(tmpdir(), 'anuyat-wrk-'))
  const file = join(dir, 'requests')
  writeFileSync(file, webhooks.map(({ request }) => `${Buffer.byteLength(request)}\n${request}`).join(''))
  const script = join(import.meta.dirname, 'wrk.lua')
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, url, file]
  const { stdout } = await promisify(execFile)('wrk', args)
  rmSync(dir, { recursive: true })
  const line = stdout.trim().split('\n').at(-1) ?? ''
  if (!line.startsWith('{')) throw new Error(`wrk did not finish: ${stdout}`)
  return JSON.parse(line)
}
