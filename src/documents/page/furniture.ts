import { GOLD, HAIR, INK, LINE, NAVY, SECOND_INK, WHITE } from '../pdf/colours.ts'
import { GUILLOCHE } from '../pdf/guilloche.ts'
import type { Ink } from '../pdf/lettering.ts'
import { apart, circle, PAGE, polyline, ROUND_ENDS, stroked } from '../pdf/path.ts'
import type { Pen } from '../pdf/pen.ts'
import type { PageKind, Sheet } from './sheet.ts'

/** What stands on pages beside their contents: frame, watermark, running head, verification strip, foot. */
export type Furniture = {
  sheet: Sheet
  /** "เทศบาลเมืองริมน้ำ · ใบอนุญาต… เลขที่ ๒๗/๒๕๖๙" */
  name: string
  /** The same without the agency. */
  shortName: string
  verify: { url: string; site: string; code: string }
  signature: StripSignature
  isTest: boolean
  numerals(text: string): string
  width(text: string, ink: Ink): number
}
type StripSignature = {
  kind: 'person' | 'seal'
  by: string
  at: string
  serial: string
  issuer: string
}

const WATERMARK = 'ตัวอย่าง — ใบรับรองทดสอบ'
const TEST_LABEL = 'ใบรับรองทดสอบ ใช้เป็นหลักฐานทางกฎหมายไม่ได้'
const SIGNED_BY = {
  person: { th: 'ลงลายมือชื่อดิจิทัล', en: 'Digitally signed' },
  seal: { th: 'ประทับตราอิเล็กทรอนิกส์ของหน่วยงาน', en: 'e-Seal' },
}
export const SIGNATURE_LABEL = {
  person: 'ลายมือชื่อดิจิทัลของผู้ออกเอกสาร',
  seal: 'ตราประทับอิเล็กทรอนิกส์ของหน่วยงาน',
}

const STRIP_HEIGHT = 77
const QR_SIZE = 66.5

const regular = (size: number, colour: string): Ink => ({ weight: 'regular', size, colour })
const semibold = (size: number, colour: string): Ink => ({ weight: 'semibold', size, colour })

/** First of all, so that everything else stands over it. */
export function drawBackground(pen: Pen, { sheet, isTest }: Furniture): void {
  if (sheet.isFramed) pen.ornament(GUILLOCHE, 0, 0, 1)
  if (!isTest) return
  const centre = { x: PAGE.width / 2, y: PAGE.height / 2, degrees: 40 }
  pen.aside(() => pen.outline(WATERMARK, centre, semibold(46, '#b3bcc9')))
}

export function drawRunningHead(pen: Pen, { sheet, shortName }: Furniture): void {
  const { left, width, top } = sheet
  pen.aside(() => {
    pen.text(shortName, left, top + 10, semibold(10, SECOND_INK))
    pen.text('(ต่อ)', left + width, top + 10, regular(10, SECOND_INK), { align: 'right' })
  })
  pen.rule(left, top + 17.5, left + width, top + 17.5, 0.5, LINE)
}

export function drawFoot(
  pen: Pen,
  { sheet, name, verify, numerals }: Furniture,
  page: { kind: PageKind; number: number; count: number },
): void {
  const { left, width, foot } = sheet
  const code = page.kind === 'first' ? '' : ` · รหัสตรวจสอบ ${verify.code}`
  const ink = regular(8, SECOND_INK)
  pen.aside(() => {
    pen.text(name + code, left, foot, ink)
    pen.text(numerals(`หน้า ${page.number}/${page.count}`), left + width, foot, ink, { align: 'right' })
  })
}

/** Drawn when the first page is complete, so that it is read last. */
export function drawStrip(pen: Pen, furniture: Furniture): void {
  const { left, width, stripTop: top } = furniture.sheet
  const middle = left + width * 0.475
  pen.rule(left, top, left + width, top, 0.9, NAVY)
  pen.rule(left, top + 2, left + width, top + 2, 0.4, GOLD)
  drawVerification(pen, furniture)
  pen.rule(middle - 12, top + 9, middle - 12, top + STRIP_HEIGHT - 4, 0.4, HAIR)
  drawSeal(pen, middle + 8, top + 16.5)
  drawSignature(pen, furniture, middle + 22)
  if (furniture.isTest) drawTestLabel(pen, furniture)
}

