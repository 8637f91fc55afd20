import { expect, test } from 'vitest'
import { machineReadable } from '../../src/documents/attachments.ts'

const RECORD = {
  licenceNumber: '27/2569',
  holder: 'ร้าน <น้ำ> & ปู่กู้',
  fee: { satang: 90000, paid: true },
  conditions: ['ข้อหนึ่ง', 'ข้อสอง'],
  nothing: null,
  left: undefined,
}
const [json, xml] = machineReadable(RECORD)

test('the JSON is the record', () => {
  expect(json).toMatchObject({ name: 'record.json', type: 'application/json', relationship: 'Data' })
  expect(JSON.parse(json?.bytes.toString() ?? '')).toEqual({ ...RECORD, left: undefined })
})

test('the XML is the same record, with its signs escaped and lists repeated', () => {
  expect(xml).toMatchObject({ name: 'record.xml', type: 'text/xml', relationship: 'Alternative' })
  expect(xml?.bytes.toString()).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<record>
  <licenceNumber>27/2569</licenceNumber>
  <holder>ร้าน &lt;น้ำ&gt; &amp; ปู่กู้</holder>
  <fee>
    <satang>90000</satang>
    <paid>true</paid>
  </fee>
  <conditions>ข้อหนึ่ง</conditions>
  <conditions>ข้อสอง</conditions>
  <nothing/>
</record>
`)
})

test('what XML cannot hold does not get into it', () => {
  const [, odd] = machineReadable({ 'ชื่อ 1': 'ก\u0000ข\ud800' })
  expect(odd?.bytes.toString()).toContain('<_____1>กข\ufffd</_____1>')
})
