/** An ID card is covered before it leaves the phone; an officer covers what was sent uncovered. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { attachFile, removeFile } from '../../src/actions/attach-file.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { findAttachment } from '../../src/application/store.ts'
import { filesOf } from '../../src/service/form.ts'
import { runJobs } from '../support/context.ts'
import { applicantOf, buildAnswers, fillDraft, getCase, type Owner } from '../support/people.ts'
import { signedInPage, useLiveSite } from './live-site.ts'

const live = useLiveSite()
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }
const PICTURES = 'test-output/web'

/** A white card with words on it, drawn by the browser itself. */
async function drawnCard(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1284, 810)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no pen')
    pen.fillStyle = '#cfe3f5'
    pen.fillRect(0, 0, 1284, 810)
    pen.fillStyle = '#333'
    pen.font = '40px sans-serif'
    pen.fillText('บัตรประจำตัวประชาชน Thai National ID Card', 180, 90)
    pen.fillText('ชื่อตัวและชื่อสกุล น.ส. กมล ศรีทอง', 400, 230)
    pen.fillText('เกิดวันที่ 15 ม.ค. 2530', 400, 400)
    pen.fillText('ศาสนา พุทธ', 400, 470)
    pen.fillText('ที่อยู่ 88/4 ต.ในเมือง', 120, 570)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  })
  return Buffer.from(base64, 'base64')
}

async function openDraft(viewport = PHONE): Promise<{ page: Page; owner: Owner }> {
  const applicantId = await applicantOf(live.ctx)
  const { applicationId } = await startApplication(live.ctx, applicantId)
  const owner = { applicationId, applicantId }
  await saveDraft(live.ctx, { ...owner, answers: buildAnswers() })
  const page = await signedInPage(live, 'kamon', { viewport, bypassCSP: false, hasTouch: viewport === PHONE })
  await page.goto(`${live.origin}/l/apply/${applicationId}/documents`)
  await page.locator('html.live').waitFor({ state: 'attached' })
  return { page, owner }
}
const choose = async (page: Page) =>
  page
    .locator('#f-id_card')
    .setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: await drawnCard(page) })
const boxes = (page: Page) => page.locator('.cover-box')

/** Where a box stands: on the screen, and from the corner of the picture. */
async function placeOf(page: Page, index: number) {
  const frame = await page.locator('.cover-stage').boundingBox()
  const box = await boxes(page).nth(index).boundingBox()
  if (!frame || !box) throw new Error('not drawn')
  return { x: box.x - frame.x, y: box.y - frame.y, width: box.width, height: box.height, frame, box }
}

type Point = { x: number; y: number }

/** A finger put down, drawn over the glass and lifted. */
async function swipe(page: Page, from: Point, by: Point): Promise<void> {
  const debug = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    debug.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', [from])
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', [{ x: from.x + by.x * part, y: from.y + by.y * part }])
  await touch('touchEnd', [])
  await debug.detach()
}

type Place = { x: number; y: number; width: number; height: number }
/** Inside the first box, where religion stands; and a place no box is near. Parts of width and height. */
const RELIGION: Place = { x: 0.31, y: 0.53, width: 0.29, height: 0.09 }
const BESIDE: Place = { x: 0.02, y: 0.85, width: 0.1, height: 0.1 }

/** The brightest point of this part of a picture, 0 to 255. */
async function brightest(page: Page, picture: Buffer, part: Place): Promise<number> {
  return page.evaluate(
    async ({ base64, part }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes]))
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      if (!pen) throw new Error('no pen')
      pen.drawImage(bitmap, 0, 0)
      const [left, width] = [part.x, part.width].map((each) => Math.round(each * bitmap.width))
      const [top, height] = [part.y, part.height].map((each) => Math.round(each * bitmap.height))
      const { data } = pen.getImageData(left ?? 0, top ?? 0, width ?? 1, height ?? 1)
      return data.reduce((most, value, at) => (at % 4 === 3 ? most : Math.max(most, value)), 0)
    },
    { base64: picture.toString('base64'), part },
  )
}

