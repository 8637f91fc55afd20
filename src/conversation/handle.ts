/**
 * Answers what people write. A person's events are answered one after the other in the order in which they happened,
 * by one worker at a time. Killed at any point and run again, an event has the same effect and one answer.
 */
import { answerSurvey } from '../actions/answer-survey.ts'
import { chooseConsent } from '../actions/choose-consent.ts'
import { meetApplicant } from '../actions/meet-applicant.ts'
import type { Context } from '../context.ts'
import type { OutgoingMessage } from '../messages/message.ts'
import type { LineEvent } from '../messages/table.ts'
import type { Answers } from '../service/form.ts'
import { beforeConversation } from './account.ts'
import { whileHandedOver } from './hand-over.ts'
import { type Incoming, messageIdOf, readIncoming, replyTokenOf, unsentMessageOf } from './incoming.ts'
import { keepForOfficers, noteForOfficers, runOfficerEffect } from './officer-effects.ts'
import type { Effect } from './outcome.ts'
import { answerFiles } from './received-files.ts'
import { toMessage } from './saying.ts'
import { sorryFor } from './sorry.ts'
import { step } from './step.ts'
import {
  closeEvent,
  findEvent,
  findTopic,
  keepChat,
  type Lease,
  markReplyTried,
  releaseLease,
  renewLease,
  takeLease,
  waitingEvents,
} from './waiting.ts'
import { loadWorld, type World } from './world.ts'

/** `moreFollow`: files of theirs wait behind it. */
type Theirs = LineEvent & { lineUserId: string; moreFollow: boolean }

/** `busy`: somebody else is answering this person, or an earlier event of theirs has failed; to be run again soon. */
export async function handleLineEvent(ctx: Context, lineEventId: string): Promise<'done' | 'busy'> {
  const event = await findEvent(ctx.db, lineEventId)
  if (!event || event.handledAt) return 'done'
  if (!event.lineUserId) {
    await closeEvent(ctx.db, event.id, ctx.clock.now())
    return 'done'
  }
  const lease = await takeLease(ctx.db, event.lineUserId)
  if (!lease) return 'busy'
  try {
    return await answerWaiting(ctx, event.id, lease)
  } finally {
    await releaseLease(ctx.db, lease)
  }
}

async function answerWaiting(ctx: Context, askedId: string, lease: Lease): Promise<'done' | 'busy'> {
  for (;;) {
    const waiting = await waitingEvents(ctx.db, lease.lineUserId)
    const [next] = waiting
    if (!next) return 'done'
    if (!(await renewLease(ctx.db, lease))) return 'busy'
    const unsent = new Set(waiting.map(({ body }) => unsentMessageOf(body)).filter(Boolean))
    const moreFollow = waiting.slice(1).some(({ body }) => readIncoming(body).kind === 'file')
    const event = { ...next, lineUserId: lease.lineUserId, moreFollow }
    try {
      await answer(ctx, event, unsent.has(messageIdOf(next.body)))
    } catch (error) {
      // Each event fails on its own account: its own job counts the tries, the later ones wait for it.
      if (next.id === askedId) throw error
      return 'busy'
    }
  }
}

async function answer(ctx: Context, event: Theirs, isTakenBack: boolean): Promise<void> {
  const incoming: Incoming = isTakenBack ? { kind: 'ignored' } : readIncoming(event.body)
  if (incoming.kind !== 'ignored') {
    const { messages, ...kept } = await respond(ctx, event, incoming)
    await deliver(ctx, event, messages)
    await keepChat(ctx.db, event.lineUserId, kept)
  }
  await closeEvent(ctx.db, event.id, ctx.clock.now())
}

type Response = { messages: OutgoingMessage[]; topic: string | null; estimate?: Answers }

async function respond(ctx: Context, event: Theirs, incoming: Incoming): Promise<Response> {
  const stopped = await beforeConversation(ctx, event.lineUserId, incoming)
  if (stopped) return { messages: stopped, topic: null }
  const world = await loadWorld(ctx, event.lineUserId, incoming)
  const topic = await findTopic(ctx.db, event.lineUserId)
  await noteForOfficers(ctx, event, { incoming, world })
  const handedOver = whileHandedOver(incoming, world)
  const aboutFiles = handedOver
    ? undefined
    : await answerFiles(ctx, { ...event, sentAt: event.occurredAt }, incoming, world)
  if (aboutFiles) {
    const messages = aboutFiles.map((saying) => toMessage(saying, ctx.flex, world.language))
    return { messages, topic }
  }
  const outcome = handedOver ?? step({ topic }, incoming, world)
  const language = outcome.effect?.do === 'choose-language' ? outcome.effect.language : world.language
  try {
    if (outcome.effect) await run(ctx, event, outcome.effect, world)
    if (outcome.unanswered) await keepForOfficers(ctx, event, { text: outcome.unanswered, world })
  } catch (error) {
    const sorry = sorryFor(error)
    if (!sorry) throw error
    return { messages: [{ type: 'text', text: sorry[language] }], topic }
  }
  const messages = outcome.says.map((saying) => toMessage(saying, ctx.flex, language))
  return { messages, topic: outcome.topic ?? null, estimate: outcome.estimate }
}

/** Repeating an effect changes nothing. */
async function run(ctx: Context, event: Theirs, effect: Effect, world: World): Promise<void> {
  switch (effect.do) {
    case 'answer-survey': {
      const { applicationId, score } = effect
      return answerSurvey(ctx, { applicationId, score, applicantId: world.applicantId })
    }
    case 'withdraw-consents': {
      const { applicantId } = world
      for (const purposeId of effect.purposes)
        await chooseConsent(ctx, { applicantId, purposeId, given: false, channel: 'chat' })
      return
    }
    case 'choose-language':
      await meetApplicant(ctx, event.lineUserId, { language: effect.language })
      return
    default:
      return runOfficerEffect(ctx, event, { effect, world })
  }
}

/**
 * Replies with the free token. That a reply is under way is written down first, because a token works once: refused
 * on a first try it was too old, and the answer is pushed; refused on a later one, the earlier try had arrived.
 */
async function deliver(ctx: Context, event: Theirs, messages: OutgoingMessage[]): Promise<void> {
  const token = replyTokenOf(event.body)
  if (messages.length === 0 || !token) return
  const triedBefore = event.replyTried
  if (!triedBefore) await markReplyTried(ctx.db, event.id, true)
  const outcome = await ctx.messenger.reply(token, messages)
  if (outcome === 'sent') return
  if (triedBefore) return ctx.log.info({ event: 'chat.presumed_delivered', lineEventId: event.id })
  await markReplyTried(ctx.db, event.id, false)
  await ctx.messenger.push(event.lineUserId, messages, event.id)
}
