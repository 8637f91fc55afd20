/** Card and face are photographed in the page: by its camera, or by a file where there is none. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewProof } from '../../src/actions/view-proof.ts'
import { listPictures, listProofs } from '../../src/proof/store.ts'
import { fillDraft, type Owner } from '../support/people.ts'
import { JPEG } from '../support/pictures.ts'
import { signedInPage, useLiveSite } from './live-site.ts'

const live = useLiveSite()
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PHONE = { width: 390, height: 844 }
let seeing: Browser

/** A browser whose camera shows Chromium's own test picture. */
beforeAll(async () => {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-device-for-media-stream=fps=5',
    '--use-fake-ui-for-media-stream',
  ]
  seeing = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args })
})
afterAll(() => seeing?.close())

async function openPhotos(
  options: { browser?: Browser; javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; owner: Owner }> {
  const { browser = seeing, ...rest } = options
  const owner = await fillDraft(live.ctx, { proven: false })
  const page = await signedInPage({ ...live, browser }, 'kamon', {
    viewport: PHONE,
    bypassCSP: false,
    ...rest,
  })
  await page.goto(`${live.origin}/l/apply/${owner.applicationId}/identity/photos`)
  return { page, owner }
}

async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.screenshot({ path: `test-output/web/identity-${name}.png`, fullPage: true })
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(o: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
  })
}

async function sent(owner: Owner): Promise<string[]> {
  const [proof] = await listProofs(live.ctx.db, owner.applicantId)
  return (await listPictures(live.ctx.db, proof?.id ?? '')).map(({ kind, type }) => `${kind} ${type}`).sort()
}

test('by the camera, with a frame; a photo is taken again; both are sent', { timeout: 120_000 }, async () => {
  const { page, owner } = await openPhotos()
  await page.locator('html.live').waitFor({ state: 'attached' })
  const card = page.locator('[data-photo=card]')
  await card.getByRole('button', { name: 'เปิดกล้อง' }).click()
  await card.locator('video').waitFor()
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
  expect(await faultsOf(page, 'camera-card')).toEqual([])
  await card.getByRole('button', { name: 'ถ่าย', exact: true }).click()
  await card.getByRole('button', { name: 'ถ่ายใหม่' }).click()
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
  await card.getByRole('button', { name: 'ถ่าย', exact: true }).click()
  await card.getByRole('button', { name: 'ใช้ภาพนี้' }).click()
  // Religion and blood group are covered before anything is sent.
  await card.locator('.cover-box').first().waitFor()
  await card.getByRole('button', { name: 'ใช้ภาพนี้' }).click()
  await card.getByText('ภาพพร้อมส่ง').waitFor()
  const selfie = page.locator('[data-photo=selfie]')
  await selfie.getByRole('button', { name: 'เปิดกล้อง' }).click()
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
  expect(await faultsOf(page, 'camera-selfie')).toEqual([])
  await selfie.getByRole('button', { name: 'ถ่าย', exact: true }).click()
  await selfie.getByRole('button', { name: 'ใช้ภาพนี้' }).click()
  await selfie.getByText('ภาพพร้อมส่ง').waitFor()
  expect(await faultsOf(page, 'photos-ready')).toEqual([])
  await page.getByRole('button', { name: 'ส่งให้เจ้าหน้าที่ตรวจ' }).click()
  await page.getByText('ส่งแล้ว รอเจ้าหน้าที่ตรวจ').waitFor()
  expect(await sent(owner)).toEqual(['card image/jpeg', 'selfie image/jpeg'])
})

test('without a camera the page says so, and files do', { timeout: 120_000 }, async () => {
  const { page, owner } = await openPhotos({ browser: live.browser })
  await page.locator('html.live').waitFor({ state: 'attached' })
  await page.locator('[data-photo=selfie]').getByRole('button', { name: 'เปิดกล้อง' }).click()
  await page.getByText('เปิดกล้องในหน้านี้ไม่ได้').waitFor()
  await page.locator('#f-card').setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: JPEG })
  await page.getByRole('button', { name: 'ใช้ภาพนี้' }).click()
  await page.locator('#f-selfie').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: JPEG })
  await page.locator('[data-photo=selfie]').getByText('ภาพพร้อมส่ง').waitFor()
  await page.getByRole('button', { name: 'ส่งให้เจ้าหน้าที่ตรวจ' }).click()
  await page.getByText('ส่งแล้ว รอเจ้าหน้าที่ตรวจ').waitFor()
  expect(await sent(owner)).toEqual(['card image/jpeg', 'selfie image/jpeg'])
})

test('without script two file boxes do', { timeout: 120_000 }, async () => {
  const { page, owner } = await openPhotos({ javaScriptEnabled: false })
  for (const name of ['card', 'selfie'])
    await page
      .locator(`#f-${name}`)
      .setInputFiles({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: JPEG })
  await page.getByRole('button', { name: 'ส่งให้เจ้าหน้าที่ตรวจ' }).click()
  await page.getByText('ส่งแล้ว รอเจ้าหน้าที่ตรวจ').waitFor()
  expect((await viewProof(live.ctx, owner)).state).toBe('waiting')
})
