/** What the schema refuses, in words for people who never programmed. Pure. */
import type { z } from 'zod'
import type { Text } from '../definition.ts'
import { atKey, error, type Finding, type Path } from './finding.ts'
import { nearest, suggestion } from './nearest.ts'
import { allowedKeys, describedBy, type JsonSchema } from './schema-tree.ts'

type Issue = z.core.$ZodIssue
/** The file's data and the schema it was read by. */
type Read = { data: unknown; schema: JsonSchema }

/** Every issue of a parse as a finding; `base` is where the parsed part stands. */
export function schemaFindings(issues: readonly Issue[], read: Read, base: Path = []): Finding[] {
  return issues
    .filter((issue) => !isMisspelt(issue, issues, read, base))
    .flatMap((issue) => words(issue, [...base, ...pathOf(issue)], read))
}

/** A key that is missing because it stands there misspelt: telling that is enough. */
function isMisspelt(issue: Issue, issues: readonly Issue[], { data }: Read, base: Path): boolean {
  const path = pathOf(issue)
  if (issue.code !== 'invalid_type' || valueAt(data, [...base, ...path]) !== undefined) return false
  const parent = path.slice(0, -1).join('.')
  const unknown = issues.flatMap((each) =>
    each.code === 'unrecognized_keys' && pathOf(each).join('.') === parent ? each.keys : [],
  )
  return unknown.some((key) => nearest(key, [String(path.at(-1))]) !== undefined)
}

const pathOf = (issue: Issue): Path =>
  issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))

function words(issue: Issue, path: Path, read: Read): Finding[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, read))
    case 'invalid_type':
      return [wrongType(issue.expected, path, read)]
    case 'invalid_value':
      return [wrongValue(path, issue.values.map(String), read)]
    case 'invalid_union':
      return wrongUnion(issue, path, read)
    case 'invalid_format':
      return [wrongFormat(issue, path)]
    case 'invalid_key':
      return [atKey(error(path, FORMATS.id.message, FORMATS.id.cure))]
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, path, read)]
    default:
      return [
        error(
          path,
          { th: `ไม่ถูกต้อง (${issue.message})`, en: issue.message },
          { th: 'ดูตัวอย่างในคู่มือ', en: 'see the manual' },
        ),
      ]
  }
}

function unknownKey(key: string, path: Path, { data, schema }: Read): Finding {
  const known = allowedKeys(schema, data, path)
  const cure = suggestion(key, known, { th: 'ลบหัวข้อนี้', en: 'take it away' })
  return atKey(
    error([...path, key], { th: `ไม่รู้จักหัวข้อ “${key}” ตรงนี้`, en: `“${key}” is not known here` }, cure),
  )
}

const TYPES: Record<string, Text> = {
  string: { th: 'ข้อความ', en: 'a text' },
  number: { th: 'ตัวเลข', en: 'a number' },
  int: { th: 'จำนวนเต็ม', en: 'a whole number' },
  boolean: { th: 'true หรือ false', en: 'true or false' },
  array: { th: 'รายการ', en: 'a list' },
  object: { th: 'กลุ่มของหัวข้อ', en: 'a group of keys' },
  record: { th: 'กลุ่มของหัวข้อ', en: 'a group of keys' },
}
const TYPE_CURES: Record<string, Text> = {
  string: { th: 'ครอบด้วยเครื่องหมาย "…"', en: 'put it into quotes "…"' },
  number: {
    th: 'ใส่ตัวเลขโดยไม่มีเครื่องหมายคำพูดและจุลภาค',
    en: 'write the digits alone, without quotes or commas',
  },
  int: { th: 'ใส่จำนวนเต็มโดยไม่มีทศนิยม', en: 'write a whole number without decimals' },
  boolean: { th: 'ใส่ true หรือ false', en: 'write true or false' },
  array: { th: 'ขึ้นต้นแต่ละรายการด้วย - หรือเขียน [ก, ข]', en: 'begin each item with - or write [a, b]' },
  object: {
    th: 'เขียนหัวข้อย่อยใต้บรรทัดนี้ หรือ { หัวข้อ: ค่า }',
    en: 'write the keys below this line, or { key: value }',
  },
}

function wrongType(expected: string, path: Path, read: Read): Finding {
  const value = valueAt(read.data, path)
  const key = String(path.at(-1) ?? '')
  if (value === undefined || value === null) return missing(path, key, value === null, read)
  if (expected === 'object' && typeof value === 'string' && isTwoTexts(read, path))
    return error(
      path,
      { th: 'มีข้อความภาษาเดียว', en: 'the text stands in one language only' },
      { th: `เขียนสองภาษา: ${key}: { th: …, en: … }`, en: `write both: ${key}: { th: …, en: … }` },
    )
  const type = TYPES[expected] ?? { th: expected, en: expected }
  return error(
    path,
    { th: `“${key}” ต้องเป็น${type.th}`, en: `“${key}” must be ${type.en}` },
    TYPE_CURES[expected === 'record' ? 'object' : expected] ?? type,
  )
}

function isTwoTexts({ data, schema }: Read, path: Path): boolean {
  const known = allowedKeys(schema, data, path)
  return known.length === 2 && known.includes('th') && known.includes('en')
}

function missing(path: Path, key: string, empty: boolean, { data, schema }: Read): Finding {
  if (key === 'th' || key === 'en') return missingText(path, key)
  const about = describedBy(schema, data, path)
  const cure: Text = about
    ? { th: `เติม ${key}: (${about.th})`, en: `add ${key}: (${about.en})` }
    : { th: `เติม ${key}:`, en: `add ${key}:` }
  return error(
    path,
    empty
      ? { th: `“${key}” ยังว่าง`, en: `“${key}” is empty` }
      : { th: `ขาดหัวข้อ “${key}”`, en: `“${key}” is missing` },
    cure,
  )
}

