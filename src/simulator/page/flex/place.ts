import type { CSSProperties } from 'preact'
import { length, oneOf } from './measures.ts'
import { type FlexNode, numberOf } from './node.ts'

export type Layout = 'vertical' | 'horizontal' | 'baseline'

/** How a node stands in the box around it. `spacing` is the box's, used where the node has no margin of its own. */
export type Surroundings = { layout: Layout; spacing?: string }

const GRAVITY = { top: 'flex-start', center: 'center', bottom: 'flex-end' } as const
const NEVER_GROWS = new Set(['icon', 'separator', 'spacer'])

export function place(node: FlexNode, around: Surroundings): CSSProperties {
  const isRow = around.layout !== 'vertical'
  return {
    flex: growth(node, isRow),
    minWidth: 0,
    ...margin(node, around, isRow),
    ...position(node),
    ...(around.layout === 'horizontal' ? { alignSelf: oneOf(node.gravity, GRAVITY) } : {}),
  }
}

/** LINE: across a row `n n 0` with 1 as the default, down a column `n 0 auto` with 0; a fixed size never grows. */
function growth(node: FlexNode, isRow: boolean): string {
  const fixed = length(isRow ? node.width : node.height) !== undefined
  const standard = isRow && !NEVER_GROWS.has(String(node.type)) ? 1 : 0
  const share = fixed ? 0 : Math.max(0, numberOf(node.flex) ?? standard)
  if (share === 0) return '0 0 auto'
  return isRow ? `${share} ${share} 0px` : `${share} 0 auto`
}

function margin(node: FlexNode, around: Surroundings, isRow: boolean): CSSProperties {
  if (node.position === 'absolute') return {}
  const gap = length(node.margin) ?? around.spacing
  return isRow ? { marginInlineStart: gap } : { marginTop: gap }
}

function position(node: FlexNode): CSSProperties {
  const offsets = {
    top: length(node.offsetTop),
    bottom: length(node.offsetBottom),
    insetInlineStart: length(node.offsetStart),
    insetInlineEnd: length(node.offsetEnd),
  }
  if (node.position === 'absolute') return { position: 'absolute', ...offsets }
  return Object.values(offsets).some(Boolean) ? { position: 'relative', ...offsets } : {}
}
