import type { SimulatorState } from '../../api.ts'
import type { Action } from '../flex/node.ts'

/** The simulator's own interface (api.ts), one function a request. */
export const client = {
  state: () => request<SimulatorState>('/api/state'),
  follow: (persona: string) => post(`/api/personas/${persona}/follow`),
  block: (persona: string) => post(`/api/personas/${persona}/block`),
  sendText: (persona: string, text: string) => post(`/api/personas/${persona}/text`, { text }),
  sendImage: (persona: string, image: { base64: string; type: string }) =>
    post(`/api/personas/${persona}/image`, image),
  sendFile: (persona: string, file: { base64: string; name: string }) =>
    post(`/api/personas/${persona}/file`, file),
  act: (persona: string, action: Action) =>
    post<{ open?: string; copy?: string }>(`/api/personas/${persona}/action`, { action }),
  openLiff: (persona: string, url: string) => post<{ src: string }>('/api/liff', { personaId: persona, url }),
  advanceClock: (seconds: number) => post('/api/clock', { advanceSeconds: seconds }),
  pay: (payment: { qr: string; satang?: number; times?: number }) =>
    post<{ transactionId: string }>('/api/bank/pay', payment),
}

/** The simulator said no; `status` is its HTTP status. */
export class RequestRefused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

function post<Answer = unknown>(path: string, body: unknown = {}): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return request(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function request<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init)
  const text = await response.text()
  if (!response.ok) throw new RequestRefused(response.status, `${response.status} ${text.slice(0, 200)}`)
  return JSON.parse(text || '{}')
}
