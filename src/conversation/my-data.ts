/** One's own data in the chat: the way to it, and consents withdrawn by a word (PDPA s.19: as easily as given). Pure. */
import type { Text } from '../service/definition.ts'
import { linkCard } from './cards.ts'
import type { Outcome } from './outcome.ts'
import type { Choice } from './saying.ts'
import type { World } from './world.ts'

const WORDS = {
  title: { th: 'ข้อมูลของฉัน', en: 'My data' },
  text: {
    th: 'ดูว่าเราเก็บอะไรไว้ ใครเปิดดู รับสำเนา ขอแก้ไขหรือลบ และถอนความยินยอม',
    en: 'See what we hold and who looked, get a copy, have it corrected or erased, withdraw consents.',
  },
  label: { th: 'เปิดข้อมูลของฉัน', en: 'Open my data' },
  nothing: {
    th: 'ขณะนี้ไม่มีความยินยอมของท่านที่ใช้อยู่ คำขอใบอนุญาตดำเนินการตามกฎหมาย ไม่ได้อาศัยความยินยอม',
    en: 'No consent of yours is in use. Applications are handled by law, not by consent.',
  },
  which: { th: 'ต้องการถอนข้อใด\n{titles}', en: 'Which one do you want to withdraw?\n{titles}' },
  all: { th: 'ถอนทุกข้อ', en: 'All of them' },
  withdrawn: {
    th: 'ถอนความยินยอมแล้ว มีผลทันที: {titles}\nคำขอของท่านดำเนินการต่อตามปกติ',
    en: 'Withdrawn, from now on: {titles}\nYour applications go on as before.',
  },
} as const satisfies Record<string, Text>

export function myData(world: World): Outcome {
  const { language, links } = world
  const card = {
    title: WORDS.title[language],
    text: WORDS.text[language],
    label: WORDS.label[language],
    url: links.myData,
  }
  return { says: [{ message: 'link-card', data: linkCard(card, world) }] }
}

/** The only consent at once; where there are several, asks which. */
export function withdrawConsent(world: World): Outcome {
  const { consents = [], language } = world
  if (consents.length === 0)
    return { says: [{ text: WORDS.nothing[language], choices: [dataChoice(world)] }] }
  if (consents.length === 1) return withdrawn(consents, world)
  const choices: Choice[] = [
    ...consents.map(({ id, title }) => ({ label: title[language], press: `a=withdraw-consent&id=${id}` })),
    { label: WORDS.all[language], press: 'a=withdraw-consent&id=all' },
  ]
  return { says: [{ text: WORDS.which[language].replace('{titles}', listed(consents, world)), choices }] }
}

/** The button under the question; one that stands no more changes nothing. */
export function withdrawOne({ id }: Record<string, string>, world: World): Outcome {
  const { consents = [] } = world
  const chosen = id === 'all' ? consents : consents.filter((each) => each.id === id)
  return chosen.length > 0 ? withdrawn(chosen, world) : withdrawConsent({ ...world, consents: [] })
}

type Consents = NonNullable<World['consents']>

function withdrawn(chosen: Consents, world: World): Outcome {
  const text = WORDS.withdrawn[world.language].replace('{titles}', listed(chosen, world))
  return {
    says: [{ text, choices: [dataChoice(world)] }],
    effect: { do: 'withdraw-consents', purposes: chosen.map(({ id }) => id) },
  }
}

const listed = (consents: Consents, { language }: World): string =>
  consents.map(({ title }) => title[language]).join(', ')

const dataChoice = ({ language, links }: World): Choice => ({
  label: WORDS.title[language],
  open: links.myData,
})
