/** Fees that count what is no number, or charge nothing where they should. Pure. */
import type { Definition, FeeItem, Field, RepeatField } from '../definition.ts'
import { isQuestion } from '../form/pages.ts'
import { answersOf } from './conditions.ts'
import { atKey, error, type Finding, type Path, warning } from './finding.ts'
import { fieldPlaces, fieldsInReach } from './form-places.ts'
import { suggestion } from './nearest.ts'

type Fields = Map<string, Field>

export function feeFindings(definition: Definition): Finding[] {
  const fields: Fields = new Map(
    [...fieldsInReach(fieldPlaces(definition))].map(([id, { field }]) => [id, field]),
  )
  const { items, exemptions } = definition.fees
  return [
    ...items.flatMap((item, index) => itemFindings(item, ['fees', 'items', index], fields)),
    ...exemptions.flatMap((each, index) => exemptedItems(each.items, ['fees', 'exemptions', index], items)),
    ...[...items.entries()].flatMap(([index, item]) => periodFindings(item, ['fees', 'items', index])),
    ...[...exemptions.entries()].flatMap(([index, each]) =>
      periodFindings(each, ['fees', 'exemptions', index]),
    ),
    ...treasuryCodes(items),
  ]
}

function itemFindings(item: FeeItem, path: Path, fields: Fields): Finding[] {
  switch (item.rule) {
    case 'fixed':
      return []
    case 'surcharge':
      return []
    case 'per_row':
      return groupNamed(item.rows, path, fields).findings
    case 'table_rows':
      return tableOfRows(item, path, fields)
    case 'table':
      return tableFindings(item, path, optionField(item.of, path, [...fields.values()]))
    case 'tiers':
      return [...numberNamed(item.of, path, fields), ...tierFindings(item.tiers, path)]
    default:
      return numberNamed(item.of, path, fields)
  }
}

function groupNamed(id: string, path: Path, fields: Fields): { group?: RepeatField; findings: Finding[] } {
  const field = fields.get(id)
  if (field?.type === 'repeat') return { group: field, findings: [] }
  const groups = [...fields.values()].filter(({ type }) => type === 'repeat').map((each) => each.id)
  return {
    findings: [
      error(
        [...path, 'rows'],
        { th: `“${id}” ไม่ใช่กลุ่มที่กรอกได้หลายแถว`, en: `“${id}” is no repeat group` },
        suggestion(id, groups, { th: 'ใช้ id ของช่องแบบ repeat', en: 'use the id of a field of type repeat' }),
      ),
    ],
  }
}

const COUNTABLE: ReadonlySet<Field['type']> = new Set(['number', 'money', 'repeat', 'multi', 'file'])

function numberNamed(id: string, path: Path, fields: Fields): Finding[] {
  const field = fields.get(id)
  if (field && COUNTABLE.has(field.type)) return []
  const numbers = [...fields.values()].filter(({ type }) => COUNTABLE.has(type)).map((each) => each.id)
  return [
    error(
      [...path, 'of'],
      field
        ? {
            th: `“${id}” ไม่ใช่ตัวเลข (${field.type}) คิดค่าธรรมเนียมไม่ได้`,
            en: `“${id}” is no number (${field.type}) to reckon a fee from`,
          }
        : { th: `ค่าธรรมเนียมอ้างถึงช่อง “${id}” ซึ่งไม่มี`, en: `the fee names “${id}”, which is no field` },
      suggestion(id, numbers, { th: 'ใช้ช่องแบบ number', en: 'use a field of type number' }),
    ),
  ]
}

type Table = { of: string; satang: Record<string, number> }

function tableOfRows(item: Table & { rows: string }, path: Path, fields: Fields): Finding[] {
  const { group, findings } = groupNamed(item.rows, path, fields)
  return group ? tableFindings(item, path, optionField(item.of, path, group.fields)) : findings
}

type Chosen = { answers: string[]; findings: Finding[] }

function optionField(id: string, path: Path, fields: Field[]): Chosen {
  const field = fields.find((each) => each.id === id && isQuestion(each))
  const answers = field && answersOf(field)
  if (answers) return { answers, findings: [] }
  const withOptions = fields.filter((each) => answersOf(each)).map((each) => each.id)
  return {
    answers: [],
    findings: [
      error(
        [...path, 'of'],
        field
          ? { th: `“${id}” ไม่มีตัวเลือก`, en: `“${id}” has no options` }
          : { th: `ค่าธรรมเนียมอ้างถึงช่อง “${id}” ซึ่งไม่มี`, en: `the fee names “${id}”, which is no field here` },
        suggestion(id, withOptions, { th: 'ใช้ช่องที่มีตัวเลือก', en: 'use a field with options' }),
      ),
    ],
  }
}

