import { findApplicant } from '../applicant/store.ts'
import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Forbidden, NotFound } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole } from '../officer/roles.ts'
import { listOfficers } from '../officer/store.ts'
import { countRequests, findRequest, listAccess, listRequestEvents, listRequests } from '../privacy/store.ts'
import type { AccessRow, DataRequest, DataRequestEvent } from '../privacy/table.ts'
import { bangkokDay, daysBetween } from '../service/dates.ts'
import type { Language } from '../service/definition.ts'
import { csvOf, recordOfProcessing } from '../service/privacy.ts'
import { erasureOf } from './grant-erasure.ts'
import { logAccess } from './log-access.ts'
import { type CaseSummary, listCases } from './view-case.ts'

export type DataRequestItem = Pick<
  DataRequest,
  'id' | 'kind' | 'status' | 'askedAt' | 'receivedAt' | 'dueOn' | 'version'
> & { askedBy: string; daysLeft: number; closedAt?: Date; officer?: string }

export type OfficerDataRequest = DataRequestItem & {
  words: string
  answer?: string
  law?: string
  /** Whether an answer reaches them in the chat. */
  following: boolean
  /** Of an erasure: what would stay, in words, or that a case is still open. */
  erasure?: { words: string } | 'open'
  cases: CaseSummary[]
  events: (Pick<DataRequestEvent, 'at' | 'event'> & { by: string })[]
}

/** What people have asked about their data. Throws Forbidden for everybody but who answers for it. */
export async function viewDataRequests(
  ctx: Context,
  officer: ActingOfficer,
  open: boolean,
): Promise<DataRequestItem[]> {
  if (!hasRole(officer, ['dpo'])) throw new Forbidden('not_your_step')
  const names = await officerNames(ctx)
  const rows = await listRequests(ctx.db, open)
  return Promise.all(rows.map((row) => itemOf(ctx, row, names)))
}

/** One request, with who asks and their cases; that it was read is written down. Throws Forbidden, NotFound. */
export async function viewDataRequest(
  ctx: Context,
  officer: ActingOfficer,
  id: string,
): Promise<OfficerDataRequest> {
  if (!hasRole(officer, ['dpo'])) throw new Forbidden('not_your_step')
  const row = await findRequest(ctx.db, id)
  const person = row && (await findApplicant(ctx.db, row.applicantId))
  if (!row || !person) throw new NotFound('request')
  await logAccess(ctx, ctx.db, officer, { applicantId: person.id, what: 'request', reason: 'request' })
  const names = await officerNames(ctx)
  const events = await listRequestEvents(ctx.db, id)
  return {
    ...(await itemOf(ctx, row, names)),
    words: row.words,
    answer: row.answer ?? undefined,
    law: row.law ?? undefined,
    following: person.following && person.lineUserId !== null,
    erasure:
      row.kind === 'erase' && row.status === 'in_progress'
        ? await erasureOf(ctx, row.applicantId)
        : undefined,
    cases: (await listCases(ctx, person.id)).filter(({ reference }) => reference),
    events: events.map(({ at, event, actor }) => ({ at, event, by: names.get(actor.slice(8)) ?? '' })),
  }
}

async function itemOf(ctx: Context, row: DataRequest, names: Map<string, string>): Promise<DataRequestItem> {
  const { id, kind, status, askedAt, receivedAt, dueOn, version, closedAt, officerId } = row
  const person = await findApplicant(ctx.db, row.applicantId)
  return {
    ...{ id, kind, status, askedAt, receivedAt, dueOn, version },
    askedBy: person?.displayName ?? '',
    daysLeft: daysBetween(bangkokDay(ctx.clock.now()), dueOn),
    closedAt: closedAt ?? undefined,
    officer: officerId ? names.get(officerId) : undefined,
  }
}

const officerNames = async (ctx: Context) =>
  new Map((await listOfficers(ctx.db)).map(({ id, name }) => [id, name]))

export type AccessItem = Pick<
  AccessRow,
  'id' | 'at' | 'position' | 'role' | 'what' | 'reason' | 'words' | 'acting' | 'applicationId'
> & { officer: string; reference?: string; person: string }

const MOST_SHOWN = 300

/** Who looked at what, the newest first; with a reference, only at that case. Throws Forbidden. */
export async function viewAccess(
  ctx: Context,
  officer: ActingOfficer,
  applicationIds?: string[],
): Promise<AccessItem[]> {
  if (!hasRole(officer, ['dpo', 'auditor'])) throw new Forbidden('not_your_step')
  const names = await officerNames(ctx)
  const rows = await listAccess(ctx.db, { applicationIds }, MOST_SHOWN)
  const known = new Map<string, Promise<{ reference?: string; person: string }>>()
  const about = ({ applicationId, applicantId }: AccessRow) => {
    const key = applicationId ?? applicantId
    const found = known.get(key) ?? aboutWhom(ctx, applicationId, applicantId)
    known.set(key, found)
    return found
  }
  return Promise.all(
    rows.map(async (row) => {
      const { id, at, position, role, what, reason, words, acting, applicationId } = row
      const shown = { id, at, position, role, what, reason, words, acting, applicationId }
      return { ...shown, officer: names.get(row.officerId) ?? '', ...(await about(row)) }
    }),
  )
}

/** A case by its reference; a person without one by the name in LINE. */
async function aboutWhom(ctx: Context, applicationId: string | null, applicantId: string) {
  const found = applicationId ? await findApplication(ctx.db, applicationId) : undefined
  const person = await findApplicant(ctx.db, applicantId)
  return { reference: found?.reference ?? undefined, person: person?.displayName ?? '' }
}

/** The record of processing (PDPA s.39) as a spreadsheet. */
export async function exportRecord(ctx: Context, language: Language): Promise<string> {
  const refused = await countRequests(ctx.db, 'refused')
  return csvOf(recordOfProcessing(ctx.service.definition, language, { refused }))
}
