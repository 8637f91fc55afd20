/**
 * "For my case": asks the few form questions that the guide names, then tells the fee and the promised last day, or
 * that no licence is needed. Buttons where there are options, numbers typed; of a repeat group only how many rows.
 * The answers given are kept with the chat, and a draft begun afterwards starts with them. Pure.
 */
import { clipGraphemes, LIMITS } from '../messages/limits.ts'
import type { MessageData } from '../messages/message.ts'
import { deemedReceived, dueDay } from '../service/clock.ts'
import { bangkokDay, longDate } from '../service/dates.ts'
import type { Definition, Exit, Option, Question, RepeatField } from '../service/definition.ts'
import { fieldsById, showAnswer } from '../service/display.ts'
import { type FeeLine, feeLines, feeTotal } from '../service/fee.ts'
import { type Answers, checkField, exitOf, holds, normaliseAnswer, visibleOptions } from '../service/form.ts'
import { problemText } from '../service/problems.ts'
import { formatBaht, plainNumber } from '../service/thai.ts'
import { newestIn } from './cases.ts'
import { ESTIMATE_WORDS } from './estimate-words.ts'
import { fold } from './fold.ts'
import type { Outcome } from './outcome.ts'
import type { Choice, Saying } from './saying.ts'
import type { World } from './world.ts'

type Chosen = Extract<Question, { type: 'choice' | 'select' | 'lookup' | 'yes_no' }>
type Counted = Extract<Question, { type: 'number' | 'money' }>
type Askable = Chosen | Counted | RepeatField

/** Whether the guide names questions that the chat can ask. */
export const canEstimate = (definition: Definition): boolean => askable(definition).length > 0

/** A press: without a field it begins anew, else it answers that field. */
export function estimate({ f, v }: Record<string, string>, world: World): Outcome {
  if (!f) return ask({}, world)
  const field = askable(world.definition).find(({ id }) => id === f)
  return field ? answer(field, v ?? '', world) : ask({}, world)
}

/** The topic while an answer is waited for. */
const TOPIC = 'estimate:'

/** A text that answers the question just asked; undefined when it reads like something else. */
export function typedEstimate(topic: string | null, text: string, world: World): Outcome | undefined {
  const field = fieldAsked(topic, world)
  const value = field && readTyped(field, text, world)
  return field && value !== undefined ? answer(field, value, world) : undefined
}

/** The question once more, for a text that nothing understands. */
export function askAgain(topic: string | null, world: World): Outcome | undefined {
  const field = fieldAsked(topic, world)
  const sorry = ESTIMATE_WORDS.notUnderstood[world.language]
  return field && ask(world.estimate ?? {}, world, { sorry })
}

const fieldAsked = (topic: string | null, { definition }: World): Askable | undefined =>
  topic?.startsWith(TOPIC)
    ? askable(definition).find(({ id }) => id === topic.slice(TOPIC.length))
    : undefined

function askable(definition: Definition): Askable[] {
  const fields = fieldsById(definition)
  return definition.guide.eligibility.flatMap((id) => {
    const field = fields.get(id)
    return field && isAskable(field) ? [field] : []
  })
}

const isAskable = (field: Question): field is Askable =>
  ['choice', 'select', 'lookup', 'yes_no', 'number', 'money', 'repeat'].includes(field.type)

const YES_NO: Option[] = [
  { value: 'yes', label: { th: 'ใช่', en: 'Yes' } },
  { value: 'no', label: { th: 'ไม่ใช่', en: 'No' } },
]

function optionsOf(field: Askable, answers: Answers): Option[] {
  if (field.type === 'yes_no') return YES_NO
  return 'options' in field ? visibleOptions(field, answers) : []
}

/** "3", "๓ ตู้", "1,500": a number and at most a word. */
const NUMBER = /^\s*([\d๐-๙][\d๐-๙,.]*)\s*[ก-๎a-z]{0,14}\s*$/i

function readTyped(field: Askable, text: string, { estimate = {}, language }: World): string | undefined {
  if (field.type === 'repeat' || field.type === 'number' || field.type === 'money') {
    const typed = NUMBER.exec(text)?.[1]
    return typed && plainNumber(typed)
  }
  const said = fold(text)
  const meant = optionsOf(field, estimate).find(({ label }) =>
    [label[language], label.th, label.en].map(fold).some((name) => isSame(name, said)),
  )
  return meant?.value
}

const isSame = (a: ReturnType<typeof fold>, b: ReturnType<typeof fold>) =>
  a.thai === b.thai && a.latin === b.latin

function answer(field: Askable, value: string, world: World): Outcome {
  const before = world.estimate ?? {}
  const given = field.type === 'repeat' ? rows(value) : normaliseAnswer(field, value)
  const sorry = faultOf(field, value, { ...before, [field.id]: given }, world)
  return sorry ? ask(before, world, { sorry, field }) : ask({ ...before, [field.id]: given }, world)
}

