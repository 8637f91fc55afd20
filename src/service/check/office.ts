/** Hours, holidays, guide, review and the numbers of documents. Pure; `today` is the Bangkok day, ISO. */
import { daysBetween } from '../dates.ts'
import type { Definition } from '../definition.ts'
import { error, type Finding, type Path, warning } from './finding.ts'
import { suggestion } from './nearest.ts'
import { placeholdersIn } from './values.ts'

export function officeFindings(definition: Definition, today: string): Finding[] {
  return [
    ...hours(definition.agency.hours),
    ...holidays(definition.agency.holidays, today),
    ...guideFindings(definition.guide, today),
    ...fourEyes(definition.review.steps),
    ...numberFindings(definition.numbers),
  ]
}

function hours({ from, to, days }: Definition['agency']['hours']): Finding[] {
  const path: Path = ['agency', 'hours']
  return [
    ...(from < to
      ? []
      : [
          error(
            [...path, 'from'],
            {
              th: `เวลาเปิด ${from} ไม่อยู่ก่อนเวลาปิด ${to}`,
              en: `opening at ${from} is not before closing at ${to}`,
            },
            { th: 'แก้ from หรือ to (เวลาแบบ 24 ชั่วโมง)', en: 'mend from or to (24-hour clock)' },
          ),
        ]),
    ...(new Set(days).size === days.length
      ? []
      : [
          warning(
            [...path, 'days'],
            { th: 'วันทำการซ้ำกัน', en: 'a day stands here twice' },
            { th: 'ใส่แต่ละวันครั้งเดียว 1 = จันทร์', en: 'name each day once, 1 = Monday' },
          ),
        ]),
  ]
}

function holidays(days: Definition['agency']['holidays'], today: string): Finding[] {
  const path: Path = ['agency', 'holidays']
  const cure = {
    th: 'เติมวันหยุดราชการตามประกาศ ปี ค.ศ. เช่น "2027-04-13"',
    en: 'fill in the announced holidays, such as "2027-04-13"',
  }
  const repeated = days.flatMap(({ on }, index) =>
    days.findIndex((day) => day.on === on) < index
      ? [
          warning(
            [...path, index, 'on'],
            { th: `วันหยุด ${on} ซ้ำ`, en: `the holiday ${on} stands here twice` },
            { th: 'ลบวันที่ซ้ำ', en: 'take one away' },
          ),
        ]
      : [],
  )
  if (days.some(({ on }) => on >= today)) return repeated
  return [
    ...repeated,
    warning(
      path,
      days.length === 0
        ? {
            th: 'ยังไม่มีวันหยุดราชการ วันครบกำหนดจะคลาดเคลื่อน',
            en: 'there are no holidays: due days will be wrong',
          }
        : {
            th: 'วันหยุดราชการผ่านไปหมดแล้ว วันครบกำหนดจะคลาดเคลื่อน',
            en: 'all holidays are in the past: due days will be wrong',
          },
      cure,
    ),
  ]
}

const OLDEST_GUIDE_DAYS = 365

function guideFindings({ updatedOn, topics }: Definition['guide'], today: string): Finding[] {
  const age = daysBetween(updatedOn, today)
  const path: Path = ['guide', 'updatedOn']
  const cure = {
    th: 'ตรวจคู่มือกับกฎหมายปัจจุบัน แล้วแก้วันที่',
    en: 'check the guide against the law of today, then change the date',
  }
  return [
    ...(age > OLDEST_GUIDE_DAYS
      ? [
          warning(
            path,
            {
              th: `คู่มือปรับปรุงล่าสุดเกินหนึ่งปี (${updatedOn})`,
              en: `the guide is older than a year (${updatedOn})`,
            },
            cure,
          ),
        ]
      : []),
    ...(age < 0
      ? [
          warning(
            path,
            {
              th: `วันปรับปรุงคู่มืออยู่ในอนาคต (${updatedOn})`,
              en: `the guide was updated in the future (${updatedOn})`,
            },
            cure,
          ),
        ]
      : []),
    ...sharedWords(topics),
  ]
}

