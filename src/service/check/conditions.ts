/** Conditions that name nothing, compare with what nobody can answer, or can never hold. Pure. */
import type { Definition, Field } from '../definition.ts'
import { isQuestion } from '../form/pages.ts'
import { atKey, error, type Finding, type Path, warning } from './finding.ts'
import {
  type Comparison,
  type ConditionPlace,
  comparisonsIn,
  conditionPlaces,
  type FieldPlace,
  fieldPlaces,
  fieldsInReach,
  givenPlaces,
  optionsOf,
} from './form-places.ts'
import { nearest, suggestion } from './nearest.ts'
import { canHold } from './reach.ts'

export function conditionFindings(definition: Definition): Finding[] {
  const fields = fieldPlaces(definition)
  const places = conditionPlaces(definition)
  const known = [...givenPlaces(definition), ...fields]
  const found = places.map((place) => comparisonFindings(place, known))
  const sound = places.filter((_, index) => !found[index]?.some(({ level }) => level === 'error'))
  const whole = sound.length === places.length
  return [...found.flat(), ...(whole ? neverFindings(definition, sound) : [])]
}

function comparisonFindings(place: ConditionPlace, fields: FieldPlace[]): Finding[] {
  const reach = fieldsInReach(fields, place.row)
  return comparisonsIn(place.condition, place.path).flatMap(({ comparison, path }) => {
    const named = reach.get(comparison.field)
    if (!named) return [unknownField(comparison.field, path, fields, reach)]
    return [
      ...standing(comparison, path, place, named),
      ...(isQuestion(named.field) ? valueFindings(comparison, path, named.field) : []),
    ]
  })
}

function unknownField(id: string, path: Path, fields: FieldPlace[], reach: Map<string, FieldPlace>): Finding {
  const inRow = fields.find((each) => each.row && each.field.id === id)?.row
  if (inRow)
    return error(
      [...path, 'field'],
      {
        th: `“${id}” อยู่ในกลุ่ม “${inRow.id}” อ่านจากข้างนอกไม่ได้`,
        en: `“${id}” belongs to the rows of “${inRow.id}” and cannot be asked from outside`,
      },
      {
        th: `ใช้ “${inRow.id}” (จำนวนแถว) หรือย้ายเงื่อนไขเข้าไปในกลุ่ม`,
        en: `use “${inRow.id}” (its number of rows), or move the condition into the group`,
      },
    )
  return error(
    [...path, 'field'],
    { th: `เงื่อนไขอ้างถึงช่อง “${id}” ซึ่งไม่มี`, en: `the condition names “${id}”, which is no field` },
    suggestion(id, reach.keys(), { th: 'ใช้ id ของช่องในแบบคำขอ', en: 'use the id of a field of the form' }),
  )
}

/** Where the named field stands: itself, a passage, a later page. */
function standing(
  comparison: Comparison,
  path: Path,
  { self, page, what }: ConditionPlace,
  named: FieldPlace,
): Finding[] {
  const at = [...path, 'field']
  if (!isQuestion(named.field))
    return [
      error(
        at,
        {
          th: `“${comparison.field}” เป็นหัวข้อหรือหมายเหตุ ไม่มีคำตอบ`,
          en: `“${comparison.field}” is a heading or note and has no answer`,
        },
        { th: 'อ้างถึงช่องที่มีคำตอบ', en: 'name a field that asks something' },
      ),
    ]
  if (self === comparison.field && !isOwnRow(named))
    return [
      error(
        at,
        { th: `${what.th} ขึ้นกับคำตอบของตัวเอง`, en: `${what.en} depends on its own answer` },
        { th: 'อ้างถึงช่องอื่นที่ถามก่อน', en: 'name another field that is asked before it' },
      ),
    ]
  if (page === undefined || named.page <= page) return []
  return [
    warning(
      at,
      {
        th: `“${comparison.field}” อยู่ในหน้าถัดไป ผู้ยื่นยังไม่ได้ตอบ`,
        en: `“${comparison.field}” stands on a later page and is not answered yet`,
      },
      { th: 'ย้ายช่องนั้นไปไว้ก่อนหน้านี้', en: 'move that field to an earlier page' },
    ),
  ]
}

/** A group may not name itself; a row's field of the same id is another field. */
const isOwnRow = (named: FieldPlace): boolean => named.field.type === 'repeat' && named.row !== undefined

/** Types of which `gt` and `lt` compare the number, or count rows, options or files. */
const COUNTED: ReadonlySet<Field['type']> = new Set(['number', 'money', 'repeat', 'multi', 'file'])
/** Types whose answer has parts, so that no single value equals it. */
const IN_PARTS: ReadonlySet<Field['type']> = new Set([
  'address',
  'person_name',
  'location',
  'repeat',
  'file',
  'date',
])

