/** Every officer's page in the states that matter: what the tests render and the pictures show. */
import type { OfficerCase } from '../../../src/actions/view-officer-case.ts'
import type { Language } from '../../../src/service/definition.ts'
import { blankFinding, returnableFields } from '../../../src/web/officer/forms.ts'
import type { AnyScene } from '../photograph.ts'
import { accountScenes } from './account-scenes.ts'
import { actingScenes } from './acting-scenes.ts'
import { disposalScenes } from './disposal-scenes.ts'
import {
  buildCase,
  buildEndorsedCase,
  buildFailedCase,
  buildReturnedCase,
  buildWorklist,
  definition,
  desk,
  KUKIAT,
  NOW,
  TODAY,
  WANNA,
} from './fixtures.ts'
import { identityScenes } from './identity-scenes.ts'
import { intakeScenes } from './intake-scenes.ts'
import { privacyScenes } from './privacy-scenes.ts'
import { questionScenes } from './question-scenes.ts'
import { searchScenes } from './search-scenes.ts'
import { serviceScenes } from './service-scenes.ts'

const seen = { version: 4, seenAt: NOW.toISOString() }
const CHOSEN: Record<string, { ready: string; own: string }> = {
  water_test: { ready: '1', own: '' },
  shop_name: { ready: '', own: 'ในแผนที่เขียนว่า “น้ำใสใจ” โปรดกรอกชื่อเดียวกันทุกแห่ง' },
}
const REFUSAL =
  'ที่ตั้งตู้อยู่ห่างจากจุดพักขยะของตลาดเพียง 3 เมตร ไม่เป็นไปตามหลักเกณฑ์สถานที่ตั้งในเทศบัญญัติ ข้อ 7 (2) และผู้ขอไม่สามารถย้ายตู้ได้'

const ABOUT: NonNullable<OfficerCase['about']> = {
  number: '42/2569',
  holder: 'นางสาวกมล ศรีทอง',
  issuedOn: '2026-01-24',
  expiresOn: '2027-01-23',
  changes: [
    {
      label: { th: 'ชื่อสถานประกอบกิจการ', en: 'Name of the business' },
      before: 'น้ำดื่มใสใจ',
      after: 'น้ำดื่มใสใจ สาขาริมน้ำ',
    },
    { label: { th: 'พื้นที่', en: 'Area' }, before: '6 ตารางเมตร', after: '12 ตารางเมตร' },
  ],
}