/** A word of two topics brings up both, and the chat has to ask. */
function sharedWords(topics: Definition['guide']['topics']): Finding[] {
  const owners = new Map<string, string>()
  return topics.flatMap(({ id, words }, topic) =>
    words.flatMap((word, index) => {
      const owner = owners.get(word.toLowerCase())
      owners.set(word.toLowerCase(), owner ?? id)
      if (owner === undefined) return []
      return [
        warning(
          ['guide', 'topics', topic, 'words', index],
          {
            th: `คำว่า “${word}” อยู่ในหัวข้อ “${owner}” แล้ว`,
            en: `the word “${word}” already belongs to topic “${owner}”`,
          },
          { th: 'ให้แต่ละคำอยู่หัวข้อเดียว', en: 'let each word belong to one topic' },
        ),
      ]
    }),
  )
}

/** Who gives an opinion may not give the order: with one step one person does both. */
function fourEyes(steps: Definition['review']['steps']): Finding[] {
  if (steps.length > 1) return []
  return [
    warning(
      ['review', 'steps'],
      {
        th: 'มีขั้นพิจารณาเดียว คนเดียวทั้งตรวจและสั่ง',
        en: 'one review step: a single officer both checks and orders',
      },
      { th: 'เพิ่มขั้นให้ผู้ตรวจและผู้สั่งเป็นคนละคน', en: 'add a step, so that one person checks and another orders' },
    ),
  ]
}

const PLACEHOLDERS = ['n', 'yyyy', 'yy']
/** Banks take references of 18 to 20 signs; a longer number cannot be copied onto a slip. */
const LONGEST_NUMBER = 18

function numberFindings(numbers: Definition['numbers']): Finding[] {
  return Object.entries(numbers).flatMap(([series, { format, pad }]) => {
    const path: Path = ['numbers', series, 'format']
    const used = placeholdersIn(format)
    return [
      ...used.filter((name) => !PLACEHOLDERS.includes(name)).map((name) => unknownPart(name, path)),
      ...(used.includes('yyyy') || used.includes('yy') ? [] : [repeatsEachYear(path)]),
      ...(lengthOf(format, pad) > LONGEST_NUMBER ? [tooLong(lengthOf(format, pad), path)] : []),
    ]
  })
}

const lengthOf = (format: string, pad: number): number =>
  format
    .replace('{n}', '0'.repeat(Math.max(1, pad)))
    .replace('{yyyy}', '2569')
    .replace('{yy}', '69').length

const unknownPart = (name: string, path: Path): Finding =>
  error(
    path,
    { th: `ไม่รู้จัก {${name}} ในรูปแบบเลขที่`, en: `{${name}} is unknown in a number` },
    suggestion(name, PLACEHOLDERS, { th: 'ใช้ได้ {n} {yyyy} {yy}', en: 'allowed are {n}, {yyyy} and {yy}' }),
  )

const repeatsEachYear = (path: Path): Finding =>
  error(
    path,
    {
      th: 'เลขลำดับเริ่มใหม่ทุกปี เลขที่จึงซ้ำข้ามปี',
      en: 'the running number begins again each year, so numbers repeat',
    },
    { th: 'เติม {yyyy} หรือ {yy}', en: 'add {yyyy} or {yy}' },
  )

const tooLong = (length: number, path: Path): Finding =>
  warning(
    path,
    {
      th: `เลขที่ยาว ${length} ตัว เกินที่ช่องอ้างอิงของธนาคารรับได้ (${LONGEST_NUMBER})`,
      en: `a number of ${length} signs is longer than a bank's reference (${LONGEST_NUMBER})`,
    },
    { th: 'ย่อคำนำหน้า หรือลด pad', en: 'shorten what stands before it, or lower pad' },
  )