const rows = (count: string) => Array.from({ length: Math.min(Number(count) || 0, 200) }, () => ({}))

/** What is wrong with it, in words. Rows are only counted: what stands in them is asked in the form. */
function faultOf(field: Askable, value: string, answers: Answers, world: World): string | undefined {
  const { language, now } = world
  if (field.type === 'repeat') {
    const isRight = /^\d{1,3}$/.test(value) && Number(value) >= field.min && Number(value) <= field.max
    return isRight ? undefined : `${field.min}–${field.max}`
  }
  const [problem] = checkField(field, value, { answers, today: bangkokDay(now) })
  return problem && problemText(problem, field.label[language], language)
}

type Asking = { sorry?: string; field?: Askable }

/** The way out where there is one; else the next question, or, when all is known, the result. */
function ask(answers: Answers, world: World, { sorry, field }: Asking = {}): Outcome {
  const exit = exitOf(world.definition.form, answers)
  if (exit) return { says: [exitText(exit, world)], estimate: answers }
  const next = field ?? nextOf(answers, world)
  if (next) {
    return { says: [question(next, answers, world, sorry)], topic: TOPIC + next.id, estimate: answers }
  }
  if (!canEstimate(world.definition)) return { says: [{ text: ESTIMATE_WORDS.nothingToAsk[world.language] }] }
  return { says: [{ message: 'estimate', data: estimateCard(answers, world) }], estimate: answers }
}

const nextOf = (answers: Answers, { definition }: World): Askable | undefined =>
  askable(definition).find((field) => !Object.hasOwn(answers, field.id) && holds(field.when, answers))

function question(field: Askable, answers: Answers, { language }: World, sorry?: string): Saying {
  const options = optionsOf(field, answers)
  const label = field.label[language]
  const asked = field.type === 'repeat' ? ESTIMATE_WORDS.howMany[language].replace('{label}', label) : label
  const how = ESTIMATE_WORDS[options.length > 0 ? 'choose' : 'typeNumber'][language]
  const list = options.map((option) => `• ${option.label[language]}`).join('\n')
  const hint = field.hint?.[language]
  const choices = options.slice(0, LIMITS.quickReplies).map(
    (option): Choice => ({
      label: clipGraphemes(option.label[language], LIMITS.actionText),
      press: new URLSearchParams({ a: 'estimate', f: field.id, v: option.value }).toString(),
    }),
  )
  return { text: [sorry, asked, hint, list, how].filter(Boolean).join('\n'), choices }
}

function exitText({ title, text }: Exit, { language }: World): Saying {
  const choices = [
    { label: ESTIMATE_WORDS.again[language], press: 'a=estimate' },
    { label: language === 'th' ? 'ดูคู่มือ' : 'Guide', press: 'a=guide' },
  ]
  return { text: `${title[language]}\n${text[language]}`, choices }
}

/** The fee and the last day as if the application were handed in, complete, at this moment. */
function estimateCard(answers: Answers, world: World): MessageData['estimate'] {
  const { definition, language, now, links, cases } = world
  const lines = feeLines(definition.fees, answers, bangkokDay(now))
  const received = deemedReceived(now, definition.agency)
  const day = longDate(bangkokDay(received), language)
  const words = ESTIMATE_WORDS[newestIn(cases, 'draft') ? 'goOn' : 'start']
  const total = feeTotal(lines)
  return {
    agency: definition.agency.name[language],
    serviceTitle: definition.title[language],
    given: askable(definition)
      .filter(({ id }) => Object.hasOwn(answers, id))
      .map((field) => ({
        label: field.label[language],
        value: showAnswer(field, answers[field.id], language),
      })),
    lines: lines.map((line) => ({ label: lineText(line, world), amount: formatBaht(line.satang) })),
    total: total > 0 ? inBaht(total, world) : ESTIMATE_WORDS.noFee[language],
    dueOn: longDate(dueDay(received, definition.clock, definition.agency), language),
    dueNote: ESTIMATE_WORDS.received[language].replace('{date}', day),
    disclaimer: definition.guide.disclaimer[language],
    startLabel: words[language],
    applyUrl: links.apply,
  }
}

const inBaht = (satang: number, { language }: World) =>
  ESTIMATE_WORDS.baht[language].replace('{amount}', formatBaht(satang))

function lineText({ label, quantity, unit, unitSatang }: FeeLine, world: World): string {
  const { language } = world
  return quantity > 1
    ? `${label[language]} ${quantity} ${unit?.[language] ?? ''} × ${inBaht(unitSatang, world)}`
    : label[language]
}
