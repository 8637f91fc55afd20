/** Who an applicant is, as an officer sees it. */
import type { AppointmentItem, OfficerProof, ProofRow } from '../../../src/actions/view-officer-proof.ts'
import { checkPoints, showsCard } from '../../../src/proof/checklist.ts'
import type { Language, ProofMethod } from '../../../src/service/definition.ts'
import type { Scenes } from '../photograph.ts'
import { definition, NOW, WANNA } from './fixtures.ts'

const ID = '0199b1d2-6f6e-7c3a-9a51-3f0a5b7c9d10'
const CHECKED: ProofRow = {
  id: 'before',
  method: 'e_document',
  level: 2,
  status: 'refused',
  requestedAt: new Date('2026-12-06T09:00:00+07:00'),
  decidedAt: new Date('2026-12-06T15:20:00+07:00'),
  reason: 'ภาพบัตรสะท้อนแสง อ่านเลขไม่ได้',
  officer: WANNA.name,
  evidence: {},
}
const ACCEPTED: ProofRow = {
  ...CHECKED,
  id: 'accepted',
  method: 'telephone',
  level: 1,
  status: 'accepted',
  reason: '',
  validUntil: new Date('2027-12-06T15:20:00+07:00'),
  evidence: { call: { at: '2026-12-06T15:10', number: '0812345678' }, note: 'ตอบเรื่องตู้ได้ถูกต้อง' },
}

const waiting = (method: ProofMethod): OfficerProof['waiting'] => ({
  id: 'waiting',
  method,
  level: 2,
  status: 'requested',
  requestedAt: new Date('2026-12-08T08:15:00+07:00'),
  reason: '',
  evidence: method === 'telephone' ? { phone: '0812345678', when: 'morning' } : {},
  points: checkPoints(definition, method),
  asksRegistry: showsCard(method),
  pictures:
    method === 'e_document'
      ? [
          { id: 'card', kind: 'card', erasedAt: null },
          { id: 'selfie', kind: 'selfie', erasedAt: null },
        ]
      : [],
  appointment:
    method === 'video_call'
      ? { id: ID, startsAt: new Date('2026-12-08T10:30:00+07:00'), minutes: 20, status: 'booked', link: null }
      : undefined,
  subject: { idNumber: '1101700207366' },
  numberValid: true,
  seen: 'digest',
})

const proof = (changes: Partial<OfficerProof>): OfficerProof => ({
  applicationId: ID,
  reference: 'สธ-2569-000123',
  isDraft: false,
  holder: 'นางสาวกมล ศรีทอง',
  state: 'waiting',
  minimum: 2,
  definition,
  earlier: [CHECKED, ACCEPTED],
  ...changes,
})

const item = (time: string, changes: Partial<AppointmentItem> = {}): AppointmentItem => ({
  id: time,
  startsAt: new Date(`${time}:00+07:00`),
  minutes: 20,
  status: 'booked',
  applicationId: ID,
  holder: 'นางสาวกมล ศรีทอง',
  reference: 'สธ-2569-000123',
  link: null,
  ...changes,
})

export const identityScenes: Scenes = (language: Language) => {
  const desk = {
    language,
    agency: definition.agency,
    officer: WANNA,
    meets: true,
    path: `/o/cases/${ID}/identity`,
  }
  const page = (found: OfficerProof, more: object = {}) => ({
    page: 'officer/identity' as const,
    props: { ...desk, found, now: NOW, ...more },
  })
  return {
    'identity-photos': page(proof({ waiting: waiting('e_document') })),
    'identity-photos-wrong': page(proof({ waiting: waiting('e_document') }), {
      wrong: { fields: ['checks', 'registry'], typed: { note: 'ดูอีกครั้ง' }, checks: ['face'] },
    }),
    'identity-call': page(proof({ waiting: waiting('telephone') })),
    'identity-video': page(proof({ waiting: waiting('video_call'), isDraft: true, reference: undefined })),
    'identity-in-person': page(
      proof({ state: 'open', earlier: [], inPerson: { seen: 'x', idNumber: '1101700207366' } }),
      {
        wrong: { fields: ['card'], typed: {}, checks: [] },
      },
    ),
    'identity-done': page(proof({ state: 'proven', earlier: [ACCEPTED, CHECKED] }), { done: 'accepted' }),
    appointments: {
      page: 'officer/appointments',
      props: {
        ...desk,
        path: '/o/appointments',
        lists: {
          today: [
            item('2026-12-08T09:10', { status: 'held' }),
            item('2026-12-08T11:10', { link: 'https://meet.example/room' }),
          ],
          coming: [item('2026-12-09T09:10', { holder: 'นายธีรเดช ใจกล้า', reference: undefined })],
        },
      },
    },
    'appointments-none': {
      page: 'officer/appointments',
      props: { ...desk, path: '/o/appointments', lists: { today: [], coming: [] } },
    },
  }
}
