/** Where a Thai line may end, and how well it reads if it does. The numbers are prices for the optimal fit. */

const DIGIT = '[\\d๐-๙]'
const MONTH = '(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)'
const COUNTED = '(?:วันทำการ|วัน|เดือน|ปี|ครั้ง|ตู้|ข้อ|ฉบับ)'
const UNIT = '(?:บาท|ตู้|วันทำการ|วัน|เดือน|ปี|ครั้ง|ตารางเมตร|เซนติเมตร|คน|ข้อ|รายการ|น\\.|นาฬิกา|แรงม้า|ลิตร)'

/** What stays on one line as a whole. */
export const KEPT_WHOLE: readonly RegExp[] = [
  new RegExp(`(?:ภายใน|ทุก|ปีละ|เดือนละ|จำนวน|วันที่|ลงวันที่|ระยะ) ?${DIGIT}+(?: ${MONTH}| ?${COUNTED})?`, 'gu'),
  new RegExp(`พ\\.ศ\\. ?${DIGIT}+`, 'gu'),
  new RegExp(`(?:มาตรา|ข้อ|เลขที่|เล่มที่|หมู่ที่|ลำดับที่|ฉบับที่|วรรค|โทร\\.|โทรศัพท์|ที่ตู้|ตู้ที่) ?${DIGIT}[\\d๐-๙./–-]*`, 'gu'),
  new RegExp(`${DIGIT}[\\d๐-๙,.]* ?${UNIT}`, 'gu'),
  new RegExp(`${DIGIT}{1,2} ${MONTH}(?: พ\\.ศ\\.)? ${DIGIT}{4}`, 'gu'),
  // titles and place words only after a space: นายก and แนวเขต begin or end with the same letters
  /(?<=^|[ (])(?:นาย|นางสาว|นาง|ตำบล|อำเภอ|จังหวัด|ถนน|ซอย|แขวง|เขต)[ก-๎]{1,22}(?=$|[ )])/gu,
  /\([^()\s]{1,16}\)/gu,
  /[A-Za-z0-9._\-/:@#+]{2,}/gu,
  / ?[ๆฯ]/gu,
]

export const NEVER_FIRST = /^[ๆฯ)\]}”’»,.:;!?%/]/u
const NEVER_LAST = /[([{“‘«/]$/u
const ENDS_IN_DIGIT = /[\d๐-๙]$/u
const BEGINS_WITH_DIGIT = /^[\d๐-๙]/u

/** Prefixes that make a noun of what follows; and ณ. They cannot end a line. */
const PREFIXES = words('การ ความ ผู้ ใบ ค่า คำ นัก ไม่ มิ ณ อย่าง ชาว น่า ช่าง พระ ราช ข้อ เลข')
/** Prepositions, conjunctions and auxiliaries would rather begin the next line. */
const LEANS_FORWARD = words(
  'และ หรือ ที่ ซึ่ง ใน ของ โดย ตาม แห่ง จาก เพื่อ ต่อ กับ แก่ ให้ เป็น ได้ ต้อง ก็ จะ ว่า ทาง ด้วย เมื่อ ถึง แล้ว ภายใน คือ มี ยื่น ไม่ได้ ทั้ง',
)
/** These would rather stay with the word before them. */
const LEANS_BACK = words('นี้ นั้น ได้ แล้ว ไว้ ด้วย กัน อยู่ เท่านั้น แต่ ดังกล่าว')

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

export const PRICE = {
  phraseBorder: -40,
  space: -5,
  spaceAfterPreposition: 12,
  word: 5,
  afterPreposition: 40,
  beforeParticle: 60,
  never: Number.POSITIVE_INFINITY,
} as const

/** A place between two segments of the dictionary. */
type Border = {
  before: string
  after: string
  /** The segment before `before`. */
  earlier: string
  /** Inside a term or pattern that stays whole. */
  barred: boolean
  /** `before` is the tail of a term: no prefix and no preposition, whatever it looks like. */
  beforeIsTail: boolean
}

function isForbidden({ before, after, barred, beforeIsTail }: Border): boolean {
  return (
    barred ||
    after.startsWith(' ') ||
    after.startsWith('\u00a0') ||
    before.endsWith('\u00a0') ||
    NEVER_FIRST.test(after) ||
    NEVER_LAST.test(before) ||
    splitsNumber(before, after) ||
    (PREFIXES.has(before) && !beforeIsTail)
  )
}

export const splitsNumber = (before: string, after: string): boolean =>
  ENDS_IN_DIGIT.test(before) && BEGINS_WITH_DIGIT.test(after)

/** The price of ending a line here. */
export function priceOf(border: Border): number {
  const { before, after, earlier, beforeIsTail } = border
  if (isForbidden(border)) return PRICE.never
  if (before.endsWith(' ')) {
    if (earlier === 'ณ') return PRICE.never
    return LEANS_FORWARD.has(earlier) ? PRICE.spaceAfterPreposition : PRICE.space
  }
  if (LEANS_FORWARD.has(before) && !beforeIsTail) return PRICE.afterPreposition
  return LEANS_BACK.has(after) ? PRICE.beforeParticle : PRICE.word
}
