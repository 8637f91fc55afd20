import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messagingApi } from '@line/bot-sdk'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { loadRichMenus, publishRichMenu } from '../../src/line/rich-menu.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'

const OURS = 'rich-menu'
const KAMON = 'U0000000000000000000000000000000a'
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
  const file = join(dir, 'start.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('เมนูบริการ', 'เมนูเทศบาล'))
  return dir
}
const menus = (...dirs: string[]) => ({ dirs, licence: { name: { th: 'ใบอนุญาต', en: 'Licence' } } })
const idOf = async (alias: string) => (await line().getRichMenuAlias(alias)).richMenuId
const shownTo = async (personaId: string) =>
  (await simulator.state()).personas.find((person) => person.id === personaId)?.richMenuId

describe('a first publication', () => {
  beforeEach(() => publishRichMenu(config(), menus(OURS)))

  test('makes each tab in both languages and shows the first one in Thai to everybody', async () => {
    const { richMenus, defaultRichMenuId = '' } = await simulator.state()
    expect(Object.keys(richMenus)).toHaveLength(4)
    expect(await idOf('start-th')).toBe(defaultRichMenuId)
    expect(richMenus[await idOf('mine-en')]?.chatBarText).toBe('Menu')
    expect((await simulator.findings()).map((entry) => entry.findings)).toEqual([])
  })

  test('draws a picture of exactly the areas', async () => {
    const menu = (await simulator.state()).richMenus[await idOf('mine-th')]
    const png = Buffer.from(await (await fetch(menu?.imageUrl ?? '')).arrayBuffer())
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([menu?.size.width, menu?.size.height])
    expect(menu?.areas.map(({ action }) => action.label)).toEqual([
      'เริ่มต้น',
      'คำขอของฉัน',
      'ติดตามคำขอ',
      'ใบอนุญาตของฉัน',
      'ชำระเงิน',
      'ยื่นคำขอ',
      'ค้นหาข้อมูล',
      'ติดต่อเจ้าหน้าที่',
    ])
    expect(menu?.areas[3]?.action.uri).toBe(`${simulator.origins.liff}/${simulator.env.LIFF_ID}/wallet`)
  })

  test('its tabs lead to each other', async () => {
    const menu = (await simulator.state()).richMenus[await idOf('start-en')]
    await simulator.follow('kamon')
    await simulator.action('kamon', menu?.areas[1]?.action as { type: string })
    expect(await shownTo('kamon')).toBe(await idOf('mine-en'))
  })

  test('published again changes nothing', async () => {
    const before = await simulator.state()
    expect(await publishRichMenu(config(), menus(OURS, 'no-such-folder'))).toEqual([])
    expect((await simulator.state()).richMenus).toEqual(before.richMenus)
  })
})

test("a changed menu takes the old one's place for who has it, and the old one is deleted by the next run", async () => {
  await publishRichMenu(config(), menus(OURS))
  await simulator.follow('kamon')
  const old = await idOf('start-en')
  await line().linkRichMenuIdToUser(KAMON, await idOf('start-th'))
  const dir = changedFolder()
  const changes = await publishRichMenu(config(), menus(OURS, dir))
  expect(changes.map((change) => change.split(' ')[0])).toEqual(['created', 'readers', 'default', 'alias'])
  expect(await shownTo('kamon')).toBe(await idOf('start-th'))
  expect(await idOf('start-en')).toBe(old)
  expect(await publishRichMenu(config(), menus(OURS, dir))).toEqual(['deleted 1 older of start-th'])
  expect(Object.keys((await simulator.state()).richMenus)).toHaveLength(4)
})

test('a run that ended before the picture was uploaded is finished by the next', async () => {
  const [, menu] = loadRichMenus(config(), menus(OURS))
  if (!menu) throw new Error('no menu')
  const { richMenuId } = await line().createRichMenu(menu.request)
  await publishRichMenu(config(), menus(OURS))
  expect(await idOf(menu.alias)).toBe(richMenuId)
  expect((await simulator.state()).richMenus[richMenuId]?.imageUrl).not.toBe('')
})

test('menus that others made are left alone', async () => {
  const [menu] = loadRichMenus(config(), menus(OURS))
  if (!menu) throw new Error('no menu')
  await line().createRichMenu({ ...menu.request, name: 'ของหน่วยงานเอง' })
  await publishRichMenu(config(), menus(OURS))
  const { richmenus } = await line().getRichMenuList()
  expect(richmenus.map(({ name }) => name)).toContain('ของหน่วยงานเอง')
})

test.each([
  ['an unknown page', (text: string) => text.replace('open: wallet', 'open: purse'), 'open'],
  ['a label longer than LINE takes', (text: string) => text.replace('ชำระเงิน', 'ชำระเงิน'.repeat(4)), '20'],
  ['a cell that leads nowhere', (text: string) => text.replace(', ask: guide', ''), 'ask'],
  ['what is no menu', () => 'image: ../secret.png', 'tab'],
])('%s is named with its file', (_, change, word) => {
  const dir = changedFolder()
  const file = join(dir, 'mine.yaml')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  expect(() => loadRichMenus(config(), menus(dir))).toThrow(file)
  expect(() => loadRichMenus(config(), menus(dir))).toThrow(word)
})
