/** A question that the guide does not answer, passed on to the officers: by one press, or typed anew. Pure. */
import type { MessageData } from '../messages/message.ts'
import { expectedAnswerOn, keepable, LONGEST, MOST_WAITING } from '../question/rules.ts'
import { shortDate } from '../service/dates.ts'
import { hoursText } from './hours.ts'
import { OFFICER_WORDS } from './officer-words.ts'
import type { Outcome } from './outcome.ts'
import type { Choice, Saying } from './saying.ts'
import type { World } from './world.ts'

/** The chat's topic while it waits for the words of a question. */
export const ASKING = 'asking'

const ASKS =
  /^\s*(ขอ|อยาก|ต้องการ|รบกวน)*\s*((สอบ)?ถามเจ้าหน้าที่|ฝากคำถาม|ฝากถาม)(ไว้|หน่อย|ค่ะ|คะ|ครับ|\s)*$|^\s*(ask (an |the )?officers?|leave a question)\s*[.!]*\s*$/i
const CANCELS = /^\s*(ยกเลิก|ไม่ถามแล้ว|ไม่ส่งแล้ว|cancel)(ค่ะ|คะ|ครับ|\s|[.!])*$/i

/** Whether this text is only the wish to ask. The look-up would take “ถาม” for good manners. */
export const wantsToAsk = (text: string): boolean => ASKS.test(text)

/** Passes on what was just asked in vain; where there is nothing of the kind, or it `isNew`, asks for the words. */
export function askOfficer(world: World, isNew = false): Outcome {
  const { unanswered, waiting = [] } = world.officers ?? {}
  if (isNew) return askForWords(world)
  if (unanswered && since(unanswered.at, world) < FRESH_MS)
    return ask(unanswered.text, world, unanswered.messageId)
  const [latest] = waiting
  // Pressed again, or run again after a crash: the same card.
  if (latest && since(latest.askedAt, world) < JUST_NOW_MS)
    return { says: [takenCard(latest.text, latest.expectedOn, world)] }
  return askForWords(world)
}

function askForWords(world: World): Outcome {
  if ((world.officers?.waiting.length ?? 0) >= MOST_WAITING) return tooMany(world)
  return { says: [{ text: OFFICER_WORDS.writeQuestion[world.language] }], topic: ASKING }
}

/** A text that was asked for as a question. */
export function askInWords(text: string, world: World): Outcome {
  if (CANCELS.test(text)) return { says: [{ text: OFFICER_WORDS.cancelled[world.language] }] }
  return ask(text, world)
}

function ask(text: string, world: World, messageId?: string | null): Outcome {
  if ((world.officers?.waiting.length ?? 0) >= MOST_WAITING) return tooMany(world)
  const expectedOn = expectedAnswerOn(world.now, world.definition.agency)
  return {
    says: [takenCard(keepable(text, LONGEST.question), expectedOn, world)],
    effect: { do: 'ask-officer', text, messageId },
  }
}

function tooMany({ language, officers }: World): Outcome {
  const count = String(officers?.waiting.length ?? 0)
  return { says: [{ text: OFFICER_WORDS.tooMany[language].replace('{count}', count) }] }
}

function takenCard(question: string, expectedOn: string, { definition, language }: World): Saying {
  const { agency } = definition
  const data: MessageData['question-taken'] = {
    question,
    unit: agency.unit[language],
    expectedBy: shortDate(expectedOn, language),
    hours: hoursText(agency, language),
    keptDays: String(definition.retention.chatDays),
  }
  return { message: 'question-taken', data }
}

/** Presses follow each other within moments; later, a press of the old button means a new question. */
const JUST_NOW_MS = 120_000
/** What was asked in vain longer ago is no longer what they mean. */
const FRESH_MS = 15 * 60_000
const since = (at: Date, { now }: World) => now.getTime() - at.getTime()

/** The button that leaves a question. */
export const askChoice = ({ language }: World): Choice => ({
  label: OFFICER_WORDS.choices.ask[language],
  press: 'a=ask-officer',
})
