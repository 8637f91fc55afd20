/** Ids given twice, and limits of fields that exclude every answer. Pure. */
import type { Definition, Field } from '../definition.ts'
import { GIVEN_FIELDS } from '../form/answers.ts'
import { error, type Finding, type Path, warning } from './finding.ts'
import { fieldPlaces, optionsOf } from './form-places.ts'
import { suggestion } from './nearest.ts'

export function fieldFindings(definition: Definition): Finding[] {
  return [
    ...repeatedIds(definition),
    ...fieldPlaces(definition).flatMap(({ field, path }) => [
      ...limits(field, path),
      ...optionFindings(field, path),
      ...needlessRequirement(field, path),
    ]),
  ]
}

type Named = { id: string; path: Path }

function repeatedIds(definition: Definition): Finding[] {
  const { form, computed, fees, guide, review } = definition
  const at = (list: readonly { id: string }[], ...path: Path): Named[] =>
    list.map(({ id }, index) => ({ id, path: [...path, index, 'id'] }))
  const places = fieldPlaces(definition).map(({ field, path, row }) => ({
    id: field.id,
    path: [...path, 'id'],
    row: row?.id,
  }))
  const groups = [...new Set(places.map(({ row }) => row))]
  const documentsPage = form.documents.length > 0 ? [{ id: 'documents', path: ['form', 'documents'] }] : []
  return [
    ...groups.flatMap((row) => {
      const fields = places.filter((place) => place.row === row)
      return twice(row === undefined ? [...fields, ...at(computed, 'computed')] : fields)
    }),
    ...places.flatMap(({ id, path, row }) =>
      row && places.some((place) => place.row === undefined && place.id === id)
        ? [likeFormField(id, path)]
        : [],
    ),
    ...twice([...documentsPage, ...at(form.pages, 'form', 'pages')]),
    ...twice(at(form.exits, 'form', 'exits')),
    ...twice([...at(fees.items, 'fees', 'items'), ...at(fees.exemptions, 'fees', 'exemptions')]),
    ...twice(at(guide.topics, 'guide', 'topics')),
    ...twice(at(guide.questions, 'guide', 'questions')),
    ...twice(at(review.steps, 'review', 'steps')),
    ...review.steps.flatMap(({ checklist }, index) =>
      twice(at(checklist, 'review', 'steps', index, 'checklist')),
    ),
    ...twice(
      definition.transactions.map(({ type }, index) => ({ id: type, path: ['transactions', index, 'type'] })),
    ),
    ...computed.flatMap(({ id }, index) => (id === 'fee' ? [takenName(id, ['computed', index, 'id'])] : [])),
    ...places.flatMap(({ id, path }) => (TAKEN_FIELDS.includes(id) ? [takenName(id, path)] : [])),
    ...at(form.pages, 'form', 'pages').flatMap(({ id, path }) =>
      TAKEN_PAGES.includes(id) ? [takenName(id, path)] : [],
    ),
  ]
}

/** What the program answers itself, and what it asks beside the form: a remark about it would stand at the field. */
const TAKEN_FIELDS: string[] = [...GIVEN_FIELDS, 'declaration', 'identity', 'privacy_notice', 'scan']

/** The last part of addresses below a draft (`/l/apply/<id>/check`), where a page's id stands too. */
const TAKEN_PAGES = ['answers', 'check', 'correct', 'discard', 'exit', 'files', 'identity', 'slip']

const likeFormField = (id: string, path: Path): Finding =>
  error(
    path,
    {
      th: `ช่องในแถว “${id}” ใช้ id เดียวกับช่องของแบบคำขอ`,
      en: `the row field “${id}” has the id of a field of the form`,
    },
    {
      th: 'เปลี่ยน id ของช่องในแถว เพราะเงื่อนไขในแถวจะมองไม่เห็นช่องของแบบคำขอ',
      en: 'give the row field another id: conditions of the row could not name the field of the form',
    },
  )

function twice(named: Named[]): Finding[] {
  return named
    .filter(({ id }, index) => named.findIndex((each) => each.id === id) < index)
    .map(({ id, path }) =>
      error(
        path,
        { th: `id “${id}” ซ้ำกับที่ใช้แล้ว`, en: `the id “${id}” is used twice` },
        { th: 'เปลี่ยน id ให้ไม่ซ้ำ และแก้ทุกที่ที่อ้างถึง', en: 'give one of them another id, and mend what names it' },
      ),
    )
}