function tableFindings({ of, satang }: Table, path: Path, { answers, findings }: Chosen): Finding[] {
  if (findings.length > 0) return findings
  const missed = answers.filter((answer) => !Object.hasOwn(satang, answer))
  const unknown = Object.keys(satang).filter((key) => !answers.includes(key))
  return [
    ...(missed.length > 0 ? [missedOptions(missed, of, [...path, 'satang'])] : []),
    ...unknown.map((key) =>
      atKey(
        error(
          [...path, 'satang', key],
          { th: `“${key}” ไม่ใช่ตัวเลือกของ “${of}”`, en: `“${key}” is no option of “${of}”` },
          suggestion(key, missed.length > 0 ? missed : answers, { th: 'ลบบรรทัดนี้', en: 'take it away' }),
        ),
      ),
    ),
  ]
}

const missedOptions = (missed: string[], of: string, path: Path): Finding =>
  atKey(
    error(
      path,
      {
        th: `ตารางค่าธรรมเนียมไม่มีอัตราของ ${missed.join(', ')} (ตัวเลือกของ “${of}”)`,
        en: `the table has no rate for ${missed.join(', ')} (options of “${of}”)`,
      },
      { th: `เติม ${missed[0]}: … หากไม่คิดเงินให้ใส่ 0`, en: `add ${missed[0]}: …; write 0 where it is free` },
    ),
  )

function tierFindings(tiers: Extract<FeeItem, { rule: 'tiers' }>['tiers'], path: Path): Finding[] {
  return tiers.flatMap(({ upTo }, index) => {
    const at = [...path, 'tiers', index]
    const last = index === tiers.length - 1
    const before = tiers[index - 1]?.upTo
    if (last && upTo !== undefined)
      return [
        error(
          at,
          { th: `เกิน ${upTo} แล้วไม่มีอัตรา`, en: `above ${upTo} there is no rate` },
          { th: 'ช่วงสุดท้ายไม่ต้องมี upTo', en: 'leave upTo out of the last tier' },
        ),
      ]
    if (last) return []
    if (upTo === undefined || (before !== undefined && upTo <= before))
      return [
        error(
          at,
          { th: 'ช่วงอัตราไม่เรียงจากน้อยไปมาก', en: 'the tiers do not rise' },
          {
            th: 'เรียง upTo จากน้อยไปมาก เว้นไว้เฉพาะช่วงสุดท้าย',
            en: 'let upTo rise from tier to tier; only the last has none',
          },
        ),
      ]
    return []
  })
}

function exemptedItems(named: string[], path: Path, items: FeeItem[]): Finding[] {
  const ids = items.map(({ id }) => id)
  return named.flatMap((id, index) =>
    ids.includes(id)
      ? []
      : [
          error(
            [...path, 'items', index],
            {
              th: `การยกเว้นอ้างถึงค่าธรรมเนียม “${id}” ซึ่งไม่มี`,
              en: `the exemption names “${id}”, which is no fee item`,
            },
            suggestion(id, ids, { th: 'ใช้ id ของค่าธรรมเนียม', en: 'use the id of a fee item' }),
          ),
        ],
  )
}

function periodFindings({ from, until }: { from?: string; until?: string }, path: Path): Finding[] {
  if (from === undefined || until === undefined || from <= until) return []
  return [
    error(
      [...path, 'until'],
      { th: 'วันสิ้นสุดอยู่ก่อนวันเริ่ม', en: 'it ends before it begins' },
      { th: 'ให้ until อยู่หลัง from', en: 'let until be after from' },
    ),
  ]
}

/** Where the treasury's portal is used, every item needs its code there. */
function treasuryCodes(items: FeeItem[]): Finding[] {
  if (!items.some(({ catalogCode }) => catalogCode)) return []
  return items.flatMap(({ id, catalogCode }, index) =>
    catalogCode
      ? []
      : [
          warning(
            ['fees', 'items', index],
            {
              th: `ค่าธรรมเนียม “${id}” ไม่มีรหัสของกรมบัญชีกลาง`,
              en: `fee “${id}” has no treasury code, others have`,
            },
            { th: 'เติม catalogCode:', en: 'add catalogCode:' },
          ),
        ],
  )
}
