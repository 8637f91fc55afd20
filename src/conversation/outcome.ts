/** What one step of the chat comes to. */
import type { Answers } from '../service/form.ts'
import type { SentFile } from './incoming.ts'
import type { Saying } from './saying.ts'

/** What it is that the officers do for the chat; `officer-effects.ts` runs it. */
export type OfficerEffect =
  | { do: 'ask-officer'; text: string; messageId?: string | null }
  | { do: 'hand-over' }
  | { do: 'hear'; kind: 'text' | 'file' | 'sticker' | 'location'; text?: string; file?: SentFile }
  | { do: 'leave-chat' }

export type Effect =
  | { do: 'answer-survey'; applicationId: string; score: number }
  | { do: 'withdraw-consents'; purposes: string[] }
  | { do: 'choose-language'; language: 'th' | 'en' }
  | OfficerEffect

/**
 * `topic`: what the chat is about from now on. `unanswered`: the words of a question without an answer, which one
 * press passes on to the officers.
 */
export type Outcome = {
  says: Saying[]
  effect?: Effect
  topic?: string
  unanswered?: string
  /** The answers given so far to "for my case"; unchanged where it is not there. */
  estimate?: Answers
}
