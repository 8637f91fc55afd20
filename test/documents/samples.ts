import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { machineReadable } from '../../src/documents/attachments.ts'
import type { DocumentData, DocumentInput } from '../../src/documents/render.ts'

/** Names with the hardest stacks of Thai marks, and an address that needs two lines. */

const LAYOUTS = join(import.meta.dirname, '../../services/drinking-water/documents')
export const layout = (kind: 'licence' | 'receipt'): unknown =>
  parse(readFileSync(join(LAYOUTS, `${kind}.yaml`), 'utf8'))

const AGENCY = {
  name: 'เทศบาลเมืองริมน้ำ',
  unit: 'กองสาธารณสุขและสิ่งแวดล้อม',
  address: ['เลขที่ 9 ถนนริมน้ำ ตำบลในเมือง อำเภอเมืองตัวอย่าง', 'จังหวัดตัวอย่าง 67000'],
}
const ISSUED_AT = new Date('2026-11-22T09:41:07+07:00')
const PLACE = 'เลขที่ 99/1 หมู่ที่ 4 ถนนที่พักริมน้ำ ตำบลในเมือง อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง 67000'

const verifyOf = (code: string) => ({
  site: 'anuyat.rimnam.example.go.th/v',
  code,
  url: `https://anuyat.rimnam.example.go.th/v/${code.replaceAll('-', '')}`,
})

export const CONDITIONS = [
  'ต้องตรวจวิเคราะห์คุณภาพน้ำดื่มจากตู้โดยห้องปฏิบัติการไม่น้อยกว่าปีละ 1 ครั้ง และตรวจด้วยชุดทดสอบภาคสนามไม่น้อยกว่าเดือนละ 1 ครั้ง พร้อมเก็บผลการตรวจไว้ให้เจ้าพนักงานตรวจสอบได้',
  'ต้องทำความสะอาดตู้และหัวจ่ายน้ำทุกวัน ล้างถังเก็บน้ำไม่น้อยกว่าเดือนละ 1 ครั้ง และเปลี่ยนไส้กรองตามระยะเวลาที่ผู้ผลิตกำหนด',
  'ต้องแสดงวันเปลี่ยนไส้กรองและสัญลักษณ์ผลการตรวจคุณภาพน้ำไว้ที่หน้าตู้ทุกตู้',
]

export const LICENCE_DATA = {
  agency: AGENCY,
  no: '27/2569',
  book: '1',
  holder: 'ห้างหุ้นส่วนจำกัด น้ำทิพย์บริสุทธิ์เพชรบูรณ์รุ่งเรืองกิจการค้า',
  a: { company_id: '0103500000003', shop_name: 'ตู้น้ำดื่มน้ำทิพย์ปู่กู้' },
  c: {
    holder_name: 'ห้างหุ้นส่วนจำกัด น้ำทิพย์บริสุทธิ์เพชรบูรณ์รุ่งเรืองกิจการค้า',
    kind: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 3 ตู้',
    place_line: PLACE,
    area_text: '6 ตารางเมตร',
  },
  fee: { satang: 90000 },
  receipt: { book: '3', no: 'RN-2570/000142', date: '2026-11-22' },
  conditions: CONDITIONS,
  issued: '2026-11-22',
  dated: '2026-11-22',
  reissue: { mark: '', on: '', note: '' },
  expires: '2027-11-21',
  officer: {
    name: 'นายกู้เกียรติ ฟ้ารุ่งเรืองกิจ',
    position: 'นายกเทศมนตรีเมืองริมน้ำ',
    capacity: 'เจ้าพนักงานท้องถิ่น',
    acting: '',
  },
  reference: 'สธ-2569-003981',
  verify: verifyOf('A7K4-2M9Q-X7TR'),
} satisfies DocumentData

export const RECEIPT_DATA = {
  agency: AGENCY,
  no: 'RN-2570/000142',
  book: '3',
  fiscal: '2570',
  at: '2026-11-22T09:38:52',
  payer: { name: LICENCE_DATA.holder, address: PLACE, by: '' },
  reference: 'สธ-2569-003981',
  moneyType: 'รายได้ท้องถิ่น',
  items: [
    [
      '1',
      'ค่าธรรมเนียมใบอนุญาตประกอบกิจการตู้น้ำดื่มหยอดเหรียญ ประจำปี (22 พฤศจิกายน 2569 ถึง 21 พฤศจิกายน 2570)',
      '3',
      '300.00',
      '900.00',
    ],
    ['2', 'ค่าปรับชำระล่าช้า', '–', '–', '0.00'],
  ],
  satang: 90000,
  paid: {
    how: 'โอนผ่านคิวอาร์โค้ดพร้อมเพย์ (Bill Payment)',
    ref: '20261122093841T7Q2',
    ref1: '69003981',
    ref2: '7Q2K',
  },
  collector: { name: 'นางสาวรัตนาภรณ์ ฐิติญาณ', position: 'เจ้าพนักงานจัดเก็บรายได้ชำนาญงาน' },
  verify: verifyOf('RC52-PK0T-8YJ3'),
} satisfies DocumentData

const IDENTITY = {
  commonName: 'นายกู้เกียรติ ฟ้ารุ่งเรืองกิจ',
  serial: '5C:1E:07:A9:44:B2:90:3D',
  issuer: 'Thai Example CA G2 (NRCA)',
  test: false,
}

export function licenceInput(changes: Partial<DocumentInput> = {}): DocumentInput {
  return {
    template: layout('licence'),
    data: LICENCE_DATA,
    issuedAt: ISSUED_AT,
    signature: { kind: 'person', by: LICENCE_DATA.officer.name, identity: IDENTITY },
    verify: LICENCE_DATA.verify,
    attachments: machineReadable({
      licenceNumber: LICENCE_DATA.no,
      holder: LICENCE_DATA.holder,
      feeSatang: 90000,
    }),
    ...changes,
  }
}

export function receiptInput(changes: Partial<DocumentInput> = {}): DocumentInput {
  return {
    template: layout('receipt'),
    data: RECEIPT_DATA,
    issuedAt: new Date('2026-11-22T09:38:55+07:00'),
    signature: { kind: 'seal', by: AGENCY.name, identity: IDENTITY },
    verify: RECEIPT_DATA.verify,
    attachments: machineReadable({ receiptNumber: RECEIPT_DATA.no, satang: RECEIPT_DATA.satang }),
    ...changes,
  }
}

export const TEST_IDENTITY = { ...IDENTITY, test: true }
