/**
 * The menus under the chat, brought in line with the files of rich-menu/. LINE lets nobody change a menu and no more
 * than a hundred be made or deleted in an hour, so publishing compares first: a menu's name ends in a hash of what it
 * is, and only a new hash makes a new menu. Safe to run at every start, and again after a crash at any point.
 */
import { createHash } from 'node:crypto'
import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import type { Config } from '../config.ts'
import { links } from '../messages/links.ts'
import type { Definition, Language } from '../service/definition.ts'
import { drawMenu } from './menu/drawing.ts'
import { FIRST_TAB, loadMenus, type Menu, type MenuCell } from './menu/file.ts'
import { type Box, layOut, MENU_WIDTH } from './menu/layout.ts'
import { pngOf } from './menu/picture.ts'
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

/** A menu ready to be published. `name` tells its content, `family` which menus it takes the place of. */
export type RichMenu = {
  alias: string
  family: string
  name: string
  isDefault: boolean
  request: messagingApi.RichMenuRequest
  svg: string
}

/** The folders, each over the one before it, and what the menus call the service's document. */
export type MenuSource = { dirs: string[]; licence: Pick<Definition['licence'], 'name' | 'short'> }

const LANGUAGES: Language[] = ['th', 'en']

/** The alias a menu is published under: `start-th`. */
export const menuAlias = (tab: string, language: Language): string => `${tab}-${language}`

/** Every tab in both languages. Thai readers are the default. */
export function loadRichMenus(settings: Settings, from: MenuSource): RichMenu[] {
  const menus = loadMenus(from.dirs, from.licence)
  return LANGUAGES.flatMap((language) => menus.map((menu) => richMenu(settings, menus, menu, language)))
}

function richMenu(settings: Settings, menus: Menu[], menu: Menu, language: Language): RichMenu {
  const alias = menuAlias(menu.id, language)
  const svg = drawMenu(menus, menu, language)
  const { height, tabs, cells } = layOut(menu, menus.length)
  const request = {
    size: { width: MENU_WIDTH, height },
    selected: true,
    chatBarText: menu.bar[language],
    areas: [
      ...tabs.map((bounds, index) => tabArea(bounds, menus[index] as Menu, language)),
      ...cells.map(({ cell, box }) => ({ bounds: box, action: cellAction(settings, cell, language) })),
    ],
  }
  const hash = createHash('sha256').update(JSON.stringify(request)).update(svg).digest('hex').slice(0, 12)
  const family = `anuyat-${alias}-`
  const name = `${family}${hash}`
  const isDefault = menu.id === FIRST_TAB && language === 'th'
  return { alias, family, name, isDefault, svg, request: { ...request, name } }
}

const tabArea = (bounds: Box, tab: Menu, language: Language) => ({
  bounds,
  action: {
    type: 'richmenuswitch' as const,
    label: tab.tab[language],
    richMenuAliasId: menuAlias(tab.id, language),
    data: `tab=${tab.id}`,
  },
})

function cellAction(settings: Settings, cell: MenuCell, language: Language): messagingApi.Action {
  const label = cell.label[language]
  if (cell.open) return { type: 'uri', label, uri: links(settings)[cell.open] }
  return { type: 'postback', label, data: `a=${cell.ask}`, displayText: label }
}

/** Brings LINE's side in line with the files and tells what changed; empty when nothing did. */
export async function publishRichMenu(settings: Settings, from: MenuSource): Promise<string[]> {
  boundOutgoingCalls()
  const account = openAccount(settings)
  const { richmenus } = await account.api.getRichMenuList()
  const { aliases } = await account.api.getRichMenuAliasList()
  const changes: string[] = []
  const published: Published[] = []
  for (const menu of loadRichMenus(settings, from)) {
    const alias = aliases.find(({ richMenuAliasId }) => richMenuAliasId === menu.alias)?.richMenuId
    const existing = richmenus.find(({ name }) => name === menu.name)?.richMenuId
    const id = existing ?? (await account.api.createRichMenu(menu.request)).richMenuId
    if (!existing) changes.push(`created ${menu.name}`)
    if (alias !== id) await givePicture(account, menu, id)
    const old = richmenus.filter(({ name, richMenuId }) => name.startsWith(menu.family) && richMenuId !== id)
    published.push({ menu, id, alias, old: old.map(({ richMenuId }) => richMenuId) })
  }
  changes.push(...(await moveReaders(account, published)))
  for (const each of published) changes.push(...(await show(account, each)))
  return changes
}

/** `alias`: the menu that this menu's alias leads to so far. `old`: earlier menus of the family. */
type Published = { menu: RichMenu; id: string; alias: string | undefined; old: string[] }

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

/** LINE takes a picture once; a second one, after a run that ended early, is refused and changes nothing. */
async function givePicture({ data }: Account, { svg }: RichMenu, id: string): Promise<void> {
  const picture = new Blob([new Uint8Array(await pngOf(svg))], { type: 'image/png' })
  await unless(400, data.setRichMenuImage(id, picture))
}

/**
 * Who is shown an older menu is shown the new one, all in one call because LINE allows three an hour. Until it was
 * accepted the alias stays on the older menu, so that a run after a crash moves them again.
 */
async function moveReaders({ api }: Account, published: Published[]): Promise<string[]> {
  const moved = published.filter(({ id, alias, old }) => alias !== id && old.length > 0)
  if (moved.length === 0) return []
  const operations = moved.flatMap(({ id, old }) =>
    old.map((from) => ({ type: 'link' as const, from, to: id })),
  )
  await api.richMenuBatch({ operations })
  return moved.map(({ menu }) => `readers of ${menu.alias} move to ${menu.name}`)
}

async function show(account: Account, each: Published): Promise<string[]> {
  const { menu, id, alias } = each
  return [
    ...(menu.isDefault ? await makeDefault(account, menu, id) : []),
    ...(alias === id ? await deleteOld(account, each) : await pointAlias(account, each)),
  ]
}

async function makeDefault(account: Account, menu: RichMenu, id: string): Promise<string[]> {
  const current = await unless(404, account.api.getDefaultRichMenuId())
  if (current?.richMenuId === id) return []
  await account.api.setDefaultRichMenu(id)
  return [`default is ${menu.name}`]
}

async function pointAlias({ api }: Account, { menu, id, alias }: Published): Promise<string[]> {
  if (alias) await api.updateRichMenuAlias(menu.alias, { richMenuId: id })
  else await api.createRichMenuAlias({ richMenuAliasId: menu.alias, richMenuId: id })
  return [`alias ${menu.alias} is ${menu.name}`]
}

/** Only by a later run than the one that moved its readers: LINE moves them in its own time. */
async function deleteOld({ api }: Account, { menu, old }: Published): Promise<string[]> {
  const deleted = await Promise.allSettled(old.map((id) => api.deleteRichMenu(id)))
  const count = deleted.filter(({ status }) => status === 'fulfilled').length
  return count > 0 ? [`deleted ${count} older of ${menu.alias}`] : []
}

async function unless<T>(status: number, call: Promise<T>): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (error instanceof HTTPFetchError && error.status === status) return undefined
    throw error
  }
}
