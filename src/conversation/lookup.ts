/**
 * What a person wants, from what they type in Thai or English. In this order: a command that is most of the text;
 * guide topics whose words occur in it; a command that occurs in a longer text; topics whose words nearly occur, or
 * whose answer speaks of the same; else nothing, and the chat says so instead of guessing.
 */
import type { GuideTopic, Language } from '../service/definition.ts'
import { COMMANDS, type Command } from './commands.ts'
import { type Folded, fold, positionOf, resemblance, sharedStretch } from './fold.ts'

export type Topic = Pick<GuideTopic, 'id' | 'title' | 'words' | 'answer' | 'more'>
export type Understood =
  | { kind: 'command'; command: Command }
  | { kind: 'topics'; ids: string[] }
  | { kind: 'unsure'; ids: string[] }
  | { kind: 'none' }

/** Longer texts are read no further. */
const LONGEST = 200
/** The least part of the text a command must be; the least resemblance to count as meant, or to be asked about. */
const MOSTLY = 0.65
const ALIKE = 0.75
const PERHAPS = 0.58
/** Also meant: less alike, but nothing else comes near. Asked about together: those this close to the best. */
const CLEAR = { score: 0.62, lead: 0.25 }
const CLOSE = 0.06

export function understand(text: string, topics: Topic[]): Understood {
  const question = fold(withoutManners(text.slice(0, LONGEST)))
  if (question.length === 0) return { kind: 'none' }
  const command = commandThatIs(question)
  if (command) return { kind: 'command', command }
  const exact = topicsNamedIn(question, topics)
  if (exact.length > 0) return { kind: 'topics', ids: exact }
  const within = commandWithin(question)
  return within ? { kind: 'command', command: within } : topicsLike(question, topics)
}

/** The language of what was typed, where it can be told: one Latin word may stand in anybody's text. */
export function languageOf(text: string): Language | undefined {
  if (/[ก-๎]/.test(text)) return 'th'
  return (text.match(/[a-z]{2,}/gi) ?? []).length >= 2 ? 'en' : undefined
}

const OPENINGS =
  /^(รบกวน|ขอโทษ|สอบถาม|อยากถาม|ขอถาม|ถาม|อยากรู้ว่า|อยากรู้|อยากทราบว่า|อยากทราบ|อยาก|ต้องการ|ช่วย|จะ|please|i want to|i would like to|can i|how do i)\s*/i
const ENDINGS = /\s*(ครับผม|ครับ|คับ|คร้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|จ๊ะ|(?<!สถา)นะ|น่ะ|หน่อย|ด้วย|please|[?!.…ๆ\s])$/i

function withoutManners(text: string): string {
  const shorter = text.trim().replace(OPENINGS, '').replace(ENDINGS, '')
  if (shorter === '') return text
  return shorter === text.trim() ? shorter : withoutManners(shorter)
}

function commandThatIs(question: Folded): Command | undefined {
  const scored = COMMANDS.flatMap(({ command, words }) =>
    words.map((word) => ({ command, score: partOf(word, question) })),
  )
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= MOSTLY ? best.command : undefined
}

/** The part of the question this word makes up, where it occurs or the whole question resembles it. */
function partOf(word: Folded, question: Folded): number {
  if (positionOf(word, question) !== undefined) return word.length / question.length
  const sameSize = Math.abs(word.length - question.length) <= 2
  const alike = sameSize ? resemblance(word, question) : 0
  return alike >= ALIKE ? alike : 0
}

function commandWithin(question: Folded): Command | undefined {
  return COMMANDS.find(({ within }) => within.some((word) => positionOf(word, question) !== undefined))
    ?.command
}

/** At most two topics, by the longest words that occur; a word inside another's does not count twice. */
function topicsNamedIn(question: Folded, topics: Topic[]): string[] {
  const named = topics
    .flatMap((topic) =>
      wordsOf(topic).map((word) => ({ id: topic.id, word, at: positionOf(word, question) })),
    )
    .flatMap(({ id, word, at }) => (at === undefined ? [] : [{ id, at, end: at + lengthIn(word) }]))
    .sort((a, b) => b.end - b.at - (a.end - a.at))
  const apart = named.filter((one, index) =>
    named
      .slice(0, index)
      .every((other) => other.id !== one.id && (one.at >= other.end || one.end <= other.at)),
  )
  return apart
    .slice(0, 2)
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)
}

const lengthIn = (word: Folded) => (word.thai ? word.thai.length : word.latin.length)
const wordsOf = (topic: Topic) => [topic.title.th, topic.title.en, ...topic.words].map(fold)

function topicsLike(question: Folded, topics: Topic[]): Understood {
  const scored = topics
    .map((topic) => ({ id: topic.id, score: likeness(topic, question) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best || best.score < PERHAPS) return { kind: 'none' }
  const isClear = best.score >= CLEAR.score && best.score - (second?.score ?? 0) >= CLEAR.lead
  if (best.score >= ALIKE || isClear) return { kind: 'topics', ids: [best.id] }
  const close = scored.filter(({ score }) => score >= PERHAPS && best.score - score <= CLOSE)
  return { kind: 'unsure', ids: close.slice(0, 3).map(({ id }) => id) }
}

/** By its words, or, less surely, because its answer speaks of the same. */
function likeness(topic: Topic, question: Folded): number {
  const byWords = Math.max(...wordsOf(topic).map((word) => resemblance(word, question)))
  return Math.max(byWords, question.thai.length >= 6 ? byAnswer(topic, question) : 0)
}

/** Never enough to answer, only to ask back. */
function byAnswer({ answer, more }: Topic, question: Folded): number {
  const told = fold([answer.th, ...(more?.th ?? [])].join('')).thai
  return Math.min(sharedStretch(question.thai, told), CLEAR.score - 0.01)
}
