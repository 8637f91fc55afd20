/**
 * Who may act in whose place. Pure. Days are ISO days in Bangkok; both ends belong to a delegation.
 * ปฏิบัติราชการแทน hands a power down by an order; รักษาราชการแทน fills a post while its holder is away (State
 * Administration Act, พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534, sections 38 and 41-50; the Municipality Act,
 * พ.ร.บ. เทศบาล พ.ศ. 2496, likewise for a mayor). What was handed down is not handed on.
 */
import type { ActingFor, DelegationKind } from './officer.ts'
import type { OfficerRole } from './roles.ts'

/** The powers over accounts, personal data and audit stay with those who were named for them. */
export const DELEGABLE: readonly OfficerRole[] = [
  'reviewer',
  'supervisor',
  'approver',
  'inspector',
  'finance',
]

export type DelegationWish = {
  fromId: string
  toId: string
  role: OfficerRole
  kind: DelegationKind
  orderNumber: string
  orderedOn: string
  firstDay: string
  lastDay: string
}
type Given = Pick<DelegationWish, 'fromId' | 'toId' | 'role' | 'firstDay' | 'lastDay'> & {
  endedAt: Date | null
}
type Holder = { id: string; roles: readonly OfficerRole[]; active: boolean }
/** `byId`: who records the order. */
export type DelegationWorld = { officers: Holder[]; given: Given[]; byId: string; today: string }

/** Why a delegation cannot stand; undefined: it can. */
export function delegationProblem(wish: DelegationWish, world: DelegationWorld): string | undefined {
  const { fromId, toId, role, orderNumber, orderedOn, firstDay, lastDay } = wish
  const from = world.officers.find(({ id }) => id === fromId)
  const to = world.officers.find(({ id }) => id === toId)
  if (!from || !to || !orderNumber.trim() || !orderedOn || !firstDay || !lastDay) return 'fields_needed'
  if (fromId === toId) return 'same_officer'
  if (toId === world.byId) return 'own_delegation'
  if (!from.active || !to.active) return 'not_active'
  if (!DELEGABLE.includes(role)) return 'not_delegable'
  if (!from.roles.includes(role)) return 'from_has_not'
  if (to.roles.includes(role)) return 'to_has_already'
  if (lastDay < firstDay || orderedOn > firstDay) return 'days_wrong'
  if (lastDay < world.today) return 'days_past'
  const meanwhile = world.given.filter(
    (each) => !each.endedAt && each.role === role && each.firstDay <= lastDay && firstDay <= each.lastDay,
  )
  if (meanwhile.some((each) => each.toId === fromId || each.fromId === toId)) return 'chain'
  return meanwhile.some((each) => each.fromId === fromId || each.toId === toId) ? 'overlaps' : undefined
}

export type DelegationState = 'in_force' | 'later' | 'over'

export function delegationState(
  { firstDay, lastDay, endedAt }: Pick<Given, 'firstDay' | 'lastDay' | 'endedAt'>,
  today: string,
): DelegationState {
  if (endedAt || lastDay < today) return 'over'
  return firstDay > today ? 'later' : 'in_force'
}

export const KIND_WORDS: Record<DelegationKind, string> = {
  delegated: 'ปฏิบัติราชการแทน',
  substitute: 'รักษาราชการแทน',
}

/** The line under a signature; `longDate` writes the day of the order in Thai. */
export function actingLine(acting: ActingFor, longDate: (day: string) => string): string {
  const { kind, position, order, orderedOn } = acting
  return `${KIND_WORDS[kind]} ${position} ตามคำสั่งที่ ${order} ลงวันที่ ${longDate(orderedOn)}`
}