export function scenes(language: Language): Record<string, AnyScene> {
  const found = buildCase()
  const endorsed = buildEndorsedCase()
  const choices = returnableFields(found)
    .flatMap((page) => page.fields)
    .map(({ id }) => ({
      field: id,
      chosen: id in CHOSEN,
      ready: CHOSEN[id]?.ready ?? '',
      own: CHOSEN[id]?.own ?? '',
    }))
  const wanna = desk(WANNA, language)
  const kukiat = desk(KUKIAT, language)
  const clock = definition.clock
  const returning = { ...wanna, found, seen, choices, problems: [] }
  const deciding = {
    ...kukiat,
    found: endorsed,
    seen,
    finding: blankFinding(endorsed),
    problems: [],
    today: TODAY,
  }
  const endorsing = { ...wanna, found, seen, finding: blankFinding(found), problems: [], today: TODAY }
  const refusing = {
    ...deciding,
    outcome: 'refuse',
    finding: { ...deciding.finding, reason: REFUSAL },
  } as const
  return {
    worklist: {
      page: 'officer/worklist',
      props: { ...wanna, tab: 'todo', worklist: buildWorklist(), clock, today: TODAY },
    },
    'worklist-empty': {
      page: 'officer/worklist',
      props: { ...wanna, tab: 'done', worklist: { ...buildWorklist(), items: [] }, clock, today: TODAY },
    },
    ...searchScenes(language),
    ...disposalScenes(language),
    ...identityScenes(language),
    case: { page: 'officer/case', props: { ...wanna, found, done: 'claimed' } },
    'case-new': {
      page: 'officer/case',
      props: {
        ...wanna,
        found: buildCase({ status: 'submitted', officer: undefined, actions: ['claim'], daysLeft: 2 }),
      },
    },
    'case-about': {
      page: 'officer/case',
      props: {
        ...kukiat,
        found: buildEndorsedCase({
          about: ABOUT,
          receipt: { number: 'RN-2570/000017', book: '3', paidAt: NOW, satang: 60_000 },
          refund: { satang: 30_000, recordedAt: NOW },
          paysBack: true,
        }),
      },
    },
    'case-unmet': {
      page: 'officer/case',
      props: {
        ...kukiat,
        found: buildEndorsedCase({
          actions: ['return', 'refuse'],
          identity: { state: 'open' },
          unmet: ['identity_not_proven'],
        }),
      },
    },
    'case-endorsed': { page: 'officer/case', props: { ...kukiat, found: endorsed } },
    'case-extend': {
      page: 'officer/case',
      props: {
        ...wanna,
        found: buildCase({
          actions: ['return', 'endorse', 'extend'],
          extension: { number: 1, times: 2, days: 15, dueOn: '2027-01-07' },
        }),
        extending: { reason: '', wrong: 'reason' },
      },
    },
    'case-unpaid': {
      page: 'officer/case',
      props: {
        ...wanna,
        found: buildCase({
          status: 'awaiting_fee',
          dueOn: '',
          daysLeft: undefined,
          officer: undefined,
          actions: [],
        }),
      },
    },
    'case-returned': {
      page: 'officer/case',
      props: { ...wanna, found: buildReturnedCase(), done: 'returned' },
    },
    'case-failed': { page: 'officer/case', props: { ...kukiat, found: buildFailedCase() } },
    return: { page: 'officer/return', props: { ...returning, stage: 'choose' } },
    'return-preview': { page: 'officer/return', props: { ...returning, stage: 'preview' } },
    endorse: { page: 'officer/decide', props: { ...endorsing, outcome: 'endorse', stage: 'write' } },
    'endorse-incomplete': {
      page: 'officer/decide',
      props: {
        ...endorsing,
        outcome: 'endorse',
        stage: 'write',
        problems: [
          { href: '#checklist', text: language === 'th' ? 'ตรวจให้ครบทุกข้อก่อน' : 'Tick every item first' },
        ],
      },
    },
    approve: { page: 'officer/decide', props: { ...deciding, outcome: 'approve', stage: 'write' } },
    'approve-confirm': {
      page: 'officer/decide',
      props: { ...deciding, outcome: 'approve', stage: 'confirm' },
    },
    object: {
      page: 'officer/decide',
      props: {
        ...endorsing,
        outcome: 'object',
        stage: 'write',
        finding: { ...endorsing.finding, reason: REFUSAL },
      },
    },
    refuse: { page: 'officer/decide', props: { ...refusing, stage: 'write' } },
    'refuse-confirm': { page: 'officer/decide', props: { ...refusing, stage: 'confirm' } },
    'decide-changed': {
      page: 'officer/decide',
      props: {
        ...refusing,
        stage: 'write',
        change: { closed: false, entries: endorsed.history.slice(-1) },
      },
    },
    'decide-closed': {
      page: 'officer/decide',
      props: { ...refusing, stage: 'write', change: { closed: true, entries: endorsed.history.slice(-1) } },
    },
    ...serviceScenes(language),
    ...privacyScenes(language),
    ...questionScenes(language),
    ...intakeScenes(language),
    ...accountScenes(language),
    ...actingScenes(language),
    join: {
      page: 'officer/join',
      props: { language, agency: definition.agency, code: 'q7Vb2mXhD0aTzL4c', state: 'ask' },
    },
    'join-wrong': {
      page: 'officer/join',
      props: { language, agency: definition.agency, code: 'q7Vb2mXh', state: 'wrong' },
    },
    joined: {
      page: 'officer/join',
      props: { language, agency: definition.agency, code: '', state: 'joined', name: WANNA.name },
    },
  }
}
