import type { CSSProperties } from 'preact'
import { aspectRatio, colour, IMAGE, imageUrl, length, oneOf, TEXT } from './measures.ts'
import type { FlexNode } from './node.ts'
import { place, type Surroundings } from './place.ts'
import { useTap } from './tap.ts'

const SIDE = { start: 'flex-start', center: 'center', end: 'flex-end' } as const
const LEVEL = { top: 'flex-start', center: 'center', bottom: 'flex-end' } as const

type Part = { node: FlexNode; around: Surroundings }

/** The picture stands in a frame as wide as its cell, so that `align` and a width in percent mean what LINE means. */
export function FlexImage({ node, around }: Part) {
  const width = node.size === 'full' ? '100%' : (length(node.size ?? 'md', IMAGE) ?? '100px')
  const frame: CSSProperties = {
    ...place(node, around),
    width: around.layout === 'vertical' && width.endsWith('%') ? '100%' : undefined,
    display: 'flex',
    justifyContent: oneOf(node.align, SIDE) ?? 'center',
    alignItems: oneOf(node.gravity, LEVEL) ?? 'flex-start',
  }
  return (
    <div style={frame} {...useTap(node, true)}>
      <img src={imageUrl(node.url)} alt="" style={picture(node, width)} onError={hide} />
    </div>
  )
}

function picture(node: FlexNode, width: string): CSSProperties {
  return {
    display: 'block',
    width,
    maxWidth: '100%',
    aspectRatio: aspectRatio(node.aspectRatio),
    objectFit: node.aspectMode === 'cover' ? 'cover' : 'contain',
    backgroundColor: colour(node.backgroundColor),
  }
}

export function FlexIcon({ node, around }: Part) {
  const style: CSSProperties = {
    ...place(node, around),
    height: length(node.size ?? 'md', TEXT),
    aspectRatio: aspectRatio(node.aspectRatio),
    objectFit: 'contain',
  }
  return <img src={imageUrl(node.url)} alt="" style={style} onError={hide} />
}

/** LINE leaves the place of a picture that does not come empty. */
function hide(event: { currentTarget: HTMLElement }): void {
  event.currentTarget.style.visibility = 'hidden'
}
