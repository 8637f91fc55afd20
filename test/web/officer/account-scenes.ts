/** Pages of accounts, second factors, officers and delegations in the states that matter. */
import type { ShownOfficer } from '../../../src/actions/manage-officer.ts'
import { totpAddress } from '../../../src/officer/factor.ts'
import type { Language } from '../../../src/service/definition.ts'
import { qrSvg } from '../../../src/web/citizen/qr-svg.ts'
import type { AnyScene } from '../photograph.ts'
import { definition, desk, KUKIAT, NOW, WANNA } from './fixtures.ts'

const { agency } = definition
const SECRET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const ADDRESS = totpAddress(SECRET, agency.name.en, WANNA.name)
const PRANEE = {
  id: '33333333-3333-4333-8333-333333333333',
  name: 'นางปราณี สุขใจ',
  position: 'ปลัดเทศบาล',
  roles: ['supervisor' as const, 'admin' as const],
}
const ACTING = {
  ...WANNA,
  roles: ['reviewer' as const, 'approver' as const],
  acting: [
    {
      role: 'approver' as const,
      for: {
        officerId: KUKIAT.id,
        name: KUKIAT.name,
        position: KUKIAT.position,
        kind: 'delegated' as const,
        order: '125/2569',
        orderedOn: '2026-12-01',
      },
    },
  ],
}
const shown = (officer: typeof PRANEE | typeof WANNA, changes: Partial<ShownOfficer> = {}): ShownOfficer => ({
  ...officer,
  active: true,
  joined: true,
  hasFactor: true,
  ...changes,
})
const OFFICERS = [
  shown(PRANEE),
  shown(KUKIAT),
  shown(WANNA, { hasFactor: false }),
  shown(
    {
      ...WANNA,
      id: '44444444-4444-4444-8444-444444444444',
      name: 'นายธีรเดช คงมั่น',
      roles: ['inspector', 'finance', 'editor'],
    },
    { joined: false, hasFactor: false },
  ),
]
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const at = (officer: Parameters<typeof desk>[0], language: Language, path: string) => ({
  ...desk(officer, language),
  path,
  done: false,
})
const RESET = {
  id: '55555555-5555-4555-8555-555555555555',
  officerId: WANNA.id,
  requestedBy: PRANEE.id,
  requestedAt: ago(50),
  decidedAt: null,
  decidedBy: null,
  outcome: null,
  name: WANNA.name,
  by: PRANEE.name,
}
const ORDER = {
  fromId: KUKIAT.id,
  toId: WANNA.id,
  role: 'approver' as const,
  kind: 'delegated' as const,
  orderNumber: '125/2569',
  orderedOn: '2026-12-01',
  firstDay: '2026-12-08',
  lastDay: '2026-12-12',
  createdBy: PRANEE.id,
  createdAt: ago(600),
  endedAt: null,
  from: KUKIAT.name,
  position: KUKIAT.position,
  to: WANNA.name,
}
const entry = (event: string, data: Record<string, unknown> = {}) => ({
  id: event,
  officerId: WANNA.id,
  byId: PRANEE.id,
  event,
  data,
  at: ago(3000),
  by: PRANEE.name,
})

export function accountScenes(language: Language): Record<string, AnyScene> {
  const asking = { language, agency, name: WANNA.name, kinds: { totp: true, passkey: true }, kept: false }
  const setUp = {
    language,
    agency,
    secret: SECRET,
    address: ADDRESS,
    qr: qrSvg(ADDRESS),
    passkeys: true,
  }
  const sessions = [
    { id: 'a', device: 'Chrome · Windows', createdAt: ago(90), lastSeenAt: ago(1), own: true },
    { id: 'b', device: 'LINE · Android', createdAt: ago(200), lastSeenAt: ago(25), own: false },
    { id: 'c', device: '', createdAt: ago(300), lastSeenAt: null, own: false },
  ]
  const factors = [
    { id: 'a', kind: 'totp' as const, label: '', createdAt: ago(90_000) },
    { id: 'b', kind: 'passkey' as const, label: 'Chrome · Windows', createdAt: ago(9000) },
  ]
  const officers = { officers: OFFICERS, resets: [] }
  const link = 'https://liff.line.me/1234567890-AbCdEfGh/o/join?code=q7Vb2mXhD0aTzL4cq7Vb2mXhD0aTzL4c'
  return {
    factor: { page: 'officer/factor', props: { ...asking, action: '/o/factor', fields: [['to', '/o']] } },
    'factor-wrong': {
      page: 'officer/factor',
      props: { ...asking, kept: true, said: 'wrong', action: '/o', fields: [['reason', 'เหตุผล']] },
    },
    'factor-locked': {
      page: 'officer/factor',
      props: { ...asking, kinds: { totp: true, passkey: false }, said: 'locked', action: '/o', fields: [] },
    },
    'factor-setup': { page: 'officer/factor-setup', props: setUp },
    'factor-setup-wrong': {
      page: 'officer/factor-setup',
      props: { ...setUp, passkeys: false, said: 'wrong' },
    },
    sessions: {
      page: 'officer/sessions',
      props: { ...at(ACTING, language, '/o/sessions'), sessions, factors },
    },
    officers: { page: 'officer/officers', props: { ...at(PRANEE, language, '/o/officers'), ...officers } },
    'officers-reset': {
      page: 'officer/officers',
      props: { ...at(KUKIAT, language, '/o/officers'), ...officers, resets: [RESET], problem: 'four_eyes' },
    },
    officer: {
      page: 'officer/officer',
      props: {
        ...at(PRANEE, language, '/o/officers/1'),
        account: {
          officer: shown(WANNA),
          sessions: 2,
          resetWaits: false,
          history: [
            entry('roles_changed', { roles: ['reviewer', 'inspector'] }),
            entry('joined'),
            entry('invited'),
          ],
        },
      },
    },
    'officer-own': {
      page: 'officer/officer',
      props: {
        ...at(PRANEE, language, '/o/officers/1'),
        done: true,
        account: { officer: shown(PRANEE), sessions: 1, resetWaits: false, history: [] },
      },
    },
    invitation: {
      page: 'officer/invitation',
      props: { ...at(PRANEE, language, '/o/officers'), name: 'นายธีรเดช คงมั่น', link, qr: qrSvg(link) },
    },
    delegations: {
      page: 'officer/delegations',
      props: {
        ...at(PRANEE, language, '/o/delegations'),
        officers: OFFICERS,
        delegations: [
          { ...ORDER, id: 'a', state: 'in_force' },
          { ...ORDER, id: 'b', kind: 'substitute', role: 'inspector', state: 'over' },
        ],
        problem: 'overlaps',
        typed: { fromId: KUKIAT.id, toId: WANNA.id, orderNumber: '126/2569', firstDay: '10/12/2569' },
      },
    },
  }
}
