import { sendAnswer } from '../actions/answer-question.ts'
import { askBank } from '../actions/ask-bank.ts'
import { callOfficer } from '../actions/call-officers.ts'
import { confirmPayment } from '../actions/confirm-payment.ts'
import { dispose } from '../actions/dispose.ts'
import { endSilentChat } from '../actions/end-silent-chat.ts'
import { eraseFile } from '../actions/erase-drafts.ts'
import { eraseExport, makeExport } from '../actions/export-my-data.ts'
import { fetchChatFile } from '../actions/fetch-chat-file.ts'
import { carryOutErasure } from '../actions/grant-erasure.ts'
import { issueAcknowledgement } from '../actions/issue-acknowledgement.ts'
import { issueLicence } from '../actions/issue-licence.ts'
import { issueReceipt } from '../actions/issue-receipt.ts'
import { mailDocuments } from '../actions/mail-documents.ts'
import { mailOffer } from '../actions/offer-licence.ts'
import { remindDraft } from '../actions/remind-draft.ts'
import { remindExpiry } from '../actions/remind-expiry.ts'
import { sendChatWord } from '../actions/say-in-chat.ts'
import { sendMessage } from '../actions/send-message.ts'
import { showMenu } from '../actions/show-menu.ts'
import { callDpo, tellDataRequest, watchDataRequests } from '../actions/tell-data-request.ts'
import { tellMandate } from '../actions/tell-mandate.ts'
import { tellOfficer } from '../actions/tell-officer.ts'
import { tellProof } from '../actions/tell-proof.ts'
import { tellRelink } from '../actions/tell-relink.ts'
import { tidyUp } from '../actions/tidy-up.ts'
import { watchDeadlines } from '../actions/watch-deadlines.ts'
import type { Context } from '../context.ts'
import { handleLineEvent } from '../conversation/handle.ts'
import { describeError } from '../logger.ts'
import { MessageNotSent } from '../messages/failure.ts'
import { backoffMs, isJobName, JOBS, type JobName } from '../outbox/jobs.ts'
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
  'fetch-chat-file': fetchChatFile,
  'end-silent-chat': endSilentChat,
  'tell-proof': tellProof,
  'tell-relink': tellRelink,
  'tell-mandate': tellMandate,
  'confirm-payment': confirmPayment,
  'ask-bank': askBank,
  'issue-acknowledgement': issueAcknowledgement,
  'issue-receipt': issueReceipt,
  'issue-licence': issueLicence,
  'mail-documents': mailDocuments,
  'mail-offer': mailOffer,
  'watch-deadlines': watchDeadlines,
  'remind-draft': remindDraft,
  'remind-expiry': remindExpiry,
  'erase-file': eraseFile,
  'make-export': makeExport,
  'erase-export': eraseExport,
  'grant-erasure': carryOutErasure,
  'tell-data-request': tellDataRequest,
  'call-dpo': callDpo,
  'watch-data-requests': watchDataRequests,
  dispose,
  'tidy-up': tidyUp,
}
/** Somebody else is at this person's events: look again soon. */
const BUSY_MS = 300
/** A job of a newer version, which will take it. */
const UNKNOWN_MS = 60_000

/** Runs one job of the ledger, whatever the queue thinks of it. Never throws: the ledger keeps the outcome. */
export async function consume(ctx: Context, jobId: string): Promise<void> {
  const job = await findJob(ctx.db, jobId)
  if (!job || job.state === 'done' || job.state === 'cancelled' || job.state === 'dead') return
  const { name } = job
  if (!isJobName(name)) {
    ctx.log.warn({ event: 'job.unknown', jobId, job: name })
    return postponeJob(ctx.db, job.id, after(ctx, UNKNOWN_MS))
  }
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
