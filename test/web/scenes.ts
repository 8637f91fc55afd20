/** The applicant's pages as they look in the course of one case, for pictures and for rendering tests. */
import { randomUUID } from 'node:crypto'
import type { CaseView, TimelineStep } from '../../src/actions/view-case.ts'
import { timeline } from '../../src/application/timeline.ts'
import { shortDateTime } from '../../src/service/dates.ts'
import type { Language } from '../../src/service/definition.ts'
import { fieldsById } from '../../src/service/display.ts'
import { feeLines } from '../../src/service/fee.ts'
import { type Answers, checkFields, formPages, visiblePages } from '../../src/service/form.ts'
import { loadService } from '../../src/service/load.ts'
import { checkSummary } from '../../src/web/citizen/check-problems.ts'
import { qrSvg } from '../../src/web/citizen/qr-svg.ts'
import { nextTaskPath, tasksOf } from '../../src/web/citizen/tasks.ts'
import { tellProblems } from '../../src/web/citizen/tell-problems.ts'
import type { PropsOf } from '../../src/web/pages.tsx'
import { actingScenes } from './acting-scenes.ts'
import { fieldScenes } from './field-scenes.ts'
import { identityScenes } from './identity-scenes.ts'
import { myDataScenes } from './my-data-scenes.ts'
import type { AnyScene } from './photograph.ts'
import { thaidScenes } from './thaid-scenes.ts'

const { definition } = loadService('services/drinking-water')
const { agency } = definition
const ID = '5b0f2f0e-3a44-4f6c-9a53-0d8f6c1b2a11'
const TODAY = '2026-11-23'
const SAVED = '10:42\u00a0น.'
const at = (text: string) => new Date(`${text}+07:00`)

const ADDRESS = {
  houseNo: '88/4',
  moo: '',
  soi: '',
  road: 'ริมน้ำ',
  subdistrict: 'ศรีภูมิ',
  district: 'เมืองเชียงใหม่',
  province: 'เชียงใหม่',
  postcode: '50200',
}
const file = (name: string, size: number, type = 'image/jpeg') => ({ id: randomUUID(), name, size, type })
export const ANSWERS: Answers = {
  applicant_type: 'person',
  name_title: 'miss',
  first_name: 'กมล',
  last_name: 'ศรีทอง',
  national_id: '1-1017-00207-36-6',
  birth_date: { day: '15', month: '1', year: '2530' },
  home_address: ADDRESS,
  phone: '081-234-5678',
  shop_name: 'น้ำดื่มใสใจ',
  shop_address: ADDRESS,
  area: '6',
  water_source: 'tap',
  machines: [
    { serial: 'RN-2569-001', spot: 'หน้าร้าน ริมถนน', installed_on: { day: '1', month: '11', year: '2569' } },
    { serial: 'RN-2569-002', spot: 'ข้างลานจอดรถ' },
  ],
  id_card: [file('บัตรประชาชน.jpg', 312_000)],
  site_map: [file('แผนที่.png', 220_000, 'image/png')],
  water_test: [file('lab-2569-11-20.pdf', 1_240_000, 'application/pdf')],
}
const DRAFT: Answers = {
  ...ANSWERS,
  machines: undefined,
  id_card: undefined,
  site_map: undefined,
  water_test: undefined,
}

const EVENTS = [
  { event: 'submitted', at: at('2026-11-23T10:42:00') },
  { event: 'returned', at: at('2026-11-25T14:05:00') },
  { event: 'corrected', at: at('2026-11-26T09:20:00') },
  { event: 'approved', at: at('2026-12-02T11:00:00') },
  { event: 'paid', at: at('2026-12-03T08:15:00') },
  { event: 'issued', at: at('2026-12-03T08:16:00') },
]

function view(status: CaseView['status'], events: number, more: Partial<CaseView> = {}): CaseView {
  const steps: TimelineStep[] = timeline(status, EVENTS.slice(0, events), 'after_approval')
  return {
    id: ID,
    status,
    version: 3,
    step: 0,
    reference: 'สธ-2569-000042',
    definition,
    answers: { ...ANSWERS, birth_date: '1987-01-15', national_id: '1101700207366', phone: '0812345678' },
    holder: 'นางสาวกมล ศรีทอง',
    summary: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 2 ตู้',
    place: 'เลขที่ 88/4 ถนนริมน้ำ ตำบลศรีภูมิ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50200',
    enteredAt: EVENTS[0]?.at,
    receivedAt: EVENTS[0]?.at,
    dueOn: '2026-12-23',
    updatedAt: at('2026-11-25T14:05:00'),
    fee: feeLines(definition.fees, ANSWERS, '2026-11-23'),
    timeline: steps,
    documents: [],
    ...more,
  }
}

