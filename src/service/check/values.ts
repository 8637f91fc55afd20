/** Names of answers and computed values outside conditions: placeholders, roles, register, eligibility. Pure. */
import type { Definition, Field } from '../definition.ts'
import { isQuestion } from '../form/pages.ts'
import { error, type Finding, type Path, warning } from './finding.ts'
import { fieldPlaces, fieldsInReach } from './form-places.ts'
import { suggestion } from './nearest.ts'

type Names = {
  fields: Map<string, Field>
  questions: string[]
  values: string[]
  /** What all rows of a group say: `group.field`. */
  columns: string[]
}

export function valueFindings(definition: Definition): Finding[] {
  const names = namesOf(definition)
  return [
    ...definition.computed.flatMap((each, index) => computedFindings(each, ['computed', index], names)),
    ...Object.entries(definition.roles).flatMap(([role, id]) =>
      id === undefined ? [] : valueNamed(id, ['roles', role], names),
    ),
    ...definition.licence.register.flatMap(({ value }, index) => registerFindings(value, index, names)),
    ...shownValues(definition, names),
    ...blockedFields(definition, names),
    ...eligibility(definition, names),
  ]
}

function namesOf(definition: Definition): Names {
  const places = fieldPlaces(definition)
  const fields = new Map([...fieldsInReach(places)].map(([id, { field }]) => [id, field]))
  const questions = [...fields.values()].filter(isQuestion).map(({ id }) => id)
  return {
    fields,
    questions,
    values: [...questions, ...definition.computed.map(({ id }) => id)],
    columns: places.flatMap(({ row, field }) => (row ? [`${row.id}.${field.id}`] : [])),
  }
}

export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)

function computedFindings(
  { id, cases }: Definition['computed'][number],
  path: Path,
  names: Names,
): Finding[] {
  const always = cases.findIndex(({ when }) => when === undefined)
  return [
    ...cases.flatMap(({ text }, index) =>
      placeholdersIn(text)
        .filter((name) => !names.questions.includes(name) && !names.columns.includes(name))
        .map((name) => unknownPlaceholder(name, [...path, 'cases', index, 'text'], names)),
    ),
    ...cases
      .slice(always + 1)
      .flatMap((_, index) =>
        always === -1 ? [] : [neverReached(id, [...path, 'cases', always + 1 + index])],
      ),
  ]
}

function unknownPlaceholder(name: string, path: Path, { questions, values, columns }: Names): Finding {
  if (values.includes(name))
    return error(
      path,
      {
        th: `{${name}} เป็นข้อความคำนวณ ใส่ซ้อนกันไม่ได้`,
        en: `{${name}} is a computed value; they cannot be put into each other`,
      },
      { th: 'ใส่ id ของช่องที่ถาม', en: 'use the ids of fields' },
    )
  const column = columns.find((each) => each.endsWith(`.${name}`))
  if (column)
    return error(
      path,
      { th: `{${name}} อยู่ในกลุ่มที่กรอกได้หลายแถว`, en: `{${name}} belongs to the rows of a group` },
      { th: `ใช้ {${column}}`, en: `use {${column}}` },
    )
  return error(
    path,
    { th: `{${name}} ไม่ตรงกับช่องใด`, en: `{${name}} is no field` },
    suggestion(name, [...questions, ...columns], {
      th: 'ใส่ id ของช่องที่ถาม',
      en: 'use the id of a field',
    }),
  )
}

const neverReached = (id: string, path: Path): Finding =>
  warning(
    path,
    { th: `ข้อความคำนวณ “${id}” ไม่มีวันมาถึงกรณีนี้`, en: `computed value “${id}” never comes to this case` },
    { th: 'ย้ายกรณีที่ไม่มี when ไปไว้ท้ายสุด', en: 'put the case without a when last' },
  )

