/**
 * What may be made to go wrong, once, at the nth next call of an operation. `before`: instead of the effect. `after`:
 * the effect has happened and only the answer is lost, which is what proves retry keys and reply logic.
 */
export const FAULTS = {
  'error-500': { when: 'before', status: 500, message: 'Internal server error' },
  'error-503': { when: 'before', status: 503, message: 'Service unavailable' },
  'rate-limit': {
    when: 'before',
    status: 429,
    message: 'The API rate limit has been exceeded. Try again later.',
  },
  'monthly-limit': { when: 'before', status: 429, message: 'You have reached your monthly limit.' },
  unauthorized: {
    when: 'before',
    status: 401,
    message: 'Authentication failed due to the following reason: The access token expired',
  },
  forbidden: {
    when: 'before',
    status: 403,
    message: 'Access to this API is not available for your account',
  },
  'content-preparing': { when: 'before', status: 202 },
  'content-gone': { when: 'before', status: 410, message: 'The content is gone' },
  delay: { when: 'before', delayMs: 8_000 },
  drop: { when: 'before', drop: true },
  'accept-then-drop': { when: 'after', drop: true },
  'accept-then-500': { when: 'after', status: 500, message: 'Internal server error' },
  'accept-then-delay': { when: 'after', delayMs: 8_000 },
  /** These belong to the operation `webhook`; `duplicate` and `lost` also to `bank-notice`. */
  duplicate: { when: 'sending' },
  'bad-signature': { when: 'sending' },
  'no-signature': { when: 'sending' },
  lost: { when: 'sending' },
  /** And these to the operation `thaid`: what its page or its token response says. */
  refuse: { when: 'sending' },
  'expired-code': { when: 'sending' },
  'rotate-keys': { when: 'sending' },
  'unknown-key': { when: 'sending' },
  'wrong-nonce': { when: 'sending' },
  'wrong-audience': { when: 'sending' },
  'stale-token': { when: 'sending' },
  'other-subject': { when: 'sending' },
  'not-an-id': { when: 'sending' },
  'no-address': { when: 'sending' },
  'no-birthdate': { when: 'sending' },
} as const satisfies Record<string, Fault>

export type Fault = {
  when: 'before' | 'after' | 'sending'
  status?: number
  message?: string
  delayMs?: number
  drop?: boolean
}
export type FaultName = keyof typeof FAULTS

/** `operation` is a route of one of the origins, such as `POST /v2/bot/message/push`, or `webhook`, `bank-notice`. */
export type FaultPlan = { operation: string; nth: number; fault: FaultName }

export function isFault(name: unknown): name is FaultName {
  return typeof name === 'string' && Object.hasOwn(FAULTS, name)
}

/** Counts a call of this operation down and gives the fault whose turn has come. */
export function takeFault(world: { faults: FaultPlan[] }, operation: string): FaultName | undefined {
  const planned = world.faults.filter((plan) => plan.operation === operation)
  for (const plan of planned) plan.nth -= 1
  const due = planned.find((plan) => plan.nth <= 0)
  world.faults = world.faults.filter((plan) => plan !== due)
  return due?.fault
}
