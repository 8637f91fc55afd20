/** Who may answer, what is worth keeping, when an answer may be expected, and how long words are kept. Pure. */
import { deemedReceived, nextWorkingDay } from '../service/clock.ts'
import { addDays, bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { isThaiId, maskThaiId } from '../service/thai.ts'

/** Who answers citizens: whoever has a part in the review knows the matter, and so do those who write its texts. */
export const ANSWER_ROLES = ['reviewer', 'supervisor', 'approver', 'inspector', 'editor'] as const
export const mayAnswer = ({ roles }: { roles: readonly string[] }): boolean =>
  ANSWER_ROLES.some((role) => roles.includes(role))

/** As many questions of one person may wait at a time. */
export const MOST_WAITING = 5

/** In UTF-16 units. What is public must fit the cards of the chat; a word is one of LINE's text messages. */
export const LONGEST = { question: 1000, answer: 1000, publicQuestion: 200, publicAnswer: 500, word: 2000 }

/** What a citizen may send an officer in the chat: as large as the largest document of a form. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024

/** Not there by then, a file will not come: LINE keeps what was sent for a while only. */
const FETCHING_MINUTES = 90
export const isFileLost = (sentAt: Date, now: Date): boolean =>
  now.getTime() - sentAt.getTime() > FETCHING_MINUTES * 60_000

/** A chat in which neither side says a word for so long is given back. */
export const SILENCE_MINUTES = 30
export const silentFrom = (lastWordAt: Date): Date =>
  new Date(lastWordAt.getTime() + SILENCE_MINUTES * 60_000)

/**
 * The end of the working day after the one on which the question counts as received: outside announced hours that is
 * the next opening (Electronic Government Procedure Act B.E. 2565 s. 10).
 */
export function expectedAnswerOn(
  askedAt: Date,
  agency: Pick<Definition['agency'], 'hours' | 'holidays'>,
): string {
  return nextWorkingDay(addDays(bangkokDay(deemedReceived(askedAt, agency)), 1), agency)
}

/** The words as they may be kept: national ID numbers hidden, and not longer than `most`. */
export function keepable(text: string, most: number): string {
  return text
    .replace(ID_LIKE, (number) => (isThaiId(number) ? maskThaiId(number) : number))
    .trim()
    .slice(0, most)
}

/** Whether the words name a person by the number that must never be public. */
export const holdsIdNumber = (text: string): boolean => (text.match(ID_LIKE) ?? []).some(isThaiId)

const ID_LIKE = /[\d๐-๙][\d๐-๙\s-]{11,16}[\d๐-๙]/g
