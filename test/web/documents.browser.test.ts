/** A signed document on a phone: LINE's SDK is played by a few lines that say where the page is shown. */
import { beforeEach, expect, test } from 'vitest'
import { issueDocuments } from './issued.ts'
import { signedInPage, useLiveSite } from './live-site.ts'

const live = useLiveSite()
let path: string
beforeEach(async () => {
  path = `/documents/${(await issueDocuments(live.ctx))[0]?.id}`
})

/** Kamon's browser; inside LINE or not. */
const kamonIn = (place: 'line' | 'browser') => signedInPage(live, 'kamon', { place })

test("inside LINE the chat's link shows a page, whose button opens the PDF outside", async () => {
  const page = await kamonIn('line')
  await page.goto(live.origin + path)
  await page.getByRole('link', { name: 'เปิด PDF' }).click()
  const opened = () => page.evaluate<{ url: string; external: boolean }[]>('opened')
  await expect.poll(opened).toHaveLength(1)
  const [asked] = await opened()
  expect(asked).toEqual({ url: expect.stringContaining(`${live.origin}${path}?ticket=`), external: true })
  expect(page.url()).toBe(live.origin + path)
  const elsewhere = await fetch(asked?.url ?? '')
  expect(elsewhere.headers.get('content-type')).toBe('application/pdf')
})

test('a plain browser goes on to the PDF at once', async () => {
  const page = await kamonIn('browser')
  const pdf = page.waitForResponse((response) => response.url() === `${live.origin}${path}/pdf`)
  await page.goto(live.origin + path).catch(() => {})
  expect((await pdf).headers()['content-type']).toBe('application/pdf')
})
