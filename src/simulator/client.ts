import { setTimeout as sleep } from 'node:timers/promises'
import type { LogEntry, SimulatorState } from './api.ts'
import type { FaultName } from './faults.ts'

/** The control API as functions, for tests and the demo, of this process or another. */
export type SimulatorClient = ReturnType<typeof simulatorClient>

export type Action = { type: string; [key: string]: unknown }

export function simulatorClient(controlOrigin: string) {
  const get = <T>(path: string) => call<T>(controlOrigin + path)
  const post = <T = unknown>(path: string, body: unknown = {}) => call<T>(controlOrigin + path, body)
  const state = () => get<SimulatorState>('/api/state')
  return {
    follow: (personaId: string) => post(`/api/personas/${personaId}/follow`),
    block: (personaId: string) => post(`/api/personas/${personaId}/block`),
    text: (personaId: string, text: string) => post(`/api/personas/${personaId}/text`, { text }),
    action: (personaId: string, action: Action, params?: Record<string, string>) =>
      post<{ open?: string; copy?: string }>(`/api/personas/${personaId}/action`, { action, params }),
    image: (personaId: string, bytes: Buffer, type: string) =>
      post(`/api/personas/${personaId}/image`, { base64: bytes.toString('base64'), type }),
    file: (personaId: string, bytes: Buffer, name: string) =>
      post(`/api/personas/${personaId}/file`, { base64: bytes.toString('base64'), name }),
    /** The address of the phone's LIFF window for a LIFF link. */
    openLiff: async (personaId: string, url: string) =>
      (await post<{ src: string }>('/api/liff', { personaId, url })).src,
    pay: (qr: string, options: { satang?: number; times?: number } = {}) =>
      post<{ transactionId: string }>('/api/bank/pay', { qr, ...options }),
    notice: (notice: unknown) => post<{ status: number; answer: unknown }>('/api/bank/notice', notice),
    reverse: (transactionId: string) => post('/api/bank/reverse', { transactionId }),
    advance: async (seconds: number) =>
      new Date((await post<{ now: string }>('/api/clock', { advanceSeconds: seconds })).now),
    fault: (operation: string, fault: FaultName, nth = 1) => post('/api/faults', { operation, fault, nth }),
    holdWebhooks: () => post('/api/webhooks/hold'),
    releaseWebhooks: (how: { together?: boolean; reversed?: boolean } = {}) =>
      post('/api/webhooks/release', how),
    rawWebhook: async (events: unknown[], signature: 'good' | 'bad' | 'missing' = 'good') =>
      (await post<{ status: number }>('/api/webhooks/raw', { events, signature })).status,
    reset: () => post('/api/reset'),
    state,
    /** Every call and webhook that the strict checks had something against. */
    findings: () => get<LogEntry[]>('/api/findings'),
    waitFor: (predicate: (state: SimulatorState) => boolean, timeoutMs?: number) =>
      waitFor(state, predicate, timeoutMs),
  }
}

const POLL_MS = 50

async function waitFor(
  state: () => Promise<SimulatorState>,
  predicate: (state: SimulatorState) => boolean,
  timeoutMs = 10_000,
): Promise<SimulatorState> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const now = await state()
    if (predicate(now)) return now
    if (Date.now() > deadline)
      throw new Error(`Not so within ${timeoutMs} ms: ${predicate}\nLast of the log:\n${lastOfLog(now)}`)
    await sleep(POLL_MS)
  }
}

function lastOfLog({ log }: SimulatorState): string {
  return log
    .slice(-10)
    .map(({ title, status, findings }) => `${title} → ${status} ${findings.join('; ')}`)
    .join('\n')
}

async function call<T>(url: string, body?: unknown): Promise<T> {
  const response = await fetch(url, body === undefined ? {} : asJson(body))
  const answer = await response.json()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${answer.message}`)
  return answer
}

function asJson(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}
