import type { CSSProperties } from 'preact'
import { BUBBLE, colour, oneOf } from './measures.ts'
import { type FlexNode, nodeOf, nodesOf, type OnAction } from './node.ts'
import { FlexBox, FlexPart } from './part.tsx'
import { Taps, useTap } from './tap.ts'

/**
 * A Flex message as the chat shows it. Text is escaped by Preact, and colours, lengths and addresses pass the gate
 * of measures.ts: whatever a message holds, it can only look wrong, never do anything.
 */
export function FlexMessage(props: { contents: FlexNode; altText: string; onAction: OnAction }) {
  return (
    <Taps.Provider value={props.onAction}>
      {props.contents.type === 'carousel' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        // biome-ignore lint/a11y/useSemanticElements: cards are no fieldset
        <div class="flex-carousel" role="group" aria-label={props.altText} tabIndex={0}>
          {nodesOf(props.contents.contents).map((bubble) => (
            <Bubble bubble={bubble} />
          ))}
        </div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a card is no fieldset
        <div class="flex-single" role="group" aria-label={props.altText}>
          <Bubble bubble={props.contents} />
        </div>
      )}
    </Taps.Provider>
  )
}

const BLOCKS = ['header', 'hero', 'body', 'footer'] as const
type BlockName = (typeof BLOCKS)[number]

function Bubble({ bubble }: { bubble: FlexNode }) {
  const size = oneOf(bubble.size ?? 'mega', BUBBLE) ?? { width: 300, corner: 17, body: 20, footer: 10 }
  const style = { width: `${size.width}px`, borderRadius: `${size.corner}px` }
  const { class: tap, ...attributes } = {
    class: '',
    ...useTap({ action: bubble.action, contents: blocksOf(bubble) }),
  }
  return (
    <div
      class={`flex-bubble ${tap}`}
      dir={bubble.direction === 'rtl' ? 'rtl' : 'ltr'}
      style={style}
      {...attributes}
    >
      {BLOCKS.map((name) => (
        <Block name={name} bubble={bubble} padding={blockPadding(name, size, bubble.footer !== undefined)} />
      ))}
    </div>
  )
}

function blocksOf(bubble: FlexNode): FlexNode[] {
  return BLOCKS.map((name) => nodeOf(bubble[name]) ?? {})
}

function Block({ name, bubble, padding }: { name: BlockName; bubble: FlexNode; padding: string }) {
  const block = nodeOf(bubble[name])
  if (!block) return null
  const paint = nodeOf(nodeOf(bubble.styles)?.[name]) ?? {}
  const style: CSSProperties = {
    backgroundColor: colour(paint.backgroundColor),
    borderTop:
      paint.separator === true ? `1px solid ${colour(paint.separatorColor) ?? '#d4d6da'}` : undefined,
  }
  const around = { layout: 'vertical' } as const
  return (
    <div class={`flex-block flex-${name}`} style={style}>
      {block.type === 'box' ? (
        <FlexBox node={{ ...block, flex: 1 }} around={around} padding={padding} />
      ) : (
        <FlexPart node={block} around={around} />
      )}
    </div>
  )
}

/** Above a footer the body keeps less room below, as the footer brings its own. */
function blockPadding(name: BlockName, size: { body: number; footer: number }, hasFooter: boolean): string {
  const side = `${size.body}px`
  if (name === 'hero') return '0'
  if (name === 'footer') return `${size.footer}px`
  return name === 'body' && hasFooter ? `${side} ${side} ${size.body / 2}px` : side
}
