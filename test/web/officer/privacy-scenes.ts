/** Requests about personal data as who answers for it sees them, and who looked at what. */
import type {
  AccessItem,
  DataRequestItem,
  OfficerDataRequest,
} from '../../../src/actions/view-data-requests.ts'
import type { AnyScene, Scenes } from '../photograph.ts'
import { definition, WANNA } from './fixtures.ts'

const at = (text: string) => new Date(`2026-12-${text}+07:00`)
const id = (number: number) => `ffffffff-0000-4000-8000-00000000000${number}`
const item = (changes: Partial<DataRequestItem> = {}): DataRequestItem => ({
  id: id(1),
  kind: 'correct',
  status: 'received',
  askedAt: at('05T19:00:00'),
  receivedAt: at('07T08:30:00'),
  dueOn: '2027-01-06',
  version: 1,
  askedBy: 'กมล ศรีทอง',
  daysLeft: 29,
  ...changes,
})
const found = (changes: Partial<OfficerDataRequest> = {}): OfficerDataRequest => ({
  ...item({ status: 'in_progress', officer: WANNA.name, version: 2 }),
  words: 'นามสกุลในคำขอสะกดผิด ที่ถูกคือ “ศรีทองดี”',
  following: false,
  cases: [
    {
      id: id(9),
      status: 'in_review',
      reference: 'สธ-2569-004188',
      summary: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 2 ตู้',
      updatedAt: at('07T10:00:00'),
    },
  ],
  events: [
    { at: at('05T19:00:00'), event: 'received', by: '' },
    { at: at('07T09:00:00'), event: 'taken', by: WANNA.name },
  ],
  ...changes,
})
const look = (changes: Partial<AccessItem>): AccessItem => ({
  id: id(2),
  at: at('08T10:42:00'),
  officer: WANNA.name,
  position: WANNA.position,
  role: 'reviewer',
  what: 'case',
  reason: 'review',
  words: null,
  acting: null,
  applicationId: id(9),
  reference: 'สธ-2569-004188',
  person: 'กมล ศรีทอง',
  ...changes,
})

export const privacyScenes: Scenes = (language) => {
  const officer = { ...WANNA, roles: ['dpo' as const] }
  const base = { language, agency: definition.agency, officer, path: '/o/privacy' }
  const typed = { answer: '', reason: '', law: '' }
  const one = (changes: Partial<OfficerDataRequest>, more = {}): AnyScene => ({
    page: 'officer/data-request',
    props: { ...base, found: found(changes), typed, problems: [], ...more },
  })
  return {
    'privacy-list': {
      page: 'officer/data-requests',
      props: {
        ...base,
        tab: 'open',
        items: [
          item({ id: id(3), kind: 'erase', daysLeft: -2, dueOn: '2026-12-06', askedBy: 'Sofia Lindqvist' }),
          item({
            id: id(4),
            kind: 'access',
            daysLeft: 5,
            dueOn: '2026-12-13',
            status: 'in_progress',
            officer: WANNA.name,
          }),
          item(),
        ],
      },
    },
    'privacy-none': { page: 'officer/data-requests', props: { ...base, tab: 'open', items: [] } },
    'privacy-request': one({}),
    'privacy-refusing': one({}, { problems: [{ href: '#law', text: 'ระบุมาตราที่ใช้ปฏิเสธ' }] }),
    'privacy-erase': one({
      kind: 'erase',
      erasure: { words: 'ใบอนุญาตและใบเสร็จเก็บไว้ถึง 31 ธ.ค. 2580 ตามระเบียบงานสารบรรณ' },
    }),
    'privacy-refused': one({
      status: 'refused',
      answer: 'ต้องเก็บไว้ตามระเบียบ',
      law: 'PDPA ม.33 วรรคสอง',
      closedAt: at('08T10:00:00'),
    }),
    'privacy-access': {
      page: 'officer/access',
      props: {
        ...base,
        path: '/o/privacy/access',
        reference: '',
        items: [
          look({}),
          look({ id: id(5), what: 'chat', reason: 'answer', applicationId: null, reference: undefined }),
          look({
            id: id(6),
            what: 'search',
            acting: 'ปฏิบัติราชการแทน นายกเทศมนตรี ตามคำสั่งที่ 12/2569 ลงวันที่ 1 ธันวาคม 2569',
          }),
        ],
      },
    },
  }
}
