/**
 * The mail that stands for a card where there is no LINE: what happened, what to do, until when, the reference, a link
 * that opens without LINE, and whom to ask. Thai above, English below. Pure.
 */
import { links } from '../messages/links.ts'
import { longDate } from '../service/dates.ts'
import type { Language, Text } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import { withLicenceName } from '../service/licence-name.ts'
import type { CaseView } from './view-case.ts'

type Told = { view: CaseView; message: string; happened: Text }
type LinkSettings = Parameters<typeof links>[0]
type Letter = { subject: string; text: string }
/** `until`: an ISO day. */
type Step = { todo: Text; until?: string; link?: string; lines?: (language: Language) => string[] }

export function letterOf(config: LinkSettings, told: Told): Letter {
  const { agency, title } = told.view.definition
  const step = STEPS[told.message]?.(told.view, links(config)) ?? NOTHING
  return {
    subject: `${title.th} · ${WORDS.reference.th} ${told.view.reference ?? ''}`,
    text: [
      ...(['th', 'en'] as const).map((language) => half(told, step, language)),
      `${agency.name.th} / ${agency.name.en}`,
    ].join('\n\n— — —\n\n'),
  }
}

function half({ view, happened }: Told, step: Step, language: Language): string {
  const { agency, licence } = view.definition
  const say = (text: Text) => withLicenceName(text[language], licence.name, language)
  const row = (label: Text, value: string | undefined) => (value ? [`${label[language]}: ${value}`] : [])
  return [
    WORDS.dear[language],
    happened[language],
    [row(WORDS.todo, say(step.todo)), step.lines?.(language).map((line) => `- ${line}`) ?? []]
      .flat()
      .join('\n'),
    [
      row(WORDS.until, step.until && longDate(step.until, language)),
      row(WORDS.reference, view.reference),
      row(WORDS.link, step.link),
      row(WORDS.contact, `${agency.unit[language]} · ${agency.phone} · ${agency.email}`),
    ]
      .flat()
      .join('\n'),
  ].join('\n\n')
}

const WORDS = {
  dear: { th: 'เรียน ผู้ขอ', en: 'Dear applicant,' },
  todo: { th: 'สิ่งที่ต้องทำ', en: 'What to do' },
  until: { th: 'ภายใน', en: 'By' },
  reference: { th: 'คำขอเลขที่', en: 'Application' },
  link: { th: 'ลิงก์', en: 'Link' },
  contact: { th: 'สอบถาม', en: 'Ask' },
}

const NOTHING: Step = { todo: { th: 'ไม่ต้องทำอะไรเพิ่ม', en: 'Nothing more for now' } }

type Links = ReturnType<typeof links>
const STEPS: Record<string, (view: CaseView, at: Links) => Step> = {
  acknowledgement: ({ status }) =>
    status === 'awaiting_fee'
      ? { todo: { th: 'ชำระค่าธรรมเนียมตามใบแจ้งที่ส่งตามมา', en: 'Pay the fee notice that follows' } }
      : { todo: { th: 'รอผลการพิจารณา เราจะแจ้งทางอีเมลนี้', en: 'Wait for the result: we will mail you' } },
  acknowledgementDocument: () => ({
    todo: { th: 'ขอรับใบรับฉบับพิมพ์ได้ที่เคาน์เตอร์', en: 'A printed copy can be had at the counter' },
  }),
  correction: ({ correction, definition }) => {
    const fields = fieldsById(definition)
    return {
      todo: {
        th: 'แก้ไขรายการต่อไปนี้ แล้วนำส่งที่เคาน์เตอร์ ระหว่างนี้เวลาพิจารณาหยุดนับ',
        en: 'Correct the following and bring it to the counter. The clock is stopped meanwhile',
      },
      until: correction?.dueOn,
      lines: (language) =>
        (correction?.items ?? []).map(
          ({ field, reason }) => `${fields.get(field)?.label[language] ?? field}: ${reason}`,
        ),
    }
  },
  invoice: ({ invoice }, at) => ({
    todo: {
      th: 'เปิดลิงก์แล้วสแกนคิวอาร์พร้อมเพย์ด้วยแอปธนาคาร หรือชำระที่เคาน์เตอร์',
      en: 'Open the link and scan the PromptPay QR code with a banking app, or pay at the counter',
    },
    until: invoice?.payBy,
    link: invoice && at.qr(invoice.id),
  }),
  licence: ({ licence }, at) => ({
    todo: {
      th: 'เก็บใบอนุญาตที่ส่งทางอีเมลไว้ ผู้อื่นตรวจสอบได้ที่ลิงก์นี้',
      en: 'Keep the licence, which comes by mail. Anyone can verify it at the link',
    },
    link: licence && at.verify(licence.code),
  }),
  refusal: ({ definition }) => ({ todo: definition.review.appeal }),
  extension: ({ extension }) => ({
    ...NOTHING,
    lines: () => (extension ? [extension.reason] : []),
  }),
  lapse: () => ({
    todo: {
      th: 'อย่าใช้คิวอาร์เดิม หากยังต้องการ ยื่นคำขอใหม่ได้',
      en: 'Do not use the old QR code. You may apply again',
    },
  }),
}
