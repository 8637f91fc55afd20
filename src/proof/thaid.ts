/**
 * A way to ThaID and back, as plain data: somebody signed in begins it, a browser comes back from ThaID with an
 * answer, and whoever is signed in in that very browser must be the one who began. Only then is the answer used.
 * Pure.
 */
import { type Definition, PROVEN, type Proven } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'

export type KeptLogin = { nonce: string; verifier: string }
/** Of ThaID's answer in the address, what is needed to go on. */
export type ReturnedAnswer = { code?: string; error?: string; iss?: string }

/** How a way to ThaID ended. */
export const LOGIN_OUTCOMES = [
  'proven',
  'refused',
  'late',
  'unavailable',
  'untrusted',
  'incomplete',
  'not_a_citizen',
  'other_number',
  'linked_elsewhere',
  'other_account',
  'not_offered',
] as const
export type LoginOutcome = (typeof LOGIN_OUTCOMES)[number]

/** What is read from ThaID: always who it is, and of the rest only what a field of this service asks for. */
export function askedOf(definition: Definition): Proven[] {
  const fields = [...fieldsById(definition).values()]
  const wanted = new Set(fields.map(({ proven }) => proven))
  return PROVEN.filter((each) => each === 'id_number' || each === 'name' || wanted.has(each))
}

/** What was asked for beyond who it is, and is not there. */
export const missingOf = (
  asked: readonly Proven[],
  found: { birthDate?: unknown; address?: unknown },
): Proven[] =>
  asked.filter(
    (each) => (each === 'birth_date' && !found.birthDate) || (each === 'address' && !found.address),
  )

export const LOGIN_MINUTES = 10
/** A finished exchange has said so by then; what has not was cut off, and its code is spent. */
const EXCHANGE_SECONDS = 60

type Login = {
  applicantId: string
  expiresAt: Date
  returned: ReturnedAnswer | null
  takenAt: Date | null
  outcome: LoginOutcome | null
}
type Asking = { applicantId: string; holdsTicket: boolean; now: Date }
/** What stands between this visitor and the answer, or `take`: it may be used now. */
export type LoginState = LoginOutcome | 'take' | 'working' | 'waiting' | 'other_browser'

/**
 * Who may use the answer that came back: the one who began, in the browser that came back. Either alone is not
 * enough. Somebody who sends his own link to another and waits at home has no ticket; the other one, in whose
 * browser the answer arrives, is signed in as herself.
 */
export function loginState(login: Login, { applicantId, holdsTicket, now }: Asking): LoginState {
  if (login.applicantId !== applicantId) return 'other_account'
  if (login.outcome) return login.outcome
  if (login.takenAt)
    return now.getTime() - login.takenAt.getTime() < EXCHANGE_SECONDS * 1000 ? 'working' : 'unavailable'
  if (login.expiresAt <= now) return 'late'
  if (!login.returned) return 'waiting'
  return holdsTicket ? 'take' : 'other_browser'
}
