/** The card that says where a case stands and what comes next. Pure. */

import type { CaseView, TimelineStep } from '../actions/view-case.ts'
import type { Status } from '../application/lifecycle.ts'
import type { Links } from '../messages/links.ts'
import type { MessageData } from '../messages/message.ts'
import type { ProofState } from '../proof/ladder.ts'
import { longDate, shortDateTime } from '../service/dates.ts'
import type { Definition, Language, Text } from '../service/definition.ts'
import { withLicenceName } from '../service/licence-name.ts'
import { formatBaht } from '../service/thai.ts'
import { caseTitle } from '../service/transaction.ts'

type StatusWords = {
  status: Text
  explanation: Text
  action: Text
  opens: (links: Links, applicationId: string) => string
}

const open = { th: 'ดูรายละเอียด', en: 'See details' }
const theCase = (links: Links, id: string) => links.case(id)

/** Placeholders: {dueOn}, {correctBy}, {payBy}, {amount}, {expiresOn}. */
const WORDS: Record<Status, StatusWords> = {
  draft: {
    status: { th: 'ยังไม่ได้ยื่น', en: 'Not submitted' },
    explanation: {
      th: 'คำขอนี้บันทึกไว้แล้ว กรอกต่อจากเดิมได้ทันที',
      en: 'Your answers are saved. Go on where you left off.',
    },
    action: { th: 'กรอกต่อ', en: 'Go on' },
    opens: (links) => links.apply,
  },
  awaiting_fee: {
    status: { th: 'รอชำระค่าธรรมเนียม', en: 'Waiting for the fee' },
    explanation: {
      th: 'โปรดชำระ {amount} บาท ภายใน {payBy} เจ้าหน้าที่เริ่มพิจารณาเมื่อชำระแล้ว',
      en: 'Please pay {amount} baht by {payBy}. The review begins once it is paid.',
    },
    action: { th: 'ชำระเงิน', en: 'Pay' },
    opens: (links, id) => links.payCase(id),
  },
  submitted: {
    status: { th: 'รับคำขอแล้ว', en: 'Received' },
    explanation: {
      th: 'รอเจ้าหน้าที่ตรวจคำขอ จะแจ้งผลภายใน {dueOn}',
      en: 'An officer will look at it. You will hear from us by {dueOn}.',
    },
    action: open,
    opens: theCase,
  },
  in_review: {
    status: { th: 'กำลังพิจารณา', en: 'Under review' },
    explanation: {
      th: 'เจ้าหน้าที่กำลังพิจารณาคำขอ จะแจ้งผลภายใน {dueOn}',
      en: 'Officers are reviewing it. You will hear from us by {dueOn}.',
    },
    action: open,
    opens: theCase,
  },
  returned: {
    status: { th: 'รอท่านแก้ไข', en: 'Waiting for you' },
    explanation: {
      th: 'โปรดแก้ไขรายการที่แจ้งและส่งภายใน {correctBy} ระหว่างนี้เวลาพิจารณาหยุดนับ',
      en: 'Please correct the items named and send them by {correctBy}. The clock is stopped meanwhile.',
    },
    action: { th: 'แก้ไขและส่งใหม่', en: 'Correct and send' },
    opens: (links, id) => links.correct(id),
  },
  awaiting_payment: {
    status: { th: 'อนุญาตแล้ว รอชำระเงิน', en: 'Approved, waiting for payment' },
    explanation: {
      th: 'โปรดชำระ {amount} บาท ภายใน {payBy} แล้วจะได้รับใบอนุญาตในแชตนี้',
      en: 'Please pay {amount} baht by {payBy}. The licence then comes in this chat.',
    },
    action: { th: 'ชำระเงิน', en: 'Pay' },
    opens: (links, id) => links.payCase(id),
  },
  issuing: {
    status: { th: 'กำลังออกใบอนุญาต', en: 'Licence being made' },
    explanation: {
      th: 'กำลังจัดทำและลงลายมือชื่อใบอนุญาต จะส่งให้ในแชตนี้',
      en: 'The licence is being made and signed, and will come in this chat.',
    },
    action: open,
    opens: theCase,
  },
  issued: {
    status: { th: 'ออกใบอนุญาตแล้ว', en: 'Licence issued' },
    explanation: { th: 'ใบอนุญาตใช้ได้ถึง {expiresOn}', en: 'The licence is valid until {expiresOn}.' },
    action: { th: 'เปิดเอกสาร', en: 'Open it' },
    opens: theCase,
  },
  refused: {
    status: { th: 'ไม่อนุญาต', en: 'Refused' },
    explanation: {
      th: 'อ่านเหตุผลและสิทธิอุทธรณ์ได้ในรายละเอียด',
      en: 'The reasons and your right of appeal are in the details.',
    },
    action: open,
    opens: theCase,
  },
  withdrawn: {
    status: { th: 'ถอนคำขอแล้ว', en: 'Withdrawn' },
    explanation: { th: 'ท่านยื่นคำขอใหม่ได้ทุกเมื่อ', en: 'You may apply again at any time.' },
    action: open,
    opens: theCase,
  },
  given_back: {
    status: { th: 'คืนคำขอ ไม่ได้แก้ไขในกำหนด', en: 'Given back: not corrected in time' },
    explanation: {
      th: 'ไม่ได้ส่งรายการที่ให้แก้ไขภายในกำหนด หากยังต้องการ ยื่นคำขอใหม่ได้',
      en: 'What had to be corrected was not sent in time. You may apply again.',
    },
    action: open,
    opens: theCase,
  },
  lapsed: {
    status: { th: 'คำขอสิ้นสุด ไม่ได้ชำระเงิน', en: 'Ended: not paid in time' },
    explanation: {
      th: 'ไม่ได้ชำระค่าธรรมเนียมภายในกำหนด อย่าใช้คิวอาร์เดิม หากยังต้องการ ยื่นคำขอใหม่ได้',
      en: 'The fee was not paid in time. Do not use the old QR code; you may apply again.',
    },
    action: open,
    opens: theCase,
  },
}

