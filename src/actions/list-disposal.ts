import { ENDED, listAllAttachments, listEndedCases } from '../application/erase.ts'
import { findApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { listOldDocuments } from '../licence/erase.ts'
import type { IssuedDocument } from '../licence/table.ts'
import { listApprovals, listHolds } from '../privacy/disposal-store.ts'
import { caseVerdict, documentVerdict, fieldsVerdict, picturesVerdict } from '../privacy/retention.ts'
import type { DisposalApproval, DisposalHold } from '../privacy/table.ts'
import { listProofsWithPictures } from '../proof/erase.ts'
import { bangkokDay, fromBangkok } from '../service/dates.ts'
import type { CaseEnd, Disposable, Retention, Text } from '../service/definition.ts'
import { caseFacts } from './case-facts.ts'

/** One thing whose time is over. Names nobody: the number of a case, or the code of a document. */
export type DueItem = {
  kind: Disposable
  subjectId: string
  applicationId?: string
  reference: string
  /** `case.refused`, `fields.0.water_test`, `document.receipt`, `pictures`. */
  rule: string
  /** How the case ended, or which document it is. */
  detail?: CaseEnd | IssuedDocument['kind']
  since: string
  law: Text
  /** Answers and files. */
  count: number
  fields?: string[]
  approval: 'not_needed' | 'needed' | 'given'
  approvedBy?: string
  approvedAt?: Date
}
type Found = Omit<DueItem, 'approval' | 'approvedBy' | 'approvedAt'>
type Look = { db: Db; retention: Retention; today: string; holds: Map<string, DisposalHold> }

const BATCH = 200

/** Everything that is due on this day, in portions: the cases, their documents, the photos. Changes nothing. */
export async function* listDue(
  ctx: Pick<Context, 'db' | 'service'>,
  today: string,
): AsyncGenerator<DueItem[]> {
  const { retention } = ctx.service.definition
  const holds = new Map((await listHolds(ctx.db)).map((each) => [each.applicationId, each]))
  const look: Look = { db: ctx.db, retention, today, holds }
  for await (const found of portions(look)) yield withApprovals(look, found)
}

/** Whether this item is still due, asked again inside the transaction that disposes of it. */
export async function isStillDue(
  { db, retention, today }: Omit<Look, 'holds'>,
  item: DueItem,
  application: Application,
): Promise<boolean> {
  const holds = new Map((await listHolds(db)).map((each) => [each.applicationId, each]))
  const due = await dueOfCase({ db, retention, today, holds }, application)
  return due.some(({ kind, rule }) => kind === item.kind && rule === item.rule)
}

/** Of these cases, those that are due on this day. */
export async function dueCasesOf(
  ctx: Pick<Context, 'service'>,
  db: Db,
  { cases, today }: { cases: Application[]; today: string },
): Promise<Found[]> {
  const { retention } = ctx.service.definition
  const holds = new Map((await listHolds(db)).map((each) => [each.applicationId, each]))
  const due: Found[] = []
  for (const each of cases)
    if (each.reference) due.push(...(await dueOfCase({ db, retention, today, holds }, each)))
  return due
}

async function* portions(look: Look): AsyncGenerator<Found[]> {
  const before = fromBangkok(look.today, '00:00')
  let after: string | undefined
  do {
    const cases = await listEndedCases(look.db, { before, after, limit: BATCH })
    after = cases.length === BATCH ? cases.at(-1)?.id : undefined
    const found: Found[] = []
    for (const each of cases) found.push(...(await dueOfCase(look, each)))
    yield found
  } while (after)
  do {
    const documents = await listOldDocuments(look.db, { before, after, limit: BATCH })
    after = documents.length === BATCH ? documents.at(-1)?.id : undefined
    const found: Found[] = []
    for (const each of documents) found.push(...(await dueDocument(look, each)))
    yield found
  } while (after)
  yield await duePictures(look, before)
}

async function dueOfCase(look: Look, application: Application): Promise<Found[]> {
  const { retention, today, holds, db } = look
  if (application.disposedAt) return []
  const { id, reference, answers } = application
  const facts = await caseFacts(db, application, { today, hold: holds.get(id) })
  const files = await listAllAttachments(db, id)
  const common = { subjectId: id, applicationId: id, reference: reference ?? '', detail: facts.end }
  const verdict = caseVerdict(facts, retention, today)
  if (verdict.due && facts.end) {
    const { law } = retention.cases[facts.end]
    const count = Object.keys(answers).length + files.length
    return [{ kind: 'case', ...common, rule: `case.${facts.end}`, since: verdict.since, law, count }]
  }
  return retention.fields.flatMap(({ fields, days, law }, index) => {
    const due = fieldsVerdict(facts, days, today)
    const left = fields.filter((field) => field in answers || files.some(({ fieldId }) => fieldId === field))
    if (!due.due || left.length === 0) return []
    const rule = `fields.${index}.${fields.join('.')}`
    return [
      { kind: 'fields' as const, ...common, rule, since: due.since, law, fields: left, count: left.length },
    ]
  })
}

async function dueDocument(
  { db, retention, today, holds }: Look,
  document: IssuedDocument,
): Promise<Found[]> {
  const { kind, id, code, issuedAt, applicationId } = document
  const application = await findApplication(db, applicationId)
  if (!application || !(ENDED as readonly string[]).includes(application.status)) return []
  const facts = await caseFacts(db, application, { today, hold: holds.get(applicationId) })
  const verdict = documentVerdict({ kind, issuedOn: bangkokDay(issuedAt), case: facts }, retention, today)
  if (!verdict.due) return []
  const { law } = retention.documents[kind]
  const rule = `document.${kind}`
  const what = { kind: 'document' as const, subjectId: id, applicationId, reference: code, detail: kind }
  return [{ ...what, rule, since: verdict.since, law, count: 1 }]
}

async function duePictures({ db, retention, today }: Look, before: Date): Promise<Found[]> {
  const { days, law } = retention.pictures
  const proofs = await listProofsWithPictures(db, before)
  return proofs.flatMap(({ id, decidedAt, applicationId }) => {
    const verdict = picturesVerdict(decidedAt ? bangkokDay(decidedAt) : undefined, days, today)
    if (!verdict.due) return []
    const what = { kind: 'pictures' as const, subjectId: id, applicationId: applicationId ?? undefined }
    return [{ ...what, reference: '', rule: 'pictures', since: verdict.since, law, count: 1 }]
  })
}

async function withApprovals({ db, retention }: Look, found: Found[]): Promise<DueItem[]> {
  const given = new Map(
    (
      await listApprovals(
        db,
        found.map(({ subjectId }) => subjectId),
      )
    ).map((each) => [keyOf(each), each]),
  )
  return found.map((item) => ({ ...item, ...approvalOf(item, retention, given.get(keyOf(item))) }))
}

function approvalOf(
  { kind }: Found,
  { approval }: Retention,
  given: DisposalApproval | undefined,
): Pick<DueItem, 'approval' | 'approvedBy' | 'approvedAt'> {
  if (given) return { approval: 'given', approvedBy: given.officerId, approvedAt: given.at }
  return { approval: approval.includes(kind) ? 'needed' : 'not_needed' }
}

/** What an approval is of. */
export const keyOf = ({ kind, subjectId, rule }: Pick<DueItem, 'kind' | 'subjectId' | 'rule'>): string =>
  `${kind}:${subjectId}:${rule}`
