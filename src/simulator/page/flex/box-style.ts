import type { CSSProperties } from 'preact'
import { BORDER, colour, length, oneOf } from './measures.ts'
import { type FlexNode, nodeOf } from './node.ts'
import type { Layout } from './place.ts'

const LAYOUTS = { vertical: 'vertical', horizontal: 'horizontal', baseline: 'baseline' } as const
const SPREAD = {
  center: 'center',
  'flex-start': 'flex-start',
  'flex-end': 'flex-end',
  'space-between': 'space-between',
  'space-around': 'space-around',
  'space-evenly': 'space-evenly',
} as const

export function layoutOf(box: FlexNode): Layout {
  return oneOf(box.layout, LAYOUTS) ?? 'vertical'
}

/** Everything of a box that is its own: not where it stands, which is `place`. */
export function boxStyle(box: FlexNode): CSSProperties {
  return {
    display: 'flex',
    position: 'relative',
    ...arrangement(box),
    ...size(box),
    ...padding(box),
    ...paint(box),
  }
}

function arrangement(box: FlexNode): CSSProperties {
  const layout = layoutOf(box)
  return {
    flexDirection: layout === 'vertical' ? 'column' : 'row',
    alignItems: layout === 'baseline' ? 'baseline' : (oneOf(box.alignItems, SPREAD) ?? 'stretch'),
    justifyContent: oneOf(box.justifyContent, SPREAD),
  }
}

function size(box: FlexNode): CSSProperties {
  return {
    width: length(box.width),
    maxWidth: length(box.maxWidth),
    height: length(box.height),
    maxHeight: length(box.maxHeight),
  }
}

function padding(box: FlexNode): CSSProperties {
  const all = length(box.paddingAll)
  return {
    paddingTop: length(box.paddingTop) ?? all,
    paddingBottom: length(box.paddingBottom) ?? all,
    paddingInlineStart: length(box.paddingStart) ?? all,
    paddingInlineEnd: length(box.paddingEnd) ?? all,
  }
}

function paint(box: FlexNode): CSSProperties {
  const hasBorder = box.borderWidth !== undefined || box.borderColor !== undefined
  const width = length(box.borderWidth ?? 'normal', BORDER) ?? '1px'
  return {
    backgroundColor: colour(box.backgroundColor),
    backgroundImage: gradient(nodeOf(box.background)),
    border: hasBorder ? `${width} solid ${colour(box.borderColor) ?? '#d4d6da'}` : undefined,
    borderRadius: length(box.cornerRadius),
    // `clip` only with round corners: otherwise a tone mark above the first line may stand out of its box.
    overflow: length(box.cornerRadius) ? 'clip' : undefined,
  }
}

function gradient(background: FlexNode | undefined): string | undefined {
  if (background?.type !== 'linearGradient') return undefined
  const angle = typeof background.angle === 'string' ? background.angle : ''
  const [start, end] = [colour(background.startColor), colour(background.endColor)]
  if (!/^\d{1,3}(\.\d+)?deg$/.test(angle) || !start || !end) return undefined
  const center = colour(background.centerColor)
  const middle = center ? `${center} ${length(background.centerPosition) ?? '50%'}, ` : ''
  return `linear-gradient(${angle}, ${start} 0%, ${middle}${end} 100%)`
}
