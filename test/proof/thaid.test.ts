import { expect, test } from 'vitest'
import type { ThaidLogin } from '../../src/proof/table.ts'
import { askedOf, loginState, missingOf } from '../../src/proof/thaid.ts'
import { loadService } from '../../src/service/load.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const begun: ThaidLogin = {
  id: 'a',
  stateHash: '',
  applicantId: 'who-began',
  applicationId: null,
  asked: [],
  kept: { nonce: '', verifier: '' },
  createdAt: NOW,
  expiresAt: minutes(10),
  returnedAt: null,
  returned: null,
  ticketHash: null,
  takenAt: null,
  outcome: null,
  missing: [],
  finishedAt: null,
  proofId: null,
}
const returned = { returnedAt: NOW, returned: { code: 'c' } }

test.each<
  [string, Partial<ThaidLogin>, { applicantId?: string; holdsTicket?: boolean; at?: number }, string]
>([
  ['who began, in the browser that came back, may use the answer', returned, {}, 'take'],
  ['who began, in another browser, may not', returned, { holdsTicket: false }, 'other_browser'],
  [
    'somebody else in the browser that came back may not',
    returned,
    { applicantId: 'another' },
    'other_account',
  ],
  ['nothing has come back yet', {}, { holdsTicket: false }, 'waiting'],
  ['too late to come back', {}, { holdsTicket: false, at: 10 }, 'late'],
  ['came back in time and signed in too late', returned, { at: 10 }, 'late'],
  ['being exchanged', { ...returned, takenAt: minutes(1) }, { at: 1 }, 'working'],
  ['cut off while it was exchanged', { ...returned, takenAt: minutes(1) }, { at: 3 }, 'unavailable'],
  ['ended: everywhere the same', { outcome: 'proven' }, { holdsTicket: false, at: 99 }, 'proven'],
  ['ended, for somebody else', { outcome: 'proven' }, { applicantId: 'another' }, 'other_account'],
])('%s', (_what, login, { applicantId = 'who-began', holdsTicket = true, at = 0 }, state) => {
  expect(loginState({ ...begun, ...login }, { applicantId, holdsTicket, now: minutes(at) })).toBe(state)
})

test('a service that wants nothing proven is told number and name, and no more', () => {
  const { definition } = loadService('services/drinking-water')
  const plain = { ...definition, form: { ...definition.form, pages: [] } }
  expect(askedOf(plain)).toEqual(['id_number', 'name'])
})

test('what was asked for and is not there is missing; what was not asked for is not', () => {
  expect(missingOf(['id_number', 'birth_date', 'address'], { birthDate: '1987-01-15' })).toEqual(['address'])
  expect(missingOf(['id_number', 'name'], {})).toEqual([])
})
