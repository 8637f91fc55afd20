import { expect, test } from 'vitest'
import {
  actingLine,
  type DelegationWish,
  type DelegationWorld,
  delegationProblem,
  delegationState,
} from '../../src/officer/delegation.ts'
import { longDate } from '../../src/service/dates.ts'

const MAYOR = { id: 'mayor', roles: ['approver'] as const, active: true }
const CLERK = { id: 'clerk', roles: ['supervisor'] as const, active: true }
const DEPUTY = { id: 'deputy', roles: ['reviewer'] as const, active: true }
const ADMIN = { id: 'admin', roles: ['admin', 'reviewer'] as const, active: true }
const GONE = { id: 'gone', roles: ['reviewer'] as const, active: false }

const wish: DelegationWish = {
  fromId: 'mayor',
  toId: 'clerk',
  role: 'approver',
  kind: 'delegated',
  orderNumber: '125/2569',
  orderedOn: '2026-11-20',
  firstDay: '2026-11-23',
  lastDay: '2026-11-30',
}
const given = (changes: Partial<DelegationWorld['given'][number]> = {}) => ({
  ...wish,
  endedAt: null,
  ...changes,
})

const world = (already: DelegationWorld['given'] = []): DelegationWorld => ({
  officers: [MAYOR, CLERK, DEPUTY, ADMIN, GONE],
  given: already,
  byId: 'admin',
  today: '2026-11-23',
})

const CASES: [string, Partial<DelegationWish>, DelegationWorld['given'], string | undefined][] = [
  ['an order from its holder to somebody without the role stands', {}, [], undefined],
  ['a single day is enough', { lastDay: '2026-11-23' }, [], undefined],
  ['without a number it does not', { orderNumber: ' ' }, [], 'fields_needed'],
  ['nor to nobody', { toId: 'nobody' }, [], 'fields_needed'],
  ['nor to oneself', { toId: 'mayor' }, [], 'same_officer'],
  ['nor to whoever records it', { toId: 'admin' }, [], 'own_delegation'],
  ['nor to somebody whose account is closed', { toId: 'gone' }, [], 'not_active'],
  ['the power over accounts is not handed down', { fromId: 'admin', role: 'admin' }, [], 'not_delegable'],
  ['what one does not hold is not handed down', { fromId: 'deputy' }, [], 'from_has_not'],
  [
    'nor to somebody who holds it',
    { fromId: 'admin', toId: 'deputy', role: 'reviewer' },
    [],
    'to_has_already',
  ],
  ['it does not end before it begins', { lastDay: '2026-11-22' }, [], 'days_wrong'],
  ['nor is it ordered after it began', { orderedOn: '2026-11-24' }, [], 'days_wrong'],
  ['nor wholly in the past', { firstDay: '2026-11-20', lastDay: '2026-11-22' }, [], 'days_past'],
  ['two on the same days overlap', { toId: 'deputy' }, [given()], 'overlaps'],
  ['also by one day', { firstDay: '2026-11-30', lastDay: '2026-12-02' }, [given()], 'overlaps'],
  ['one after the other may stand', { firstDay: '2026-12-01', lastDay: '2026-12-02' }, [given()], undefined],
  ['one that was ended is no hindrance', {}, [given({ endedAt: new Date() })], undefined],
  ['another role is no hindrance', {}, [given({ role: 'inspector' })], undefined],
  ['what was handed down is not handed on', { fromId: 'clerk', toId: 'deputy' }, [given()], 'from_has_not'],
  [
    'nor does one hand a role down while acting in it for another',
    {},
    [given({ fromId: 'other', toId: 'mayor' })],
    'chain',
  ],
  ['nor to somebody who hands it to a third', {}, [given({ fromId: 'clerk', toId: 'deputy' })], 'chain'],
]

test.each(CASES)('%s', (_name, changes, already, problem) => {
  expect(delegationProblem({ ...wish, ...changes }, world(already))).toBe(problem)
})

test.each([
  ['2026-11-22', 'later'],
  ['2026-11-23', 'in_force'],
  ['2026-11-30', 'in_force'],
  ['2026-12-01', 'over'],
])('on %s it is %s', (today, state) => {
  expect(delegationState(given(), today)).toBe(state)
})

test('the line under the signature names the post, the order and its day', () => {
  const acting = {
    ...wish,
    officerId: 'mayor',
    name: 'นายก',
    position: 'นายกเทศมนตรี',
    order: wish.orderNumber,
  }
  expect(actingLine(acting, longDate)).toBe(
    'ปฏิบัติราชการแทน นายกเทศมนตรี ตามคำสั่งที่ 125/2569 ลงวันที่ 20 พฤศจิกายน 2569',
  )
  expect(actingLine({ ...acting, kind: 'substitute' }, longDate)).toMatch(/^รักษาราชการแทน นายกเทศมนตรี/)
})
