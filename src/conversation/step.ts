/**
 * One step of the chat: what came in, and all that may be known, give what is said and what is done. Pure.
 * A text is a command (status, apply, pay …), a question for the guide, a case's number, or not understood; in the
 * last case the chat says so and offers the guide, and the second time in a row the officers' telephone.
 * Everything a button can do can also be typed: LINE for PC shows neither quick replies nor the menu.
 */
import type { Text } from '../service/definition.ts'
import { withLicenceName } from '../service/licence-name.ts'
import { isThaiId } from '../service/thai.ts'
import { answersTo, didYouMean, notKnown } from './answering.ts'
import { ASKING, askInWords, askOfficer, wantsToAsk } from './asking.ts'
import { contactCard, greetingCard, guideCard, licenceCard, linkCard } from './cards.ts'
import { caseNamedIn, newestIn, openCases } from './cases.ts'
import type { Command } from './commands.ts'
import { askAgain, estimate, typedEstimate } from './estimate.ts'
import { leave, talk } from './hand-over.ts'
import type { Incoming } from './incoming.ts'
import { libraryIndex } from './library.ts'
import { understand } from './lookup.ts'
import { myData, withdrawConsent, withdrawOne } from './my-data.ts'
import type { Outcome } from './outcome.ts'
import type { Choice, Saying } from './saying.ts'
import { statusCard, statusWord } from './status-card.ts'
import { WORDS } from './words.ts'
import type { World } from './world.ts'

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
  if (wantsToAsk(text)) return askOfficer(world)
  const { shown } = world
  if (shown && caseNamedIn(text, world.cases)) return { says: [status(world)] }
  const typed = typedEstimate(chat.topic, text, world)
  if (typed) return typed
  const understood = understand(text, libraryIndex(world), world.definition.licence)
  if (chat.topic === ASKING && understood.kind !== 'command') return askInWords(text, world)
  switch (understood.kind) {
    case 'command':
      return COMMANDS[understood.command](world)
    case 'answers':
      return answers(understood.ids, world)
    case 'unsure': {
      const says = [didYouMean(understood.ids, world)]
      return askAgain(chat.topic, world) ?? { says, topic: LOST, unanswered: text }
    }
    case 'none':
      return askAgain(chat.topic, world) ?? { ...lost(chat, world), unanswered: text }
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
  estimate: (world) => estimate({}, world),
  talk,
  relink: (world) => ({ says: [link(WORDS.relink, world.links.relink, world)] }),
  guide: (world) => ({ says: [{ message: 'guide', data: guideCard(world) }] }),
  worklist: (world) => (world.isOfficer ? { says: [] } : { says: [notKnown(world)], topic: LOST }),
  withdrawConsent,
  myData,
  english: (world) => chooseLanguage('en', world),
  thai: (world) => chooseLanguage('th', world),
  hello: (world) => ({ says: [words(WORDS.hello, world, usualChoices(world))] }),
  thanks: (world) => ({ says: [words(WORDS.welcome, world)] }),
}

const PRESSED: Record<string, (data: Record<string, string>, world: World) => Outcome> = {
  guide: ({ topic }, world) => (topic ? answers([topic], world) : COMMANDS.guide(world)),
  status: ({ id }, world) => (id ? { says: [status(world)] } : COMMANDS.status(world)),
  apply: (_, world) => COMMANDS.apply(world),
  licence: (_, world) => COMMANDS.licence(world),
  pay: (_, world) => pay(world),
  handover: (_, world) => contact(world),
  estimate,
  'ask-officer': (data, world) => askOfficer(world, data.new === '1'),
  talk: (_, world) => talk(world),
  'end-chat': (_, world) => leave(world),
  'my-data': (_, world) => myData(world),
  'withdraw-consent': withdrawOne,
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

function answers(ids: string[], world: World): Outcome {
  const says = answersTo(ids, world)
  return says.length > 0 ? { says, topic: ids[0] } : COMMANDS.guide(world)
}

/** The first time the ways on are offered, the second time in a row the telephone. */
const lost = (chat: { topic: string | null }, world: World): Outcome =>
  chat.topic === LOST ? contact(world) : { says: [notKnown(world)], topic: LOST }

/** The newest open case as a card; where there are more, their numbers to ask for. */
function statusOfAll(world: World): Saying[] {
  const open = openCases(world.cases).filter(({ reference }) => reference)
  if (open.length < 2) return [status(world)]
  const lines = open
    .slice(0, 10)
    .map((each) => `${each.reference} · ${statusWord(each.status, world)}\n${each.summary}`)
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
  if (world.licence) return { message: 'licence', data: licenceCard(world.licence, world) }
  if (world.cases.length === 0) return nothingYet(world)
  const isUnderWay = openCases(world.cases).length > 0
  return words(isUnderWay ? WORDS.noLicenceYet : WORDS.noLicence, world, usualChoices(world))
}

/** Who has nothing to pay asks about the fee. */
function pay(world: World): Outcome {
  const due = newestIn(world.cases, 'awaiting_payment') ?? newestIn(world.cases, 'awaiting_fee')
  const said = due?.status === 'awaiting_fee' ? WORDS.payFirst : WORDS.pay
  if (due) return { says: [link(said, world.links.payCase(due.id), world)] }
  const fee = world.definition.guide.topics.find(({ icon }) => icon === 'banknote')
  const nothingDue = words(WORDS.nothingToPay, world)
  return { says: [nothingDue, ...answersTo(fee ? [fee.id] : [], world)] }
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

/** An officer also works from here: the worklist comes first, because quick replies show only under the last message. */
function withWorklist(outcome: Outcome, world: World): Outcome {
  if (!world.isOfficer) return outcome
  return { ...outcome, says: [link(WORDS.worklist, world.links.worklist, world), ...outcome.says] }
}

type LinkWords = { title: Text; text: Text; label: Text }
function link({ title, text, label }: LinkWords, url: string, world: World): Saying {
  const { language } = world
  const say = (words: Text) => withLicenceName(words[language], world.definition.licence.name, language)
  const card = { title: say(title), text: say(text), label: say(label), url }
  return { message: 'link-card', data: linkCard(card, world) }
}

const words = (text: Text, { language, definition }: World, choices: Choice[] = []): Saying => ({
  text: withLicenceName(text[language], definition.licence.name, language),
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
