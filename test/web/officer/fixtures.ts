/** Cases as an officer sees them, for rendering pages without a database. */
import type { OfficerCase } from '../../../src/actions/view-officer-case.ts'
import type { WorkItem, Worklist } from '../../../src/actions/view-worklist.ts'
import type { ActingOfficer } from '../../../src/officer/officer.ts'
import { computedValues, showAnswer } from '../../../src/service/display.ts'
import { feeLines } from '../../../src/service/fee.ts'
import type { Answers } from '../../../src/service/form.ts'
import { loadService } from '../../../src/service/load.ts'

export const { definition } = loadService('services/drinking-water')
export const NOW = new Date('2026-12-08T10:42:31+07:00')
export const TODAY = '2026-12-08'

export const WANNA: ActingOfficer = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'วรรณา แก้วใส',
  position: 'นักวิชาการสาธารณสุขชำนาญการ',
  roles: ['reviewer'],
}
export const KUKIAT: ActingOfficer = {
  id: '22222222-2222-4222-8222-222222222222',
  name: 'กู้เกียรติ ฟ้ารุ่งเรืองกิจ',
  position: 'นายกเทศมนตรีเมืองริมน้ำ',
  roles: ['approver'],
}

const SHOP = {
  houseNo: '88/4',
  moo: '3',
  soi: '',
  road: 'ริมน้ำ',
  subdistrict: 'ศรีภูมิ',
  district: 'เมืองตัวอย่าง',
  province: 'ตัวอย่าง',
  postcode: '67000',
}

export const ANSWERS: Answers = {
  applicant_type: 'person',
  name_title: 'miss',
  first_name: 'กมล',
  last_name: 'ศรีทอง',
  national_id: '1101700207366',
  birth_date: '1987-01-15',
  home_address: SHOP,
  phone: '0812345678',
  shop_name: 'น้ำดื่มใสใจ',
  shop_address: SHOP,
  area: '24',
  water_source: 'tap',
  machines: [
    { serial: 'WV-2569-00871', spot: 'หน้าร้าน ริมถนน', installed_on: '2026-11-02' },
    { serial: 'WV-2569-00872', spot: 'ข้างร้าน ใต้กันสาด' },
  ],
  id_card: [
    { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'card.jpg', size: 412_000, type: 'image/jpeg' },
  ],
  site_map: [
    { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'map.png', size: 268_300, type: 'image/png' },
  ],
  water_test: [
    {
      id: 'aaaaaaaa-0000-4000-8000-000000000003',
      name: 'result.pdf',
      size: 1_240_000,
      type: 'application/pdf',
    },
    { id: 'aaaaaaaa-0000-4000-8000-000000000004', name: 'lab.jpg', size: 388_000, type: 'image/jpeg' },
  ],
}

const ID = 'cccccccc-0000-4000-8000-000000000001'
const at = (text: string) => new Date(`${text}+07:00`)

/** A case in review by Wanna, day 15 of 30. */
export function buildCase(changes: Partial<OfficerCase> = {}): OfficerCase {
  const answers = changes.answers ?? ANSWERS
  const values = computedValues(definition, answers)
  const shop = definition.form.pages[2]?.fields[1]
  return {
    id: ID,
    version: 4,
    status: 'in_review',
    reference: 'สธ-2569-004188',
    definition,
    answers,
    holder: values.holder_name ?? '',
    summary: values.kind ?? '',
    place: shop ? showAnswer(shop, answers.shop_address, 'th') : '',
    enteredAt: at('2026-11-22T20:14:00'),
    receivedAt: at('2026-11-23T08:30:00'),
    dueOn: '2026-12-23',
    daysLeft: 15,
    step: 0,
    officer: { id: WANNA.id, name: WANNA.name },
    actions: ['return', 'endorse'],
    fee: feeLines(definition.fees, answers, '2026-11-23'),
    corrections: [],
    decisions: [],
    history: [
      { at: at('2026-11-22T20:14:00'), actor: 'applicant', event: 'submitted', data: {} },
      { at: at('2026-11-24T09:05:00'), actor: WANNA.name, event: 'claimed', data: {} },
    ],
    documents: [],
    failures: [],
    heldTimes: [],
    unmet: [],
    paysBack: false,
    ...changes,
  }
}

const CORRECTION = {
  items: [
    { field: 'water_test', reason: 'ผลตรวจเก่าเกิน 1 ปี โปรดแนบผลตรวจฉบับใหม่' },
    { field: 'shop_name', reason: 'ข้อมูลไม่ตรงกับหลักฐาน โปรดตรวจและแก้ไข ในแผนที่เขียนว่า “น้ำใสใจ”' },
  ],
  returnedAt: at('2026-11-25T14:20:00'),
  dueOn: '2026-12-10',
  officer: WANNA.name,
}

