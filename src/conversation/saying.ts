/** What the chat says, before it is put into LINE's form: a Flex message by name, or plain words with choices. */
import { type FlexTemplates, renderMessage } from '../messages/flex.ts'
import { clipGraphemes, LIMITS } from '../messages/limits.ts'
import type { FlexNode, MessageData, MessageName, OutgoingMessage } from '../messages/message.ts'
import type { Language } from '../service/definition.ts'

type Card = { [N in MessageName]: { message: N; data: MessageData[N] } }[MessageName]
type Words = { text: string; choices?: Choice[]; quoteToken?: string }
export type Saying = Card | Words

/** A quick reply: says something, presses a button, or opens a page. */
export type Choice = { label: string } & ({ say: string } | { press: string } | { open: string })

export function toMessage(saying: Saying, flex: FlexTemplates, language: Language): OutgoingMessage {
  if ('message' in saying) return renderMessage(flex, saying.message, saying.data, language)
  const { text, choices = [], quoteToken } = saying
  const items = choices.map((choice): FlexNode => ({ type: 'action', action: actionOf(choice) }))
  return {
    type: 'text',
    text,
    ...(quoteToken && { quoteToken }),
    ...(items.length > 0 && { quickReply: { items } }),
  }
}

function actionOf(choice: Choice): FlexNode {
  const label = clipGraphemes(choice.label, LIMITS.quickReplyLabel)
  if ('say' in choice) return { type: 'message', label, text: choice.say }
  if ('press' in choice) return { type: 'postback', label, data: choice.press, displayText: choice.label }
  return { type: 'uri', label, uri: choice.open }
}
