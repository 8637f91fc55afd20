/** The cards that tell of time: prolonged, run out, and a fee that was not paid by its day. Pure. */
import type { Config } from '../config.ts'
import { links } from '../messages/links.ts'
import type { MessageData } from '../messages/message.ts'
import { delayNoticeDue } from '../service/clock.ts'
import { addDays, daysBetween, longDate } from '../service/dates.ts'
import type { Language, Text } from '../service/definition.ts'
import type { CaseView } from './view-case.ts'

type Card = MessageData['deadline']
type Asked = { config: Config; view: CaseView; language: Language; today: string }

const UNDER_REVIEW: CaseView['status'][] = ['submitted', 'in_review', 'returned']

const WORDS = {
  extended: { th: 'ขยายเวลาพิจารณา', en: 'More time is needed' },
  extendedText: {
    th: 'ครั้งที่ {number} จากไม่เกิน {times} ครั้ง กำหนดเดิม {before}',
    en: 'Extension {number} of at most {times}. It was due on {before}.',
  },
  newDue: { th: 'กำหนดใหม่', en: 'Now due' },
  late: { th: 'ยังพิจารณาไม่แล้วเสร็จ', en: 'The decision is late' },
  lateText: {
    th: 'เลยกำหนด {before} แล้ว {days} วัน ขออภัยในความล่าช้า จะแจ้งทุก 7 วันจนกว่าจะมีผล',
    en: 'It was due on {before}, {days} day(s) ago. We apologise, and will write every 7 days until it is decided.',
  },
  lateStep: { th: 'อยู่ระหว่างขั้น {step}', en: 'It is now at: {step}' },
  nextNotice: { th: 'แจ้งครั้งต่อไป', en: 'Next notice' },
  lapsed: { th: 'คำขอสิ้นสุด ไม่ได้ชำระเงิน', en: 'Not paid in time' },
  lapsedText: {
    th: 'ไม่ได้ชำระค่าธรรมเนียมภายใน {before} จึงถือว่าสละสิทธิ อย่าใช้คิวอาร์เดิม หากยังต้องการ ยื่นคำขอใหม่ได้',
    en: 'The fee was not paid by {before}, so the right is deemed waived. Do not use the old QR code. You may apply again.',
  },
  lapsedFirst: {
    th: 'ไม่ได้ชำระค่าธรรมเนียมภายใน {before} จึงไม่ได้เริ่มพิจารณา อย่าใช้คิวอาร์เดิม หากยังต้องการ ยื่นคำขอใหม่ได้',
    en: 'The fee was not paid by {before}, so the review did not begin. Do not use the old QR code. You may apply again.',
  },
} satisfies Record<string, Text>

const say = (text: Text, language: Language, values: Record<string, string | number> = {}): string =>
  text[language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

/** Why more time is needed, and until when. Undefined once it is decided. */
export function extensionCard(asked: Asked): Card | undefined {
  const { view, language } = asked
  if (!view.extension || !UNDER_REVIEW.includes(view.status)) return undefined
  const { number, before, dueOn, reason } = view.extension
  const times = view.definition.clock.extensions?.times ?? number
  return {
    ...head(asked, WORDS.extended),
    text: say(WORDS.extendedText, language, { number, times, before: longDate(before, language) }),
    reason,
    dateLabel: say(WORDS.newDue, language),
    date: longDate(dueOn, language),
  }
}

/** That the time ran out, where the case is, and when they hear of it again. Undefined once it is decided. */
export function delayCard(asked: Asked): Card | undefined {
  const { view, language, today } = asked
  const { dueOn, step } = view
  const number = dueOn ? delayNoticeDue(dueOn, today) : 0
  if (!dueOn || number === 0 || !UNDER_REVIEW.includes(view.status)) return undefined
  const title = view.definition.review.steps[step]?.title
  const days = daysBetween(dueOn, today)
  return {
    ...head(asked, WORDS.late),
    text: say(WORDS.lateText, language, { before: longDate(dueOn, language), days }),
    reason: title ? say(WORDS.lateStep, language, { step: title[language] }) : '',
    dateLabel: say(WORDS.nextNotice, language),
    date: longDate(addDays(dueOn, number * 7 + 1), language),
  }
}

export function lapseCard(asked: Asked): Card | undefined {
  const { view, language } = asked
  if (!view.lapsed) return undefined
  const text = view.lapsed.atFiling ? WORDS.lapsedFirst : WORDS.lapsedText
  return {
    ...head(asked, WORDS.lapsed),
    text: say(text, language, { before: longDate(view.lapsed.payBy, language) }),
    reason: '',
    dateLabel: '',
    date: '',
  }
}

function head({ config, view, language }: Asked, title: Text) {
  return {
    agency: view.definition.agency.name[language],
    reference: view.reference ?? '',
    title: title[language],
    caseUrl: links(config).case(view.id),
  }
}