/** Corrected once and endorsed; now the order of the mayor. */
export function buildEndorsedCase(changes: Partial<OfficerCase> = {}): OfficerCase {
  return buildCase({
    version: 7,
    step: 1,
    officer: { id: KUKIAT.id, name: KUKIAT.name },
    actions: ['approve', 'refuse'],
    corrections: [{ ...CORRECTION, resolvedAt: at('2026-11-27T18:02:00') }],
    decisions: [
      {
        stepTitle: definition.review.steps[0]?.title ?? { th: '', en: '' },
        outcome: 'endorse',
        officer: WANNA.name,
        at: at('2026-12-01T15:30:00'),
        conditions: ['ยกตู้หมายเลข WV-2569-00872 ให้สูงจากพื้นไม่น้อยกว่า 10 เซนติเมตร ภายใน 15 วัน'],
        reason: 'เอกสารครบถ้วน ผลตรวจคุณภาพน้ำผ่านเกณฑ์ทุกรายการ',
        inspection: [],
      },
    ],
    history: [
      ...buildCase().history,
      { at: at('2026-11-25T14:20:00'), actor: WANNA.name, event: 'returned', data: {} },
      { at: at('2026-11-27T18:02:00'), actor: 'applicant', event: 'corrected', data: {} },
      { at: at('2026-12-01T15:30:00'), actor: WANNA.name, event: 'endorsed', data: {} },
    ],
    ...changes,
  })
}

export function buildReturnedCase(): OfficerCase {
  return buildCase({
    status: 'returned',
    daysLeft: undefined,
    pausedOn: '2026-11-25',
    actions: [],
    corrections: [CORRECTION],
  })
}

/** Paid, but the licence could not be signed. */
export function buildFailedCase(): OfficerCase {
  return buildEndorsedCase({
    status: 'issuing',
    daysLeft: undefined,
    actions: ['retry_licence'],
    receipt: { number: 'RN-2570/000017', book: '3', paidAt: at('2026-12-07T11:08:00'), satang: 60_000 },
    documents: [{ id: 'd1', kind: 'receipt', title: 'ใบเสร็จรับเงิน', issuedAt: at('2026-12-07T11:08:00') }],
    failures: [
      {
        what: 'licence',
        reason: 'ใบรับรองลายมือชื่อหมดอายุเมื่อ 6 ธ.ค. 2569 โปรดแจ้งผู้ดูแลระบบให้ติดตั้งใบรับรองใหม่',
        at: at('2026-12-07T11:20:00'),
      },
    ],
  })
}

const STEPS = definition.review.steps.map((step) => step.title)
const ROWS: (Partial<WorkItem> & Pick<WorkItem, 'holder' | 'reference'>)[] = [
  { holder: 'บริษัท น้ำใสล้านนา จำกัด', reference: 'สธ-2569-003994', daysLeft: -1, dueOn: '2026-12-07', step: 1 },
  {
    holder: 'นายธีรเดช คงมั่น',
    reference: 'สธ-2569-004021',
    daysLeft: 2,
    dueOn: '2026-12-10',
    officer: { id: WANNA.id, name: WANNA.name },
  },
  {
    holder: 'นางสาวกมล ศรีทอง',
    reference: 'สธ-2569-004188',
    daysLeft: 15,
    dueOn: '2026-12-23',
    officer: { id: WANNA.id, name: WANNA.name },
  },
  {
    holder: 'หจก. ริมน้ำพาณิชย์',
    reference: 'สธ-2569-004203',
    daysLeft: 22,
    dueOn: '2026-12-30',
    officer: { id: 'o3', name: 'พิมพ์ชนก ใจงาม' },
  },
  {
    holder: 'นางเอื้องคำ แก้วมูลศรีสุวรรณภูมิ',
    reference: 'สธ-2569-004251',
    daysLeft: 27,
    dueOn: '2027-01-04',
    status: 'submitted',
    mine: true,
  },
  {
    holder: 'นายประสิทธิ์ แซ่ลิ้ม',
    reference: 'สธ-2569-004260',
    daysLeft: 29,
    dueOn: '2027-01-06',
    status: 'submitted',
    mine: true,
  },
]

export function buildWorklist(): Worklist {
  const items = ROWS.map((row, index): WorkItem => {
    const step = row.step ?? 0
    return {
      id: `cccccccc-0000-4000-8000-00000000000${index}`,
      summary: `ตู้น้ำดื่มหยอดเหรียญ จำนวน ${(index % 4) + 1} ตู้`,
      status: 'in_review',
      step,
      stepTitle: STEPS[step] ?? { th: '', en: '' },
      receivedAt: at(`2026-11-${String(8 + index * 2).padStart(2, '0')}T09:00:00`),
      dueOn: '',
      mine: false,
      ...row,
    }
  })
  return { items, counts: { waiting: 6, mine: 2, late: 1, returned: 3, awaitingPayment: 4 } }
}

export const desk = (officer: ActingOfficer, language: 'th' | 'en', path = '/o') => ({
  language,
  agency: definition.agency,
  officer,
  path,
})
