import type { Part } from '../page/part.ts'
import type { Setting } from '../page/setting.ts'
import { STYLES } from '../page/styles.ts'
import { BRAND, LINE, SECOND_INK } from '../pdf/colours.ts'
import type { Ink } from '../pdf/lettering.ts'
import { circle, stroked } from '../pdf/path.ts'
import type { Pen } from '../pdf/pen.ts'
import type { Collector, Issue, Sign } from '../template.ts'
import { drawEmblem, toGrid } from './headings.ts'

const SIGNED = '(ลงลายมือชื่อดิจิทัล)'
const ENTERED = '(ลงลายมือชื่ออิเล็กทรอนิกส์ในระบบ)'
const SEAL_CAPTION = 'ตราอิเล็กทรอนิกส์ของหน่วยงาน'

const RULE_HALF = 105
const NAME_BELOW = 21
const ROW = 17.5
/** Offices wider than this go on two lines. */
const OFFICE_WIDTH = 250

/** (mark) / rule / (name) / position / acting for / capacity, centred on one axis. */
export function sign({ name, position, acting, capacity, at }: Sign, setting: Setting): Part {
  const { left, width, typeset } = setting
  const x = left + width * at
  const style = STYLES.signatureOffice
  const offices = [position, acting, capacity]
    .filter((text) => text.trim() !== '')
    .flatMap((text) => typeset.heading(text, style, OFFICE_WIDTH, 1))
    .map(({ pieces }) => pieces.join(''))
  const mark = 21
  return {
    height: toGrid(mark + NAME_BELOW + offices.length * ROW + 8.5),
    draw(pen, top) {
      const rows = [`(${name})`, ...offices]
      pen.rule(x - RULE_HALF, top + mark + 5, x + RULE_HALF, top + mark + 5, 0.5, SECOND_INK)
      pen.tag('P', () => {
        pen.text(SIGNED, x, top + mark, STYLES.signatureMark, { align: 'centre' })
        drawCentred(pen, rows, x, top + mark + NAME_BELOW)
      })
    },
  }
}

function drawCentred(pen: Pen, [name = '', ...offices]: string[], x: number, baseline: number): void {
  pen.text(name, x, baseline, STYLES.signatureName, { align: 'centre' })
  for (const [index, office] of offices.entries())
    pen.text(office, x, baseline + (index + 1) * ROW, STYLES.signatureOffice, { align: 'centre' })
}

const PANEL = { share: 0.44, height: 84, top: 3.5, inner: 10, text: 44 }
const SIGN_AXIS = 0.74

/** From when to when the licence holds, beside who grants it. */
export function issue({ dates, sign: signer }: Issue, setting: Setting): Part {
  const signature = sign({ ...signer, at: SIGN_AXIS }, setting)
  const { left, width } = setting
  const half = PANEL.height / 2
  return {
    height: Math.max(signature.height, PANEL.height + PANEL.top),
    draw(pen, top) {
      const y = top + PANEL.top
      const right = left + width * PANEL.share
      pen.box(left, y, width * PANEL.share, PANEL.height, { stroke: LINE, width: 0.6, radius: 3 })
      pen.rule(left + PANEL.inner, y + half, right - PANEL.inner, y + half, 0.4, LINE)
      for (const [index, date] of dates.entries()) drawDate(pen, date, left, y + index * half)
      signature.draw(pen, top)
    },
  }
}

function drawDate(pen: Pen, [number, label, date]: Issue['dates'][number], left: number, top: number): void {
  pen.tag('P', () => {
    pen.text(number, left + PANEL.inner, top + 16, STYLES.dateNumber)
    pen.text(label, left + PANEL.text, top + 16, STYLES.dateLabel)
    pen.text(date, left + PANEL.text, top + 33.5, STYLES.date)
  })
}

const SEAL = { outer: 37, inner: 34.6, emblem: 31, centre: 38.5 }

/** The agency's electronic seal, drawn: no picture of a rubber stamp. Takes no height. */
export function seal({ at }: { at: number }, { left, width, agency }: Setting): Part {
  const x = left + width * at
  const name: Ink = { ...STYLES.smallStrong, colour: BRAND }
  return {
    height: 0,
    staysWithNext: true,
    draw(pen, top) {
      const y = top + SEAL.centre
      pen.path(stroked(circle(x, y, SEAL.outer), 1.2, BRAND))
      pen.path(stroked(circle(x, y, SEAL.inner), 0.4, BRAND))
      drawEmblem(pen, x, y, SEAL.emblem)
      pen.tag('P', () => {
        pen.text(agency.name, x, y + 51, name, { align: 'centre' })
        pen.text(SEAL_CAPTION, x, y + 63, STYLES.aside, { align: 'centre' })
      })
    },
  }
}

/** Who took the money. */
export function collector({ name, position, role }: Collector, { left, width }: Setting): Part {
  const x = left + width * 0.72
  const mark = 38.5
  return {
    height: 105,
    draw(pen, top) {
      pen.rule(x - 95, top + mark + 5, x + 95, top + mark + 5, 0.5, SECOND_INK)
      pen.tag('P', () => {
        pen.text(ENTERED, x, top + mark, STYLES.signatureMark, { align: 'centre' })
        drawCentred(pen, [`(${name})`, position, role], x, top + mark + NAME_BELOW)
      })
    },
  }
}
