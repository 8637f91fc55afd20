import type { CSSProperties, JSX } from 'preact'
import { boxStyle, layoutOf } from './box-style.ts'
import { colour, length } from './measures.ts'
import { FlexIcon, FlexImage } from './media.tsx'
import { actionOf, type FlexNode, nodeOf, nodesOf, numberOf, textOf } from './node.ts'
import { place, type Surroundings } from './place.ts'
import { useTap } from './tap.ts'
import { FlexText } from './text.tsx'

export type PartProps = { node: FlexNode; around: Surroundings }

const PARTS: Readonly<Record<string, (props: PartProps) => JSX.Element>> = {
  box: FlexBox,
  text: FlexText,
  button: FlexButton,
  image: FlexImage,
  icon: FlexIcon,
  separator: FlexSeparator,
  filler: FlexFiller,
  spacer: FlexSpacer,
  video: FlexVideo,
}

/** Any component of a bubble; an unknown kind draws nothing, as in LINE. */
export function FlexPart(props: PartProps) {
  const kind = String(props.node.type)
  const Part = Object.hasOwn(PARTS, kind) ? PARTS[kind] : undefined
  return Part ? <Part {...props} /> : null
}

/** `padding` is what the bubble's block has where the box sets none itself. */
export function FlexBox({ node, around, padding }: PartProps & { padding?: string }) {
  const placed = place(node, around)
  const style: CSSProperties = {
    padding: node.paddingAll === undefined ? padding : undefined,
    ...defined(boxStyle(node)),
    ...defined(placed),
  }
  const inside: Surroundings = { layout: layoutOf(node) }
  const spacing = length(node.spacing)
  return (
    <div style={style} {...useTap(node)}>
      {nodesOf(node.contents).map((child, index) => (
        <FlexPart node={child} around={index === 0 ? inside : { ...inside, spacing }} />
      ))}
    </div>
  )
}

/** Without the undefined, which would erase what an earlier spread has set. */
function defined(style: CSSProperties): CSSProperties {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined))
}

const BUTTON_STYLES = {
  primary: (tint?: string) => ({ background: tint ?? '#17c950', color: '#ffffff' }),
  secondary: (tint?: string) => ({ background: tint ?? '#dcdfe5', color: '#111111' }),
  link: (tint?: string) => ({ background: 'none', color: tint ?? '#42659a' }),
} as const

function FlexButton({ node, around }: PartProps) {
  const kind = node.style === 'primary' || node.style === 'secondary' ? node.style : 'link'
  const style: CSSProperties = {
    ...place(node, around),
    ...BUTTON_STYLES[kind](colour(node.color)),
    minHeight: node.height === 'sm' ? '40px' : '52px',
  }
  const { class: tap, ...attributes } = { class: '', ...useTap(node) }
  return (
    <div style={style} {...attributes} class={`flex-button ${tap}`}>
      {textOf(actionOf(node.action)?.label)}
    </div>
  )
}

function FlexSeparator({ node, around }: PartProps) {
  const isRow = around.layout !== 'vertical'
  const style: CSSProperties = {
    ...place(node, around),
    [isRow ? 'width' : 'height']: '1px',
    alignSelf: 'stretch',
    background: colour(node.color) ?? '#d4d6da',
  }
  return <div style={style} />
}

function FlexFiller({ node }: PartProps) {
  const share = numberOf(node.flex) ?? 1
  return <div style={{ flex: `${share} ${share} 0px` }} />
}

function FlexSpacer({ node, around }: PartProps) {
  const side = around.layout === 'vertical' ? 'height' : 'width'
  return <div style={{ flex: 'none', [side]: length(node.size ?? 'md') }} />
}

/** The phone shows the video's still; playing belongs to a real client. */
function FlexVideo({ node, around }: PartProps) {
  const still = { type: 'image', url: node.previewUrl, size: 'full', aspectMode: 'cover' }
  return (
    <FlexPart node={nodeOf(node.altContent) ?? { ...still, aspectRatio: node.aspectRatio }} around={around} />
  )
}
