import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { findLicenceOf, listDocuments } from '../licence/store.ts'
import { listHolds } from '../privacy/disposal-store.ts'
import { caseVerdict, documentVerdict } from '../privacy/retention.ts'
import { addDays, bangkokDay, longDate } from '../service/dates.ts'
import type { Language, Text } from '../service/definition.ts'
import { caseFacts } from './case-facts.ts'

/** One thing that stays though its person asked for erasure. `until`: the last day, where it is known. */
export type Kept = { what: 'licence' | 'receipt' | 'case'; reference: string; until?: string; law: Text }

/** The register is what the public checks a licence by: it answers for as long as the document is about. */
const REGISTER: Text = {
  th: 'พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 ม.13',
  en: 'Electronic Government Procedure Act B.E. 2565 s.13',
}

/** What the law keeps of a case that was handed in. */
export async function keptOf(ctx: Context, db: Db, application: Application): Promise<Kept[]> {
  const { retention } = ctx.service.definition
  const today = bangkokDay(ctx.clock.now())
  const { id, reference } = application
  const hold = (await listHolds(db)).find((each) => each.applicationId === id)
  const facts = await caseFacts(db, application, { today, hold })
  const kept: Kept[] = []
  const licence = await findLicenceOf(db, id)
  if (licence) kept.push({ what: 'licence', reference: licence.number, law: REGISTER })
  for (const { kind, issuedAt, code } of await listDocuments(db, id)) {
    if (kind !== 'receipt') continue
    const verdict = documentVerdict({ kind, issuedOn: bangkokDay(issuedAt), case: facts }, retention, today)
    const { law } = retention.documents.receipt
    if (!verdict.due) kept.push({ what: 'receipt', reference: code, until: lastDay(verdict), law })
  }
  const verdict = caseVerdict(facts, retention, today)
  if (!application.disposedAt && !verdict.due && facts.end)
    kept.push({
      what: 'case',
      reference: reference ?? '',
      until: lastDay(verdict),
      law: retention.cases[facts.end].law,
    })
  return kept
}

const lastDay = ({ since }: { since?: string }): string | undefined => since && addDays(since, -1)

/** In plain words: what went, what stayed, until when, and by which law. */
export const wordsOf = (kept: Kept[]): Text => ({ th: inWords(kept, 'th'), en: inWords(kept, 'en') })

function inWords(kept: Kept[], language: Language): string {
  const lines = kept.map(({ what, reference, until, law }) => {
    const till = until ? WORDS.until[language].replace('{day}', longDate(until, language)) : ''
    return `• ${WORDS[what][language]} ${reference}${till} (${law[language]})`
  })
  return [
    WORDS.gone[language],
    kept.length > 0 ? WORDS.stays[language] : WORDS.nothing[language],
    ...lines,
    WORDS.record[language],
  ].join('\n')
}

const WORDS = {
  gone: {
    th: 'ลบแล้ว: ร่างคำขอ แชต ไฟล์ที่ส่งในแชต รูปบัตรและรูปใบหน้า ความยินยอม ชื่อ และบัญชี LINE ที่ผูกไว้',
    en: 'Erased: drafts, chats, files sent in the chat, photos of card and face, consents, your name and the link to your LINE account.',
  },
  stays: {
    th: 'รายการต่อไปนี้กฎหมายให้เก็บไว้ ครบกำหนดแล้วจะลบ เว้นแต่ทะเบียนใบอนุญาต',
    en: 'The law keeps the following; all but the register of licences is erased when its time is over.',
  },
  nothing: { th: 'ไม่มีข้อมูลอื่นเหลืออยู่', en: 'Nothing else of yours is left.' },
  licence: { th: 'ทะเบียนใบอนุญาต', en: 'Register entry of licence' },
  receipt: { th: 'ใบเสร็จรับเงิน', en: 'Receipt' },
  case: { th: 'คำขอ', en: 'Application' },
  until: { th: ' ถึง {day}', en: ' until {day}' },
  record: {
    th: 'เราเก็บหลักฐานว่าได้ลบข้อมูลแล้ว โดยไม่มีชื่อหรือเลขประจำตัวของท่าน',
    en: 'We keep a record that this was erased, without your name or number.',
  },
} satisfies Record<string, Text>
