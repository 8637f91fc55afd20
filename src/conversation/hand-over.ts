/**
 * A chat that is with the officers, from the wish to talk until it is given back. Meanwhile the bot says nothing to
 * what is typed or sent: it is meant for a person, and two answers to one sentence help nobody. A press of a button is
 * still answered: it can only be meant for the bot, and its card cannot be taken for an officer's words. Pure.
 */
import type { MessageData } from '../messages/message.ts'
import { isOpen } from '../service/clock.ts'
import { digitsOf } from '../service/thai.ts'
import { askChoice } from './asking.ts'
import { hoursText, openText } from './hours.ts'
import type { Incoming } from './incoming.ts'
import { OFFICER_WORDS } from './officer-words.ts'
import type { OfficerEffect, Outcome } from './outcome.ts'
import type { Saying } from './saying.ts'
import type { World } from './world.ts'

const LEAVES =
  /^\s*(กลับไปใช้ระบบอัตโนมัติ|กลับไปใช้บอท|จบการสนทนา|เลิกคุย|back to the bot|end (the )?chat)(ค่ะ|คะ|ครับ|\s|[.!])*$/i

/** What is done with this while the chat is with the officers; undefined: the bot goes on as always. */
export function whileHandedOver(incoming: Incoming, world: World): Outcome | undefined {
  if (!world.officers?.handOver) return undefined
  switch (incoming.kind) {
    case 'text':
      return LEAVES.test(incoming.text) ? leave(world) : hear('text', { text: incoming.text })
    case 'file':
      // A film or a sound is told of, not kept.
      return hear('file', incoming.file.format === 'other' ? {} : { file: incoming.file })
    case 'sticker':
    case 'location':
      return hear(incoming.kind)
    case 'postback':
      return incoming.data.a === 'ask-officer' ? talk(world) : undefined
    default:
      return undefined
  }
}

type Hear = Extract<OfficerEffect, { do: 'hear' }>

const hear = (kind: Hear['kind'], said: Pick<Hear, 'text' | 'file'> = {}): Outcome => ({
  says: [],
  effect: { do: 'hear', kind, ...said },
})

/** In office hours the chat is given to the officers; outside them a question can be left. */
export function talk(world: World): Outcome {
  const { handOver } = world.officers ?? {}
  if (handOver?.officer) return { says: [withOfficer(handOver.officer, world)] }
  if (handOver) return { says: [queueCard(handOver.ahead, world)] }
  if (!isOpen(world.now, world.definition.agency)) return { says: [closed(world)] }
  return { says: [queueCard(world.officers?.queue ?? 0, world)], effect: { do: 'hand-over' } }
}

/** Back to the bot; harmless when it is the bot's already. */
export function leave(world: World): Outcome {
  const text = OFFICER_WORDS.left[world.language]
  const guide = { label: OFFICER_WORDS.choices.guide[world.language], press: 'a=guide' }
  return { says: [{ text, choices: [guide, askChoice(world)] }], effect: { do: 'leave-chat' } }
}

function closed(world: World): Saying {
  const { definition, now, language } = world
  const text = OFFICER_WORDS.closed[language]
    .replace('{open}', () => openText(definition.agency, now, language))
    .replace('{hours}', () => hoursText(definition.agency, language))
  return { text, choices: [askChoice(world)] }
}

const withOfficer = (officer: string, { language }: World): Saying => ({
  text: OFFICER_WORDS.withOfficer[language].replace('{officer}', () => officer),
})

function queueCard(ahead: number, { definition, language }: World): Saying {
  const { agency } = definition
  const words = ahead === 0 ? OFFICER_WORDS.next : OFFICER_WORDS.place
  const data: MessageData['hand-over'] = {
    place: words[language].replace('{place}', String(ahead + 1)),
    unit: agency.unit[language],
    hours: hoursText(agency, language),
    phone: agency.phone,
    phoneDigits: digitsOf(agency.phone.split(/ต่อ|ext/i)[0] ?? ''),
  }
  return { message: 'hand-over', data }
}
