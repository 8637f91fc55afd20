import type { Application } from '../application/table.ts'
import type { Db } from '../db/client.ts'
import { wantedMandate } from '../mandate/mandate.ts'
import { findMandateOf } from '../mandate/store.ts'
import type { Mandate } from '../mandate/table.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole, PROOF_ROLES } from '../officer/roles.ts'
import type { Definition } from '../service/definition.ts'

export type CaseMandate = Pick<Mandate, 'status' | 'kind'> & {
  principal: string
  representative: string
  isProven: boolean
  /** Who confirmed or decided, and when. */
  by: string
  at?: Date
  reason: string
  authority?: { by: string; at: Date; note: string }
  mayDecide: boolean
}

type Asked = {
  application: Application
  definition: Definition
  officer: ActingOfficer
  nameOf: (id: string) => string
}

/** The mandate of a case as an officer sees it; undefined where the applicant files for themself. */
export async function caseMandate(
  db: Db,
  { application, definition, officer, nameOf }: Asked,
): Promise<CaseMandate | undefined> {
  const found = await findMandateOf(db, application.id)
  if (!found) return undefined
  const { status, kind, proofId, officerId, confirmedBy, decidedAt, reason } = found
  const { authorityBy, authorityAt, authorityNote } = found
  return {
    status,
    kind,
    principal: found.principal.name,
    representative: wantedMandate({ definition, answers: application.answers })?.representative ?? '',
    isProven: proofId !== null,
    by: officerId ? nameOf(officerId) : (confirmedBy ?? ''),
    at: decidedAt ?? undefined,
    reason: reason ?? '',
    authority:
      authorityBy && authorityAt
        ? { by: nameOf(authorityBy), at: authorityAt, note: authorityNote ?? '' }
        : undefined,
    mayDecide: hasRole(officer, PROOF_ROLES) && ['submitted', 'in_review'].includes(application.status),
  }
}
