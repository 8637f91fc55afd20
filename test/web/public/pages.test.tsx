import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../src/service/definition.ts'
import type { Page, PageProps } from '../../../src/web/page.ts'
import { PUBLIC_PAGES } from '../../../src/web/public/pages.tsx'
import { structuredData } from '../../../src/web/public/structured-data.ts'
import { phrases } from '../../../src/web/ui/phrases.tsx'
import { definition } from '../officer/fixtures.ts'
import { scenes } from './scenes.ts'

function render(language: Language, name: string): string {
  const scene = scenes(language)[name]
  if (!scene) throw new Error(`no scene ${name}`)
  const { component: Component } =
    (PUBLIC_PAGES as unknown as Record<string, Page<PageProps>>)[scene.page] ?? {}
  return Component ? renderToString(<Component {...scene.props} />) : ''
}
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe.each(['th', 'en'] as const)('in %s', (language) => {
  test.each(Object.keys(scenes(language)))('%s renders whole, with no script', (name) => {
    const html = render(language, name)
    expect(html).toMatch(/<h1/)
    const data = html.replace(/<script type="application\/ld\+json">.*?<\/script>/g, '')
    expect(text(data)).not.toMatch(/undefined|NaN|\[object|\{\w+\}/)
    expect(data).not.toMatch(/<script|on\w+="/)
  })
})

describe('verification', () => {
  test.each([
    ['valid', 'ใช้ได้', 'res ok'],
    ['expired', 'หมดอายุแล้ว', 'res mute'],
    ['suspended', 'ถูกพักใช้', 'res bad'],
    ['revoked', 'ถูกเพิกถอน', 'res bad'],
    ['not-found', 'ไม่พบเอกสารนี้', 'res bad'],
  ])('%s is told in one word', (name, words, look) => {
    const html = render('th', name)
    expect(html).toContain(look)
    expect(text(html.slice(html.indexOf('<h1')))).toContain(words)
  })

  test('shows what the register publishes, the signer and the hash of the file', () => {
    const html = text(render('th', 'valid'))
    expect(html).toContain('น้ำดื่มใสใจ')
    expect(html).toContain('4F21A6C0917E33B2')
    expect(html).toContain('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
    expect(html).toContain('ตรวจเมื่อ 8 ธ.ค. 2569 เวลา 10:42:31 น.')
  })

  test('says that a test certificate has no legal effect', () => {
    expect(text(render('th', 'trial'))).toContain('ไม่มีผลตามกฎหมาย')
    expect(text(render('th', 'valid'))).not.toContain('ไม่มีผลตามกฎหมาย')
  })

  test('keeps the code that was not found, to be mended', () => {
    expect(render('th', 'not-found')).toContain('value="A7K4-2M9Q-X7TR"')
  })
})

describe('the guide', () => {
  test('has every topic, document and fee of the definition', () => {
    const html = text(render('th', 'service'))
    for (const topic of definition.guide.topics) expect(html).toContain(topic.title.th)
    expect(html.replace(/ /g, '')).toContain('เฉพาะนิติบุคคล')
    expect(html).toContain('300 บาท')
  })

  test('carries structured data that no text can break out of', () => {
    const title = { th: '</script><script>', en: '</script>' }
    const data = structuredData({
      definition: { ...definition, title },
      language: 'th',
      url: '',
      applyUrl: '',
    })
    expect(data).not.toContain('<')
    expect(JSON.parse(data)).toMatchObject({ '@type': 'GovernmentService', name: title.th })
  })
})

test('an address breaks at its spaces, a number staying with its word', () => {
  expect(phrases('เลขที่ 88/4 หมู่ที่ 3 ถนนริมน้ำ')).toEqual(['เลขที่\u00a088/4', 'หมู่ที่\u00a03', 'ถนนริมน้ำ'])
  expect(phrases('จำนวน 2 ตู้')).toEqual(['จำนวน\u00a02\u00a0ตู้'])
})
