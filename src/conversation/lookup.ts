/**
 * What a person wants, from what they type in Thai or English. In this order: a command that is the whole text; what
 * the guide and the officers' published questions surely answer; a command that is most of the text, or occurs in it;
 * answers that may be meant, to be asked back; else nothing, and the chat says so instead of guessing. Pure.
 */
import type { Definition, Language } from '../service/definition.ts'
import type { Index } from '../service/search/build-index.ts'
import { lookUp, strangeLetters } from '../service/search/search.ts'
import { asLicence, COMMANDS, type Command } from './commands.ts'
import { type Folded, fold, positionOf, resemblance } from './fold.ts'
import { isElsewhere, wishOf } from './lookup-beside.ts'

export type Understood =
  | { kind: 'command'; command: Command }
  | { kind: 'answers'; ids: string[] }
  | { kind: 'unsure'; ids: string[] }
  | { kind: 'none' }

/** Longer texts are read no further. */
const LONGEST = 200
/** The part of the text a command must be: before any answer, and before what is only perhaps meant. */
const WHOLLY = 0.9
const MOSTLY = 0.65
/** The part that a word within must be where the guide may be meant as well. */
const PARTLY = 0.25
/** How much the whole text must resemble a command. */
const ALIKE = 0.75
const MOST_ANSWERS = 2
/** So sure must each of two answers be: a part of a question is not a question. */
const CLEAR = 0.65
/** So many unknown letters name something else: "ขอใบอนุญาตพกปืน". */
const STRANGE = 5

/** `licence`: what the service calls its document, which people name in commands. */
export function understand(text: string, index: Index, licence?: Definition['licence']): Understood {
  const read = text.slice(0, LONGEST)
  const question = fold(withoutManners(licence ? asLicence(read, licence) : read))
  if (question.length === 0) return { kind: 'none' }
  const named = commandIn(question)
  if (named && named.part >= WHOLLY) return { kind: 'command', command: named.command }
  const found = lookUp(index, read)
  const wish = 'answer' in found ? wishOf(found.answer) : undefined
  if (wish) return { kind: 'command', command: wish }
  if ('answer' in found && isElsewhere(found.answer)) return { kind: 'none' }
  const ids = 'answer' in found ? [found.answer] : []
  const several = answersIn(clausesOf(read), index)
  if (several.length > 1 && ids.every((id) => several.includes(id))) return { kind: 'answers', ids: several }
  if (ids.length > 0) return { kind: 'answers', ids }
  const perhaps = 'didYouMean' in found ? beforeElsewhere(found.didYouMean).filter(isOfGuide) : []
  const unsure = perhaps.length > 0
  const isMeant = named && (named.isSpelled || !unsure) && !namesAnother(named.command, read, index)
  const command = (isMeant ? named.command : undefined) ?? commandWithin(question, unsure ? PARTLY : 0)
  if (command) return { kind: 'command', command }
  return unsure ? { kind: 'unsure', ids: perhaps } : { kind: 'none' }
}

/** What a matter of another office is nearer to is not asked back. */
function beforeElsewhere(ids: string[]): string[] {
  const at = ids.findIndex(isElsewhere)
  return at < 0 ? ids : ids.slice(0, at)
}

const isOfGuide = (id: string) => !isElsewhere(id) && wishOf(id) === undefined

/** The language of what was typed, where it can be told: one Latin word may stand in anybody's text. */
export function languageOf(text: string): Language | undefined {
  if (/[ก-๎]/.test(text)) return 'th'
  return (text.match(/[a-z]{2,}/gi) ?? []).length >= 2 ? 'en' : undefined
}

const OPENINGS =
  /^(รบกวน|ขอโทษ|สอบถาม|อยากถาม|ขอถาม|ถาม|อยากรู้ว่า|อยากรู้|อยากทราบว่า|อยากทราบ|อยาก|ต้องการ|ช่วย|จะ|please|i want to|i would like to|can i|how do i)\s*/i
const ENDINGS = /\s*(ครับผม|ครับ|คับ|คร้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|จ๊ะ|(?<!สถา)นะ|น่ะ|หน่อย|ด้วย|เลย|please|[?!.…ๆ\s])$/i

function withoutManners(text: string): string {
  const shorter = text.trim().replace(OPENINGS, '').replace(ENDINGS, '')
  if (shorter === '') return text
  return shorter === text.trim() ? shorter : withoutManners(shorter)
}

/** Two questions at once are told apart by a space, a full stop or an "and". */
const BETWEEN = /(?<=[ก-๎])\s+(?=[ก-๎])|[?!;\n]+|\.\s|และ|\band\b/
const clausesOf = (text: string) => text.split(BETWEEN).filter((clause) => clause.trim() !== '')

function answersIn(clauses: string[], index: Index): string[] {
  if (clauses.length < 2) return []
  const ids = clauses.flatMap((clause) => {
    const found = lookUp(index, clause)
    return 'answer' in found && found.score >= CLEAR && isOfGuide(found.answer) ? [found.answer] : []
  })
  return [...new Set(ids)].slice(0, MOST_ANSWERS)
}

/** Commands whose words are the licence's own: with another thing beside them, that is what is asked for. */
const OF_THE_LICENCE: Command[] = ['apply', 'licence']
const namesAnother = (command: Command, text: string, index: Index) =>
  OF_THE_LICENCE.includes(command) && strangeLetters(index, text) >= STRANGE

/** `isSpelled`: its word occurs as it is. */
type Named = { command: Command; part: number; isSpelled: boolean }

function commandIn(question: Folded): Named | undefined {
  const scored = COMMANDS.flatMap(({ command, words }) =>
    words.map((word) => ({
      command,
      part: partOf(word, question),
      isSpelled: positionOf(word, question) !== undefined,
    })),
  )
  const best = scored.reduce((a, b) => (b.part > a.part ? b : a))
  return best.part >= MOSTLY ? best : undefined
}

/** The part of the question this word makes up, where it occurs or the whole question resembles it. */
function partOf(word: Folded, question: Folded): number {
  if (positionOf(word, question) !== undefined) return word.length / question.length
  const sameSize = Math.abs(word.length - question.length) <= 2
  const alike = sameSize ? resemblance(word, question) : 0
  return alike >= ALIKE ? alike : 0
}

/** One of which a word occurs in the text, and makes up at least this part of it. */
function commandWithin(question: Folded, part: number): Command | undefined {
  const occurs = (word: Folded) =>
    positionOf(word, question) !== undefined && word.length >= part * question.length
  return COMMANDS.find(({ within }) => within.some(occurs))?.command
}
