import { sendAnswer } from '../actions/answer-question.ts'
import { askBank } from '../actions/ask-bank.ts'
import { callOfficer } from '../actions/call-officers.ts'
import { confirmPayment } from '../actions/confirm-payment.ts'
import { endSilentChat } from '../actions/end-silent-chat.ts'
import { eraseFile } from '../actions/erase-drafts.ts'
import { issueAcknowledgement } from '../actions/issue-acknowledgement.ts'
import { issueLicence } from '../actions/issue-licence.ts'
import { issueReceipt } from '../actions/issue-receipt.ts'
import { mailDocuments } from '../actions/mail-documents.ts'
import { remindDraft } from '../actions/remind-draft.ts'
import { remindExpiry } from '../actions/remind-expiry.ts'
import { sendChatWord } from '../actions/say-in-chat.ts'
import { sendMessage } from '../actions/send-message.ts'
import { showMenu } from '../actions/show-menu.ts'
import { tellOfficer } from '../actions/tell-officer.ts'
import { tidyUp } from '../actions/tidy-up.ts'
import { watchDeadlines } from '../actions/watch-deadlines.ts'
import type { Context } from '../context.ts'
import { handleLineEvent } from '../conversation/handle.ts'
import { describeError } from '../logger.ts'
import { MessageNotSent } from '../messages/failure.ts'
import { backoffMs, JOBS, type JobName } from '../outbox/jobs.ts'
import { buryJob, findJob, finishJob, postponeJob } from '../outbox/store.ts'
import type { Job } from '../outbox/table.ts'

/** What runs for each job. Every handler may run twice: its effect is unique by key, or by the job's id. */
type Handler = (ctx: Context, payload: Record<string, string>, jobId: string) => Promise<unknown>
const HANDLERS: Record<JobName, Handler> = {
  'handle-line-event': (ctx, payload) => handleLineEvent(ctx, payload.lineEventId ?? ''),
  'send-message': sendMessage,
  'show-menu': showMenu,
  'tell-officer': tellOfficer,
  'call-officer': callOfficer,
  'send-answer': sendAnswer,
  'send-chat-word': sendChatWord,
  'end-silent-chat': endSilentChat,
  'confirm-payment': confirmPayment,
  'ask-bank': askBank,
  'issue-acknowledgement': issueAcknowledgement,
  'issue-receipt': issueReceipt,
  'issue-licence': issueLicence,
  'mail-documents': mailDocuments,
  'watch-deadlines': watchDeadlines,
  'remind-draft': remindDraft,
  'remind-expiry': remindExpiry,
  'erase-file': eraseFile,
  'tidy-up': tidyUp,
}
/** Somebody else is at this person's events: look again soon. */
const BUSY_MS = 300

/** Runs one job of the ledger, whatever the queue thinks of it. Never throws: the ledger keeps the outcome. */
export async function consume(ctx: Context, jobId: string): Promise<void> {
  const job = await findJob(ctx.db, jobId)
  if (!job || job.state === 'done' || job.state === 'cancelled' || job.state === 'dead') return
  const name = job.name as JobName
  try {
    const outcome = await HANDLERS[name](ctx, job.payload, job.id)
    // Not before this moment.
    if (outcome instanceof Date) return await postponeJob(ctx.db, job.id, outcome)
    if (outcome === 'busy') return await postponeJob(ctx.db, job.id, after(ctx, BUSY_MS))
    await finishJob(ctx.db, job.id, ctx.clock.now())
    ctx.log.info({ event: 'job.done', jobId, job: name })
  } catch (error) {
    await keepFailure(ctx, job, name, error)
  }
}

const after = (ctx: Context, ms: number): Date => new Date(ctx.clock.now().getTime() + ms)

async function keepFailure(ctx: Context, job: Job, name: JobName, error: unknown): Promise<void> {
  const tried = job.attempts + 1
  const reason = describeError(error).message.slice(0, 500)
  const hopeless = error instanceof MessageNotSent && error.permanent
  const final = hopeless || tried >= JOBS[name].tries
  ctx.log[final ? 'error' : 'warn']({
    event: final ? 'job.dead' : 'job.failed',
    jobId: job.id,
    job: name,
    tried,
    err: error,
  })
  if (final) await buryJob(ctx.db, job.id, reason)
  else await postponeJob(ctx.db, job.id, after(ctx, backoffMs(tried)), reason)
}
