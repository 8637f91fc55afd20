/** My data with much in it and with nothing, a request being made, answered and refused. */
import type { MyData } from '../../src/actions/gather-my-data.ts'
import type { MyRequest } from '../../src/actions/view-my-request.ts'
import { loadService } from '../../src/service/load.ts'
import { consentPurposes } from '../../src/service/privacy.ts'
import type { Scenes } from './photograph.ts'

const { definition } = loadService('services/drinking-water')
const { agency } = definition
const id = (number: number) => `eeeeeeee-0000-4000-8000-00000000000${number}`
const at = (text: string) => new Date(`2026-${text}+07:00`)

const EMPTY: MyData = {
  person: { displayName: 'กมล ศรีทอง', lineUserId: 'U1', language: 'th', since: at('11-20T09:00:00') },
  cases: [],
  proofs: [],
  consents: [],
  requests: [],
  questions: [],
  chats: [],
  looks: [],
}
const look = (day: string, more: Partial<MyData['looks'][number]> = {}): MyData['looks'][number] => ({
  at: at(day),
  by: 'นักวิชาการสาธารณสุขชำนาญการ',
  reason: 'review',
  what: 'case',
  reference: 'สธ-2569-004188',
  ...more,
})
const FULL: MyData = {
  ...EMPTY,
  cases: [
    {
      id: id(1),
      title: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 2 ตู้',
      status: 'in_review',
      reference: 'สธ-2569-004188',
      answers: [
        { label: 'ชื่อ', value: 'กมล' },
        { label: 'นามสกุล', value: 'ศรีทอง' },
        { label: 'ที่อยู่', value: '88/4 ถนนริมน้ำ ตำบลศรีภูมิ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50200' },
      ],
      files: [
        { name: 'บัตรประชาชน.jpg', type: 'image/jpeg', size: 3, at: at('11-23T10:00:00'), removed: false },
      ],
      documents: [],
      payments: [],
      history: [],
    },
  ],
  proofs: [{ method: 'thaid', level: 2, status: 'accepted', at: at('11-23T10:05:00'), subject: {} }],
  consents: [
    { purpose: 'licence', version: '2026-10-01', event: 'shown', channel: 'web', at: at('11-23T10:00:00') },
    {
      ...{ purpose: 'survey_contact', version: '2026-10-01', event: 'given', channel: 'web' },
      at: at('11-23T10:50:00'),
    },
  ],
  requests: [
    { id: id(2), kind: 'correct', status: 'in_progress', askedAt: at('11-24T08:30:00'), dueOn: '2026-12-24' },
    { id: id(3), kind: 'copy', status: 'done', askedAt: at('11-23T12:30:00'), dueOn: '2026-12-23' },
  ],
  questions: [{ askedAt: at('11-22T08:30:00'), text: 'ย้ายตู้ได้ไหม', answer: 'ได้ แจ้งก่อน 15 วัน' }],
  looks: [
    look('11-25T10:42:00'),
    look('11-25T10:41:00', { what: 'file' }),
    look('11-24T15:00:00', { by: 'ผู้อำนวยการกองสาธารณสุขและสิ่งแวดล้อม' }),
    look('11-24T09:00:00', { what: 'search' }),
    look('11-23T16:00:00', { reason: 'answer', what: 'chat', reference: undefined }),
    look('11-23T13:00:00', { reason: 'audit', by: 'นักวิชาการตรวจสอบภายใน' }),
  ],
}

const request: MyRequest = {
  ...{ id: id(2), kind: 'erase', status: 'refused', words: 'ขอลบคำขอที่ถอนไปแล้ว' },
  askedAt: at('11-24T19:30:00'),
  receivedAt: at('11-25T08:30:00'),
  dueOn: '2026-12-25',
  answer: 'ต้องเก็บคำขอและใบเสร็จไว้ 10 ปีตามระเบียบงานสารบรรณ\nส่วนรูปบัตรประชาชนลบให้แล้ว',
  law: 'PDPA ม.33 วรรคสอง',
  events: [
    { event: 'received', at: at('11-24T19:30:00') },
    { event: 'taken', at: at('11-25T09:30:00') },
    { event: 'refused', at: at('11-26T14:30:00') },
  ],
}

export const myDataScenes: Scenes = (language) => {
  const common = { language, agency }
  const [purpose] = consentPurposes(definition)
  const consent = purpose && { purpose, given: true, at: at('11-23T10:50:00') }
  const page = { ...common, service: definition, consents: consent ? [consent] : [], changed: false }
  return {
    'my-data': {
      page: 'citizen/my-data',
      props: {
        ...page,
        data: FULL,
        copy: { state: 'ready', id: id(4), endsAt: at('11-26T10:42:00') },
        proofNeeded: false,
        changed: true,
      },
    },
    'my-data-empty': {
      page: 'citizen/my-data',
      props: { ...page, consents: [], data: EMPTY, proofNeeded: true },
    },
    'my-data-making': {
      page: 'citizen/my-data',
      props: { ...page, data: EMPTY, copy: { state: 'making' }, proofNeeded: false },
    },
    'my-data-ask': {
      page: 'citizen/ask-data',
      props: { ...common, requestId: id(5), typed: { kind: 'correct', words: '' }, problems: ['…'] },
    },
    'my-data-request': { page: 'citizen/my-request', props: { ...common, found: request } },
  }
}
