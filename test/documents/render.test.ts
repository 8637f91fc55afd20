import { expect, test } from 'vitest'
import { type DocumentInput, renderDocument } from '../../src/documents/render.ts'
import { pdfAFaults } from './pdf-a-rules.ts'
import { type ReadPdf, readPdf, squeezed } from './read-pdf.ts'
import {
  CONDITIONS,
  LICENCE_DATA,
  licenceInput,
  RECEIPT_DATA,
  receiptInput,
  TEST_IDENTITY,
} from './samples.ts'

const render = async (input: DocumentInput): Promise<ReadPdf> => readPdf(await renderDocument(input))
const signedByTest = (input: DocumentInput): DocumentInput => ({
  ...input,
  signature: { ...input.signature, identity: TEST_IDENTITY },
})
const changed = (changes: object): DocumentInput => licenceInput({ data: { ...LICENCE_DATA, ...changes } })
const manyConditions = { conditions: [...CONDITIONS, ...CONDITIONS, ...CONDITIONS] }

function expectTexts(text: string, expected: string[]): void {
  const found = squeezed(text)
  for (const each of expected) expect(found).toContain(squeezed(each))
}

test('a licence says who, what, where, until when and by whom, on one page, in Thai numerals', async () => {
  const { pages } = await render(licenceInput())
  expect(pages).toHaveLength(2)
  expectTexts(pages[0]?.text ?? '', [
    'เล่มที่ ๑',
    'เลขที่ ๒๗/๒๕๖๙',
    LICENCE_DATA.holder,
    '0103500000003',
    LICENCE_DATA.a.shop_name,
    'ตู้น้ำดื่มหยอดเหรียญ จำนวน ๓ ตู้',
    'เลขที่ ๙๙/๑ หมู่ที่ ๔ ถนนที่พักริมน้ำ ตำบลในเมือง อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง ๖๗๐๐๐',
    '๙๐๐ บาท (เก้าร้อยบาทถ้วน)',
    'เลขที่ RN-2570/000142 ลงวันที่ ๒๒ พฤศจิกายน พ.ศ. ๒๕๖๙',
    'สิ้นอายุวันที่',
    '๒๑ พฤศจิกายน พ.ศ. ๒๕๗๐',
    '(นายกู้เกียรติ ฟ้ารุ่งเรืองกิจ)',
    'เวลา ๐๙.๔๑.๐๗ น.',
    'A7K4-2M9Q-X7TR',
    'หน้า ๑/๒',
  ])
})

test('every condition stands on the front, in its own words', async () => {
  const { pages } = await render(licenceInput())
  const arabic = (text: string) => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
  expectTexts(arabic(pages[0]?.text ?? ''), CONDITIONS)
})

test('the hardest names copy as they were written', async () => {
  const names = ['นางสาวญาณิฐา ฏฐิติรัตน์กุล', 'ปู่กู้ น้ำฝ้ำ กฎุมพี']
  for (const holder of names) expectTexts((await render(changed({ holder }))).text, [holder])
})

test('an optional row without a value is left out', async () => {
  const company = await render(licenceInput())
  const person = await render(changed({ a: { ...LICENCE_DATA.a, company_id: '' } }))
  expectTexts(company.text, ['ทะเบียนนิติบุคคล'])
  expect(squeezed(person.text)).not.toContain('ทะเบียนนิติบุคคล')
})

test('who acts for another says so', async () => {
  const acting = 'รองนายกเทศมนตรี ปฏิบัติราชการแทนนายกเทศมนตรีเมืองริมน้ำ'
  const { pages } = await render(changed({ officer: { ...LICENCE_DATA.officer, acting } }))
  expectTexts(pages[0]?.text ?? '', [acting])
})

test('a receipt keeps Arabic digits and says the amount in words', async () => {
  const { pages } = await render(receiptInput())
  expect(pages).toHaveLength(1)
  expectTexts(pages[0]?.text ?? '', [
    '3 / RN-2570/000142',
    '22 พฤศจิกายน พ.ศ. 2569',
    '09.38 น.',
    RECEIPT_DATA.payer.name,
    ...RECEIPT_DATA.items.flat(),
    '(เก้าร้อยบาทถ้วน)',
    '20261122093841T7Q2',
    '(นางสาวรัตนาภรณ์ ฐิติญาณ)',
    'ประทับตราอิเล็กทรอนิกส์ของหน่วยงาน',
  ])
})

test('a value that is missing stops the document and is named', async () => {
  const { holder: _, ...data } = LICENCE_DATA
  await expect(renderDocument(licenceInput({ data }))).rejects.toThrow('There is no value for holder')
})

