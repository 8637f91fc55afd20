import { partOf } from './blocks/block.ts'
import { annexedClause } from './blocks/clauses.ts'
import { headingPart } from './blocks/headings.ts'
import { type Page, paginate, spread } from './page/paginate.ts'
import { paragraph } from './page/paragraph.ts'
import { heightOf, type Part, space } from './page/part.ts'
import type { Setting } from './page/setting.ts'
import type { Sheet } from './page/sheet.ts'
import { STYLES } from './page/styles.ts'
import type { Block, Clause } from './template.ts'

const ANNEX_TITLE = 'เอกสารแนบท้าย'
const ANNEX_NOTE = 'เอกสารแนบท้ายนี้เป็นส่วนหนึ่งของเอกสารฉบับนี้ และอยู่ภายใต้ลายมือชื่อดิจิทัลฉบับเดียวกัน'

/**
 * Blocks → pages. The front alone states who, what, where, until when and by whom: where it is too full, the items
 * of clauses that allow it move to an annex. The front is followed by its annex, and that by the back.
 */
export function layOut(blocks: Block[], setting: Setting, sheet: Sheet): Page[] {
  const border = blocks.findIndex(({ name }) => name === 'back')
  const front = border < 0 ? blocks : blocks.slice(0, border)
  const back = border < 0 ? [] : blocks.slice(border + 1)
  const room = sheet.bottom.first - sheet.top
  const whole = front.map((block) => partOf(block, setting))
  const annexed = heightOf(whole) > room ? clausesWithAnnex(front) : []
  const parts = annexed.length === 0 ? whole : annexedFront(front, setting)
  return [
    ...paginate(spread(parts, room), 'first', sheet),
    ...(annexed.length === 0 ? [] : paginate(annexOf(annexed, setting), 'next', sheet)),
    ...(back.length === 0
      ? []
      : paginate(
          back.map((block) => partOf(block, setting)),
          'back',
          sheet,
        )),
  ]
}

const annexedFront = (front: Block[], setting: Setting): Part[] =>
  front.map((block) => partOf(block, { ...setting, isAnnexed: true }))

const clausesWithAnnex = (blocks: Block[]): Clause[] =>
  blocks.flatMap((block) => (block.name === 'clause' && block.options.annex ? [block.options] : []))

function annexOf(clauses: Clause[], setting: Setting): Part[] {
  return [
    { ...headingPart(setting, ANNEX_TITLE, STYLES.title, 'centre'), staysWithNext: true },
    space(7),
    ...clauses.flatMap((clause) => [annexedClause(clause, setting), space(14)]),
    paragraph(setting, ANNEX_NOTE, STYLES.small, 'centre'),
  ]
}
