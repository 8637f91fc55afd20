import type { CaseSummary, CaseView } from '../../src/actions/view-case.ts'
import type { World } from '../../src/conversation/world.ts'
import { links } from '../../src/messages/links.ts'
import { loadService } from '../../src/service/load.ts'

const { definition } = loadService('services/drinking-water')
const UPDATED = new Date('2026-11-23T10:42:00+07:00')

export const buildWorld = (over: Partial<World> = {}): World => ({
  now: UPDATED,
  definition,
  links: links({
    BASE_URL: 'https://anuyat.example.go.th',
    LIFF_BASE_URL: 'https://liff.line.me',
    LIFF_ID: '1-Abc',
  }),
  applicantId: 'applicant-1',
  displayName: 'กมล',
  language: 'th',
  isOfficer: false,
  cases: [],
  ...over,
})

export const buildCase = (over: Partial<CaseSummary> = {}): CaseSummary => ({
  id: 'case-1',
  status: 'in_review',
  reference: 'สธ-2569-000001',
  summary: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 2 ตู้',
  updatedAt: UPDATED,
  dueOn: '2026-12-23',
  ...over,
})

export const buildView = (over: Partial<CaseView> = {}): CaseView => ({
  ...buildCase(),
  version: 3,
  step: 0,
  definition,
  answers: {},
  holder: 'นางสาวกมล ศรีทอง',
  place: '88/4 ถนนริมน้ำ',
  fee: [],
  timeline: [
    { id: 'submitted', when: UPDATED, state: 'done' },
    { id: 'in_review', state: 'current' },
    { id: 'issued', state: 'todo' },
  ],
  documents: [],
  ...over,
})
