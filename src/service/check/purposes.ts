/**
 * Purposes and their grounds. A state agency handles applications by law: consent is not freely given where a licence
 * hangs on it (PDPA B.E. 2562 s.19, s.24(4) and (6)). Whether words were changed without a new version cannot be seen
 * here; a consent holds only for the words it was given to. Pure.
 */
import type { Definition } from '../definition.ts'
import { error, type Finding, type Path, warning } from './finding.ts'

export function purposeFindings({ privacy }: Definition): Finding[] {
  return [
    ...(privacy.officer ? [] : [noOfficer]),
    ...privacy.purposes.flatMap((purpose, index) => [
      ...groundFindings(purpose, ['privacy', 'purposes', index]),
      ...repeated(privacy.purposes, index),
    ]),
  ]
}

const noOfficer = warning(
  ['privacy'],
  {
    th: 'ไม่ได้ระบุเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล (PDPA ม.41)',
    en: 'no data protection officer is named (PDPA s.41)',
  },
  {
    th: 'เพิ่ม privacy: { officer: { name, email, phone } }',
    en: 'add privacy: { officer: { name, email, phone } }',
  },
)

type Purposes = Definition['privacy']['purposes']

function groundFindings({ id, basis, required, covers, law }: Purposes[number], path: Path): Finding[] {
  const isConsent = basis === 'consent'
  return [
    ...(isConsent && required
      ? [
          error(
            [...path, 'required'],
            {
              th: `“${id}” อาศัยความยินยอมแต่บังคับให้ยินยอม (PDPA ม.19)`,
              en: `“${id}” rests on consent, but is required (PDPA s.19)`,
            },
            {
              th: 'ลบ required หรือใช้ basis: public_task พร้อมกฎหมาย',
              en: 'take away required, or use basis: public_task with its law',
            },
          ),
        ]
      : []),
    ...(!isConsent && covers.length > 0
      ? [
          error(
            [...path, 'covers'],
            { th: `“${id}” ไม่ใช่ความยินยอม จึงถอนไม่ได้`, en: `“${id}” is no consent: nobody could withdraw it` },
            { th: 'ใช้ basis: consent หรือลบ covers', en: 'use basis: consent, or take covers away' },
          ),
        ]
      : []),
    ...(basis === 'legal_duty' && !law
      ? [
          error(
            [...path, 'basis'],
            { th: `“${id}” ไม่ได้บอกกฎหมายที่กำหนดหน้าที่`, en: `“${id}” does not name the law of its duty` },
            { th: 'เพิ่ม law: { th: …, en: … }', en: 'add law: { th: …, en: … }' },
          ),
        ]
      : []),
  ]
}

function repeated(purposes: Purposes, index: number): Finding[] {
  const purpose = purposes[index]
  const before = purposes.slice(0, index)
  if (!purpose) return []
  const path: Path = ['privacy', 'purposes', index]
  const twice = purpose.covers.find((use) => before.some(({ covers }) => covers.includes(use)))
  return [
    ...(before.some(({ id }) => id === purpose.id)
      ? [
          error(
            [...path, 'id'],
            { th: `id “${purpose.id}” ซ้ำ`, en: `the id “${purpose.id}” stands here twice` },
            { th: 'ตั้ง id ใหม่', en: 'choose another id' },
          ),
        ]
      : []),
    ...(twice
      ? [
          error(
            [...path, 'covers'],
            { th: `“${twice}” อยู่ในความยินยอมสองข้อ`, en: `two consents cover “${twice}”` },
            { th: 'ให้อยู่ข้อเดียว', en: 'let one of them cover it' },
          ),
        ]
      : []),
  ]
}