async function storageKeyOf(fileId: string): Promise<string> {
  const attachment = await findAttachment(live.ctx.db, fileId)
  if (!attachment) throw new Error('no such file')
  return attachment.storageKey
}

/** What the product gives this page's person who opens the file. */
async function downloaded(page: Page, fileId: string): Promise<Buffer> {
  const response = await page.context().request.get(`${live.origin}/files/${fileId}`)
  expect(response.status()).toBe(200)
  return response.body()
}

/** Everything axe finds, and the picture for the eyes. */
async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  const found = await page.evaluate(
    `${AXE}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then((result) => result.violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 120))))`,
  )
  expect(found).toEqual([])
}

test('a photo of an ID card is covered on the phone, and the covered picture alone is sent', async () => {
  const { page, owner } = await openDraft()
  const sent: number[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/files/id_card')) sent.push(request.postDataBuffer()?.length ?? 0)
  })
  await choose(page)
  await expect.poll(() => boxes(page).count(), { timeout: 8000 }).toBe(2)
  await look(page, 'cover-th-390')
  expect(sent).toEqual([])
  await page.getByRole('button', { name: 'ใช้ภาพนี้' }).click()
  await page.getByText('แนบแล้ว').waitFor()
  expect(sent).toHaveLength(1)
  const [file] = filesOf((await getCase(live.ctx, owner)).answers.id_card)
  expect(file?.type).toBe('image/jpeg')
  const stored = await live.ctx.files.get(await storageKeyOf(file?.id ?? ''))
  expect(await brightest(page, stored, RELIGION)).toBeLessThan(70)
  expect(await brightest(page, stored, BESIDE)).toBeGreaterThan(180)
})

test('boxes are moved, resized, added and removed by keys and mouse', async () => {
  const { page } = await openDraft(WIDE)
  await choose(page)
  await expect.poll(() => boxes(page).count(), { timeout: 8000 }).toBe(2)
  const before = await placeOf(page, 0)
  await boxes(page).nth(0).focus()
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowDown')
  const after = await placeOf(page, 0)
  expect(after.x - before.x).toBeCloseTo(before.frame.width * 0.05, 0)
  expect(after.height - before.height).toBeCloseTo(before.frame.height * 0.05, 0)
  const { box } = await placeOf(page, 1)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2 - 40, { steps: 4 })
  await page.mouse.up()
  expect((await placeOf(page, 1)).box.x).toBeCloseTo(box.x - 60, 0)
  await page.mouse.move(before.frame.x + 20, before.frame.y + 20)
  await page.mouse.down()
  await page.mouse.move(before.frame.x + 120, before.frame.y + 80, { steps: 4 })
  await page.mouse.up()
  expect((await placeOf(page, 2)).width).toBeCloseTo(100, 0)
  await look(page, 'cover-th-1280')
  await boxes(page).nth(2).focus()
  await page.keyboard.press('Delete')
  expect(await boxes(page).count()).toBe(2)
  await page.getByRole('button', { name: 'เพิ่มกล่อง' }).click()
  expect(await boxes(page).count()).toBe(3)
  await page.getByRole('button', { name: 'ลบกล่อง' }).click()
  expect(await boxes(page).count()).toBe(2)
})

