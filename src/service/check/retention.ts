/** How long data is kept: fields that do not exist, and periods that end before the law is done with them. Pure. */
import { CASE_ENDS, RECORD_YEARS } from '../definition/retention.ts'
import type { Definition } from '../definition.ts'
import { error, type Finding, type Path, warning } from './finding.ts'
import { fieldPlaces } from './form-places.ts'
import { suggestion } from './nearest.ts'
import { fieldsBehind } from './values.ts'

/**
 * So long a decision can still be fought over: the appeal (Public Health Act B.E. 2535 s.66: 30 days; APA s.44-45: up to
 * 15 + 60 + 30), then the Administrative Court (Act on its Establishment B.E. 2542 s.49: 90 days).
 */
export const APPEAL_DAYS = 240

export function retentionFindings(definition: Definition): Finding[] {
  return [
    ...definition.retention.fields.flatMap((rule, index) => ruleFindings(definition, rule, index)),
    ...shortYears(definition),
  ]
}

type Rule = Definition['retention']['fields'][number]

function ruleFindings(definition: Definition, { fields, days }: Rule, index: number): Finding[] {
  const path: Path = ['retention', 'fields', index]
  const known = new Set(
    fieldPlaces(definition)
      .filter(({ row }) => !row)
      .map(({ field }) => field.id),
  )
  const needed = publicFields(definition)
  const named = fields.flatMap((id, position) => {
    const at = [...path, 'fields', position]
    if (!known.has(id)) return [unknown(id, at, known)]
    return needed.has(id) ? [neededByLicence(id, at)] : []
  })
  return [...named, ...(days < APPEAL_DAYS ? [beforeAppeal(days, [...path, 'days'])] : [])]
}

/** What the licence or its register shows: it has to be there while the licence is, and when it is issued anew. */
function publicFields(definition: Definition): Set<string> {
  const { register, validUntil } = definition.licence
  const { holder, place, summary } = definition.roles
  const shown = [...register.map(({ value }) => value), holder, place, summary]
  const behind = shown.flatMap((value) => fieldsBehind(definition, value)).map((id) => id.split('.')[0] ?? id)
  return new Set([...behind, ...(validUntil ? [validUntil.rows] : [])])
}

const unknown = (id: string, path: Path, known: Set<string>): Finding =>
  error(
    path,
    { th: `อายุการเก็บอ้างถึงช่อง “${id}” ซึ่งไม่มี`, en: `the retention names “${id}”, which is no field` },
    suggestion(id, known, { th: 'ใช้ id ของช่องในแบบคำขอ', en: 'use the id of a field of the form' }),
  )

const neededByLicence = (id: string, path: Path): Finding =>
  error(
    path,
    {
      th: `“${id}” อยู่ในใบอนุญาตหรือทะเบียนที่ต้องเปิดเผย ลบก่อนไม่ได้ (พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ ม.13)`,
      en: `“${id}” stands on the licence or in its public register and cannot go before it (EPA s.13)`,
    },
    { th: 'ลบออกจากรายการนี้ ข้อมูลไปพร้อมคำขอ', en: 'take it off this list: it goes with its case' },
  )

const beforeAppeal = (days: number, path: Path): Finding =>
  error(
    path,
    {
      th: `${days} วันสั้นกว่าเวลาอุทธรณ์และฟ้องคดีปกครอง (${APPEAL_DAYS} วัน)`,
      en: `${days} days end before appeal and court action do (${APPEAL_DAYS} days)`,
    },
    { th: `ใส่ ${APPEAL_DAYS} ขึ้นไป`, en: `write ${APPEAL_DAYS} or more` },
  )

function shortYears({ retention }: Definition): Finding[] {
  const cases = CASE_ENDS.map((end) => ({
    at: ['retention', 'cases', end, 'years'],
    years: retention.cases[end].years,
  }))
  const papers = (['licence', 'receipt', 'acknowledgement'] as const).map((kind) => ({
    at: ['retention', 'documents', kind, 'years'],
    years: retention.documents[kind].years,
  }))
  return [...cases, ...papers]
    .filter(({ years }) => years < RECORD_YEARS)
    .map(({ at, years }) => short(years, at))
}

const short = (years: number, path: Path): Finding =>
  warning(
    path,
    {
      th: `${years} ปี สั้นกว่าอายุการเก็บหนังสือราชการปกติ ${RECORD_YEARS} ปี (ระเบียบงานสารบรรณ)`,
      en: `${years} years are fewer than the ${RECORD_YEARS} for which official records are normally kept`,
    },
    {
      th: `ใส่ ${RECORD_YEARS} หรือระบุใน law: ว่าระเบียบใดให้สั้นกว่า`,
      en: `write ${RECORD_YEARS}, or name under law: the rule that allows fewer`,
    },
  )
