import { type Part, space } from '../page/part.ts'
import type { Setting } from '../page/setting.ts'
import type { BlockName, BlockOptions } from '../template.ts'
import { clause, list } from './clauses.ts'
import { fields } from './fields.ts'
import { corner, head, letterhead, stamp, title } from './headings.ts'
import { collector, issue, seal, sign } from './signatures.ts'
import { table } from './table.ts'
import { box, gap, rule, text } from './text.ts'

type Layout<K extends BlockName> = (options: BlockOptions[K], setting: Setting) => Part

/** Each block of the layout language and what measures it. */
const LAYOUTS: { [K in BlockName]: Layout<K> } = {
  corner,
  stamp,
  letterhead,
  title,
  clause,
  fields,
  p: text,
  head,
  list,
  space: gap,
  rule: (_, setting) => rule(setting),
  table,
  issue,
  sign,
  seal,
  collector,
  box,
  // a border between pages, not a thing on one
  back: () => space(0),
}

export const partOf = <K extends BlockName>(
  block: { name: K; options: BlockOptions[K] },
  setting: Setting,
): Part => LAYOUTS[block.name](block.options, setting)
