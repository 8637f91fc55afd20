import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import QRCode from 'qrcode'
import { drawMenu } from '../../src/line/menu/drawing.ts'
import { loadMenus } from '../../src/line/menu/file.ts'
import { pngOf } from '../../src/line/menu/picture.ts'
import { buildSimulatorPage } from '../../src/simulator/build.ts'
import { type FakeSimulator, startFakeSimulator } from './fake-simulator.ts'
import { story } from './story.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A bill of 600 baht, as the product's own QR says it. */
export const QR_TEXT =
  '00020101021230600016A000000677010112011509940009999920102096900041880304256953037645406600.005802TH630447B4'

export type Size = { width: number; height: number }
export type OpenPage = { page: Page; fake: FakeSimulator; close: () => Promise<void> }

/** The built page on a fake simulator of its own, in a window of this size. */
export async function openPage(browser: Browser, size: Size): Promise<OpenPage> {
  const [tab, ...tabs] = loadMenus([join(ROOT, 'rich-menu')], { name: { th: 'ใบอนุญาต', en: 'Licence' } })
  if (!tab) throw new Error('there is no menu')
  const menu = await pngOf(drawMenu([tab, ...tabs], tab, 'th'))
  const fake = await startFakeSimulator({
    page: await buildSimulatorPage(),
    assets: join(ROOT, 'flex-templates/icons'),
    qrPng: await QRCode.toBuffer(QR_TEXT, { color: { dark: '#0d2446' } }),
    state: (url) => story(url, `data:image/png;base64,${menu.toString('base64')}`),
  })
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(fake.url)
  await page.getByTestId('chat').waitFor()
  return {
    page,
    fake,
    close: async () => {
      await context.close()
      await fake.close()
    },
  }
}
