import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkFolder } from '../../src/commands/check/folder.ts'
import { checkLayout } from '../../src/commands/check/layouts.ts'
import { line } from '../../src/commands/service-check.ts'
import { serviceNew } from '../../src/commands/service-new.ts'
import { preview } from '../../src/commands/service-preview.ts'
import { checkServiceText } from '../../src/service/check/check-text.ts'
import { bangkokDay } from '../../src/service/dates.ts'

const TODAY = bangkokDay(new Date())
const GOOD = readFileSync('test/service/good-service.yaml', 'utf8')
const definition = checkServiceText(GOOD, TODAY).definition

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anuyat-folder-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A sound folder of a service, made from the good definition and the product's layouts. */
function goodFolder(change: (text: string) => string = (text) => text): string {
  const dir = join(folder, 'good')
  cpSync('src/commands/service-template/documents', join(dir, 'documents'), { recursive: true })
  const licence = readFileSync(join(dir, 'documents/licence.yaml'), 'utf8')
  const ownFields = licence
    .replaceAll('TODO ', '')
    .replace(/ +- optional: \[ทะเบียนนิติบุคคล.*\n/, '')
    .replace('{{a.shop_name}}', '{{c.kind}}')
    .replace('{{a.shop_address}}', '{{c.kind}}')
  writeFileSync(join(dir, 'documents/licence.yaml'), ownFields)
  writeFileSync(join(dir, 'service.yaml'), change(GOOD))
  return dir
}

const told = (dir: string): string[] => checkFolder(dir, '2026-11-22').map(line)

test('a sound folder has nothing to mend', () => {
  expect(told(goodFolder())).toEqual([])
})

test('a finding is one line: file, line and column, level, both languages, and the cure', () => {
  const [first] = told(goodFolder((text) => text.replace('payWithinDays', 'payWithinDay')))
  expect(first).toMatch(/service\.yaml:\d+:\d+ {2}error {2}.*[ก-๛].* \/ .*[a-z].* {2}→ .*payWithinDays/)
})

test('a missing layout is told', () => {
  const dir = goodFolder()
  rmSync(join(dir, 'documents/receipt.yaml'))
  expect(told(dir).join('\n')).toMatch(/receipt\.yaml:1:1 {2}error.*layout is missing/)
})

test.each([
  ['a value no page asks', '{{a.shop_nam}}', 'error', '{{a.shop_nam}}'],
  ['a value no page asks, nearly right', '{{c.kin}}', 'error', 'did you mean {{c.kind}}'],
  ['a filter on an answer', '{{c.kind|money}}', 'error', 'take the | away'],
  ['a filter that does not exist', '{{issued|day}}', 'error', '|'],
  ['an identity number', '{{a.national_id}}', 'warning', 'personal data “national_id” would be published'],
  ['what the register does not show', '{{a.length}}', 'warning', 'licence.register'],
])('%s in a layout is told with its line', (_, written, level, words) => {
  if (!definition) throw new Error('the good definition is not good')
  const text = `title: ก\nshort: ก\nblocks:\n  - p: ก\n  - p: "${written}"\n`
  const [finding, ...others] = checkLayout('licence', text, definition)
  expect(others).toEqual([])
  expect(finding).toMatchObject({ level, line: 5 })
  expect(`${finding?.message.en} ${finding?.cure.en}`).toContain(words)
})

test('a layout of the wrong shape is told', () => {
  if (!definition) throw new Error('the good definition is not good')
  const text = 'title: ก\nshort: ก\nblocks:\n  - paragraph: ก\n'
  expect(checkLayout('licence', text, definition)).toMatchObject([{ level: 'error', line: 4 }])
})

test.each([
  ['an answer', 'th: เจ้าของเรือทุกลำ', `th: ${'เจ้าของเรือ'.repeat(60)}`, 'answer'],
  ['a topic’s title on a button', 'th: ใครต้องขอ, en', `th: ${'ใครต้องขอใบอนุญาต'.repeat(20)}, en`, 'guide'],
  ['the words of appeal', 'th: อุทธรณ์ได้ภายใน 30 วัน', `th: ${'อุทธรณ์ได้ '.repeat(80)}`, 'refusal'],
])('%s too long for its card in LINE is told', (_, from, to, card) => {
  const lines = told(goodFolder((text) => text.replace(from, to)))
  expect(lines.join('\n')).toMatch(new RegExp(`warning .*too long for the card “${card}” in LINE`))
})

test('Thai is counted as LINE counts it: marks above and below take no room', () => {
  const label = 'ผู้ยื่นคำขอที่เป็นบุคคล'
  expect(label.length).toBeGreaterThan(20)
  const withLabel = (text: string) => goodFolder((good) => good.replace('th: บุคคล, en', `th: ${text}, en`))
  expect(told(withLabel(label))).toEqual([])
  expect(told(withLabel(`${label}ธรรมดาทั่วไป`)).join('\n')).toContain('a button in LINE takes 20 letters')
})

test('more topics than the card shows are told', () => {
  const topic = (n: number) =>
    `    - { id: t${n}, title: { th: หัวข้อ, en: Topic }, icon: users, words: [คำที่${n}], answer: { th: คำตอบ, en: Answer } }\n`
  const many = Array.from({ length: 12 }, (_, n) => topic(n)).join('')
  const lines = told(goodFolder((text) => text.replace('  topics:\n', `  topics:\n${many}`)))
  expect(lines.join('\n')).toMatch(/shows the first \d+ topics/)
})

test('a card or menu of the service’s own that LINE would refuse is told', () => {
  const dir = goodFolder()
  cpSync('flex-templates', join(dir, 'flex-templates'), { recursive: true })
  writeFileSync(join(dir, 'flex-templates/survey.json'), '{"altText": "x"}')
  cpSync('rich-menu', join(dir, 'rich-menu'), { recursive: true })
  const menu = join(dir, 'rich-menu/start.yaml')
  writeFileSync(
    menu,
    readFileSync(menu, 'utf8').replace(/^bar: .*$/m, `bar: { th: ${'เมนู'.repeat(9)}, en: Menu }`),
  )
  const lines = told(dir).join('\n')
  expect(lines).toMatch(/survey\.json:1:1 {2}error/)
  expect(lines).toMatch(/start\.yaml:\d+:\d+ {2}error.*at most 14/)
})

test('a new folder only waits to be filled in', async () => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await serviceNew(['my-service'], folder)
  expect(out.mock.calls.join()).toContain('service:check')
  out.mockRestore()
  const findings = checkFolder(join(folder, 'my-service'), TODAY)
  expect(findings.length).toBeGreaterThan(10)
  expect(new Set(findings.map(({ message }) => message.en))).toEqual(new Set(['still to be filled in']))
  expect(findings.every(({ level }) => level === 'warning')).toBe(true)
  await expect(serviceNew(['my-service'], folder)).rejects.toThrow('is there already')
})

