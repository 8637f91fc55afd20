/** What the chat says to a question: the answer, the answers that may be meant, or that it knows none. Pure. */
import { clipGraphemes, LIMITS } from '../messages/limits.ts'
import { askChoice } from './asking.ts'
import { answerCard } from './cards.ts'
import { type Answerable, answerables } from './library.ts'
import type { Choice, Saying } from './saying.ts'
import { WORDS } from './words.ts'
import type { World } from './world.ts'

/** A card for each of these ids that there is an answer to. */
export function answersTo(ids: string[], world: World): Saying[] {
  const all = answerables(world)
  return ids.flatMap((id): Saying[] => {
    const found = all.find((each) => each.id === id)
    return found ? [{ message: 'answer', data: answerCard(found, world, relatedTo(found, all)) }] : []
  })
}

const MOST_RELATED = 4

/** Under a topic its questions; beside a question the others of its topic. */
function relatedTo(asked: Answerable, all: Answerable[]): Answerable[] {
  const topic = asked.isTopic ? asked.id : asked.topic
  if (topic === undefined) return []
  return all.filter((each) => each.topic === topic && each.id !== asked.id).slice(0, MOST_RELATED)
}

/**
 * Asked back: every choice can be tapped, and as quick replies are not shown on computers, also typed by its name.
 * Last come the officers, for whom none of these is meant.
 */
export function didYouMean(ids: string[], world: World): Saying {
  const { language } = world
  const all = answerables(world)
  const meant = ids.flatMap((id) => all.filter((each) => each.id === id).slice(0, 1))
  const titles = meant.map(({ title }) => `• ${title[language]}`).join('\n')
  const choices = meant.map(({ id, title }) => questionChoice(id, title[language]))
  const text = WORDS.didYouMean[language].replace('{titles}', () => titles)
  return { text, choices: [...choices, guideChoice(world), askChoice(world)] }
}

/** Nothing is guessed; all that can be asked, an officer, and the telephone are offered. */
export function notKnown(world: World): Saying {
  const { language, definition } = world
  const topics = definition.guide.topics.slice(0, LIMITS.quickReplies - 4)
  const text = WORDS.notUnderstood[language].replace('{phone}', () => definition.agency.phone)
  return {
    text,
    choices: [
      askChoice(world),
      guideChoice(world),
      { label: WORDS.choices.phone[language], press: 'a=handover' },
      ...topics.map(({ id, title }) => questionChoice(id, title[language])),
    ],
  }
}

const guideChoice = ({ language }: World): Choice => ({
  label: WORDS.choices.guide[language],
  press: 'a=guide',
})

/** The label of a quick reply is short; the whole question is shown as what was said. */
function questionChoice(id: string, title: string): Choice {
  return { label: clipGraphemes(title, LIMITS.actionText), press: `a=guide&topic=${id}` }
}
