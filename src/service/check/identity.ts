/** A proof of identity that nobody can give, or that only ThaID can, and fields that no proof can fill in. Pure. */
import { type Definition, type Field, levelOf, type Proven, type Way } from '../definition.ts'
import { error, type Finding, type Path } from './finding.ts'
import { fieldPlaces } from './form-places.ts'

type Rung = { minimum: number; methods: Way[]; path: Path }

export function identityFindings(definition: Definition): Finding[] {
  const { identity } = definition
  const rungs: Rung[] = [
    { ...identity, path: ['identity'] },
    ...identity.transactions.map(({ minimum, methods }, index) => ({
      minimum,
      methods: methods ?? identity.methods,
      path: ['identity', 'transactions', index],
    })),
  ]
  return [...rungs.flatMap(rungFindings), ...fieldPlaces(definition).flatMap(provenFindings)]
}

function rungFindings({ minimum, methods, path }: Rung): Finding[] {
  const reaching = methods.filter((way) => levelOf(way) >= minimum)
  return [
    ...methods.flatMap(({ method }, index) =>
      methods.findIndex((each) => each.method === method) < index
        ? [twice(method, [...path, 'methods', index, 'method'])]
        : [],
    ),
    ...(reaching.length === 0 ? [outOfReach(minimum, [...path, 'minimum'])] : []),
    ...(reaching.length > 0 && reaching.every(({ method }) => method === 'thaid')
      ? [onlyThaid([...path, minimum > 0 ? 'minimum' : 'methods'])]
      : []),
  ]
}

const twice = (method: string, path: Path): Finding =>
  error(
    path,
    { th: `วิธี “${method}” ซ้ำ`, en: `the way “${method}” is there twice` },
    { th: 'ลบออกหนึ่งรายการ', en: 'take one of them away' },
  )

const outOfReach = (minimum: number, path: Path): Finding =>
  error(
    path,
    { th: `ไม่มีวิธีใดถึงระดับ ${minimum}`, en: `no way reaches level ${minimum}` },
    {
      th: 'เพิ่ม e_document หรือ video_call ใน methods หรือลด minimum',
      en: 'add e_document or video_call to methods, or lower minimum',
    },
  )

const onlyThaid = (path: Path): Finding =>
  error(
    path,
    {
      th: 'มี ThaID วิธีเดียว ผู้ไม่มี ThaID จะยื่นไม่ได้ (พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 มาตรา 8)',
      en: 'ThaID is the only way: who has none could not apply (Electronic Government Procedure Act s.8)',
    },
    {
      th: 'เพิ่มอีกวิธีที่ถึงระดับเดียวกัน เช่น e_document หรือ video_call',
      en: 'add another way of the same level, such as e_document or video_call',
    },
  )

const FITS: Record<Proven, readonly Field['type'][]> = {
  id_number: ['thai_id'],
  name: ['person_name', 'text', 'signature'],
  birth_date: ['date'],
  address: ['textarea', 'text'],
}

function provenFindings({ field, path, row }: ReturnType<typeof fieldPlaces>[number]): Finding[] {
  const proven = 'proven' in field ? field.proven : undefined
  if (!proven || (FITS[proven].includes(field.type) && !row)) return []
  const types = FITS[proven].join(', ')
  return [
    error(
      [...path, 'proven'],
      row
        ? {
            th: `“${field.id}” อยู่ในกลุ่มหลายแถว เติมจากผลยืนยันตัวตนไม่ได้`,
            en: `“${field.id}” belongs to a group of rows: no proof can fill it in`,
          }
        : {
            th: `“${field.id}” (${field.type}) เติม ${proven} ไม่ได้`,
            en: `“${field.id}” (${field.type}) cannot hold ${proven}`,
          },
      { th: `ใช้กับช่องแบบ ${types} นอกกลุ่ม`, en: `use it on a field of type ${types}, outside any group` },
    ),
  ]
}
