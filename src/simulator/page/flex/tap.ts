import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { actionLabel, actionOf, type FlexNode, nodesOf, type OnAction } from './node.ts'

/** Who hears the taps of the message being drawn. */
export const Taps = createContext<OnAction>(() => {})

/**
 * The attributes that make a drawn node tappable by hand and by keyboard; none when it has no action. A node with
 * tappable parts inside stays clickable but is no button itself: a button inside a button cannot be reached by a
 * screen reader.
 */
export function useTap(node: FlexNode, wordless = false) {
  const onAction = useContext(Taps)
  const action = actionOf(node.action)
  if (!action) return {}
  const onClick = (event: Event) => {
    event.stopPropagation()
    onAction(action)
  }
  if (nodesOf(node.contents).some(isTappable)) return { class: 'flex-tap', onClick }
  return {
    class: 'flex-tap',
    role: 'button' as const,
    tabIndex: 0,
    'aria-label': wordless ? actionLabel(action) : undefined,
    'data-action': action.type,
    onClick,
    onKeyDown: pressing(() => onAction(action)),
  }
}

function isTappable(node: FlexNode): boolean {
  return actionOf(node.action) !== undefined || nodesOf(node.contents).some(isTappable)
}

function pressing(press: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    press()
  }
}
