/**
 * One step of the chat: what came in, and all that may be known, give what is said and what is done. Pure.
 * A text is a command (status, apply, pay …), a question for the guide, a case's number, or not understood; in the
 * last case the chat says so and offers the guide, and the second time in a row the officers' telephone.
 * Everything a button can do can also be typed: LINE for PC shows neither quick replies nor the menu.
 */
import type { GuideTopic, Text } from '../service/definition.ts'
import { isThaiId } from '../service/thai.ts'
import { answerCard, contactCard, greetingCard, guideCard, licenceCard, linkCard } from './cards.ts'
import { caseNamedIn, newestIn, openCases } from './cases.ts'
import type { Command } from './commands.ts'
import type { Incoming } from './incoming.ts'
import { type Understood, understand } from './lookup.ts'
import type { Choice, Saying } from './saying.ts'
import { statusCard, statusWord } from './status-card.ts'
import { WORDS } from './words.ts'
import type { World } from './world.ts'

export type Effect =
  | { do: 'answer-survey'; applicationId: string; score: number }
  | { do: 'choose-language'; language: 'th' | 'en' }
/** `topic`: what the chat is about from now on; LOST when the last text was not understood. */
export type Outcome = { says: Saying[]; effect?: Effect; topic?: string }

export const LOST = 'lost'

export function step(chat: { topic: string | null }, incoming: Incoming, world: World): Outcome {
  switch (incoming.kind) {
    case 'text':
      return withWorklist(answerText(chat, incoming.text, world), world)
    case 'postback':
      return pressed(incoming.data, world)
    case 'follow':
      return withWorklist({ says: [{ message: 'greeting', data: greetingCard(world) }] }, world)
    case 'file':
    case 'location':
    case 'sticker':
      return { says: [unasked(incoming.kind, world)] }
    default:
      return { says: [] }
  }
}

function answerText(chat: { topic: string | null }, text: string, world: World): Outcome {
  if (holdsThaiId(text)) return { says: [words(WORDS.noIdNumbers, world, [applyChoice(world)])] }
  const { shown } = world
  if (shown && caseNamedIn(text, world.cases)) return { says: [status(world)] }
  const understood = understand(text, world.definition.guide.topics)
  switch (understood.kind) {
    case 'command':
      return COMMANDS[understood.command](world)
    case 'topics':
      return answerTopics(understood.ids, world)
    case 'unsure':
      return { says: [didYouMean(understood, world)], topic: LOST }
    case 'none':
      return chat.topic === LOST ? contact(world) : { says: [notUnderstood(world)], topic: LOST }
  }
}

/** The Thai ID number is the one thing people paste into a chat that must not stay there. */
const holdsThaiId = (text: string) =>
  (text.match(/\d[\d\s-]{11,16}\d/g) ?? []).some((number) => isThaiId(number))

const COMMANDS: Record<Command, (world: World) => Outcome> = {
  status: (world) => ({ says: world.cases.length > 0 ? statusOfAll(world) : [nothingYet(world)] }),
  apply: (world) => ({ says: [apply(world)] }),
  licence: (world) => ({ says: [licence(world)] }),
  pay,
  contact,
  guide: (world) => ({ says: [{ message: 'guide', data: guideCard(world) }] }),
  worklist: (world) => (world.isOfficer ? { says: [] } : { says: [notUnderstood(world)], topic: LOST }),
  english: (world) => chooseLanguage('en', world),
  thai: (world) => chooseLanguage('th', world),
  hello: (world) => ({ says: [words(WORDS.hello, world, usualChoices(world))] }),
  thanks: (world) => ({ says: [words(WORDS.welcome, world)] }),
}

const PRESSED: Record<string, (data: Record<string, string>, world: World) => Outcome> = {
  guide: ({ topic }, world) => (topic ? answerTopics([topic], world) : COMMANDS.guide(world)),
  status: ({ id }, world) => (id ? { says: [status(world)] } : COMMANDS.status(world)),
  apply: (_, world) => COMMANDS.apply(world),
  licence: (_, world) => COMMANDS.licence(world),
  pay: (_, world) => pay(world),
  handover: (_, world) => contact(world),
  lang: ({ to }, world) => chooseLanguage(to === 'en' ? 'en' : 'th', world),
  survey: ({ id = '', s }, world) => ({
    says: [words(WORDS.thanksForScore, world)],
    effect: { do: 'answer-survey', applicationId: id, score: Number(s) },
  }),
}

function pressed(data: Record<string, string>, world: World): Outcome {
  const answer = PRESSED[data.a ?? '']
  return answer ? answer(data, world) : { says: [words(WORDS.oldButton, world, usualChoices(world))] }
}

