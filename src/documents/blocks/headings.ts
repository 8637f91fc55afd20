import type { TextStyle } from '../lines/typesetter.ts'
import { drawLines } from '../page/paragraph.ts'
import type { Part } from '../page/part.ts'
import type { Setting } from '../page/setting.ts'
import { BASELINE, GRID, STYLES } from '../page/styles.ts'
import { GOLD, NAVY, STAMP_RED } from '../pdf/colours.ts'
import { EMBLEM } from '../pdf/emblem.ts'
import type { Align } from '../pdf/lettering.ts'
import type { Pen } from '../pdf/pen.ts'
import type { Corner, Head, Letterhead, Stamp, Title } from '../template.ts'

export const toGrid = (height: number): number => Math.ceil(height / GRID) * GRID

/** Numbers at both upper corners, beside the emblem; takes no height. */
export function corner({ left, right }: Corner, setting: Setting): Part {
  const style = STYLES.corner
  return {
    height: 0,
    draw: (pen, top) =>
      pen.tag('P', () => {
        pen.text(left, setting.left, top + 14, style)
        pen.text(right, setting.left + setting.width, top + 14, style, { align: 'right' })
      }),
  }
}

const STAMP = { width: 112, below: 24, word: 33, date: 14 }

/** Below the number at the right, framed; takes no height. */
export function stamp({ word, date }: Stamp, setting: Setting): Part {
  const left = setting.left + setting.width - STAMP.width
  const middle = left + STAMP.width / 2
  const height = STAMP.word + (date ? STAMP.date : 0)
  return {
    height: 0,
    draw(pen, top) {
      if (word.trim() === '') return
      const y = top + STAMP.below
      pen.box(left, y, STAMP.width, height, { stroke: STAMP_RED, width: 1.4, radius: 3 })
      pen.tag('P', () => {
        pen.text(word, middle, y + 24, STYLES.stamp, { align: 'centre' })
        if (date) pen.text(date, middle, y + 40, STYLES.stampDate, { align: 'centre' })
      })
    },
  }
}

export function letterhead({ style, r }: Letterhead, setting: Setting): Part {
  return style === 'centre' ? centredLetterhead(r ?? 33, setting) : leftLetterhead(r ?? 24.5, setting)
}

/** The emblem by its centre and radius. */
export function drawEmblem(pen: Pen, x: number, y: number, radius: number): void {
  pen.ornament(EMBLEM, x - radius, y - radius, (radius * 2) / EMBLEM.width)
}

function centredLetterhead(radius: number, { left, width, agency }: Setting): Part {
  const emblem = toGrid(2 * radius + 3)
  const middle = left + width / 2
  return {
    height: emblem + STYLES.agency.leading,
    draw(pen, top) {
      drawEmblem(pen, middle, top + radius, radius)
      pen.tag('P', () => pen.text(agency.name, middle, top + emblem + 18, STYLES.agency, { align: 'centre' }))
    },
  }
}

function leftLetterhead(radius: number, { left, width, agency }: Setting): Part {
  const x = left + 2 * radius + 12
  return {
    height: 63,
    draw(pen, top) {
      drawEmblem(pen, left + radius, top + radius, radius)
      pen.tag('P', () => {
        pen.text(agency.name, x, top + 17, STYLES.letterhead)
        pen.text(agency.unit, x, top + 31.5, STYLES.small)
        pen.text(agency.address.join(' '), x, top + 45.5, STYLES.address)
      })
      pen.rule(left, top + 56, left + width, top + 56, 0.9, NAVY)
      pen.rule(left, top + 58, left + width, top + 58, 0.4, GOLD)
    },
  }
}

/** English below a Thai heading is tracked; Thai never is: it would move the marks. */
const TRACKING = 0.35

export function title({ th, en, size, align, after }: Title, setting: Setting): Part {
  const heading = headingPart(setting, th, STYLES[size], align)
  const subtitle = en ? STYLES.subtitle.leading : 0
  return {
    height: heading.height + subtitle + after,
    staysWithNext: true,
    draw(pen, top) {
      heading.draw(pen, top)
      if (en) drawSubtitle(pen, en, top + heading.height + subtitle - 3, setting, align)
    },
  }
}

export function headingPart(setting: Setting, text: string, style: TextStyle, align: Align): Part {
  const { left: x, width, typeset } = setting
  const lines = typeset.heading(text, style, width)
  return {
    height: lines.length * style.leading,
    draw: (pen, top) => pen.tag('H1', () => drawLines(pen, lines, top, { x, width, style, align })),
  }
}

function drawSubtitle(pen: Pen, en: string, baseline: number, { left, width }: Setting, align: Align): void {
  const x = align === 'centre' ? left + width / 2 : left
  const draw = () => pen.text(en, x, baseline, STYLES.subtitle, { align, tracking: TRACKING })
  pen.tag('P', draw, { lang: 'en' })
}

export function head({ th, en }: Head, { left, width }: Setting): Part {
  const before = 7
  return {
    height: before + STYLES.head.leading,
    staysWithNext: true,
    draw(pen, top) {
      const baseline = top + before + STYLES.head.leading * BASELINE + 0.3
      pen.tag('H2', () => {
        pen.text(th, left, baseline, STYLES.head)
        if (en) pen.text(en, left + width, baseline, STYLES.aside, { align: 'right' })
      })
    },
  }
}
