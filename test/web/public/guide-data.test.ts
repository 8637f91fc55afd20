import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FrequentQuestion } from '../../../src/service/definition.ts'
import { type GuideSource, guideCsv, guideJson } from '../../../src/web/public/guide-data.ts'
import { faqData } from '../../../src/web/public/structured-data.ts'
import { openTestContext, type TestContext } from '../../support/context.ts'
import { openWeb } from '../officer/desk.ts'
import { definition } from '../officer/fixtures.ts'

const PUBLISHED: FrequentQuestion = {
  id: 'p1',
  question: { th: 'ติดป้าย "โฆษณา" ได้ไหม, ที่ตู้', en: 'Advertising?' },
  wordings: [],
  answer: { th: 'ได้\nถ้าไม่บังป้าย', en: '=Yes' },
}
const source: GuideSource = {
  definition,
  published: [PUBLISHED],
  url: 'https://rimnam.example.go.th/service',
  applyUrl: 'https://liff.line.me/1-Abc/apply',
}

/** A reader of RFC 4180, as a spreadsheet has one. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('the guide as data', () => {
  test('has everything of the page, with its day and its terms', () => {
    const data = guideJson(source)
    expect(data).toMatchObject({
      updatedOn: '2026-10-01',
      license: { name: 'CC BY 4.0' },
      agency: { phone: '053-000-111 ต่อ 24' },
      timeLimit: { days: 30, unit: 'calendar' },
      fees: [{ rate: { th: '300 บาทต่อตู้' } }, { rate: { th: 'ร้อยละ 20 ของค่าธรรมเนียม' } }],
    })
    expect(data.questions.at(-1)).toMatchObject({ id: 'p1', from: 'officer' })
    expect(data.topics).toHaveLength(definition.guide.topics.length)
    expect(data.conditions).toEqual(definition.guide.conditions)
  })

  test('as CSV keeps quotes, commas and lines, and is no formula to a spreadsheet', () => {
    const text = guideCsv(source)
    expect(text.startsWith('\ufeffid,topic,question_th')).toBe(true)
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false)
    const [head, ...rows] = readCsv(text.slice(1))
    expect(rows).toHaveLength(definition.guide.topics.length + definition.guide.questions.length + 1)
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0)
    expect(rows.at(-1)?.slice(2, 6)).toEqual([
      'ติดป้าย "โฆษณา" ได้ไหม, ที่ตู้',
      'Advertising?',
      'ได้\nถ้าไม่บังป้าย',
      "'=Yes",
    ])
  })

  test('as FAQPage has an answer for every question, and no text can break out of it', () => {
    const spiked = { ...PUBLISHED, answer: { th: '</script><script>', en: 'x' } }
    const data = faqData({ definition, published: [spiked], language: 'th' })
    expect(data).not.toContain('<')
    const { mainEntity, ...page } = JSON.parse(data)
    expect(page).toMatchObject({ '@type': 'FAQPage', dateModified: '2026-10-01' })
    for (const each of mainEntity) {
      expect(each.name).toMatch(/[ก-๙]/)
      expect(each.acceptedAnswer.text.length).toBeGreaterThan(0)
    }
  })
})

describe('/guide.json and /guide.csv', () => {
  let ctx: TestContext
  let app: FastifyInstance
  beforeEach(async () => {
    ctx = await openTestContext()
    app = await openWeb(ctx)
  })
  afterEach(() => app.close())

  test.each([
    ['/guide.json', 'application/json; charset=utf-8'],
    ['/guide.csv', 'text/csv; charset=utf-8; header=present'],
  ])('%s opens to every website, and is sent once as long as nothing changes', async (url, type) => {
    const first = await app.inject(url)
    expect(first.statusCode).toBe(200)
    expect(first.headers).toMatchObject({
      'content-type': type,
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
    })
    const { etag = '' } = first.headers
    for (const named of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await app.inject({ url, headers: { 'if-none-match': String(named) } })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    }
    const changed = await app.inject({ url, headers: { 'if-none-match': '"another"' } })
    expect(changed.statusCode).toBe(200)
    expect(changed.body).toContain('ค่าธรรมเนียม')
  })

  test('the page names them, its terms, and what people ask', async () => {
    const { body } = await app.inject('/service')
    expect(body).toContain('href="/guide.json"')
    expect(body).toContain('href="/guide.csv"')
    expect(body).toContain('rel="license"')
    expect(body).toContain('"@type":"FAQPage"')
    expect(body).toContain('<details')
    expect(body).toContain('ผู้ขออายุ 20 ปีบริบูรณ์')
  })
})
