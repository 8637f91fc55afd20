import { eraseCase, eraseFields } from '../application/erase.ts'
import { lockApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict } from '../errors.ts'
import { markDocumentErased } from '../licence/erase.ts'
import { deleteMandate } from '../mandate/erase.ts'
import { forgetHandled } from '../messages/forget.ts'
import { remainingAnswers } from '../privacy/disposal.ts'
import { listHolds, recordDisposal } from '../privacy/disposal-store.ts'
import { forgetAccess } from '../privacy/store.ts'
import { erasePictures, eraseProofs } from '../proof/erase.ts'
import { eraseReview } from '../review/erase.ts'
import { bangkokDay } from '../service/dates.ts'
import { definitionOf } from './definition-of.ts'
import { type DueItem, isStillDue, keyOf, listDue } from './list-disposal.ts'
import { digestOf, eraseFiles, recordCount } from './record-disposal.ts'

/**
 * Job, daily: disposes of what is due and, where the service asks for it, approved. Each thing goes in a transaction of
 * its own, with its line in the record and the jobs that erase its files, so that a day that breaks off, or comes
 * twice, changes nothing.
 */
export async function dispose(ctx: Context): Promise<void> {
  const today = bangkokDay(ctx.clock.now())
  for await (const items of listDue(ctx, today))
    for (const item of items) if (item.approval !== 'needed') await disposeOf(ctx, item, today)
  await forgetTechnical(ctx)
  ctx.wakeRelay()
}

async function disposeOf(ctx: Context, item: DueItem, today: string): Promise<void> {
  try {
    const done = await ctx.db.transaction((tx) => disposeIn(ctx, tx, item, today))
    if (done) ctx.log.info({ event: 'disposed', kind: item.kind, rule: item.rule, subjectId: item.subjectId })
  } catch (error) {
    // Its history does not fit its digests: that is looked at before the evidence goes. The others do not wait for it.
    if (!(error instanceof Conflict)) throw error
    ctx.log.error({ event: 'disposal.stopped', subjectId: item.subjectId, err: error })
  }
}

type Gone = { erased: unknown; files: string[] }

async function disposeIn(ctx: Context, tx: Transaction, item: DueItem, today: string): Promise<boolean> {
  const gone = await HOW[item.kind](ctx, tx, item, today)
  if (!gone) return false
  const { kind, reference, count, rule, law, approvedBy, approvedAt } = item
  const at = ctx.clock.now()
  const digest = digestOf(gone.erased)
  const row = {
    key: keyOf(item),
    kind,
    reference,
    count,
    rule,
    law: law.th,
    approvedBy,
    approvedAt,
    digest,
    at,
  }
  await recordDisposal(tx, row)
  await eraseFiles(tx, gone.files, at)
  return true
}

type How = (ctx: Context, tx: Transaction, item: DueItem, today: string) => Promise<Gone | undefined>
const HOW: Record<DueItem['kind'], How> = { case: wholeCase, fields, document, pictures }

async function wholeCase(
  ctx: Context,
  tx: Transaction,
  item: DueItem,
  today: string,
): Promise<Gone | undefined> {
  const { retention } = ctx.service.definition
  const application = await lockApplication(tx, item.subjectId)
  if (!(await isStillDue({ db: tx, retention, today }, item, application))) return undefined
  const { id, answers, holder, summary, place } = application
  const end = item.detail as keyof typeof retention.cases
  const definition = await definitionOf(ctx, tx, application)
  const at = ctx.clock.now()
  const remaining = remainingAnswers(definition, answers, retention.cases[end].afterwards)
  const proofs = await eraseProofs(tx, { applicationId: id }, { at, unlessStanding: true })
  const photos = await erasePictures(
    tx,
    proofs.map((each) => each.id),
    at,
  )
  const mandate = await deleteMandate(tx, id)
  const review = await eraseReview(tx, id)
  const { history, attachments } = await eraseCase(tx, id, { answers: remaining, at })
  return {
    erased: { answers, holder, summary, place, proofs, mandate, review, history, attachments },
    files: [...attachments, ...photos].map(({ storageKey }) => storageKey),
  }
}

async function fields(
  ctx: Context,
  tx: Transaction,
  item: DueItem,
  today: string,
): Promise<Gone | undefined> {
  const { retention } = ctx.service.definition
  const application = await lockApplication(tx, item.subjectId)
  if (!(await isStillDue({ db: tx, retention, today }, item, application))) return undefined
  const named = item.fields ?? []
  const answers = Object.fromEntries(named.map((field) => [field, application.answers[field]]))
  const attachments = await eraseFields(tx, application, named)
  return { erased: { answers, attachments }, files: attachments.map(({ storageKey }) => storageKey) }
}

async function document(ctx: Context, tx: Transaction, item: DueItem): Promise<Gone | undefined> {
  const { applicationId = '' } = item
  await lockApplication(tx, applicationId)
  // Kept by an officer since the list was made.
  if ((await listHolds(tx)).some((hold) => hold.applicationId === applicationId)) return undefined
  const erased = await markDocumentErased(tx, item.subjectId, ctx.clock.now())
  return erased && { erased, files: [erased.storageKey] }
}

async function pictures(ctx: Context, tx: Transaction, item: DueItem): Promise<Gone | undefined> {
  const erased = await erasePictures(tx, [item.subjectId], ctx.clock.now())
  return erased.length > 0 ? { erased, files: erased.map(({ storageKey }) => storageKey) } : undefined
}

async function forgetTechnical(ctx: Context): Promise<void> {
  const { lineEventDays, accessLogDays } = ctx.service.definition.retention
  const before = (days: number) => new Date(ctx.clock.now().getTime() - days * 86_400_000)
  const events = await forgetHandled(ctx.db, before(lineEventDays))
  await recordCount(ctx, 'line_events', { count: events, days: lineEventDays })
  const looks = await forgetAccess(ctx.db, before(accessLogDays))
  await recordCount(ctx, 'access_log', { count: looks, days: accessLogDays })
}
