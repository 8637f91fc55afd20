/**
 * The menu under the chat. A file in rich-menu/ describes one: LINE's own object under `menu`, its picture, and
 * {apply}, {requests}, {wallet}, {pay}, {worklist}, {guide} for addresses. LINE lets nobody change a menu and no more
 * than a hundred be made or deleted in an hour, so publishing compares first: a menu's name ends in a hash of what it
 * is, and only a new hash makes a new menu. Safe to run at every start, and again after a crash at any point.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { links } from '../messages/links.ts'
import { boundOutgoingCalls } from './timeouts.ts'

type Settings = Pick<
  Config,
  | 'BASE_URL'
  | 'LIFF_BASE_URL'
  | 'LIFF_ID'
  | 'LINE_API_BASE_URL'
  | 'LINE_DATA_API_BASE_URL'
  | 'LINE_CHANNEL_ACCESS_TOKEN'
>

const MenuFile = z.strictObject({
  image: z.string().regex(/^[\w-]+\.(png|jpg)$/),
  default: z.boolean().default(false),
  menu: z.object({
    size: z.object({ width: z.number().min(800).max(2500), height: z.number().min(250) }),
    selected: z.boolean(),
    chatBarText: z.string(),
    areas: z.array(z.object({ bounds: z.unknown(), action: z.looseObject({ type: z.string() }) })).max(20),
  }),
})

/** A menu ready to be published. `name` tells its content, `family` which menus it takes the place of. */
export type RichMenu = {
  alias: string
  family: string
  name: string
  isDefault: boolean
  request: messagingApi.RichMenuRequest
  image: Buffer
  imageType: 'image/png' | 'image/jpeg'
}

/** Reads each folder over the one before it: rich-menu/, then the service folder's own. */
export function loadRichMenus(settings: Settings, dirs: string[]): RichMenu[] {
  const files = dirs
    .filter((dir) => existsSync(dir))
    .flatMap((dir) => readdirSync(dir).map((file) => join(dir, file)))
    .filter((file) => file.endsWith('.json'))
  const byAlias = new Map(files.map((file) => [basename(file, '.json'), file]))
  return [...byAlias].map(([alias, file]) => readMenu(settings, alias, file))
}

function readMenu(settings: Settings, alias: string, file: string): RichMenu {
  const parsed = MenuFile.safeParse(JSON.parse(withAddresses(settings, readFileSync(file, 'utf8'))))
  if (!parsed.success) throw new Error(`${file} is not a rich menu: ${z.prettifyError(parsed.error)}`)
  const { image: imageFile, default: isDefault, menu } = parsed.data
  const image = readFileSync(join(dirname(file), imageFile))
  const hash = createHash('sha256').update(JSON.stringify(menu)).update(image).digest('hex').slice(0, 12)
  const family = `anuyat-${alias}-`
  const name = `${family}${hash}`
  return {
    alias,
    family,
    name,
    isDefault,
    request: { ...menu, name } as messagingApi.RichMenuRequest,
    image,
    imageType: imageFile.endsWith('.png') ? 'image/png' : 'image/jpeg',
  }
}

function withAddresses(settings: Settings, text: string): string {
  const addresses: Record<string, unknown> = links(settings)
  return text.replace(/"\{(\w+)\}"/g, (_, name: string) => {
    if (typeof addresses[name] !== 'string') throw new Error(`a rich menu names {${name}}: no such address`)
    return JSON.stringify(addresses[name])
  })
}

/** Brings LINE's side in line with the files and tells what changed; empty when nothing did. */
export async function publishRichMenu(settings: Settings, dirs: string[]): Promise<string[]> {
  boundOutgoingCalls()
  const account = openAccount(settings)
  const changes: string[] = []
  for (const menu of loadRichMenus(settings, dirs)) changes.push(...(await publish(account, menu)))
  return changes
}

type Account = {
  api: messagingApi.MessagingApiClient
  data: messagingApi.MessagingApiBlobClient
}

function openAccount(settings: Settings): Account {
  const channelAccessToken = settings.LINE_CHANNEL_ACCESS_TOKEN
  return {
    api: new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: settings.LINE_API_BASE_URL }),
    data: new messagingApi.MessagingApiBlobClient({
      channelAccessToken,
      baseURL: settings.LINE_DATA_API_BASE_URL,
    }),
  }
}

async function publish(account: Account, menu: RichMenu): Promise<string[]> {
  const { richmenus } = await account.api.getRichMenuList()
  const existing = richmenus.find(({ name }) => name === menu.name)?.richMenuId
  const id = existing ?? (await create(account, menu))
  return [
    ...(existing ? [] : [`created ${menu.name}`]),
    ...(menu.isDefault ? await makeDefault(account, menu, id) : []),
    ...(await pointAlias(account, menu, id)),
    ...(await deleteOthers(account, menu, id, richmenus)),
  ]
}

async function create(account: Account, menu: RichMenu): Promise<string> {
  const { richMenuId } = await account.api.createRichMenu(menu.request)
  await upload(account, menu, richMenuId)
  return richMenuId
}

async function upload({ data }: Account, { image, imageType }: RichMenu, id: string): Promise<void> {
  await data.setRichMenuImage(id, new Blob([new Uint8Array(image)], { type: imageType }))
}

async function makeDefault(account: Account, menu: RichMenu, id: string): Promise<string[]> {
  const current = await unless(404, account.api.getDefaultRichMenuId())
  if (current?.richMenuId === id) return []
  try {
    await account.api.setDefaultRichMenu(id)
  } catch (error) {
    // An earlier run ended between making the menu and uploading its picture.
    if (!isStatus(400, error)) throw error
    await upload(account, menu, id)
    await account.api.setDefaultRichMenu(id)
  }
  return [`default is ${menu.name}`]
}

async function pointAlias(
  { api }: Account,
  { alias, name }: RichMenu,
  richMenuId: string,
): Promise<string[]> {
  const current = await unless(404, api.getRichMenuAlias(alias))
  if (current?.richMenuId === richMenuId) return []
  if (current) await api.updateRichMenuAlias(alias, { richMenuId })
  else await api.createRichMenuAlias({ richMenuAliasId: alias, richMenuId })
  return [`alias ${alias} is ${name}`]
}

/** Only once nothing points at them; what cannot be deleted now is left to the next run. */
async function deleteOthers(
  { api }: Account,
  { family }: RichMenu,
  id: string,
  menus: messagingApi.RichMenuResponse[],
): Promise<string[]> {
  const old = menus.filter(({ name, richMenuId }) => name.startsWith(family) && richMenuId !== id)
  const deleted = await Promise.allSettled(
    old.map(async ({ name, richMenuId }) => {
      await api.deleteRichMenu(richMenuId)
      return `deleted ${name}`
    }),
  )
  return deleted.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
}

const isStatus = (status: number, error: unknown) =>
  error instanceof HTTPFetchError && error.status === status

async function unless<T>(status: number, call: Promise<T>): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (isStatus(status, error)) return undefined
    throw error
  }
}