const CORRECTION = {
  items: [
    { field: 'water_test', reason: 'ผลตรวจเก่าเกิน 1 ปี โปรดแนบผลตรวจฉบับใหม่' },
    { field: 'shop_name', reason: 'ข้อมูลไม่ตรงกับหลักฐาน โปรดตรวจและแก้ไข' },
  ],
  dueOn: '2026-12-10',
  returnedAt: at('2026-11-25T14:05:00'),
}
const INVOICE = {
  id: '0f6f2f0e-3a44-4f6c-9a53-0d8f6c1b2a11',
  ref1: '690000042',
  ref2: '69120200042',
  satang: 60_000,
  lines: feeLines(definition.fees, ANSWERS, '2026-11-23'),
  qr: '00020101021230570016A00000067701011201150994000165501000209690000042030969120200005303764540660 0.005802TH63048A1F',
  payBy: '2026-12-17',
  status: 'open',
  billerId: '099400016550100',
} as const
const RECEIPT = { number: 'RN-2570/000118', book: '3', paidAt: at('2026-12-03T08:15:00'), satang: 60_000 }
const LICENCE = {
  id: randomUUID(),
  status: 'valid',
  number: '118/2569',
  code: 'K7QM4T2XWB',
  issuedOn: '2026-12-03',
  expiresOn: '2027-12-02',
} as const
const DOCUMENTS: CaseView['documents'] = [
  { id: randomUUID(), kind: 'receipt', title: 'ใบเสร็จรับเงิน', issuedAt: at('2026-12-03T08:15:00') },
  { id: randomUUID(), kind: 'licence', title: 'ใบอนุญาต', issuedAt: at('2026-12-03T08:16:00') },
]
const waiting = view('awaiting_payment', 4, { invoice: INVOICE })
const issued = view('issued', 6, { receipt: RECEIPT, licence: LICENCE, documents: DOCUMENTS })
const summaryOf = ({ id, status, reference, summary, updatedAt, dueOn }: CaseView) => ({
  id,
  status,
  reference,
  summary,
  updatedAt,
  dueOn,
})

