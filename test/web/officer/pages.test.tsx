import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../src/service/definition.ts'
import { CasePage } from '../../../src/web/officer/case-page.tsx'
import type { Page, PageProps } from '../../../src/web/page.ts'
import { PAGES } from '../../../src/web/pages.tsx'
import { buildCase, desk, KUKIAT, WANNA } from './fixtures.ts'
import { scenes } from './scenes.ts'

function render(language: Language, name: string): string {
  const scene = scenes(language)[name]
  if (!scene) throw new Error(`no scene ${name}`)
  const { component: Component } = (PAGES as unknown as Record<string, Page<PageProps>>)[scene.page] ?? {}
  return Component ? renderToString(<Component {...scene.props} />) : ''
}
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const caseIn = (found: ReturnType<typeof buildCase>) =>
  renderToString(<CasePage {...desk(WANNA, 'th')} found={found} />)

describe.each(['th', 'en'] as const)('in %s', (language) => {
  test.each(Object.keys(scenes(language)))('%s renders whole', (name) => {
    const html = render(language, name)
    expect(html).toMatch(/<h1/)
    expect(text(html)).not.toMatch(/undefined|NaN|\[object|\{\w+\}/)
    expect(html).not.toMatch(/<script|\son\w+="/)
  })
})

describe('the worklist', () => {
  test('says the time that is left in words, not in colour alone', () => {
    const html = text(render('th', 'worklist'))
    expect(html).toContain('เกิน 1 วัน')
    expect(html).toContain('เหลือ 2 วัน')
  })

  test('offers to claim only what is this officer’s turn', () => {
    expect(render('th', 'worklist').match(/\/claim"/g)).toHaveLength(2)
  })

  test('says that there is nothing to do', () => {
    expect(text(render('en', 'worklist-empty'))).toContain('No case has ended yet')
  })
})

describe('a case', () => {
  test('shows the ID number masked, and in full only on demand', () => {
    const html = render('th', 'case')
    expect(html).toMatch(/<summary>1-1017-xxxxx-36-6/)
    expect(html).toMatch(/<details[^>]*>.*1-1017-00207-36-6<\/details>/)
  })

  test('groups the answers by the pages of the form', () => {
    const html = text(render('th', 'case'))
    expect(html).toContain('สถานประกอบกิจการ')
    expect(html).toContain('WV-2569-00871')
    expect(html).toContain('2 พฤศจิกายน 2569')
    expect(html).not.toContain('เลขที่ใบอนุญาตใช้น้ำบาดาล')
  })

  test('shows a picture as it is and a PDF with a way to open it', () => {
    const html = render('th', 'case')
    expect(html).toContain('<img src="/files/aaaaaaaa-0000-4000-8000-000000000001"')
    expect(html).toContain('<iframe src="/files/aaaaaaaa-0000-4000-8000-000000000003"')
    expect(html).toContain('เปิดไฟล์ PDF')
  })

  test.each([
    ['claim', 'รับเรื่อง'],
    ['return', 'ส่งกลับแก้ไข'],
    ['endorse', 'เห็นควรอนุญาต'],
    ['approve', 'อนุญาต'],
    ['refuse', 'ไม่อนุญาต'],
  ] as const)('offers %s only when it is allowed', (action, words) => {
    const actions = (html: string) => html.slice(html.indexOf('<section class="acts"'))
    expect(text(actions(caseIn(buildCase({ actions: [action] }))))).toContain(words)
    expect(caseIn(buildCase({ actions: [] }))).not.toContain('<section class="acts"')
  })

  test('says whose turn it is when there is nothing to do', () => {
    const found = buildCase({ actions: [], officer: { id: KUKIAT.id, name: KUKIAT.name } })
    expect(text(caseIn(found))).toContain('กู้เกียรติ ฟ้ารุ่งเรืองกิจ เป็นผู้พิจารณาอยู่')
  })

  test('shows a job that gave up with its reason and a way to try again', () => {
    const html = render('th', 'case-failed')
    expect(text(html)).toContain('ใบรับรองลายมือชื่อหมดอายุเมื่อ 6 ธ.ค. 2569')
    expect(html).toContain('/retry"')
  })

  test('what somebody typed never becomes markup', () => {
    const html = caseIn(buildCase({ holder: '<b onclick="x">', place: '"><script>alert(1)</script>' }))
    expect(html).not.toMatch(/<script|<b onclick/)
  })
})

describe('returning', () => {
  test('warns that it can be done once', () => {
    expect(text(render('th', 'return'))).toContain('ส่งกลับได้ครั้งเดียว')
  })

  test('previews the very words the applicant will read', () => {
    const html = text(render('en', 'return-preview'))
    expect(html).toContain('ผลตรวจเก่าเกิน 1 ปี โปรดแนบผลตรวจฉบับใหม่')
    expect(html).toContain('ในแผนที่เขียนว่า “น้ำใสใจ”')
  })
})

describe('deciding', () => {
  test('carries the version the officer saw', () => {
    expect(render('th', 'approve')).toContain('name="version" value="4"')
  })

  test('an order is signed only on a second page, which names the signer', () => {
    expect(render('th', 'approve')).not.toContain('value="send"')
    const confirm = render('th', 'approve-confirm')
    expect(confirm).toContain('value="send"')
    expect(text(confirm)).toContain('ลงชื่อในฐานะ กู้เกียรติ ฟ้ารุ่งเรืองกิจ')
  })

  test('a refusal shows the law and the right to appeal', () => {
    const html = text(render('th', 'refuse'))
    expect(html).toContain('พ.ร.บ. การสาธารณสุข พ.ศ. 2535')
    expect(html).toContain('อุทธรณ์')
  })

  test('a case that changed keeps what was typed', () => {
    expect(render('th', 'decide-changed')).toMatch(/<textarea[^>]*>ที่ตั้งตู้อยู่ห่างจาก/)
    expect(text(render('th', 'decide-closed'))).toContain('ที่ตั้งตู้อยู่ห่างจาก')
  })
})
