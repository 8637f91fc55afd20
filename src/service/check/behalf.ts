/**
 * Filing for another: name, number and mandate are asked, the mandate is demanded then, and nobody has to certify a
 * copy of it (Electronic Government Procedure Act B.E. 2565 s.12). Pure.
 */
import type { Definition, Field, Text } from '../definition.ts'
import { error, type Finding, type Path } from './finding.ts'
import { comparisonsIn, fieldPlaces } from './form-places.ts'
import { suggestion } from './nearest.ts'

const PATH: Path = ['behalf']
const NUMBER_TYPES: Record<'attorney' | 'company', Field['type'][]> = {
  attorney: ['thai_id'],
  company: ['juristic_id'],
}

export function behalfFindings(definition: Definition): Finding[] {
  const { behalf } = definition
  if (!behalf) return []
  const fields = new Map(
    fieldPlaces(definition)
      .filter(({ row }) => !row)
      .map(({ field }) => [field.id, field]),
  )
  const known = [...fields.keys()]
  const named = [...known, ...definition.computed.map(({ id }) => id)]
  const { principal, representative, document } = behalf
  const several = Array.isArray(principal.number)
  const numbers = [principal.number].flat()
  return [
    ...unknown([...PATH, 'principal', 'name'], principal.name, named),
    ...(representative ? unknown([...PATH, 'representative'], representative, named) : []),
    ...numbers.flatMap((id, index) => {
      const path = [...PATH, 'principal', 'number', ...(several ? [index] : [])]
      const field = fields.get(id)
      return field ? numberType(path, field, behalf.kind) : unknown(path, id, known)
    }),
    ...mandateFindings(behalf, fields.get(document), known),
  ]
}

function unknown(path: Path, id: string, known: string[]): Finding[] {
  if (known.includes(id)) return []
  const message = { th: `ไม่มีช่อง “${id}”`, en: `there is no field “${id}”` }
  return [
    error(path, message, suggestion(id, known, { th: 'ใช้ id ของช่องในแบบ', en: 'name a field of the form' })),
  ]
}

function numberType(path: Path, { id, type }: Field, kind?: 'attorney' | 'company'): Finding[] {
  const allowed = kind ? NUMBER_TYPES[kind] : Object.values(NUMBER_TYPES).flat()
  if (allowed.includes(type)) return []
  return [
    error(
      path,
      {
        th: `ช่อง “${id}” ไม่ใช่เลขประจำตัวที่ตรวจเลขท้ายได้`,
        en: `field “${id}” holds no number with a check digit of this kind`,
      },
      { th: `ใช้ช่องชนิด ${allowed.join(' หรือ ')}`, en: `use a field of type ${allowed.join(' or ')}` },
    ),
  ]
}

const CERTIFIED = /รับรองสำเนา|certified cop/i
const WAIVED = /ไม่ต้อง|no need|not needed|without/i

function mandateFindings(
  { when, document }: NonNullable<Definition['behalf']>,
  field: Field | undefined,
  known: string[],
): Finding[] {
  const path: Path = [...PATH, 'document']
  if (!field) return unknown(path, document, known)
  const cure = { th: 'แก้ช่องแนบหนังสือมอบอำนาจ', en: 'mend the file field of the mandate' }
  if (field.type !== 'file')
    return [
      error(path, { th: `ช่อง “${document}” ไม่ใช่ไฟล์แนบ`, en: `field “${document}” takes no file` }, cure),
    ]
  const deciding = comparisonsIn(when).map(({ comparison }) => comparison.field)
  const asked = field.when ? comparisonsIn(field.when).map(({ comparison }) => comparison.field) : deciding
  const isDemanded = !field.optional && deciding.every((id) => asked.includes(id))
  return [
    ...(isDemanded
      ? []
      : [
          error(
            path,
            {
              th: `ช่อง “${document}” ไม่ได้บังคับแนบเมื่อยื่นแทนผู้อื่น`,
              en: `“${document}” is not demanded when it is filed for somebody else`,
            },
            {
              th: 'ลบ optional และให้ when ตรงกับ behalf.when',
              en: 'drop optional, and let its when follow behalf.when',
            },
          ),
        ]),
    ...([field.label, field.hint].filter((each) => each !== undefined) as Text[])
      .filter(({ th, en }) => [th, en].some((text) => CERTIFIED.test(text) && !WAIVED.test(text)))
      .map(() =>
        error(
          path,
          {
            th: `ช่อง “${document}” เรียกสำเนาที่รับรอง ซึ่งเรียกไม่ได้ (พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ ม.12)`,
            en: `“${document}” demands a certified copy, which may not be demanded (EPA s.12)`,
          },
          { th: 'ขอรูปถ่ายของหนังสือมอบอำนาจ', en: 'ask for a photo of the mandate' },
        ),
      ),
  ]
}
