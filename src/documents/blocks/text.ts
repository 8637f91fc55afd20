import { paragraph } from '../page/paragraph.ts'
import { flexibleSpace, type Part, space, stack } from '../page/part.ts'
import { inset, type Setting } from '../page/setting.ts'
import { BASELINE, STYLES } from '../page/styles.ts'
import { HAIR, LINE, TINT } from '../pdf/colours.ts'
import { asList, type Box, type Paragraph } from '../template.ts'

const INK = {
  body: { plain: STYLES.body, strong: STYLES.strong },
  small: { plain: STYLES.small, strong: STYLES.smallStrong },
}

export function text({ th, size, align, strong, after }: Paragraph, setting: Setting): Part {
  const style = INK[size][strong ? 'strong' : 'plain']
  return stack([paragraph(setting, th, style, align), space(after)])
}

export const gap = (height: number | 'flex'): Part => (height === 'flex' ? flexibleSpace : space(height))

export function rule({ left, width }: Setting): Part {
  return { height: 7, draw: (pen, top) => pen.rule(left, top + 3.5, left + width, top + 3.5, 0.4, HAIR) }
}

const PADDING = { side: 12, ends: 7 }
const NUMBER_COLUMN = 15

/** Rights and appeals: they must be seen. Never cut. */
export function box({ head, lines, items, size, after }: Box, setting: Setting): Part {
  const inner = inset(setting, PADDING.side, PADDING.side)
  const style = size === 'small' ? STYLES.boxSmall : STYLES.body
  const content = stack([
    ...(head ? [boxHead(head, inner)] : []),
    ...asList(lines).map((line) => paragraph(inner, line, style, 'left')),
    ...asList(items).map((item, index) => numbered(inner, item, index + 1, style)),
  ])
  const height = content.height + 2 * PADDING.ends
  return {
    height: height + after,
    draw(pen, top) {
      pen.box(setting.left, top, setting.width, height, { fill: TINT, stroke: LINE, width: 0.5, radius: 3 })
      content.draw(pen, top + PADDING.ends)
    },
  }
}

function boxHead(text: string, { left }: Setting): Part {
  const style = STYLES.boxHead
  return {
    height: style.leading,
    draw: (pen, top) => pen.tag('H2', () => pen.text(text, left, top + style.leading * BASELINE, style)),
  }
}

function numbered(setting: Setting, text: string, number: number, style: (typeof STYLES)['body']): Part {
  const body = paragraph(inset(setting, NUMBER_COLUMN), text, style, 'left')
  return {
    height: body.height,
    draw(pen, top) {
      const baseline = top + style.leading * BASELINE
      pen.tag('P', () => pen.text(setting.numerals(`${number}.`), setting.left, baseline, style))
      body.draw(pen, top)
    },
  }
}