const UNDER_REVIEW: readonly Status[] = ['submitted', 'in_review']
const toProve = { th: 'ยืนยันตัวตน', en: 'Prove identity' }
/** Who the applicant is, as long as that is open. */
const PROOF_WORDS: Partial<Record<ProofState, { note: Text; action?: Text }>> = {
  open: { note: { th: 'ท่านยังไม่ได้ยืนยันตัวตน', en: 'Your identity is not proved yet.' }, action: toProve },
  refused: {
    note: { th: 'การยืนยันตัวตนไม่ผ่าน โปรดทำใหม่', en: 'Please prove your identity again.' },
    action: toProve,
  },
  waiting: { note: { th: 'การยืนยันตัวตนรอเจ้าหน้าที่ตรวจ', en: 'Your proof of identity is being checked.' } },
}

const STEP_WORDS: Record<TimelineStep['id'], Text> = {
  submitted: { th: 'ยื่นคำขอ', en: 'Submitted' },
  in_review: { th: 'พิจารณา', en: 'Review' },
  returned: { th: 'ส่งกลับให้แก้ไข', en: 'Returned for correction' },
  decided: { th: 'มีคำสั่ง', en: 'Decision' },
  paid: { th: 'ชำระค่าธรรมเนียม', en: 'Fee paid' },
  issued: { th: 'ออกใบอนุญาต', en: 'Licence issued' },
}

type Spoken = { language: Language; definition: Pick<Definition, 'licence'> }
export const statusWord = (status: Status, { language, definition }: Spoken) =>
  withLicenceName(WORDS[status].status[language], definition.licence.name, language)

export function statusCard(view: CaseView, links: Links, language: Language): MessageData['status'] {
  const words = WORDS[view.status]
  const proof = UNDER_REVIEW.includes(view.status) ? PROOF_WORDS[view.identity?.state ?? 'none'] : undefined
  const named = (text: Text) => withLicenceName(text[language], view.definition.licence.name, language)
  return {
    agency: view.definition.agency.name[language],
    reference: view.reference ?? '',
    serviceTitle: caseTitle(view.definition, view.answers)[language],
    status: named(words.status),
    explanation: [fill(named(words.explanation), view, language), proof?.note[language]]
      .filter(Boolean)
      .join(' '),
    steps:
      view.status === 'draft'
        ? []
        : view.timeline.map((step) => stepLine(step, named(STEP_WORDS[step.id]), language)),
    caseUrl: proof?.action ? links.identity(view.id) : words.opens(links, view.id),
    action: (proof?.action ?? words.action)[language],
  }
}

const stepLine = ({ when, state }: TimelineStep, label: string, language: Language) => ({
  label,
  when: when ? shortDateTime(when, language) : '',
  state,
})

function fill(text: string, view: CaseView, language: Language): string {
  // A day is not to be broken over two lines.
  const date = (day: string | undefined) => (day ? longDate(day, language).replaceAll(' ', '\u00a0') : '–')
  const values: Record<string, string> = {
    dueOn: date(view.dueOn),
    correctBy: date(view.correction?.dueOn),
    payBy: date(view.invoice?.payBy),
    amount: view.invoice ? formatBaht(view.invoice.satang) : '–',
    expiresOn: date(view.licence?.expiresOn),
  }
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '–')
}
