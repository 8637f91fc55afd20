import type { CSSProperties } from 'preact'
import { colour, length, oneOf, TEXT } from './measures.ts'
import { type FlexNode, nodesOf, numberOf, textOf } from './node.ts'
import { place, type Surroundings } from './place.ts'
import { useTap } from './tap.ts'

const ALIGN = { start: 'start', end: 'end', center: 'center' } as const
const WEIGHT = { bold: 700, regular: 400 } as const
const STYLE = { italic: 'italic', normal: 'normal' } as const
const DECORATION = { underline: 'underline', 'line-through': 'line-through', none: 'none' } as const

export function FlexText({ node, around }: { node: FlexNode; around: Surroundings }) {
  const style: CSSProperties = {
    ...place(node, around),
    ...lettering({ size: 'md', color: '#111111', ...node }),
    textAlign: oneOf(node.align, ALIGN) ?? 'start',
    ...(node.wrap === true ? wrapped(node) : ONE_LINE),
  }
  const spans = nodesOf(node.contents).filter((part) => part.type === 'span')
  return (
    <div style={style} {...useTap(node)}>
      {spans.length > 0 ? spans.map((span) => <Span node={span} />) : textOf(node.text)}
    </div>
  )
}

function Span({ node }: { node: FlexNode }) {
  return <span style={lettering(node)}>{textOf(node.text)}</span>
}

function lettering(node: FlexNode): CSSProperties {
  return {
    fontSize: length(node.size, TEXT),
    color: colour(node.color),
    fontWeight: oneOf(node.weight, WEIGHT),
    fontStyle: oneOf(node.style, STYLE),
    textDecoration: oneOf(node.decoration, DECORATION),
  }
}

/** Thai stacks marks above and below the line, so the ellipsis cuts sideways only. */
const ONE_LINE: CSSProperties = {
  lineHeight: 1.4,
  whiteSpace: 'nowrap',
  textOverflow: 'ellipsis',
  overflowX: 'clip',
  overflowY: 'visible',
}

function wrapped(node: FlexNode): CSSProperties {
  const spacing = length(node.lineSpacing)
  const lines = numberOf(node.maxLines)
  return {
    lineHeight: spacing ? `calc(1.5em + ${spacing})` : 1.5,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    ...(lines ? clampedTo(lines) : {}),
  }
}

/** The padding gives the first line's tone marks room inside the clipping edge. */
function clampedTo(lines: number): CSSProperties {
  return {
    display: '-webkit-box',
    WebkitLineClamp: Math.floor(lines),
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    paddingTop: '0.15em',
  }
}
