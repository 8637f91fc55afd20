/** The cards that tell of time: prolonged, run out, and a fee that was not paid by its day. Pure. */
import type { Config } from '../config.ts'
import { links } from '../messages/links.ts'
import type { MessageData } from '../messages/message.ts'
import { delayNoticeDue } from '../service/clock.ts'
import { addDays, daysBetween, longDate } from '../service/dates.ts'
import type { Language, Text } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import { withLicenceName } from '../service/licence-name.ts'
import { formatMoney } from '../service/thai.ts'
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
  lapsedDifference: {
    th: 'ไม่ได้ชำระส่วนที่เพิ่มภายใน {before} จึงไม่ได้พิจารณาต่อ อย่าใช้คิวอาร์เดิม หากยังต้องการ ยื่นคำขอใหม่ได้',
    en: 'The added fee was not paid by {before}, so the review ended. Do not use the old QR code. You may apply again.',
  },
  givenBack: { th: 'คืนคำขอ ไม่ได้แก้ไขในกำหนด', en: 'Given back: not corrected in time' },
  givenBackText: {
    th: 'ไม่ได้ส่งรายการที่ให้แก้ไขภายใน {before} จึงคืนคำขอ หากยังต้องการ ยื่นคำขอใหม่ได้',
    en: 'What had to be corrected was not sent by {before}, so the application is given back. You may apply again.',
  },
  refund: { th: 'จะคืนเงินส่วนที่ชำระเกิน', en: 'A refund is due to you' },
  refundText: {
    th: 'ค่าธรรมเนียมหลังแก้ไขคำขอลดลง {amount} บาท {unit}จะติดต่อท่านเพื่อคืนเงิน ไม่ต้องยื่นเรื่องเพิ่ม',
    en: 'After your correction the fee is {amount} baht less. {unit} will contact you to pay it back; you need not ask.',
  },
  takenOver: { th: 'ผู้รับโอนรับใบอนุญาตแล้ว', en: 'The new holder has the licence' },
  takenOverText: {
    th: 'ใบอนุญาตที่ท่านโอนอยู่ในบัญชีของผู้รับโอนแล้ว หากท่านไม่ได้ส่งลิงก์ให้ผู้ใด โปรดติดต่อ{unit}ทันที',
    en: 'The licence you transferred is now in the new holder’s account. If you gave nobody the link, contact {unit} at once.',
  },
  paidBack: { th: 'คืนเงินแล้ว', en: 'Paid back' },
  paidBackText: {
    th: '{unit}คืนเงิน {amount} บาทแล้ว อ้างอิง {reference}',
    en: '{unit} has paid back {amount} baht. Reference: {reference}.',
  },
  paidBackOn: { th: 'วันที่คืน', en: 'Paid back on' },
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
  const { afterCorrection, atFiling } = view.lapsed
  const text = afterCorrection ? WORDS.lapsedDifference : atFiling ? WORDS.lapsedFirst : WORDS.lapsedText
  return {
    ...head(asked, WORDS.lapsed),
    text: say(text, language, { before: longDate(view.lapsed.payBy, language) }),
    reason: '',
    dateLabel: '',
    date: '',
  }
}

/** That the application was given back, what was missing, and what may be done (LFA s.9). */
export function givenBackCard(asked: Asked): Card | undefined {
  const { view, language } = asked
  if (!view.givenBack) return undefined
  const { dueOn, items } = view.givenBack
  const fields = fieldsById(view.definition)
  const missing = items.map(
    ({ field, reason }) => `${fields.get(field)?.label[language] ?? field}: ${reason}`,
  )
  return {
    ...head(asked, WORDS.givenBack),
    text: say(WORDS.givenBackText, language, { before: longDate(dueOn, language) }),
    reason: [...missing, view.definition.review.appeal[language]].join('\n'),
    dateLabel: '',
    date: '',
  }
}

/** That somebody has taken over the licence that was transferred. */
export function takenOverCard(asked: Asked): Card | undefined {
  const { view, language } = asked
  if (view.handOn !== 'done') return undefined
  const { agency, licence } = view.definition
  const named = (text: string) => withLicenceName(text, licence.name, language)
  const card = head(asked, WORDS.takenOver)
  const text = named(say(WORDS.takenOverText, language, { unit: agency.unit[language] }))
  return { ...card, title: named(card.title), text, reason: '', dateLabel: '', date: '' }
}

/** That what was paid too much has been paid back. */
export function paidBackCard(asked: Asked): Card | undefined {
  const { view, language } = asked
  const paid = view.refund?.paidBack
  if (!paid) return undefined
  const values = {
    amount: formatMoney(paid.satang),
    unit: view.definition.agency.unit[language],
    reference: paid.reference,
  }
  return {
    ...head(asked, WORDS.paidBack),
    text: say(WORDS.paidBackText, language, values),
    reason: '',
    dateLabel: say(WORDS.paidBackOn, language),
    date: longDate(paid.on, language),
  }
}

/** That less is due than was paid. */
export function refundCard(asked: Asked): Card | undefined {
  const { view, language } = asked
  if (!view.refund || view.refund.satang === 0) return undefined
  const values = {
    amount: formatMoney(view.refund.satang),
    unit: view.definition.agency.unit[language],
  }
  return {
    ...head(asked, WORDS.refund),
    text: say(WORDS.refundText, language, values),
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
