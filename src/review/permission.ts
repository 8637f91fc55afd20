/** Who may do what to a case now. Pure; the screens show what it says, the actions enforce it. */
import type { Role } from '../service/definition.ts'

/** `acting`: the roles held only in the place of another officer, who is named. */
export type Reviewer = {
  id: string
  roles: readonly string[]
  acting?: { role: string; for: { officerId: string } }[]
}

export type ReviewAction = 'claim' | 'return' | 'endorse' | 'object' | 'approve' | 'refuse' | 'extend'

/** The part of a case that decides. `endorsers`: officers who already gave an opinion on it. */
export type ReviewState = {
  status: string
  step: number
  stepRoles: Role[]
  officerId: string | null
  endorsers: string[]
  /** The officer who keyed the application in, where one did. */
  keyedInBy?: string
  returnedBefore: boolean
  /** The applicant is proven as surely as the service asks; an approval waits for it, a refusal does not. */
  proven?: boolean
  /** Who files for another has a mandate that stands; undefined where nobody does. */
  mandated?: boolean
  /** The time for the decision may still be prolonged. */
  extendable?: boolean
}

/**
 * A step belongs to officers of its role; only the one who claimed it acts; the last step orders, the ones before
 * give an opinion. Four eyes: who gave an opinion, or keyed the application in, does not also give the order. Defects
 * are told once (LFA s.8). Nothing is granted to somebody who is not proven, or acts without a mandate. Who acts in another's
 * place may do no more than either of the two might.
 */
export function allowedActions(state: ReviewState, officer: Reviewer): ReviewAction[] {
  const role = state.stepRoles[state.step]
  const open = state.status === 'submitted' || state.status === 'in_review'
  if (!open || !role || !officer.roles.includes(role)) return []
  const eyes = eyesOf(officer, role)
  if (eyes.some((id) => state.endorsers.includes(id))) return []
  const last = state.step === state.stepRoles.length - 1
  if (last && eyes.some((id) => id === state.keyedInBy)) return []
  if (state.officerId === null) return ['claim']
  if (state.officerId !== officer.id) return []
  const outcome: ReviewAction[] = last ? orders(state) : ['object', 'endorse']
  const actions: ReviewAction[] = state.returnedBefore ? outcome : ['return', ...outcome]
  return state.extendable ? [...actions, 'extend'] : actions
}

export type Unmet = 'mandate_open' | 'identity_not_proven'

/** What an approval still waits for; the first is told first. */
export const unmetOf = ({ proven, mandated }: Pick<ReviewState, 'proven' | 'mandated'>): Unmet[] => [
  ...(mandated === false ? ['mandate_open' as const] : []),
  ...(proven === false ? ['identity_not_proven' as const] : []),
]

const orders = (state: ReviewState): ReviewAction[] =>
  unmetOf(state).length > 0 ? ['refuse'] : ['approve', 'refuse']

/** Whose act it would be: the officer's, and that of the one in whose place they hold the role. */
export function eyesOf(officer: Reviewer, role: string): string[] {
  const acting = officer.acting?.find((each) => each.role === role)
  return acting ? [officer.id, acting.for.officerId] : [officer.id]
}
