import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type DocumentInput, renderDocument } from '../../src/documents/render.ts'
import { squeezed } from './read-pdf.ts'
import {
  CONDITIONS,
  LICENCE_DATA,
  licenceInput,
  RECEIPT_DATA,
  receiptInput,
  TEST_IDENTITY,
} from './samples.ts'
import { runTool, temporaryFile } from './tools.ts'

const render = async (input: DocumentInput) => temporaryFile('document.pdf', await renderDocument(input))
const arabic = (text: string) => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))

/** Every value that a person reads, as a tree of texts. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return data === '' || /^\d{4}-\d\d-\d\d/.test(data) ? [] : [data]
  return data && typeof data === 'object' ? Object.values(data).flatMap(textsIn) : []
}

const NOT_PRINTED = { licence: ['unit', 'address', 'reference', 'url'], receipt: ['url'] }
const without = (data: object, keys: string[]): object =>
  JSON.parse(JSON.stringify(data, (key, value) => (keys.includes(key) ? undefined : value)))

const SENTENCES = [
  'ผู้รับใบอนุญาตต้องปฏิบัติตามหลักเกณฑ์ วิธีการ และเงื่อนไขที่กำหนดในเทศบัญญัติเทศบาลเมืองริมน้ำ เรื่อง การควบคุมกิจการตู้น้ำดื่มหยอดเหรียญ พ.ศ. 2562',
  'หากปรากฏในภายหลังว่าการประกอบกิจการที่ได้รับอนุญาตนี้เป็นการขัดต่อกฎหมายอื่นที่เกี่ยวข้องโดยมิอาจแก้ไขได้ เจ้าพนักงานท้องถิ่นอาจพิจารณาให้เพิกถอนการอนุญาตนี้ได้',
  'ออกให้เมื่อวันที่',
  '22 พฤศจิกายน พ.ศ. 2569',
  'สิ้นอายุวันที่',
]

test('pdftotext gives every value and every clause of a licence as it was written', async () => {
  const holder = 'นางสาวญาณิฐา ฏฐิติรัตน์กุล'
  const data = { ...LICENCE_DATA, holder }
  const printed = squeezed(
    arabic(await runTool('pdftotext', '-raw', await render(licenceInput({ data })), '-')),
  )
  const { c: _, ...shown } = without(data, NOT_PRINTED.licence) as typeof data
  for (const text of [...textsIn(shown), data.c.kind, data.c.place_line, ...SENTENCES, ...CONDITIONS])
    expect(printed).toContain(squeezed(text))
})

test('pdftotext gives every value of a receipt as it was written', async () => {
  const printed = squeezed(await runTool('pdftotext', '-raw', await render(receiptInput()), '-'))
  for (const text of textsIn(without(RECEIPT_DATA, NOT_PRINTED.receipt)))
    expect(printed).toContain(squeezed(text))
})

test('words are not glued together where columns meet', async () => {
  const printed = await runTool('pdftotext', '-layout', await render(licenceInput()), '-')
  expect(printed).toMatch(/ข้อ ๕\s+ออกให้เมื่อวันที่/)
  expect(printed).toMatch(/พื้นที่\s+๖ ตารางเมตร/)
})

const TRIAL = licenceInput()
const VARIANTS: [string, DocumentInput][] = [
  ['a licence', licenceInput()],
  [
    'a licence of a test certificate',
    { ...TRIAL, signature: { ...TRIAL.signature, identity: TEST_IDENTITY } },
  ],
  [
    'a licence with an annex',
    licenceInput({
      data: { ...LICENCE_DATA, conditions: Array.from({ length: 30 }, () => CONDITIONS).flat() },
    }),
  ],
  ['a receipt', receiptInput()],
]
test.each(VARIANTS)('qpdf finds nothing wrong with %s', async (_, input) => {
  expect(await runTool('qpdf', '--check', await render(input))).toContain(
    'No syntax or stream encoding errors',
  )
})

test.each([
  ['licence', licenceInput()],
  ['receipt', receiptInput()],
] as const)('the QR code of a %s can be scanned at the resolution of a copier', async (_, input) => {
  const file = await render(input)
  const image = join(dirname(file), 'page')
  await runTool('pdftoppm', '-r', '150', '-gray', '-png', '-f', '1', '-l', '1', '-singlefile', file, image)
  expect(await runTool('zbarimg', '-q', '--raw', `${image}.png`)).toContain(input.verify.url)
})

test('pdfdetach gives back the record as it was embedded', async () => {
  const input = licenceInput()
  const file = await render(input)
  for (const [index, attachment] of input.attachments.entries()) {
    const saved = join(dirname(file), attachment.name)
    await runTool('pdfdetach', '-save', String(index + 1), '-o', saved, file)
    expect((await readFile(saved)).equals(attachment.bytes)).toBe(true)
  }
})