test('a licence too full for its front moves the conditions to an annex, and the signature stays', async () => {
  const { pages } = await render(changed(manyConditions))
  const [front, annex, back] = pages.map(({ text }) => squeezed(text))
  expect(pages).toHaveLength(3)
  expect(front).toContain('เงื่อนไขเฉพาะที่ปรากฏในเอกสารแนบท้ายใบอนุญาตนี้')
  expect(front).toContain('(ลงลายมือชื่อดิจิทัล)')
  expect(annex).toContain('เอกสารแนบท้าย')
  expect(annex).toContain('๔.๙')
  expect(annex).toContain('รหัสตรวจสอบA7K4-2M9Q-X7TR')
  expect(back).toContain('รายการต่ออายุใบอนุญาต')
})

test('an annex longer than a page continues, item by item', async () => {
  const conditions = Array.from({ length: 40 }, (_, index) => `${CONDITIONS[0]} ฉบับที่ ${index + 1}`)
  const { pages, text } = await render(changed({ conditions }))
  expect(pages.length).toBeGreaterThan(5)
  expectTexts(text, ['๔.๔๐', 'ฉบับที่ ๔๐', `หน้า`])
})

test('a long table repeats its head, and the total follows the last row', async () => {
  const items = Array.from({ length: 60 }, (_, index) => [
    String(index + 1),
    'ค่าธรรมเนียม',
    '1',
    '15.00',
    '15.00',
  ])
  const { pages } = await render(receiptInput({ data: { ...RECEIPT_DATA, items } }))
  const withHead = pages.filter(({ text }) => squeezed(text).includes('หน่วยละ(บาท)'))
  const withTotal = pages.filter(({ text }) => text.includes('รวมเงินทั้งสิ้น'))
  expect(withHead.length).toBeGreaterThan(1)
  expect(withTotal).toEqual([withHead.at(-1)])
})

test('a test certificate marks the document, whatever its layout says', async () => {
  for (const input of [licenceInput(), receiptInput()]) {
    const real = await render(input)
    const trial = await render(signedByTest(input))
    for (const page of trial.pages) expectTexts(page.text, ['ตัวอย่าง — ใบรับรองทดสอบ'])
    expectTexts(trial.text, ['ใบรับรองทดสอบ ใช้เป็นหลักฐานทางกฎหมายไม่ได้'])
    expect(squeezed(real.text)).not.toContain('ใบรับรองทดสอบ')
  }
})

test('the longest names of authorities stay inside the strip', async () => {
  const identity = { ...TEST_IDENTITY, test: false, issuer: 'ผู้ให้บริการออกใบรับรองอิเล็กทรอนิกส์ '.repeat(6) }
  const input = licenceInput()
  const { text } = await render({ ...input, signature: { ...input.signature, identity } })
  expect(text).toContain('…')
})

const VARIANTS: [string, DocumentInput][] = [
  ['a licence', licenceInput()],
  ['a licence of a test certificate', signedByTest(licenceInput())],
  ['a licence with an annex', changed(manyConditions)],
  ['a licence with signs that no font has', changed({ holder: 'ร้าน😀 & <b>株</b> é' })],
  ['an agency with an ampersand', changed({ agency: { ...LICENCE_DATA.agency, name: 'เทศบาล ก & ข' } })],
  ['a receipt', receiptInput()],
]

test.each(VARIANTS)('%s keeps the rules of PDF/A-3a', async (_, input) => {
  expect(pdfAFaults(await render(input))).toEqual([])
})

test('the record is embedded for machines', async () => {
  const { objects } = await render(licenceInput())
  const files = objects.filter(({ dictionary }) => dictionary.includes('/Type /EmbeddedFile'))
  expect(files.map(({ stream }) => stream?.toString().slice(0, 5))).toEqual(['{\n  "', '<?xml'])
})

test('tables and clauses are told to those who listen', async () => {
  const { objects } = await render(licenceInput())
  const tags = objects.map(({ dictionary }) => /\/S \/(\w+)\n/.exec(dictionary)?.[1])
  for (const tag of ['Document', 'H1', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Figure'])
    expect(tags).toContain(tag)
})

test('the same input gives the same bytes', async () => {
  const [first, second] = await Promise.all([renderDocument(licenceInput()), renderDocument(licenceInput())])
  expect(first.equals(second)).toBe(true)
})

test('the check of the rules sees a file that breaks them', async () => {
  const pdf = (await renderDocument(licenceInput())).toString('latin1')
  const broken = pdf
    .replace('/F 132', '/F 2')
    .replace('<pdfaid:part>3', '<pdfaid:part>2')
    .replace('/AFRelationship /Data', '/AFRelationship /None')
    .replace(/\/W \[0 \[\d+/, '/W [0 [1')
  expect(pdfAFaults(readPdf(Buffer.from(broken, 'latin1')))).toHaveLength(4)
})
