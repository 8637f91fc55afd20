/** What the conversation does with the officers: questions and words for them, and the end of it. */
import { sendHeldAnswers } from '../actions/answer-question.ts'
import { askOfficer } from '../actions/ask-officer.ts'
import { unsayInChat } from '../actions/fetch-chat-file.ts'
import { leaveChat } from '../actions/give-back-chat.ts'
import { handOverChat } from '../actions/hand-over-chat.ts'
import { hearInChat } from '../actions/say-in-chat.ts'
import type { Context } from '../context.ts'
import type { LineEvent } from '../messages/table.ts'
import { keepable, LONGEST } from '../question/rules.ts'
import { eraseUnsentQuestion, keepUnanswered } from '../question/store.ts'
import { type Incoming, messageIdOf } from './incoming.ts'
import type { OfficerEffect } from './outcome.ts'
import type { World } from './world.ts'

/** Repeating it changes nothing. */
export async function runOfficerEffect(
  ctx: Context,
  event: LineEvent,
  { effect, world }: { effect: OfficerEffect; world: World },
): Promise<void> {
  const asked = { applicantId: world.applicantId, lineEventId: event.id }
  const messageId = messageIdOf(event.body)
  switch (effect.do) {
    case 'ask-officer': {
      const { text, messageId: earlier = messageId } = effect
      return askOfficer(ctx, { ...asked, text, messageId: earlier ?? null, language: world.language })
    }
    case 'hand-over':
      return handOverChat(ctx, asked)
    case 'hear':
      return hearInChat(ctx, { ...asked, kind: effect.kind, text: effect.text, messageId, file: effect.file })
    case 'leave-chat':
      return leaveChat(ctx, world.applicantId)
  }
}

/** Words taken back are erased; who comes back gets the answers held for them; who blocks the account ends the chat. */
export async function noteForOfficers(
  ctx: Context,
  event: LineEvent,
  { incoming, world }: { incoming: Incoming; world: World },
): Promise<void> {
  switch (incoming.kind) {
    case 'unsent':
      await eraseUnsentQuestion(ctx.db, incoming.messageId)
      return unsayInChat(ctx, incoming.messageId)
    case 'follow':
      return sendHeldAnswers(ctx, world.applicantId, event.id)
    case 'unfollow':
      return leaveChat(ctx, world.applicantId)
  }
}

/** A text that found no answer is kept for one press; the one before is forgotten. */
export async function keepForOfficers(
  ctx: Context,
  event: LineEvent,
  { text, world }: { text: string; world: World },
): Promise<void> {
  const kept = keepable(text, LONGEST.question)
  const messageId = messageIdOf(event.body) ?? null
  await keepUnanswered(ctx.db, { applicantId: world.applicantId, text: kept, messageId, at: ctx.clock.now() })
}
