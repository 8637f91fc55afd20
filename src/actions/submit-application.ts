import { createHash } from 'node:crypto'
import { identitiesIn, indexIdentities } from '../application/identities.ts'
import { findIntake } from '../application/intake.ts'
import { next } from '../application/lifecycle.ts'
import { formatNumber, seriesYear } from '../application/numbers.ts'
import { appendHistory, lockOwnApplication, takeNumber, updateApplication } from '../application/store.ts'
import type { Application, Intake } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Invalid, type Problem } from '../errors.ts'
import { addJob } from '../outbox/store.ts'
import { deemedReceived, dueDay } from '../service/clock.ts'
import { bangkokDay, fromBangkok } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { namedValue } from '../service/display.ts'
import { type FeeLine, feeLines, feeTotal } from '../service/fee.ts'
import { type Answers, checkForm, formPages, normalise } from '../service/form.ts'
import { askMandate } from './ask-mandate.ts'
import { caseProof, contradictions, verifiedOf } from './case-proof.ts'
import { definitionOf } from './definition-of.ts'
import { holdTimes } from './hold-times.ts'
import { acknowledge } from './issue-acknowledgement.ts'
import { isNoticeDue, recordNotice } from './privacy-notice.ts'
import { raiseInvoice } from './raise-invoice.ts'
import { answersToday } from './start-transaction.ts'
import { tellFirstStep } from './tell-officer.ts'

type Submission = {
  applicationId: string
  applicantId: string
  declared: boolean
  /** The privacy notice was read, where a new one had to be shown. */
  noticed?: boolean
}
export type Submitted = { applicationId: string; reference: string }

/**
 * Hands the draft in: checks every answer, takes the reference number, stores both times of receipt and the due day.
 * A proof of who the applicant is must stand or wait where the service asks for one. Where the fee is due at filing, the invoice goes out at once and the review begins when it is paid. Pressed twice it
 * gives the same answer. Throws Invalid (problems by field path; `declaration` when not declared, `identity`
 * without a proof, `privacy_notice`
 * when it changed since the draft was begun and was not read).
 */
export async function submitApplication(ctx: Context, submission: Submission): Promise<Submitted> {
  const now = ctx.clock.now()
  const reference = await ctx.db.transaction(async (tx) => {
    const draft = await lockOwnApplication(tx, submission)
    const intake = await findIntake(tx, draft.id)
    if (draft.reference) return draft.reference
    const definition = await definitionOf(ctx, tx, draft)
    const given = await answersToday(tx, definition, draft, bangkokDay(now))
    const unread = !submission.noticed && (await isNoticeDue(tx, draft, definition))
    const ticks = { declared: submission.declared, unread }
    const found = { application: { ...draft, answers: given }, definition }
    const identity = [
      ...(await notAsProven(ctx, tx, found)),
      ...(intake ? [] : await unproven(ctx, tx, found)),
    ]
    const answers = acceptedAnswers(definition, given, { ...ticks, identity }, bangkokDay(now))
    if (!intake) await recordNotice(tx, { applicantId: draft.applicantId, definition, at: now })
    await holdTimes(tx, definition, draft, answers)
    const fee = dueAtFiling(definition, answers, bangkokDay(now))
    const year = seriesYear(definition.numbers.reference, bangkokDay(now))
    const running = await takeNumber(tx, `reference:${definition.id}:${year}`)
    const number = formatNumber(definition.numbers.reference, running, year)
    await updateApplication(tx, draft.id, {
      status: next(draft.status, fee ? 'submit_unpaid' : 'submit'),
      answers,
      reference: number,
      updatedAt: now,
      ...receipt(definition, { enteredAt: now, intake, unpaid: fee !== undefined }),
      ...shownInLists(definition, answers),
    })
    await indexIdentities(tx, [{ applicationId: draft.id, identities: identitiesIn(definition, answers) }])
    await askMandate(ctx, tx, { application: draft, definition, answers })
    await appendHistory(tx, draft.id, {
      at: now,
      actor: intake ? `officer:${intake.officerId}` : 'applicant',
      event: 'submitted',
      data: intake
        ? { reference: number, channel: intake.channel, receivedOn: intake.receivedOn }
        : { reference: number },
    })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: draft.id, message: 'acknowledgement' },
      runAt: now,
      key: `acknowledgement:${draft.id}`,
    })
    await addJob(tx, {
      name: 'show-menu',
      payload: { applicantId: draft.applicantId },
      runAt: now,
      key: `menu:${draft.id}`,
    })
    if (fee) await raiseInvoice(ctx, tx, draft, definition, fee)
    else {
      await acknowledge(ctx, tx, draft.id)
      await tellFirstStep(ctx, tx, draft.id, definition)
    }
    return number
  })
  ctx.wakeRelay()
  return { applicationId: submission.applicationId, reference }
}

