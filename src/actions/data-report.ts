/** The copy of somebody's data as a paper that can be read. The file for machines beside it holds every detail. Pure. */
import type { Context } from '../context.ts'
import { renderReport } from '../documents/report.ts'
import {
  CHANNEL_WORDS,
  EVENT_WORDS,
  KIND_WORDS,
  METHOD_WORDS,
  REASON_WORDS,
  STATUS_WORDS,
  WHAT_WORDS,
} from '../privacy/words.ts'
import { shortDate, shortDateTime } from '../service/dates.ts'
import type { Definition, Language, Text } from '../service/definition.ts'
import { contactOf } from '../service/privacy.ts'
import { formatMoney } from '../service/thai.ts'
import type { MyCase, MyData } from './gather-my-data.ts'

type Row = [string, string]
type Block = Record<string, unknown>

const WORDS = {
  title: { th: 'สำเนาข้อมูลส่วนบุคคล', en: 'Copy of your personal data' },
  intro: {
    th: 'จัดทำตามคำขอของเจ้าของข้อมูล (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 30) แฟ้ม JSON ที่ให้พร้อมกันมีรายละเอียดครบทุกรายการ',
    en: 'Made at the request of the person (Personal Data Protection Act B.E. 2562, section 30). The JSON file given with it holds every detail.',
  },
  person: { th: 'ข้อมูลบัญชี', en: 'Account' },
  name: { th: 'ชื่อใน LINE', en: 'Name in LINE' },
  since: { th: 'ใช้บริการตั้งแต่', en: 'With us since' },
  case: { th: 'คำขอ', en: 'Application' },
  draft: { th: 'ยังไม่ได้ยื่น', en: 'Not sent yet' },
  files: { th: 'เอกสารที่แนบ', en: 'Uploaded files' },
  documents: { th: 'เอกสารที่ออกให้', en: 'Documents issued' },
  licence: { th: 'เลขที่ใบอนุญาต', en: 'Licence number' },
  until: { th: 'ใช้ได้ถึง', en: 'valid until' },
  paid: { th: 'ชำระเงิน', en: 'Paid' },
  score: { th: 'คะแนนความพึงพอใจ', en: 'Satisfaction score' },
  proofs: { th: 'การยืนยันตัวตน', en: 'Proofs of identity' },
  level: { th: 'ระดับ', en: 'level' },
  consents: { th: 'ประกาศและความยินยอม', en: 'Notices and consents' },
  requests: { th: 'คำขอใช้สิทธิ', en: 'Data requests' },
  talk: { th: 'คำถามและแชตกับเจ้าหน้าที่', en: 'Questions and chats with officers' },
  erased: { th: '(ลบข้อความแล้วตามกำหนด)', en: '(words erased when their time was over)' },
  looks: { th: 'ผู้เปิดดูข้อมูล', en: 'Who looked' },
  none: { th: 'ไม่มี', en: 'None' },
  contact: { th: 'เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล', en: 'Data protection officer' },
} as const satisfies Record<string, Text>

export async function reportOf(ctx: Context, data: MyData, language: Language): Promise<Buffer> {
  const { definition } = ctx.service
  const { agency } = definition
  return renderReport({
    title: WORDS.title[language],
    agency: { name: agency.name[language], unit: agency.unit[language], address: agency.address[language] },
    blocks: reportBlocks(data, language, definition),
    madeAt: ctx.clock.now(),
  })
}

function reportBlocks(data: MyData, language: Language, definition: Definition): Block[] {
  const word = (key: keyof typeof WORDS) => WORDS[key][language]
  const section = (title: keyof typeof WORDS, rows: Row[]): Block[] => [
    { head: word(title) },
    rows.length > 0 ? { fields: { label: 150, rows } } : { p: { th: word('none'), size: 'small' } },
    { space: 10 },
  ]
  const contact = contactOf(definition)
  return [
    { letterhead: { style: 'left' } },
    { space: 7 },
    { title: { th: word('title'), size: 'title', align: 'left', after: 7 } },
    { p: { th: word('intro'), size: 'small', align: 'left', after: 10 } },
    ...section('person', [
      [word('name'), data.person.displayName],
      [word('since'), shortDateTime(data.person.since, language)],
    ]),
    ...data.cases.flatMap((each) => caseBlocks(each, language)),
    ...section('proofs', proofRows(data, language)),
    ...section('consents', consentRows(data, language, definition)),
    ...section(
      'requests',
      data.requests.map(({ kind, status, askedAt }) => [
        shortDateTime(askedAt, language),
        `${KIND_WORDS[kind][language]} · ${STATUS_WORDS[status][language]}`,
      ]),
    ),
    ...section('talk', talkRows(data, language)),
    ...section('looks', lookRows(data, language)),
    ...section('contact', [[contact.name[language], `${contact.phone} · ${contact.email}`]]),
  ]
}

function caseBlocks(found: MyCase, language: Language): Block[] {
  const word = (key: keyof typeof WORDS) => WORDS[key][language]
  const list = (title: keyof typeof WORDS, texts: string[]): Row[] =>
    texts.length > 0 ? [[word(title), texts.join(', ')]] : []
  const { licence } = found
  const rows: Row[] = [
    ...found.answers.map(({ label, value }): Row => [label, value]),
    ...list(
      'files',
      found.files.map(({ name }) => name),
    ),
    ...list(
      'documents',
      found.documents.map(({ title }) => title),
    ),
    ...list(
      'licence',
      licence ? [`${licence.number} ${word('until')} ${shortDate(licence.expiresOn, language)}`] : [],
    ),
    ...list(
      'paid',
      found.payments.map(({ number, satang }) => `${formatMoney(satang)} (${number})`),
    ),
    ...list('score', found.score ? [String(found.score)] : []),
  ]
  return [
    { head: `${word('case')} ${found.reference ?? word('draft')} · ${found.title}` },
    ...(rows.length > 0 ? [{ fields: { label: 150, rows } }] : []),
    { space: 10 },
  ]
}

const proofRows = ({ proofs }: MyData, language: Language): Row[] =>
  proofs.map(({ at, method, level }) => [
    shortDateTime(at, language),
    `${METHOD_WORDS[method][language]} · ${WORDS.level[language]} ${level}`,
  ])

function consentRows({ consents }: MyData, language: Language, { privacy }: Definition): Row[] {
  const titles = new Map(privacy.purposes.map(({ id, title }) => [id, title[language]]))
  return consents.map(({ at, event, purpose, version, channel }) => {
    const said = [EVENT_WORDS[event][language], titles.get(purpose), version]
    return [
      shortDateTime(at, language),
      [...said, CHANNEL_WORDS[channel][language]].filter(Boolean).join(' · '),
    ]
  })
}

function talkRows({ questions, chats }: MyData, language: Language): Row[] {
  const erased = WORDS.erased[language]
  return [
    ...questions.map(
      ({ askedAt, text, answer }): Row => [
        shortDateTime(askedAt, language),
        [text ?? erased, answer].filter(Boolean).join(' → '),
      ],
    ),
    ...chats.flatMap(({ lines }) =>
      lines.map(({ at, text }): Row => [shortDateTime(at, language), text ?? erased]),
    ),
  ]
}

const lookRows = ({ looks }: MyData, language: Language): Row[] =>
  looks.map(({ at, by, reason, what, reference }) => {
    const thing = [WHAT_WORDS[what][language], reference].filter(Boolean).join(' ')
    return [shortDateTime(at, language), [by, REASON_WORDS[reason][language], thing].join(' · ')]
  })