function valueNamed(id: string, path: Path, { values, columns }: Names): Finding[] {
  if (values.includes(id)) return []
  return [
    error(
      path,
      { th: `“${id}” ไม่ใช่ทั้งช่องและข้อความคำนวณ`, en: `“${id}” is neither a field nor a computed value` },
      columns.some((each) => each.endsWith(`.${id}`))
        ? { th: 'ช่องในกลุ่มมีหลายแถว ใช้ข้อความคำนวณแทน', en: 'a group has many rows: use a computed value' }
        : suggestion(id, values, {
            th: 'ใช้ id ของช่อง หรือของข้อความคำนวณ',
            en: 'use the id of a field or computed value',
          }),
    ),
  ]
}

function registerFindings(value: string, index: number, names: Names): Finding[] {
  const path: Path = ['licence', 'register', index, 'value']
  if (names.fields.get(value)?.type !== 'file') return valueNamed(value, path, names)
  return [
    warning(
      path,
      {
        th: `“${value}” เป็นไฟล์ ทะเบียนจะแสดงเพียงชื่อไฟล์`,
        en: `“${value}” is a file: the register would show its name only`,
      },
      { th: 'ใช้ช่องที่เป็นข้อความ', en: 'use a field with a text' },
    ),
  ]
}

/** `fee` stands for the fee so far. */
function shownValues(definition: Definition, names: Names): Finding[] {
  const computed = new Set(['fee', ...definition.computed.map(({ id }) => id)])
  return fieldPlaces(definition).flatMap(({ field, path }) =>
    field.type !== 'computed' || computed.has(field.value)
      ? []
      : [
          error(
            [...path, 'value'],
            { th: `“${field.value}” ไม่ใช่ข้อความคำนวณ`, en: `“${field.value}” is no computed value` },
            suggestion(field.value, computed, {
              th: names.fields.has(field.value) ? 'เพิ่มใน computed: ก่อน' : 'ใช้ fee หรือ id ใน computed:',
              en: names.fields.has(field.value)
                ? 'add it under computed: first'
                : 'use fee, or an id of computed:',
            }),
          ),
        ],
  )
}

function blockedFields({ form }: Definition, { questions }: Names): Finding[] {
  return form.blocks.flatMap(({ field }, index) =>
    questions.includes(field)
      ? []
      : [
          error(
            ['form', 'blocks', index, 'field'],
            { th: `ข้อห้ามอ้างถึงช่อง “${field}” ซึ่งไม่มี`, en: `the block names “${field}”, which is no field` },
            suggestion(field, questions, { th: 'ใช้ id ของช่อง', en: 'use the id of a field' }),
          ),
        ],
  )
}

/** What one tap or a short text in the chat can answer: options, a number, or how many rows. */
const ASKED_IN_CHAT: ReadonlySet<Field['type']> = new Set([
  'choice',
  'select',
  'lookup',
  'yes_no',
  'number',
  'money',
  'repeat',
])

function eligibility({ guide }: Definition, names: Names): Finding[] {
  return guide.eligibility.flatMap((id, index) => {
    const path: Path = ['guide', 'eligibility', index]
    const field = names.fields.get(id)
    if (!field || !isQuestion(field))
      return [
        error(
          path,
          { th: `คำถามคัดกรอง “${id}” ไม่ใช่ช่องในแบบคำขอ`, en: `eligibility names “${id}”, which is no field` },
          suggestion(id, names.questions, { th: 'ใช้ id ของช่อง', en: 'use the id of a field' }),
        ),
      ]
    if (ASKED_IN_CHAT.has(field.type)) return []
    return [
      warning(
        path,
        {
          th: `ถาม “${id}” (${field.type}) ก่อนเริ่มยื่นไม่ได้`,
          en: `“${id}” (${field.type}) cannot be asked before the form`,
        },
        { th: 'ใช้ช่องแบบ choice, yes_no หรือ number', en: 'use a field of type choice, yes_no or number' },
      ),
    ]
  })
}

/** What a value shows: fields, and `group.field` for what the rows of a group say. */
export function fieldsBehind(definition: Definition, value: string): string[] {
  const computed = definition.computed.find(({ id }) => id === value)
  if (!computed) return [value]
  return computed.cases.flatMap(({ text }) => placeholdersIn(text).map((name) => name.replace(/^\w+\./, '')))
}
