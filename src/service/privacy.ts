/** What a service says about personal data, with what holds where it says nothing. Pure. */
import type { Basis, OptionalUse, Purpose } from './definition/privacy.ts'
import type { Definition, Language, Text } from './definition.ts'
import { withLicenceName } from './licence-name.ts'

type Said = Pick<Definition, 'privacy' | 'privacyNotice' | 'law' | 'short' | 'agency'>

/** The purpose under which a notice was shown; it is recorded for every application. */
export const NOTICE_PURPOSE = 'licence'

/** Every purpose; a service that names none handles applications as its public task, by the notice alone. */
export function purposesOf(said: Said): Purpose[] {
  const { purposes } = said.privacy
  return purposes.some(({ basis }) => basis !== 'consent') ? purposes : [handling(said), ...purposes]
}

const handling = ({ privacyNotice, law }: Said): Purpose => ({
  id: NOTICE_PURPOSE,
  title: { th: 'รับและพิจารณาคำขอ', en: 'Receiving and deciding applications' },
  basis: 'public_task',
  law,
  text: privacyNotice.text,
  version: privacyNotice.version,
  required: true,
  covers: [],
  data: [],
  recipients: [],
})

/** What may be consented to. */
export const consentPurposes = ({ privacy }: Pick<Definition, 'privacy'>): Purpose[] =>
  privacy.purposes.filter(({ basis }) => basis === 'consent')

/** The consent that the program needs before it does this; undefined where it needs none. */
export const purposeCovering = (said: Pick<Definition, 'privacy'>, use: OptionalUse): Purpose | undefined =>
  consentPurposes(said).find(({ covers }) => covers.includes(use))

/** Who answers for personal data (PDPA s.41); the agency itself where nobody is named. */
export function contactOf({ privacy, agency }: Pick<Said, 'privacy' | 'agency'>): {
  name: Text
  email: string
  phone: string
} {
  const { email, phone, unit } = agency
  return privacy.officer ?? { name: unit, email, phone }
}

/** How long what is kept, in a sentence (PDPA s.23(3), s.39(4)). */
export function keptWords({ retention, licence }: Pick<Definition, 'retention' | 'licence'>): Text {
  const { cases, draftDays, chatDays, accessLogDays } = retention
  const [licensed, refused] = [cases.licensed.years, cases.refused.years]
  const ended = (sentence: string, language: Language) => withLicenceName(sentence, licence.name, language)
  return {
    th: `คำขอที่ได้รับอนุญาต ${licensed} ปี${ended('หลังใบอนุญาตสิ้นสุด', 'th')} คำขอที่ไม่อนุญาต ${refused} ปี ร่างที่ไม่ได้ยื่น ${draftDays} วัน คำถามและแชต ${chatDays} วัน บันทึกการเปิดดู ${accessLogDays} วัน`,
    en: `Granted applications ${licensed} years ${ended('after the licence has ended', 'en')}, refused ones ${refused} years, drafts ${draftDays} days, questions and chats ${chatDays} days, the log of who looked ${accessLogDays} days`,
  }
}

export const BASIS_TEXTS = {
  public_task: { th: 'ภารกิจของรัฐ (PDPA ม.24(4))', en: 'Public task (PDPA s.24(4))' },
  legal_duty: { th: 'หน้าที่ตามกฎหมาย (PDPA ม.24(6))', en: 'Legal duty (PDPA s.24(6))' },
  consent: { th: 'ความยินยอม (PDPA ม.19)', en: 'Consent (PDPA s.19)' },
} as const satisfies Record<Basis, Text>

const COLUMNS = {
  controller: { th: 'ผู้ควบคุมข้อมูล', en: 'Controller' },
  officer: { th: 'เจ้าหน้าที่คุ้มครองข้อมูล', en: 'Data protection officer' },
  service: { th: 'งานบริการ', en: 'Service' },
  purpose: { th: 'วัตถุประสงค์', en: 'Purpose' },
  data: { th: 'ข้อมูลที่เก็บ', en: 'Data' },
  basis: { th: 'ฐานทางกฎหมาย', en: 'Legal basis' },
  law: { th: 'กฎหมาย', en: 'Law' },
  recipients: { th: 'การใช้และเปิดเผย', en: 'Use and disclosure' },
  kept: { th: 'ระยะเวลาเก็บ', en: 'Kept for' },
  rights: { th: 'สิทธิและวิธีเข้าถึง', en: 'Rights, and how to use them' },
  refused: { th: 'คำขอใช้สิทธิที่ปฏิเสธ', en: 'Requests refused' },
  security: { th: 'มาตรการรักษาความมั่นคงปลอดภัย', en: 'Security measures' },
} as const satisfies Record<string, Text>

const WORDS = {
  rights: {
    th: 'ขอดู ขอสำเนา แก้ไข ลบ ระงับ คัดค้าน และถอนความยินยอม ได้ในแชต LINE และหน้า “ข้อมูลของฉัน”',
    en: 'See, copy, correct, erase, restrict, object, withdraw: in the LINE chat and on the page “My data”',
  },
  security: {
    th: 'เข้ารหัสข้อมูลที่จัดเก็บ สิทธิตามบทบาท ยืนยันสองชั้น บันทึกการเข้าดู',
    en: 'Encryption at rest, access by role, two-factor sign-in, a log of who looked',
  },
  registry: { th: 'รายการที่ปรากฏในทะเบียนสาธารณะ', en: 'What the public register shows' },
  none: { th: 'ไม่มี', en: 'None' },
} as const satisfies Record<string, Text>

/**
 * The record of processing activities (PDPA s.39): the controller, the data, the purposes, how long, whose rights and
 * how, use and disclosure, requests refused, security. One row a purpose.
 */
export function recordOfProcessing(
  definition: Definition,
  language: Language,
  { refused }: { refused: number },
): string[][] {
  const { agency, short, form } = definition
  const contact = contactOf(definition)
  const asked = form.pages.map(({ title }) => title[language])
  const word = (key: keyof typeof WORDS) => WORDS[key][language]
  const list = (texts: Text[], otherwise: string) =>
    texts.map((each) => each[language]).join('; ') || otherwise
  const rows = purposesOf(definition).map((purpose) => ({
    controller: `${agency.name[language]} · ${agency.phone}`,
    officer: `${contact.name[language]} · ${contact.phone} · ${contact.email}`,
    service: short[language],
    purpose: purpose.title[language],
    data: list(purpose.data, purpose.basis === 'consent' ? word('none') : asked.join('; ')),
    basis: BASIS_TEXTS[purpose.basis][language],
    law: purpose.law?.[language] ?? '',
    recipients: list(purpose.recipients, purpose.basis === 'consent' ? word('none') : word('registry')),
    kept: keptWords(definition)[language],
    rights: word('rights'),
    refused: String(refused),
    security: word('security'),
  }))
  const keys = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
  return [keys.map((key) => COLUMNS[key][language]), ...rows.map((row) => keys.map((key) => row[key]))]
}

/** As spreadsheets read it: Thai needs the mark at the beginning, and no cell may be taken for a formula. */
export function csvOf(rows: string[][]): string {
  const cell = (text: string) => `"${text.replace(/^(?=[=+\-@\t])/, "'").replaceAll('"', '""')}"`
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
