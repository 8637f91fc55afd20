import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messagingApi } from '@line/bot-sdk'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { loadRichMenus, publishRichMenu } from '../../src/line/rich-menu.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'

const OURS = 'rich-menu'
let simulator: Simulator
beforeEach(async () => {
  simulator = await startSimulator({ botBaseUrl: 'https://anuyat.example.go.th' })
})
afterEach(() => simulator.close())

const config = () =>
  loadConfig({ ...simulator.env, BASE_URL: 'https://anuyat.example.go.th', SERVICE_DIR: 'services/any' })
const line = () =>
  new messagingApi.MessagingApiClient({
    channelAccessToken: simulator.env.LINE_CHANNEL_ACCESS_TOKEN ?? '',
    baseURL: simulator.origins.api,
  })
/** A service's own folder whose menu differs in its bar text. */
function changedFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'menu-'))
  cpSync(OURS, dir, { recursive: true })
  const file = join(dir, 'main.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('เมนูบริการ', 'เมนูของเทศบาล'))
  return dir
}

test('a first publication makes the menu, its picture, its alias, and shows it to everybody', async () => {
  expect(await publishRichMenu(config(), [OURS])).toHaveLength(3)
  const { richMenus, defaultRichMenuId = '' } = await simulator.state()
  const menu = richMenus[defaultRichMenuId]
  expect(menu?.chatBarText).toBe('เมนูบริการ')
  expect(menu?.areas).toHaveLength(6)
  expect(menu?.areas[0]?.action.uri).toBe(`${simulator.origins.liff}/${simulator.env.LIFF_ID}/apply`)
  expect((await fetch(menu?.imageUrl ?? '')).ok).toBe(true)
  expect((await line().getRichMenuAlias('main')).richMenuId).toBe(defaultRichMenuId)
  expect((await simulator.findings()).map((entry) => entry.findings)).toEqual([])
})

test('publishing again changes nothing', async () => {
  await publishRichMenu(config(), [OURS])
  const before = await simulator.state()
  expect(await publishRichMenu(config(), [OURS, 'no-such-folder'])).toEqual([])
  const after = await simulator.state()
  expect(after.richMenus).toEqual(before.richMenus)
})

test("a changed menu takes the old one's place, and the old one is deleted", async () => {
  await publishRichMenu(config(), [OURS])
  const changes = await publishRichMenu(config(), [OURS, changedFolder()])
  expect(changes.map((change) => change.split(' ')[0])).toEqual(['created', 'default', 'alias', 'deleted'])
  const { richMenus, defaultRichMenuId = '' } = await simulator.state()
  expect(Object.keys(richMenus)).toEqual([defaultRichMenuId])
  expect(richMenus[defaultRichMenuId]?.chatBarText).toBe('เมนูของเทศบาล')
})

test('a run that ended before the picture was uploaded is finished by the next', async () => {
  const [menu] = loadRichMenus(config(), [OURS])
  if (!menu) throw new Error('no menu')
  const { richMenuId } = await line().createRichMenu(menu.request)
  await publishRichMenu(config(), [OURS])
  const { defaultRichMenuId } = await simulator.state()
  expect(defaultRichMenuId).toBe(richMenuId)
})

test('menus that others made are left alone', async () => {
  const [menu] = loadRichMenus(config(), [OURS])
  if (!menu) throw new Error('no menu')
  await line().createRichMenu({ ...menu.request, name: 'ของหน่วยงานเอง' })
  await publishRichMenu(config(), [OURS])
  const { richmenus } = await line().getRichMenuList()
  expect(richmenus.map(({ name }) => name)).toContain('ของหน่วยงานเอง')
})

test('an unknown address or a broken file is named', () => {
  const dir = changedFolder()
  const file = join(dir, 'main.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('{wallet}', '{purse}'))
  expect(() => loadRichMenus(config(), [dir])).toThrow('{purse}')
  writeFileSync(file, '{"image":"../secret.png","menu":{}}')
  expect(() => loadRichMenus(config(), [dir])).toThrow(file)
})
