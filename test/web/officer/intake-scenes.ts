/** What officers see who key in an application: the desk, the form's pages, the check and the printed slip. */
import type { CaseView } from '../../../src/actions/view-case.ts'
import type { Language } from '../../../src/service/definition.ts'
import { feeLines } from '../../../src/service/fee.ts'
import { formPages, visiblePages } from '../../../src/service/form.ts'
import { CLEAN } from '../../../src/web/citizen/accept-post.ts'
import { tasksOf } from '../../../src/web/citizen/tasks.ts'
import { intakeForm } from '../../../src/web/officer/intake-form.ts'
import { INTAKE_TEXTS } from '../../../src/web/officer/intake-texts.ts'
import type { AnyScene } from '../photograph.ts'
import { ANSWERS } from '../scenes.ts'
import { buildCase, definition, desk, NOW, TODAY, WANNA } from './fixtures.ts'

const ID = '5b0f2f0e-3a44-4f6c-9a53-0d8f6c1b2a11'
const TYPED = { channel: 'counter', day: '23', month: '11', year: '2569', noticeGiven: false }

const INVOICE = {
  id: '0f6f2f0e-3a44-4f6c-9a53-0d8f6c1b2a11',
  ref1: '690000042',
  ref2: '69120200042',
  satang: 60_000,
  lines: feeLines(definition.fees, ANSWERS, TODAY),
  qr: '',
  payBy: '2026-12-17',
  status: 'open',
  billerId: '099400016550100',
} as const

function view(more: Partial<CaseView> = {}): CaseView {
  const { holder, summary, place, enteredAt, receivedAt, dueOn } = buildCase()
  return {
    ...{ id: ID, status: 'submitted', version: 2, step: 0, reference: 'สธ-2569-004188', definition },
    ...{ answers: ANSWERS, holder, summary, place, enteredAt, receivedAt, dueOn, updatedAt: NOW },
    ...{ fee: feeLines(definition.fees, ANSWERS, TODAY), timeline: [], documents: [] },
    ...more,
  }
}

const keyed = { id: ID, channel: 'counter', receivedOn: '2026-11-23', status: 'draft', holder: '' } as const
const INTAKES = {
  drafts: [keyed, { ...keyed, id: `${ID}1`, channel: 'phone', holder: 'นางสาวกมล ศรีทอง' }],
  handedIn: [
    { ...keyed, status: 'returned', holder: 'ห้างหุ้นส่วนจำกัด น้ำดื่มใสใจเชียงใหม่', reference: 'สธ-2569-004188' },
    { ...keyed, id: `${ID}2`, status: 'issued', holder: 'นายสมหมาย ใจดี', reference: 'สธ-2569-004102' },
  ],
  calls: [
    {
      id: ID,
      applicationId: ID,
      reference: 'สธ-2569-004188',
      holder: 'ห้างหุ้นส่วนจำกัด น้ำดื่มใสใจเชียงใหม่',
      phone: '0812345678',
      message: 'คำขอ สธ-2569-004188 ขอให้แก้ไข 2 รายการ ภายใน 2 ธันวาคม 2569',
      createdAt: NOW,
    },
  ],
} as const

export function intakeScenes(language: Language): Record<string, AnyScene> {
  const wanna = desk(WANNA, language, '/o/intake')
  const found = view()
  const draft = view({ status: 'draft', reference: undefined })
  const pages = visiblePages(formPages(definition), ANSWERS)
  const start = { ...wanna, desk: { drafts: [], handedIn: [], calls: [] }, draftId: ID, typed: TYPED }
  const page = pages[1] ?? pages[0]
  const slip = { ...wanna, channel: 'counter' as const, receiver: WANNA, fresh: false }
  return {
    intake: { page: 'officer/intake', props: { ...start, desk: structuredClone(INTAKES) as never } },
    'intake-wrong': {
      page: 'officer/intake',
      props: {
        ...start,
        problem: INTAKE_TEXTS.bad_received_on[language].replace('{days}', '60'),
        noticeProblem: INTAKE_TEXTS.notice_needed[language],
      },
    },
    'intake-draft': {
      page: 'officer/intake-draft',
      props: {
        ...wanna,
        applicationId: ID,
        service: definition.title,
        channel: 'phone',
        receivedOn: TODAY,
        tasks: tasksOf(definition.form, { ...ANSWERS, machines: undefined }, TODAY),
      },
    },
    ...(page && {
      'intake-form': {
        page: 'citizen/form' as const,
        props: intakeForm(draft, wanna, { page, accepted: CLEAN, today: TODAY, toCheck: false }),
      },
    }),
    'intake-check': {
      page: 'officer/intake-check',
      props: {
        language,
        agency: definition.agency,
        applicationId: ID,
        channel: 'counter',
        pages,
        answers: ANSWERS,
        fee: found.fee,
        declaration: definition.form.declaration,
        declared: false,
        seen: { ticked: false },
        problems: [{ href: '#f-declaration', text: INTAKE_TEXTS.declareFirst[language] }],
      },
    },
    'intake-slip': { page: 'officer/intake-slip', props: { ...slip, found, fresh: true, scanId: ID } },
    'intake-slip-pay': {
      page: 'officer/intake-slip',
      props: { ...slip, found: view({ status: 'awaiting_payment', invoice: INVOICE }) },
    },
  }
}