const takenName = (id: string, path: Path): Finding =>
  error(
    path,
    { th: `ชื่อ “${id}” เป็นของระบบ`, en: `the name “${id}” belongs to the program` },
    { th: 'เปลี่ยน id', en: 'give it another id' },
  )

function limits(field: Field, path: Path): Finding[] {
  switch (field.type) {
    case 'number':
    case 'money':
      return order(field.min, field.max, [...path, 'min'])
    case 'time':
      return order(field.from, field.to, [...path, 'from'])
    case 'date':
      return dateLimits(field, path)
    case 'repeat':
      return [...order(field.min, field.max, [...path, 'min']), ...uniqueField(field, path)]
    case 'multi':
      return multiLimits(field, path)
    default:
      return []
  }
}

function order<T extends number | string>(least: T | undefined, most: T | undefined, path: Path): Finding[] {
  if (least === undefined || most === undefined || least <= most) return []
  return [
    error(
      path,
      {
        th: `ค่าต่ำสุด ${least} มากกว่าค่าสูงสุด ${most}`,
        en: `the least, ${least}, is more than the most, ${most}`,
      },
      { th: 'สลับหรือแก้ค่าทั้งสอง', en: 'swap or mend the two' },
    ),
  ]
}

function dateLimits(field: Extract<Field, { type: 'date' }>, path: Path): Finding[] {
  const none = !field.future && !field.past && field.minAge === undefined
  const ahead = !field.future && (field.minDaysAhead ?? 0) > 0
  return [
    ...order(field.minDaysAhead, field.maxDaysAhead, [...path, 'minDaysAhead']),
    ...(none || ahead
      ? [
          warning(
            [...path, 'future'],
            none
              ? { th: 'ตอบได้เพียงวันนี้วันเดียว', en: 'only today can be answered' }
              : { th: 'ห้ามวันในอนาคต แต่บังคับให้ล่วงหน้า', en: 'a day to come is both refused and demanded' },
            { th: 'ลบ future: false หรือ past: false', en: 'take away future: false or past: false' },
          ),
        ]
      : []),
  ]
}

function uniqueField(field: Extract<Field, { type: 'repeat' }>, path: Path): Finding[] {
  const ids = field.fields.map(({ id }) => id)
  if (field.unique === undefined || ids.includes(field.unique)) return []
  return [
    error(
      [...path, 'unique'],
      {
        th: `unique อ้างถึง “${field.unique}” ซึ่งไม่มีในกลุ่มนี้`,
        en: `unique names “${field.unique}”, which is no field of this group`,
      },
      suggestion(field.unique, ids, { th: 'ใช้ id ของช่องในกลุ่ม', en: 'use the id of a field of the group' }),
    ),
  ]
}

function multiLimits(field: Extract<Field, { type: 'multi' }>, path: Path): Finding[] {
  const values = field.options.map(({ value }) => value)
  const known = field.exclusive === undefined || values.includes(field.exclusive)
  return [
    ...order(field.min, field.max ?? values.length, [...path, 'min']),
    ...order(field.min, values.length, [...path, 'min']).slice(field.max === undefined ? 1 : 0),
    ...(known
      ? []
      : [
          error(
            [...path, 'exclusive'],
            {
              th: `exclusive อ้างถึง “${field.exclusive}” ซึ่งไม่ใช่ตัวเลือก`,
              en: `exclusive names “${field.exclusive}”, which is no option`,
            },
            suggestion(field.exclusive ?? '', values, {
              th: 'ใช้ value ของตัวเลือก',
              en: 'use the value of an option',
            }),
          ),
        ]),
  ]
}

function optionFindings(field: Field, path: Path): Finding[] {
  return twice(
    optionsOf(field).map(({ value }, index) => ({ id: value, path: [...path, 'options', index, 'value'] })),
  )
}

function needlessRequirement(field: Field, path: Path): Finding[] {
  if (!('requireWhen' in field) || !field.requireWhen || field.optional) return []
  return [
    warning(
      [...path, 'requireWhen'],
      {
        th: `ช่อง “${field.id}” บังคับตอบอยู่แล้ว requireWhen จึงไม่มีผล`,
        en: `field “${field.id}” must be answered anyway: requireWhen does nothing`,
      },
      { th: 'เติม optional: true หรือลบ requireWhen', en: 'add optional: true, or take requireWhen away' },
    ),
  ]
}
