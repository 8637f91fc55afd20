/** What officers may be. The first three take the steps of a review; a service file names no other. */
import { ROLES, type Role } from '../service/definition.ts'

export const OFFICER_ROLES = [...ROLES, 'inspector', 'finance', 'editor', 'dpo', 'auditor', 'admin'] as const
export type OfficerRole = (typeof OFFICER_ROLES)[number]

/** Those who take part in deciding a case: they claim, return, give opinions and orders. */
export const REVIEW_ROLES: readonly Role[] = ROLES
/** Those who may read cases. */
export const CASE_ROLES: readonly OfficerRole[] = [...ROLES, 'inspector', 'finance', 'dpo', 'auditor']
/** Those who may cover a part of a document: who looks at it, and who answers for personal data. */
export const MASK_ROLES: readonly OfficerRole[] = [...ROLES, 'inspector', 'dpo']
/** Those who may say that a refund was paid back, where somebody holds the role; else the reviewers may. */
export const FINANCE_ROLES: readonly OfficerRole[] = ['finance']

/** `officers`: everybody at the desk. */
export function mayPayBack(
  officer: { roles: readonly OfficerRole[] },
  officers: readonly { roles: readonly OfficerRole[]; active: boolean }[],
): boolean {
  const isHeld = officers.some((each) => each.active && hasRole(each, FINANCE_ROLES))
  return hasRole(officer, isHeld ? FINANCE_ROLES : [...FINANCE_ROLES, 'reviewer'])
}

/** Those who may decide whether somebody has proven who they are. */
export const PROOF_ROLES: readonly OfficerRole[] = [...ROLES, 'inspector']

export const hasRole = (officer: { roles: readonly OfficerRole[] }, roles: readonly OfficerRole[]): boolean =>
  officer.roles.some((role) => roles.includes(role))
