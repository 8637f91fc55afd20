import type { TextStyle } from '../lines/typesetter.ts'
import { paragraph } from '../page/paragraph.ts'
import { type Cut, grouped, type Part, space, stack } from '../page/part.ts'
import { inset, type Setting } from '../page/setting.ts'
import { BASELINE, STYLES } from '../page/styles.ts'
import { asList, type Clause, type List } from '../template.ts'
import { fields } from './fields.ts'

/** Columns that numbers hang in, so that the text has one left edge. */
const COLUMN = { clause: 38.5, number: 17.5, item: 24.5 }
const isPlainNumber = (label: string): boolean => /^[\d๐-๙]+\.$/.test(label)

/** "ข้อ ๔" with its text, its items and its fields. */
export function clause(options: Clause, setting: Setting): Part {
  const { no, text, annex, after } = options
  const column = isPlainNumber(no) ? COLUMN.number : COLUMN.clause
  const body = inset(setting, column)
  const isElsewhere = annex !== undefined && setting.isAnnexed
  const parts = [paragraph(body, isElsewhere ? annex : text, STYLES.body)]
  if (!isElsewhere && options.items) parts.push(items(options, body))
  if (options.fields) parts.push(fields({ rows: options.fields, label: options.label, after: 3.5 }, body))
  const label = { text: no, x: setting.left, style: STYLES.strong }
  return stack([grouped('L', item(label, stack(parts))), space(after)])
}

/** Items as a clause's own, or on their annex a little apart. */
const ANNEX_GAP = 3.5

function items({ items: list, itemPrefix }: Clause, setting: Setting, gap = 0): Part {
  const parts = asList(list ?? []).map((text, index) => {
    const number = setting.numerals(`${itemPrefix}${index + 1}`)
    const label = { text: number, x: setting.left, style: STYLES.body }
    const entry = item(label, paragraph(inset(setting, COLUMN.item), text, STYLES.body))
    return gap > 0 ? stack([entry, space(gap)]) : entry
  })
  return grouped('L', stack(parts))
}

/** The whole clause as it stands on its annex. */
export function annexedClause(options: Clause, setting: Setting): Part {
  const body = inset(setting, COLUMN.clause)
  const label = { text: options.no, x: setting.left, style: STYLES.strong }
  const parts = [paragraph(body, options.text, STYLES.body), items(options, body, ANNEX_GAP)]
  return grouped('L', item(label, stack(parts)))
}

export function list({ items: texts, after }: List, setting: Setting): Part {
  const parts = asList(texts).map((text, index) => {
    const label = { text: setting.numerals(`${index + 1}.`), x: setting.left, style: STYLES.strong }
    return item(label, paragraph(inset(setting, COLUMN.number), text, STYLES.body))
  })
  return stack([grouped('L', stack(parts)), space(after)])
}

type Label = { text: string; x: number; style: TextStyle }

/** A label beside the first line of its body; what runs over to the next page has no label. */
export function item(label: Label | undefined, body: Part): Part {
  return {
    height: body.height,
    draw: (pen, top) =>
      pen.group('LI', () => {
        if (label) {
          const baseline = top + label.style.leading * BASELINE
          pen.tag('Lbl', () => pen.text(label.text, label.x, baseline, label.style))
        }
        pen.group('LBody', () => body.draw(pen, top))
      }),
    cut(room): Cut | undefined {
      const cut = body.cut?.(room)
      return cut && [item(label, cut[0]), item(undefined, cut[1])]
    },
  }
}