function valueFindings(comparison: Comparison, path: Path, field: Field): Finding[] {
  const { eq, ne, gt, lt, filled } = comparison
  const values: { at: Path; value: string }[] = [
    ...(eq === undefined ? [] : [{ at: [...path, 'eq'], value: eq }]),
    ...(ne === undefined ? [] : [{ at: [...path, 'ne'], value: ne }]),
    ...(comparison.in ?? []).map((value, index) => ({ at: [...path, 'in', index], value })),
  ]
  const bounds = [...(gt === undefined ? [] : ['gt']), ...(lt === undefined ? [] : ['lt'])]
  const nothing = values.length + bounds.length === 0 && filled === undefined
  return [
    ...(nothing ? [comparesNothing(path)] : []),
    ...values.flatMap(({ at, value }) => wrongAnswer(at, value, field)),
    ...(COUNTED.has(field.type) ? [] : bounds.map((bound) => notCounted([...path, bound], field))),
  ]
}

const comparesNothing = (path: Path): Finding =>
  error(
    path,
    { th: 'เงื่อนไขไม่ได้เปรียบเทียบกับอะไร', en: 'the condition compares with nothing' },
    { th: 'เติม eq, ne, in, gt, lt หรือ filled', en: 'add eq, ne, in, gt, lt or filled' },
  )

const notCounted = (path: Path, { id, type }: Field): Finding =>
  atKey(
    error(
      path,
      {
        th: `“${id}” ไม่ใช่ตัวเลข (${type}) เทียบมากกว่าน้อยกว่าไม่ได้`,
        en: `“${id}” is no number (${type}): it is neither more nor less`,
      },
      {
        th: 'ใช้ eq, in หรือ filled หรือเปลี่ยนชนิดช่องเป็น number',
        en: 'use eq, in or filled, or make the field a number',
      },
    ),
  )

function wrongAnswer(path: Path, value: string, field: Field): Finding[] {
  const answers = answersOf(field)
  if (answers && !answers.includes(value)) {
    const near = nearest(value, answers)
    const list = answers.join(', ')
    return [
      error(
        path,
        { th: `“${value}” ไม่ใช่ตัวเลือกของ “${field.id}”`, en: `“${value}” is no option of “${field.id}”` },
        near
          ? {
              th: `หมายถึง “${near}” ใช่หรือไม่ (ตัวเลือก: ${list})`,
              en: `did you mean “${near}”? (options: ${list})`,
            }
          : { th: `ตัวเลือก: ${list}`, en: `options: ${list}` },
      ),
    ]
  }
  if (IN_PARTS.has(field.type))
    return [
      error(
        path,
        {
          th: `คำตอบของ “${field.id}” (${field.type}) เทียบเท่ากับข้อความไม่ได้`,
          en: `an answer to “${field.id}” (${field.type}) never equals a text`,
        },
        { th: 'ใช้ filled: true หรือ false', en: 'use filled: true or false' },
      ),
    ]
  return wrongNumber(path, value, field)
}

function wrongNumber(path: Path, value: string, field: Field): Finding[] {
  if ((field.type !== 'number' && field.type !== 'money') || Number.isFinite(Number(value))) return []
  return [
    error(
      path,
      {
        th: `“${field.id}” เป็นตัวเลข ไม่มีวันเท่ากับ “${value}”`,
        en: `“${field.id}” is a number and never equals “${value}”`,
      },
      { th: 'ใส่ตัวเลขในเครื่องหมาย "…"', en: 'write digits in quotes "…"' },
    ),
  ]
}

/** Everything that can be answered, where that is a list. */
export function answersOf(field: Field): string[] | undefined {
  if (field.type === 'yes_no') return ['yes', 'no']
  if (field.type === 'consent') return [field.version]
  const options = optionsOf(field)
  return options.length > 0 ? options.map(({ value }) => value) : undefined
}

/** What no answers can bring about. What stands within a part that never shows is not told again. */
function neverFindings(definition: Definition, places: ConditionPlace[]): Finding[] {
  const never = places.filter(
    ({ condition, asWell, row }) => !canHold(definition, [condition, ...asWell], row),
  )
  return never
    .filter(({ asWell }) => !never.some(({ condition }) => asWell.includes(condition)))
    .map(({ path, what }) =>
      atKey(
        error(
          path,
          {
            th: `${what.th} ไม่มีวันเกิดขึ้น: ไม่มีคำตอบใดทำให้เงื่อนไขเป็นจริง`,
            en: `${what.en} can never show or apply: no answers make the condition true`,
          },
          {
            th: 'แก้เงื่อนไขที่ขัดกัน หรือลบส่วนนี้',
            en: 'mend the conditions that exclude each other, or take this part away',
          },
        ),
      ),
    )
}