test.each(['', 'My Service', '../other', '9lives'])('%j is no name for a folder', async (id) => {
  await expect(serviceNew([id], folder)).rejects.toThrow('small letters')
})

test('a preview is made anew when a file is saved, and keeps the last good one while there are errors', async () => {
  const dir = goodFolder((text) => text.replace('payWithinDays', 'payWithinDay'))
  const said: string[] = []
  const happened: string[] = []
  const happen = (what: string) => async () => void happened.push(what)
  const stop = await preview({
    dir,
    open: async () => {
      happened.push('open')
      return { address: 'http://127.0.0.1:3001', restart: happen('restart'), stop: happen('stop') }
    },
    say: (text) => void said.push(text),
  })
  const save = (text: string) => writeFileSync(join(dir, 'service.yaml'), text)
  expect(happened).toEqual([])
  expect(said.join('\n')).toContain('payWithinDays')
  save(GOOD)
  await vi.waitFor(() => expect(happened).toEqual(['open']), 5000)
  save(GOOD.replace('unique: plate', 'unique: plates'))
  await vi.waitFor(() => expect(said.at(-1)).toContain('the last good version stays'), 5000)
  save(GOOD.replace('days: 30', 'days: 29'))
  await vi.waitFor(() => expect(happened).toEqual(['open', 'restart']), 5000)
  expect(said.join('\n')).toContain('http://127.0.0.1:3001')
  await stop()
  expect(happened).toEqual(['open', 'restart', 'stop'])
})

test('a name of the document that no menu button has room for needs a short one', () => {
  const long = '  name: { th: หนังสือรับรองการแจ้งจัดตั้งสถานที่, en: Certificate }\n'
  const named = (more = '') => goodFolder((good) => good.replace(/^licence:\n/m, `licence:\n${long}${more}`))
  expect(told(named()).join('\n')).toContain('licence.short')
  expect(told(named('  short: { th: หนังสือรับรอง, en: Certificate }\n'))).toEqual([])
})
