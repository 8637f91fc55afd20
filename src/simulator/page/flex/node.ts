/**
 * A node of Flex JSON as a bot sent it. Nothing about it is trusted: every reader below answers with a value of the
 * asked kind or with nothing, and what is nothing is not drawn.
 */
export type FlexNode = { [key: string]: unknown }

/** What a tap asks for: postback, message, uri, datetimepicker … as LINE's action objects. */
export type Action = FlexNode & { type: string }
export type OnAction = (action: Action) => void

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function nodeOf(value: unknown): FlexNode | undefined {
  return isNode(value) ? value : undefined
}

export function nodesOf(value: unknown): FlexNode[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

export function actionOf(value: unknown): Action | undefined {
  return isAction(value) ? value : undefined
}

/** The words a person would call this action by. */
export function actionLabel(action: Action): string | undefined {
  return [action.label, action.displayText, action.text, action.uri, action.data].map(textOf).find(Boolean)
}

/** Every node inside, this one first. */
export function nodesWithin(node: FlexNode): FlexNode[] {
  return [node, ...Object.values(node).flatMap((value) => childNodes(value).flatMap(nodesWithin))]
}

function childNodes(value: unknown): FlexNode[] {
  return isNode(value) ? [value] : nodesOf(value)
}

function isNode(value: unknown): value is FlexNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isAction(value: unknown): value is Action {
  return isNode(value) && typeof value.type === 'string'
}