/** The answers in their normal form, or Invalid with everything that is wrong. */
function acceptedAnswers(
  definition: Definition,
  given: Answers,
  { declared, unread, identity }: { declared: boolean; unread: boolean; identity: Problem[] },
  today: string,
): Answers {
  const problems: Problem[] = checkForm(definition.form, given, today).map(({ path, ...problem }) => ({
    field: path,
    ...problem,
  }))
  problems.push(...identity)
  if (!declared) problems.push({ field: 'declaration', code: 'declaration_needed' })
  if (unread) problems.push({ field: 'privacy_notice', code: 'notice_needed' })
  if (problems.length > 0) throw new Invalid('invalid', problems)
  return normalise(formPages(definition), given)
}

type Found = { application: Application; definition: Definition }

const NOT_AS_PROVEN = {
  th: 'ไม่ตรงกับผลยืนยันตัวตน เปิดหน้านี้แล้วบันทึกอีกครั้ง ระบบจะใส่ข้อมูลที่ยืนยันแล้วให้',
  en: 'This is not what was verified. Open the page and save it again: what was verified is filled in.',
}

async function notAsProven(ctx: Context, tx: Transaction, found: Found): Promise<Problem[]> {
  const verified = await verifiedOf(ctx, tx, found)
  return contradictions(found.application.answers, verified).map((field) => ({
    field,
    code: 'blocked',
    message: NOT_AS_PROVEN,
  }))
}

/** A proof that waits for an officer is enough to hand in; what an officer keyed in waits for one after. */
async function unproven(ctx: Context, tx: Transaction, found: Found): Promise<Problem[]> {
  const { state } = await caseProof(ctx, tx, found)
  return state === 'open' || state === 'refused' ? [{ field: 'identity', code: 'identity_needed' }] : []
}

/** What has to be paid before the review begins; undefined where it begins at once. */
function dueAtFiling(definition: Definition, answers: Answers, today: string): FeeLine[] | undefined {
  if (definition.fees.due !== 'at_filing') return undefined
  const lines = feeLines(definition.fees, answers, today)
  return feeTotal(lines) > 0 ? lines : undefined
}

/** At the counter or on the telephone on an earlier day: then that day counts, not the one of keying it in. */
function receivedBy({ receivedOn }: Intake, enteredAt: Date, agency: Definition['agency']): Date {
  return receivedOn < bangkokDay(enteredAt)
    ? fromBangkok(receivedOn, agency.hours.from)
    : deemedReceived(enteredAt, agency)
}

type Receipt = { enteredAt: Date; intake: Intake | undefined; unpaid: boolean }

/**
 * Both times of receipt (EPA s.10) and the last day for the decision. That counts from a complete application: while
 * a fee due at filing is not paid there is none yet.
 */
function receipt(definition: Definition, { enteredAt, intake, unpaid }: Receipt) {
  const receivedAt = intake
    ? receivedBy(intake, enteredAt, definition.agency)
    : deemedReceived(enteredAt, definition.agency)
  const declarationHash = createHash('sha256').update(definition.form.declaration.th).digest('hex')
  return {
    enteredAt,
    receivedAt,
    dueOn: unpaid ? null : dueDay(receivedAt, definition.clock, definition.agency),
    declarationHash,
  }
}

/** What lists and documents show of the answers. */
export function shownInLists(definition: Definition, answers: Answers) {
  const { holder, summary, place } = definition.roles
  return {
    holder: namedValue(definition, answers, holder),
    summary: namedValue(definition, answers, summary),
    place: namedValue(definition, answers, place),
  }
}