test('a finger moves a box and draws its corner; beside the boxes it scrolls the page', async () => {
  const { page } = await openDraft()
  await choose(page)
  await expect.poll(() => boxes(page).count(), { timeout: 8000 }).toBe(2)
  await page.locator('.cover-stage').scrollIntoViewIfNeeded()
  const kinds = () => page.evaluate<string[]>('kinds')
  await page.evaluate(
    `var kinds = []; addEventListener('pointerdown', (event) => kinds.push(event.pointerType), true)`,
  )
  const scrolled = () => page.evaluate(() => document.scrollingElement?.scrollTop ?? 0)
  const start = await scrolled()
  const before = await placeOf(page, 0)
  const middle = { x: before.box.x + before.width / 2, y: before.box.y + before.height / 2 }
  await swipe(page, middle, { x: 30, y: -40 })
  await expect.poll(async () => (await placeOf(page, 0)).x).toBeCloseTo(before.x + 30, 0)
  const moved = await placeOf(page, 0)
  expect(moved.y).toBeCloseTo(before.y - 40, 0)
  expect(moved.width).toBeCloseTo(before.width, 0)
  const corner = { x: moved.box.x + moved.width, y: moved.box.y + moved.height }
  await swipe(page, corner, { x: 20, y: 25 })
  await expect.poll(async () => (await placeOf(page, 0)).width).toBeCloseTo(moved.width + 20, 0)
  expect((await placeOf(page, 0)).height).toBeCloseTo(moved.height + 25, 0)
  expect(await scrolled()).toBe(start)
  await swipe(page, { x: moved.frame.x + 10, y: moved.frame.y + moved.frame.height - 10 }, { x: 0, y: -80 })
  await expect.poll(scrolled).toBeGreaterThan(start)
  expect(await boxes(page).count()).toBe(2)
  expect(await kinds()).toEqual(['touch', 'touch', 'touch'])
  await look(page, 'cover-touch-390')
})

test('given up, nothing is sent', async () => {
  const { page, owner } = await openDraft()
  await page.goto(`${page.url()}?lang=en`)
  await page.locator('html.live').waitFor({ state: 'attached' })
  await choose(page)
  await expect.poll(() => boxes(page).count(), { timeout: 8000 }).toBe(2)
  await look(page, 'cover-en-390')
  await page.locator('.cover').getByRole('button', { name: 'Cancel' }).click()
  await page.locator('.cover').waitFor({ state: 'detached' })
  expect(filesOf((await getCase(live.ctx, owner)).answers.id_card)).toEqual([])
})

test('an officer draws over what was sent uncovered: that is the document from then on', async () => {
  const owner = await fillDraft(live.ctx)
  const [first] = filesOf((await getCase(live.ctx, owner)).answers.id_card)
  await removeFile(live.ctx, { ...owner, fileId: first?.id ?? '' })
  const page = await signedInPage(live, 'wanna', { viewport: WIDE })
  const card = { fieldId: 'id_card', name: 'card.png', bytes: await drawnCard(page) }
  const file = await attachFile(live.ctx, { ...owner, ...card })
  await submitApplication(live.ctx, { ...owner, declared: true })
  const original = await storageKeyOf(file.id)
  expect(await brightest(page, await downloaded(page, file.id), RELIGION)).toBeGreaterThan(180)
  await page.goto(`${live.origin}/o/cases/${owner.applicationId}`)
  await page.locator('html.live').waitFor({ state: 'attached' })
  await look(page, 'mask-case-1280')
  await page.getByRole('link', { name: 'ปิดทับ' }).first().click()
  await page.locator('#mask').waitFor({ state: 'attached' })
  await expect.poll(() => boxes(page).count(), { timeout: 8000 }).toBe(2)
  await look(page, 'mask-th-1280')
  await page.setViewportSize(PHONE)
  await look(page, 'mask-th-390')
  await page.getByRole('button', { name: 'ใช้ภาพนี้' }).click()
  await page.getByText('ปิดทับแล้ว ภาพเดิมกำลังถูกลบ').waitFor()
  await runJobs(live.ctx)
  expect(filesOf((await getCase(live.ctx, owner)).answers.id_card)[0]).toMatchObject({
    id: file.id,
    type: 'image/jpeg',
  })
  const covered = await downloaded(page, file.id)
  expect(await brightest(page, covered, RELIGION)).toBeLessThan(70)
  expect(await brightest(page, covered, BESIDE)).toBeGreaterThan(180)
  await expect(live.ctx.files.get(original)).rejects.toThrow()
  await look(page, 'mask-done-390')
})