function answerTopics(ids: string[], world: World): Outcome {
  const topics = ids.flatMap((id) => world.definition.guide.topics.filter((topic) => topic.id === id))
  if (topics.length === 0) return COMMANDS.guide(world)
  const answer = (topic: GuideTopic): Saying => ({ message: 'answer', data: answerCard(topic, world) })
  return { says: topics.map(answer), topic: topics[0]?.id }
}

function didYouMean({ ids }: Extract<Understood, { kind: 'unsure' }>, world: World): Saying {
  const topics = world.definition.guide.topics.filter(({ id }) => ids.includes(id))
  const titles = topics.map(({ title }) => title[world.language])
  const choices = topics.map(
    ({ id, title }): Choice => ({ label: title[world.language], press: `a=guide&topic=${id}` }),
  )
  const question = WORDS.didYouMean[world.language].replace('{titles}', titles.join(' · '))
  return { text: question, choices: [...choices, ...usualChoices(world)] }
}

/** The newest open case as a card; where there are more, their numbers to ask for. */
function statusOfAll(world: World): Saying[] {
  const open = openCases(world.cases).filter(({ reference }) => reference)
  if (open.length < 2) return [status(world)]
  const lines = open
    .slice(0, 10)
    .map((each) => `${each.reference} · ${statusWord(each.status, world.language)}\n${each.summary}`)
  const choices = open
    .slice(0, 10)
    .map(({ reference = '' }): Choice => ({ label: reference, say: reference }))
  const intro = WORDS.severalCases[world.language].replace('{count}', String(open.length))
  return [status(world), { text: `${intro}\n\n${lines.join('\n\n')}`, choices }]
}

const status = ({ shown, links, language, ...rest }: World): Saying =>
  shown
    ? { message: 'status', data: statusCard(shown, links, language) }
    : nothingYet({ links, language, ...rest })

const nothingYet = (world: World): Saying => link(WORDS.nothingYet, world.links.apply, world)

function apply(world: World): Saying {
  const isBegun = newestIn(world.cases, 'draft') !== undefined
  return link(isBegun ? WORDS.goOn : WORDS.apply, world.links.apply, world)
}

function licence(world: World): Saying {
  const card = world.shown && licenceCard(world.shown, world)
  if (card) return { message: 'licence', data: card }
  return world.cases.length > 0 ? words(WORDS.noLicenceYet, world, usualChoices(world)) : nothingYet(world)
}

/** Who has nothing to pay asks about the fee. */
function pay(world: World): Outcome {
  const due = newestIn(world.cases, 'awaiting_payment')
  if (due) return { says: [link(WORDS.pay, world.links.payCase(due.id), world)] }
  const fee = world.definition.guide.topics.find(({ icon }) => icon === 'banknote')
  const nothingDue = words(WORDS.nothingToPay, world)
  return { says: fee ? [nothingDue, { message: 'answer', data: answerCard(fee, world) }] : [nothingDue] }
}

function contact(world: World): Outcome {
  return { says: [{ message: 'contact', data: contactCard(world) }] }
}

/** Answered in the language just chosen. */
function chooseLanguage(language: 'th' | 'en', world: World): Outcome {
  const from = { ...world, language }
  return {
    says: [words(WORDS.languageChosen, from, usualChoices(from))],
    effect: { do: 'choose-language', language },
  }
}

function unasked(kind: 'file' | 'sticker' | 'location', world: World): Saying {
  const returned = newestIn(world.cases, 'returned')
  if (kind === 'file' && returned) return link(WORDS.fileToCorrect, world.links.correct(returned.id), world)
  return kind === 'file'
    ? link(WORDS.fileToApply, world.links.apply, world)
    : words(WORDS[kind], world, usualChoices(world))
}

const notUnderstood = (world: World): Saying => words(WORDS.notUnderstood, world, usualChoices(world))

/** An officer also works from here: the worklist comes first, because quick replies show only under the last message. */
function withWorklist(outcome: Outcome, world: World): Outcome {
  if (!world.isOfficer) return outcome
  return { ...outcome, says: [link(WORDS.worklist, world.links.worklist, world), ...outcome.says] }
}

type LinkWords = { title: Text; text: Text; label: Text }
function link({ title, text, label }: LinkWords, url: string, world: World): Saying {
  const { language } = world
  const card = { title: title[language], text: text[language], label: label[language], url }
  return { message: 'link-card', data: linkCard(card, world) }
}

const words = (text: Text, { language }: World, choices: Choice[] = []): Saying => ({
  text: text[language],
  choices,
})

const applyChoice = ({ links, language }: World): Choice => ({
  label: WORDS.choices.apply[language],
  open: links.apply,
})

function usualChoices(world: World): Choice[] {
  const { guide, status, contact } = WORDS.choices
  const { language } = world
  return [
    { label: guide[language], press: 'a=guide' },
    { label: status[language], press: 'a=status' },
    applyChoice(world),
    { label: contact[language], press: 'a=handover' },
  ]
}
