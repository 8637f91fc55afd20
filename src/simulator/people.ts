import { messageId, opaqueToken } from './ids.ts'
import { emit } from './webhooks.ts'
import type { Content, Person, World } from './world.ts'
import { addToChat, changed } from './world.ts'

/** What people do in LINE, and the webhooks it causes. Each resolves when the bot has answered the webhook. */
export async function follow(world: World, person: Person): Promise<void> {
  const isUnblocked = person.blocked
  Object.assign(person, { following: true, blocked: false })
  changed(world)
  await emit(world, person.id, { type: 'follow', follow: { isUnblocked } })
}

export async function block(world: World, person: Person): Promise<void> {
  Object.assign(person, { following: false, blocked: true })
  changed(world)
  await emit(world, person.id, { type: 'unfollow' }, { replyable: false })
}

type Said = { type: string; text?: string; [key: string]: unknown }

/** A message that the person sends. LINE tells the bot of texts; Flex and templates sent by a page stay silent. */
export async function say(world: World, person: Person, message: Said): Promise<void> {
  const id = messageId()
  person.wroteAt = world.clock.now()
  addToChat(world, person.id, 'user', message, id)
  if (message.type !== 'text') return
  const received = { type: 'text', id, text: message.text, quoteToken: opaqueToken() }
  await emit(world, person.id, { type: 'message', message: received })
}

/** A photo or a file. The bot fetches the bytes from the data origin by the message's id. */
export async function sendContent(world: World, person: Person, content: Content): Promise<void> {
  const id = messageId()
  person.wroteAt = world.clock.now()
  world.line.contents.set(id, content)
  const message =
    content.name === undefined
      ? { type: 'image', id, contentProvider: { type: 'line' }, quoteToken: opaqueToken() }
      : { type: 'file', id, fileName: content.name, fileSize: content.bytes.length }
  addToChat(
    world,
    person.id,
    'user',
    { ...message, originalContentUrl: `${world.origins.control}/api/contents/${id}` },
    id,
  )
  await emit(world, person.id, { type: 'message', message })
}

type Action = { type: string; [key: string]: unknown }
type Tapped = { action: Action; params?: Record<string, string> }
/** What the page does after a tap: open an address, or copy a text. */
type AfterTap = { open?: string; copy?: string }

/** A tap on an action of Flex, quick reply or rich menu. `params` carry what a date picker gave. */
export async function tap(world: World, person: Person, { action, params }: Tapped): Promise<AfterTap> {
  const handler = TAPS[action.type]
  if (!handler) throw new Error(`The simulator does not know the action type ${action.type}`)
  return (await handler(world, person, { action, params })) ?? {}
}

// biome-ignore lint/suspicious/noConfusingVoidType: most taps lead nowhere on the page.
type Tap = (world: World, person: Person, tapped: Tapped) => Promise<AfterTap | void>

const TAPS: { [type: string]: Tap } = {
  message: (world, person, { action }) => say(world, person, { type: 'text', text: String(action.text) }),
  uri: async (_world, _person, { action }) => ({ open: String(action.uri) }),
  clipboard: async (_world, _person, { action }) => ({ copy: String(action.clipboardText) }),
  postback,
  datetimepicker: (world, person, { action, params }) => emitPostback(world, person, action.data, params),
  richmenuswitch: switchRichMenu,
}

async function postback(world: World, person: Person, { action }: Tapped): Promise<void> {
  const shown = action.displayText
  if (shown !== undefined) addToChat(world, person.id, 'user', { type: 'text', text: String(shown) })
  person.wroteAt = world.clock.now()
  await emitPostback(world, person, action.data)
  if (action.text !== undefined) await say(world, person, { type: 'text', text: String(action.text) })
}

async function switchRichMenu(world: World, person: Person, { action }: Tapped): Promise<void> {
  const alias = String(action.richMenuAliasId)
  const richMenuId = world.line.aliases.get(alias)
  if (richMenuId !== undefined) person.richMenuId = richMenuId
  changed(world)
  const status = richMenuId === undefined ? 'RICHMENU_ALIAS_ID_NOTFOUND' : 'SUCCESS'
  await emitPostback(world, person, action.data, { newRichMenuAliasId: alias, status })
}

function emitPostback(world: World, person: Person, data: unknown, params?: Record<string, string>) {
  return emit(world, person.id, {
    type: 'postback',
    postback: { data: String(data), ...(params && { params }) },
  })
}
