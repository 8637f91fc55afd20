/** A webhook event in the few words the conversation knows. Whatever LINE adds one day is `ignored`. */
import { z } from 'zod'

export type Incoming =
  | { kind: 'follow' }
  | { kind: 'unfollow' }
  | { kind: 'text'; text: string }
  | { kind: 'postback'; data: Record<string, string> }
  | { kind: 'file'; file: SentFile }
  /** A message taken back after it was read. */
  | { kind: 'unsent'; messageId: string }
  | { kind: 'sticker' }
  | { kind: 'location' }
  | { kind: 'ignored' }

/** `other`: a film or a sound, which is no document. */
export type SentFile = {
  format: 'photo' | 'file' | 'other'
  messageId: string
  name: string
  size?: number
  quoteToken?: string
}

const Message = z.object({
  type: z.string(),
  id: z.string().optional(),
  text: z.string().optional(),
  fileName: z.string().optional(),
  fileSize: z.number().optional(),
  quoteToken: z.string().optional(),
})
type Message = z.infer<typeof Message>

const Event = z.object({
  type: z.string(),
  mode: z.string().default('active'),
  source: z.object({ type: z.string() }).optional(),
  replyToken: z.string().optional(),
  message: Message.optional(),
  postback: z.object({ data: z.string(), params: z.record(z.string(), z.unknown()).optional() }).optional(),
  unsend: z.object({ messageId: z.string() }).optional(),
})
type Event = z.infer<typeof Event>

export function readIncoming(body: unknown): Incoming {
  const { data: event } = Event.safeParse(body)
  // In standby another system holds the chat; in a group nobody asked for a licence bot.
  if (event?.mode !== 'active' || event.source?.type !== 'user') return { kind: 'ignored' }
  return KINDS[event.type]?.(event) ?? { kind: 'ignored' }
}

export function replyTokenOf(body: unknown): string | undefined {
  return Event.safeParse(body).data?.replyToken
}

/** The message that this event is, or that it takes back. */
export const messageIdOf = (body: unknown) => Event.safeParse(body).data?.message?.id
export const unsentMessageOf = (body: unknown) => Event.safeParse(body).data?.unsend?.messageId

const KINDS: Record<string, (event: Event) => Incoming | undefined> = {
  follow: () => ({ kind: 'follow' }),
  unfollow: () => ({ kind: 'unfollow' }),
  message: ({ message }) => (message ? MESSAGES[message.type]?.(message) : undefined),
  unsend: ({ unsend }) => unsend && { kind: 'unsent', messageId: unsend.messageId },
  // A switch of the rich menu happened on the phone already: it wants no answer.
  postback: ({ postback }) =>
    postback && !postback.params?.newRichMenuAliasId
      ? { kind: 'postback', data: Object.fromEntries(new URLSearchParams(postback.data)) }
      : undefined,
}

const sent =
  (format: SentFile['format']) =>
  ({ id = '', fileName, fileSize, quoteToken }: Message): Incoming => ({
    kind: 'file',
    file: { format, messageId: id, name: fileName ?? `${format}.jpg`, size: fileSize, quoteToken },
  })

const MESSAGES: Record<string, (message: Message) => Incoming> = {
  text: ({ text }) => ({ kind: 'text', text: text ?? '' }),
  image: sent('photo'),
  file: sent('file'),
  video: sent('other'),
  audio: sent('other'),
  sticker: () => ({ kind: 'sticker' }),
  location: () => ({ kind: 'location' }),
}