function drawVerification(pen: Pen, { sheet, verify, width }: Furniture): void {
  const { left, stripTop: top } = sheet
  pen.qr(verify.url, left, top + 7, QR_SIZE, `คิวอาร์โค้ดตรวจสอบเอกสาร ${verify.url}`)
  const x = left + QR_SIZE + 12
  const head = semibold(9.5, NAVY)
  const text = regular(8.5, INK)
  pen.tag('P', () => {
    pen.text('ตรวจสอบเอกสารนี้', x, top + 15, head)
    pen.text('Verify', x + width('ตรวจสอบเอกสารนี้', head) + 5, top + 15, regular(8, SECOND_INK))
    pen.text('สแกนคิวอาร์โค้ด หรือเปิด', x, top + 29, text)
    drawFitted(
      pen,
      width,
      { text: verify.site, x, baseline: top + 41, room: siteRoom(sheet) },
      semibold(8.5, INK),
    )
    pen.text('แล้วกรอกรหัส', x, top + 53, text)
    pen.text(verify.code, x, top + 68, semibold(11.5, INK), { tracking: 0.5 })
  })
}

const siteRoom = ({ width }: Sheet): number => width * 0.475 - 12 - QR_SIZE - 16

/** A circle with a tick. */
function drawSeal(pen: Pen, x: number, y: number): void {
  const tick = polyline([
    [x - 3, y + 0.2],
    [x - 0.8, y + 2.5],
    [x + 3.3, y - 2.5],
  ])
  pen.path(
    apart(
      stroked(circle(x, y, 7.6), 0.9, NAVY),
      stroked(circle(x, y, 6.1), 0.35, GOLD),
      ROUND_ENDS,
      stroked(tick, 1.4, NAVY),
    ),
  )
}

function drawSignature(pen: Pen, { sheet, signature, width }: Furniture, x: number): void {
  const { stripTop: top } = sheet
  const right = sheet.left + sheet.width
  const { th, en } = SIGNED_BY[signature.kind]
  const rows = [
    ['โดย', signature.by],
    ['เวลา', signature.at],
    ['ใบรับรอง', signature.serial],
    ['ออกโดย', signature.issuer],
  ] as const
  pen.tag('P', () => {
    pen.text(th, x, top + 15, semibold(9.5, NAVY))
    pen.text(en, right, top + 15, regular(8, SECOND_INK), { align: 'right' })
    for (const [index, [label, text]] of rows.entries()) {
      const baseline = top + 29 + index * 12
      pen.text(label, x, baseline, regular(8.5, SECOND_INK))
      const value = { text, x: x + 40, baseline, room: right - x - 40 }
      drawFitted(pen, width, value, regular(8.5, INK))
    }
  })
}

const SMALLEST = 7
type Value = { text: string; x: number; baseline: number; room: number }

/** Strip values are the only text that is made smaller to fit; what is still too long loses its end. */
function drawFitted(pen: Pen, width: Furniture['width'], value: Value, ink: Ink): void {
  const { text, x, baseline, room } = value
  const size = ink.size * Math.min(1, room / width(text, ink))
  const fitting = { ...ink, size: Math.max(SMALLEST, Math.floor(size * 4) / 4) }
  let shown = text
  while (width(shown, fitting) > room) shown = `${shown.slice(0, -2).trimEnd()}…`
  pen.text(shown, x, baseline, fitting)
}

function drawTestLabel(pen: Pen, { sheet, width }: Furniture): void {
  const { stripTop: top } = sheet
  const right = sheet.left + sheet.width
  const ink = semibold(8.5, WHITE)
  const wide = width(TEST_LABEL, ink) + 14
  pen.box(right - wide, top - 16, wide, 14, { fill: INK })
  pen.tag('P', () => pen.text(TEST_LABEL, right - 7, top - 5.8, ink, { align: 'right' }))
}
