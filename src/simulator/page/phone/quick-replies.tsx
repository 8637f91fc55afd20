import { actionLabel, actionOf, type FlexNode, type OnAction } from '../flex/node.ts'
import { useWords } from '../words.tsx'

export function QuickReplies({ items, onAction }: { items: FlexNode[]; onAction: OnAction }) {
  const words = useWords()
  const actions = items.flatMap((item) => actionOf(item.action) ?? [])
  if (actions.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset
    <div class="quick-replies" role="group" aria-label={words('quickReplies')}>
      {actions.map((action, index) => (
        <button type="button" data-testid={`quick-reply-${index}`} onClick={() => onAction(action)}>
          {actionLabel(action)}
        </button>
      ))}
    </div>
  )
}
