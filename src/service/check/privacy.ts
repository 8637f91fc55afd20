/**
 * What is about to be published. The register shows at least what the licence shows (Electronic Government Procedure
 * Act B.E. 2565 s.13(2)); personal data beyond that has no ground under the Personal Data Protection Act. Pure.
 */
import type { Definition, Field, Text } from '../definition.ts'
import { type Finding, type Path, warning } from './finding.ts'
import { fieldPlaces } from './form-places.ts'
import { fieldsBehind } from './values.ts'

/** A juristic person's number is public by law. */
const PRIVATE_TYPES: ReadonlySet<Field['type']> = new Set(['thai_id', 'passport', 'phone', 'email'])

export function privacyFindings(definition: Definition): Finding[] {
  return [
    ...definition.licence.register.flatMap(({ value }, index) =>
      published(definition, value, ['licence', 'register', index, 'value'], {
        th: 'ทะเบียนสาธารณะ',
        en: 'the public register',
      }),
    ),
    ...(definition.licence.holderPublic
      ? published(definition, definition.roles.holder, ['roles', 'holder'], {
          th: 'ชื่อผู้รับใบอนุญาตที่เปิดเผย',
          en: "the holder's public name",
        })
      : []),
  ]
}

/** A warning for each private answer that this value would show there. */
export function published(definition: Definition, value: string, path: Path, where: Text): Finding[] {
  const fields = new Map(
    fieldPlaces(definition).map(({ field, row }) => [row ? `${row.id}.${field.id}` : field.id, field]),
  )
  const behind = new Set(fieldsBehind(definition, value))
  return [...behind].flatMap((id) => {
    const field = fields.get(id)
    if (!field || !isPrivate(field)) return []
    return [
      warning(
        path,
        {
          th: `จะเผยแพร่ข้อมูลส่วนบุคคล “${id}” ใน${where.th} (พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ ม.13, PDPA)`,
          en: `personal data “${id}” would be published in ${where.en} (EPA s.13, PDPA)`,
        },
        { th: 'ลบรายการนี้ หรือใช้ช่องที่เปิดเผยได้', en: 'take it away, or use what may be public' },
      ),
    ]
  })
}

/** By its type, or because the service file says so. A date that tells an age is a date of birth. */
function isPrivate(field: Field): boolean {
  if (PRIVATE_TYPES.has(field.type)) return true
  if (field.type === 'date' && field.minAge !== undefined) return true
  return 'private' in field && field.private
}
