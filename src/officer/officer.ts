import type { OfficerRole } from './roles.ts'

/** In whose place an officer acts, by which order. The day is ISO. */
export type ActingFor = {
  officerId: string
  name: string
  position: string
  kind: DelegationKind
  order: string
  orderedOn: string
}

/** `delegated`: ปฏิบัติราชการแทน, by an order that hands a power down; `substitute`: รักษาราชการแทน, in an absence. */
export const DELEGATION_KINDS = ['delegated', 'substitute'] as const
export type DelegationKind = (typeof DELEGATION_KINDS)[number]

/** The officer who acts, as actions need them. `roles` are those held now, delegated ones among them. */
export type ActingOfficer = {
  id: string
  name: string
  position: string
  roles: OfficerRole[]
  /** Which of the roles are held only in the place of another. */
  acting?: { role: OfficerRole; for: ActingFor }[]
}

/** In whose place this officer uses the role; undefined where it is their own. */
export function actingFor(officer: ActingOfficer, role: OfficerRole | undefined): ActingFor | undefined {
  return officer.acting?.find((each) => each.role === role)?.for
}
