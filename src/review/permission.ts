/** Who may do what to a case now. Pure; the screens show what it says, the actions enforce it. */
import type { Role } from '../service/definition.ts'
import type { ActingOfficer } from './officer.ts'

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
  /** The time for the decision may still be prolonged. */
  extendable?: boolean
}

/**
 * A step belongs to officers of its role; only the one who claimed it acts; the last step orders, the ones before
 * give an opinion. Four eyes: who gave an opinion, or keyed the application in, does not also give the order. Defects
 * are told once (LFA s.8).
 */
export function allowedActions(
  state: ReviewState,
  officer: Pick<ActingOfficer, 'id' | 'roles'>,
): ReviewAction[] {
  const role = state.stepRoles[state.step]
  const open = state.status === 'submitted' || state.status === 'in_review'
  if (!open || !role || !officer.roles.includes(role) || state.endorsers.includes(officer.id)) return []
  const last = state.step === state.stepRoles.length - 1
  if (last && state.keyedInBy === officer.id) return []
  if (state.officerId === null) return ['claim']
  if (state.officerId !== officer.id) return []
  const outcome: ReviewAction[] = last ? ['approve', 'refuse'] : ['object', 'endorse']
  const actions: ReviewAction[] = state.returnedBefore ? outcome : ['return', ...outcome]
  return state.extendable ? [...actions, 'extend'] : actions
}
