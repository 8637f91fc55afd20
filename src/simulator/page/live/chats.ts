/** What can be read off the chats: who has news, what waits for an answer, which QR was shown last. Pure. */
import type { ChatEntry, Persona, SimulatorState } from '../../api.ts'
import { type FlexNode, nodeOf, nodesOf, nodesWithin, textOf } from '../flex/node.ts'

export function chatOf(state: SimulatorState, personaId: string): ChatEntry[] {
  return state.chats[personaId] ?? []
}

export function lastBotSeq(chat: ChatEntry[]): number {
  return chat.findLast((entry) => entry.from === 'bot')?.seq ?? 0
}

/** Quick replies belong to the last message only: with anything said after it they are gone. */
export function quickRepliesOf(chat: ChatEntry[]): FlexNode[] {
  const last = chat.at(-1)
  return last?.from === 'bot' ? nodesOf(nodeOf(last.message.quickReply)?.items) : []
}

/** One line for a notification: a Flex message's altText, a text's text. */
export function notificationText(message: ChatEntry['message']): string {
  return textOf(message.altText) ?? textOf(message.text) ?? message.type
}

/** A person's message counts as read once the account has said something after it. */
export function isRead(entry: ChatEntry, chat: ChatEntry[]): boolean {
  return entry.from === 'user' && lastBotSeq(chat) > entry.seq
}

/** The bot asked for the loading dots, and neither has spoken since nor is their time over. */
export function isTyping(state: SimulatorState, personaId: string, now: Date): boolean {
  const until = state.loading[personaId]
  return until !== undefined && now.getTime() < Date.parse(until)
}

/** The pictures that the bot has shown in this chat, the newest first, each once. */
export function picturesOf(chat: ChatEntry[]): string[] {
  const shown = chat.filter(({ from }) => from === 'bot').flatMap(({ message }) => nodesWithin(message))
  const urls = shown.flatMap((node) => (node.type === 'image' ? (textOf(node.url) ?? []) : []))
  return [...new Set(urls.reverse())]
}

export function richMenuOf(state: SimulatorState, persona: Persona) {
  const id = persona.richMenuId ?? state.defaultRichMenuId
  return id === undefined ? undefined : state.richMenus[id]
}