function missingText(path: Path, language: 'th' | 'en'): Finding {
  return error(
    path,
    language === 'th'
      ? { th: 'ไม่มีข้อความภาษาไทย', en: 'the Thai text is missing' }
      : { th: 'ไม่มีข้อความภาษาอังกฤษ', en: 'the English text is missing' },
    { th: `เติม ${language}: "…"`, en: `add ${language}: "…"` },
  )
}

function wrongValue(path: Path, allowed: string[], { data }: Read): Finding {
  const value = String(valueAt(data, path) ?? '')
  const message: Text = { th: `ใช้ “${value}” ตรงนี้ไม่ได้`, en: `“${value}” is not possible here` }
  const near = nearest(value, allowed)
  const all = allowed.join(', ')
  return error(
    path,
    message,
    near
      ? { th: `หมายถึง “${near}” ใช่หรือไม่ (ใช้ได้: ${all})`, en: `did you mean “${near}”? (allowed: ${all})` }
      : { th: `ใช้ได้: ${all}`, en: `allowed are ${all}` },
  )
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>

/** Of several forms, the one that comes nearest to what was written is meant. */
function wrongUnion(issue: UnionIssue, path: Path, read: Read): Finding[] {
  if (issue.errors.length === 0) {
    if (valueAt(read.data, path) === undefined) return [missing(path, String(path.at(-1)), false, read)]
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : []
    return [wrongValue(path, options.map(String), read)]
  }
  const best = [...issue.errors].sort((a, b) => weight(a) - weight(b))[0] ?? []
  return schemaFindings(best, read, path)
}

const weight = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

const FORMATS: Record<
  'id' | 'service' | 'time' | 'date' | 'email' | 'running',
  { message: Text; cure: Text }
> = {
  id: {
    message: { th: 'ชื่อรหัสผิดรูปแบบ', en: 'an id of the wrong form' },
    cure: {
      th: 'ใช้ตัวพิมพ์เล็ก a–z ตัวเลข และ _ ขึ้นต้นด้วยตัวอักษร',
      en: 'use small letters a–z, digits and _, beginning with a letter',
    },
  },
  service: {
    message: { th: 'รหัสบริการผิดรูปแบบ', en: 'a service id of the wrong form' },
    cure: {
      th: 'ใช้ตัวพิมพ์เล็ก a–z ตัวเลข และ - ขึ้นต้นด้วยตัวอักษร',
      en: 'use small letters a–z, digits and -, beginning with a letter',
    },
  },
  time: {
    message: { th: 'ไม่ใช่เวลา', en: 'this is no time' },
    cure: { th: 'เขียนเป็น "08:30"', en: 'write it as "08:30"' },
  },
  date: {
    message: { th: 'ไม่ใช่วันที่', en: 'this is no date' },
    cure: { th: 'เขียนเป็น "2026-12-31" (ปี ค.ศ.)', en: 'write it as "2026-12-31"' },
  },
  email: {
    message: { th: 'ไม่ใช่ที่อยู่อีเมล', en: 'this is no e-mail address' },
    cure: { th: 'เขียนเป็น name@example.go.th', en: 'write it as name@example.go.th' },
  },
  running: {
    message: { th: 'เลขที่ไม่มีเลขลำดับ', en: 'the number has no running number' },
    cure: {
      th: 'ใส่ {n} ตรงที่เป็นเลขลำดับ เช่น "{n}/{yyyy}"',
      en: 'put {n} where it counts, such as "{n}/{yyyy}"',
    },
  },
}

function wrongFormat(issue: Extract<Issue, { code: 'invalid_format' }>, path: Path): Finding {
  const said = { date: FORMATS.date, email: FORMATS.email, includes: FORMATS.running }[issue.format as 'date']
  const pattern = issue.pattern ?? ''
  const { message, cure } =
    said ??
    (pattern.includes('[0-5]') ? FORMATS.time : pattern.includes('a-z0-9-') ? FORMATS.service : FORMATS.id)
  return error(path, message, cure)
}

function wrongSize(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  path: Path,
  read: Read,
): Finding {
  const key = String(path.at(-1) ?? '')
  const small = issue.code === 'too_small'
  if (small && (key === 'th' || key === 'en') && valueAt(read.data, path) === '')
    return missingText(path, key)
  const limit = String(small ? issue.minimum : issue.maximum)
  const [unit, count] = UNITS[issue.origin] ?? [
    { th: '', en: '' },
    { th: '', en: '' },
  ]
  const message: Text = small
    ? { th: `“${key}” น้อยเกินไป`, en: `“${key}” is too ${issue.origin === 'number' ? 'small' : 'short'}` }
    : { th: `“${key}” มากเกินไป`, en: `“${key}” is too ${issue.origin === 'number' ? 'large' : 'long'}` }
  const cure: Text = small
    ? { th: `ต้องมีอย่างน้อย ${limit}${count.th}`, en: `at least ${limit}${count.en}` }
    : { th: `ต้องไม่เกิน ${limit}${count.th}`, en: `at most ${limit}${count.en}` }
  return error(path, { th: message.th + unit.th, en: message.en + unit.en }, cure)
}

const UNITS: Record<string, [Text, Text]> = {
  string: [
    { th: '', en: '' },
    { th: ' ตัวอักษร', en: ' letters' },
  ],
  array: [
    { th: '', en: '' },
    { th: ' รายการ', en: ' items' },
  ],
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path)
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[String(step)]
        : undefined
  return value
}