export function scenes(language: Language): Record<string, AnyScene> {
  const pages = formPages(definition)
  const shared = { language, agency }
  const service = definition
  const form = (pageId: string, answers: Answers, more: Partial<PropsOf<'citizen/form'>> = {}): AnyScene => {
    const page = pages.find((each) => each.id === pageId)
    const shown = visiblePages(pages, answers)
    return {
      page: 'citizen/form',
      props: {
        ...shared,
        today: TODAY,
        applicationId: ID,
        pageId,
        title: page?.title ?? { th: '', en: '' },
        intro: page?.intro,
        fields: page?.fields ?? [],
        answers,
        problems: [],
        savedAt: SAVED,
        position: { step: shown.findIndex((each) => each.id === pageId) + 1, of: shown.length + 1 },
        action: `/l/apply/${ID}/${pageId}`,
        backHref: `/l/apply/${ID}`,
        leadsTo: 'next',
        ...more,
      },
    }
  }
  const wrong: Answers = {
    applicant_type: 'person',
    first_name: 'กมล',
    national_id: '3-5012-00457-81-2',
    birth_date: { day: '31', month: '2', year: '2530' },
  }
  const wrongFields = pages[0]?.fields ?? []
  const tasks = tasksOf(definition.form, DRAFT, TODAY)
  const check = (answers: Answers, declared: boolean): AnyScene => {
    const shown = visiblePages(pages, answers)
    const problems = checkFields(
      shown.flatMap((page) => page.fields),
      answers,
      TODAY,
    ).map(({ path, ...rest }) => ({ field: path, ...rest }))
    if (!declared) problems.push({ field: 'declaration', code: 'required' })
    return {
      page: 'citizen/check',
      props: {
        ...shared,
        applicationId: ID,
        pages: shown,
        answers,
        fee: feeLines(definition.fees, answers, '2026-11-23'),
        feeDue: definition.fees.due,
        declaration: definition.form.declaration,
        backHref: '/l',
        problems: checkSummary(problems, { applicationId: ID, pages: shown, language }),
        unticked: declared ? [] : ['declaration'],
      },
    }
  }
  const licences = [
    {
      ...issued,
      licence: LICENCE,
      verifyUrl: '/v/K7QM4T2XWB',
      qr: qrSvg('https://anuyat.example.go.th/v/K7QM4T2XWB'),
      asks: [
        { type: 'renew', short: { th: 'ต่ออายุ', en: 'Renew' } },
        { type: 'replace', short: { th: 'ขอใบแทน', en: 'Replacement' } },
        { type: 'cancel', short: { th: 'แจ้งเลิกกิจการ', en: 'Close the business' } },
      ],
    },
  ]
  const transferred = { language, agency: definition.agency, licence: definition.licence.name }
  return {
    ...identityScenes(language),
    ...myDataScenes(language),
    ...actingScenes(language),
    ...thaidScenes(language),
    home: {
      page: 'citizen/home',
      props: {
        ...shared,
        service,
        cases: [view('returned', 2), waiting, view('in_review', 1), issued].map(summaryOf),
      },
    },
    'home-new': { page: 'citizen/home', props: { ...shared, service, cases: [] } },
    cases: {
      page: 'citizen/cases',
      props: { ...shared, service, cases: [view('in_review', 1), issued].map(summaryOf) },
    },
    start: { page: 'citizen/start', props: { language, definition } },
    tasks: {
      page: 'citizen/tasks',
      props: {
        ...shared,
        service: definition.title,
        applicationId: ID,
        tasks,
        nextHref: nextTaskPath(ID, tasks),
        savedAt: shortDateTime(at('2026-11-22T10:42:00'), language),
      },
    },
    'form-applicant': form('applicant', ANSWERS),
    'form-problems': form('applicant', wrong, {
      problems: tellProblems(checkFields(wrongFields, wrong, TODAY), wrongFields, language),
    }),
    'form-contact': form('contact', {
      home_address: { ...ADDRESS, subdistrict: '', district: '', province: '', postcode: '' },
    }),
    'form-shop': form('shop', ANSWERS),
    'form-machines': form('machines', ANSWERS),
    'form-documents': form('documents', { ...ANSWERS, site_map: undefined }),
    check: check(ANSWERS, true),
    'check-problems': check(DRAFT, false),
    done: {
      page: 'citizen/done',
      props: { ...shared, found: { ...view('submitted', 1), enteredAt: at('2026-11-22T20:10:00') } },
    },
    'case-returned': {
      page: 'citizen/case',
      props: {
        language,
        today: '2026-11-26',
        found: view('returned', 2, { correction: CORRECTION, pausedOn: '2026-11-25' }),
      },
    },
    'case-review': { page: 'citizen/case', props: { language, today: TODAY, found: view('in_review', 1) } },
    'case-fee-first': {
      page: 'citizen/case',
      props: {
        language,
        today: TODAY,
        found: view('awaiting_fee', 1, {
          dueOn: undefined,
          invoice: INVOICE,
          timeline: timeline('awaiting_fee', EVENTS.slice(0, 1), 'at_filing'),
        }),
      },
    },
    'case-lapsed': {
      page: 'citizen/case',
      props: {
        language,
        today: '2026-12-18',
        found: view('lapsed', 4, { lapsed: { payBy: '2026-12-17', atFiling: false } }),
      },
    },
    'case-given-back': {
      page: 'citizen/case',
      props: {
        language,
        today: '2026-12-18',
        found: view('given_back', 2, { givenBack: { dueOn: '2026-12-10', items: CORRECTION.items } }),
      },
    },
    'hand-on': {
      page: 'citizen/hand-on',
      props: {
        ...transferred,
        applicationId: ID,
        url: 'https://liff.example/1/l/take-over/kV2fJ8pQ0sZxW4nB6tYcRg',
        qr: qrSvg('https://liff.example/1/l/take-over/kV2fJ8pQ0sZxW4nB6tYcRg'),
        until: '2027-01-17',
      },
    },
    'take-over': {
      page: 'citizen/take-over',
      props: { ...transferred, code: 'code', found: { state: 'asks', number: '42/2569', left: 5 } },
    },
    'take-over-taken': {
      page: 'citizen/take-over',
      props: { ...transferred, code: 'code', found: { state: 'taken', number: '42/2569', left: 5 } },
    },
    'take-over-wrong': {
      page: 'citizen/take-over',
      props: {
        ...transferred,
        code: 'code',
        found: { state: 'asks', number: '42/2569', left: 4, wrong: true },
      },
    },
    'case-refund': {
      page: 'citizen/case',
      props: {
        language,
        today: TODAY,
        found: view('in_review', 1, {
          refund: { satang: 30_000, recordedAt: new Date('2026-11-27T10:00:00Z') },
        }),
      },
    },
    'case-extended': {
      page: 'citizen/case',
      props: {
        language,
        today: TODAY,
        found: view('in_review', 1, {
          dueOn: '2027-01-07',
          extension: {
            number: 1,
            reason: 'รอผลตรวจน้ำจากห้องปฏิบัติการ',
            before: '2026-12-23',
            dueOn: '2027-01-07',
          },
        }),
      },
    },
    'case-payment': { page: 'citizen/case', props: { language, today: '2026-12-02', found: waiting } },
    'case-issued': { page: 'citizen/case', props: { language, today: '2026-12-03', found: issued } },
    'case-refused': {
      page: 'citizen/case',
      props: {
        language,
        today: '2026-12-03',
        found: view('refused', 1, {
          timeline: timeline(
            'refused',
            [EVENTS[0], { event: 'refused', at: at('2026-12-01T10:00:00') }].flatMap((each) => each ?? []),
            'after_approval',
          ),
          refusal: { reason: 'ที่ตั้งตู้อยู่ใกล้ที่ทิ้งขยะ ขัดต่อข้อบัญญัติ ข้อ 12', at: at('2026-12-01T10:00:00') },
        }),
      },
    },
    correct: {
      page: 'citizen/form',
      props: {
        ...shared,
        today: '2026-11-26',
        applicationId: ID,
        pageId: 'correction',
        title: { th: 'แก้ไขคำขอ', en: 'Correct your application' },
        intro: {
          th: 'แก้เฉพาะรายการด้านล่าง ส่วนอื่นไม่ต้องทำอะไร',
          en: 'Only the items below; leave the rest as it is',
        },
        dueNote: language === 'th' ? 'ส่งกลับภายใน 10 ธันวาคม 2569' : 'Send back by 10 December 2026',
        fields: CORRECTION.items.flatMap((item) => fieldsById(definition).get(item.field) ?? []),
        answers: ANSWERS,
        problems: [],
        reasons: Object.fromEntries(CORRECTION.items.map((item) => [item.field, item.reason])),
        action: `/l/cases/${ID}/correct`,
        backHref: `/l/cases/${ID}`,
        leadsTo: 'send',
      },
    },
    pay: { page: 'citizen/pay', props: { ...shared, found: waiting, amountWords: 'หกร้อยบาทถ้วน' } },
    paid: {
      page: 'citizen/pay',
      props: { ...shared, found: { ...issued, invoice: { ...INVOICE, status: 'paid' } }, amountWords: '' },
    },
    'pay-nothing': {
      page: 'citizen/pay',
      props: { ...shared, found: view('in_review', 1), amountWords: '' },
    },
    wallet: {
      page: 'citizen/wallet',
      props: {
        ...shared,
        licence: definition.licence.name,
        licences,
        waiting: [summaryOf(view('in_review', 1))],
        today: '2026-12-10',
      },
    },
    'wallet-empty': {
      page: 'citizen/wallet',
      props: { ...shared, licence: definition.licence.name, licences: [], waiting: [], today: TODAY },
    },
    'wallet-taken-away': {
      page: 'citizen/wallet',
      props: {
        ...shared,
        licence: definition.licence.name,
        licences: (['suspended', 'revoked'] as const).flatMap((status) =>
          licences.map((each) => ({ ...each, id: status, licence: { ...each.licence, status }, asks: [] })),
        ),
        waiting: [],
        today: '2026-12-10',
      },
    },
    'case-replaced': {
      page: 'citizen/case',
      props: { language, found: { ...issued, licence: { ...LICENCE, status: 'replaced' } }, today: TODAY },
    },
    'case-cancelled': {
      page: 'citizen/case',
      props: { language, found: { ...issued, licence: { ...LICENCE, status: 'cancelled' } }, today: TODAY },
    },
    'sign-in': {
      page: 'citizen/sign-in',
      props: {
        ...shared,
        liffUrl: 'https://liff.line.me/1234567890-AbCdEfGh',
        path: '/l',
        repost: { action: '/l/apply', fields: [['first_name', 'กมล']] },
      },
    },
    document: {
      page: 'citizen/document',
      props: { ...shared, document: { id: randomUUID(), title: 'ใบอนุญาตประกอบกิจการที่เป็นอันตรายต่อสุขภาพ' } },
    },
    'document-unproven': {
      page: 'citizen/document-unproven',
      props: { ...shared, proveHref: '/l/identity/thaid' },
    },
    'ticket-over': {
      page: 'citizen/ticket-over',
      props: { ...shared, liffUrl: 'https://liff.line.me/1234567890-AbCdEfGh/documents/1' },
    },
    entry: {
      page: 'citizen/entry',
      props: { language, liffUrl: 'https://liff.line.me/1234567890-AbCdEfGh' },
    },
    'not-found': { page: 'citizen/failure', props: { ...shared, kind: 'not_found', reference: 'req-1' } },
    ...fieldScenes(language),
    broken: { page: 'citizen/failure', props: { ...shared, kind: 'broken', reference: 'E-7KQ2' } },
  }
}
