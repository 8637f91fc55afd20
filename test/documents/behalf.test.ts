/** Who files for somebody else is named where it is told who came; the licence is the principal's alone. */
import { expect, test } from 'vitest'
import { acknowledgementData } from '../../src/actions/print-data.ts'
import type { Application } from '../../src/application/table.ts'
import { printedSample } from '../../src/commands/check/printed.ts'
import { renderDocument } from '../../src/documents/render.ts'
import { loadService } from '../../src/service/load.ts'
import { readPdf, squeezed } from './read-pdf.ts'
import { RECEIPT_DATA, receiptInput } from './samples.ts'

const { definition, documents } = loadService('services/food-premises')
const NOW = new Date('2026-11-22T20:14:00+07:00')
const clock = { now: () => NOW }
const AGENT = 'นายสมชาย ใจดี ผู้รับมอบอำนาจ'

function filed(by_proxy: 'yes' | 'no') {
  const answers = {
    transaction: 'new',
    applicant_type: 'person',
    national_id: '1101700207366',
    by_proxy,
    proxy: { title: 'นาย', first: 'สมชาย', last: 'ใจดี' },
  }
  const holder = 'นางสาวกมล ศรีทอง'
  const dates = { enteredAt: NOW, receivedAt: NOW, dueOn: '2026-12-01' }
  return { answers, holder, ...dates, reference: 'ส-2569-000001' } as unknown as Application
}

const acknowledgement = async (by_proxy: 'yes' | 'no') => {
  const data = {
    ...acknowledgementData({ clock }, filed(by_proxy), definition).print,
    verify: RECEIPT_DATA.verify,
  }
  return renderDocument({ ...receiptInput(), template: documents.acknowledgement, data })
}
const saidOn = async (bytes: Buffer) => squeezed(readPdf(bytes).text)

test('the acknowledgement names who filed, and under whom', async () => {
  const printed = await saidOn(await acknowledgement('yes'))
  expect(printed).toContain(squeezed(`ผู้แจ้ง นางสาวกมล ศรีทอง โดย ${AGENT}`))
  expect(await saidOn(await acknowledgement('no'))).not.toContain('ผู้รับมอบอำนาจ')
})

test('the receipt names who filed, too', async () => {
  const paidBy = async (by: string) => {
    const data = { ...RECEIPT_DATA, payer: { ...RECEIPT_DATA.payer, by } }
    const bytes = await renderDocument(receiptInput({ template: documents.receipt, data }))
    expect(readPdf(bytes).pages).toHaveLength(1)
    return saidOn(bytes)
  }
  expect(await paidBy(AGENT)).toContain(squeezed(`${RECEIPT_DATA.payer.name} โดย ${AGENT}`))
  expect(await paidBy('')).not.toContain('โดยนาย')
})

test('the licence names the principal alone', async () => {
  const data = printedSample('licence', definition) ?? {}
  const licence = renderDocument({
    ...receiptInput(),
    template: documents.licence,
    data: { ...data, agency: RECEIPT_DATA.agency },
  })
  expect(await saidOn(await licence)).not.toContain('ผู้รับมอบอำนาจ')
})
