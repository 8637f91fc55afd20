import { expect, test } from 'vitest'
import { isStanding } from '../../src/applicant/consent.ts'
import { remindsToday, requestClock, roleOfReader, slotOf } from '../../src/privacy/rules.ts'
import { loadService } from '../../src/service/load.ts'
import { csvOf, purposesOf, recordOfProcessing } from '../../src/service/privacy.ts'

const { definition } = loadService('services/drinking-water')
const { agency } = definition
const at = (text: string) => new Date(`${text}+07:00`)

test.each([
  ['in office hours', '2026-11-23T10:42:00', '2026-11-23T10:42:00', '2026-12-23'],
  ['before the opening', '2026-11-23T06:00:00', '2026-11-23T08:30:00', '2026-12-23'],
  ['in the evening', '2026-11-23T20:00:00', '2026-11-24T08:30:00', '2026-12-24'],
  ['on a Saturday', '2026-11-28T10:00:00', '2026-11-30T08:30:00', '2026-12-30'],
])('a request %s is answered within 30 days of its receipt', (_, asked, received, dueOn) => {
  expect(requestClock(at(asked), agency)).toEqual({ receivedAt: at(received), dueOn })
})

test.each([
  ['2026-12-22', '2026-12-23', true],
  ['2026-12-16', '2026-12-23', true],
  ['2026-12-15', '2026-12-23', false],
  ['2026-12-23', '2026-12-23', true],
  ['2026-12-29', '2026-12-23', true],
])('on %s a request due on %s reminds: %s', (today, dueOn, reminds) => {
  expect(remindsToday(dueOn, today)).toBe(reminds)
})

const row = (event: 'shown' | 'given' | 'withdrawn', more = {}) => ({
  ...{ purpose: 'survey', version: '1', textHash: 'a', event, at: at('2026-11-23T10:00:00') },
  ...more,
})
test.each([
  ['nothing was chosen', [], false],
  ['a notice was shown', [row('shown')], false],
  ['given', [row('given')], true],
  ['withdrawn', [row('given'), row('withdrawn')], false],
  ['given again', [row('given'), row('withdrawn'), row('given')], true],
  ['given to an earlier version', [row('given', { version: '0' })], false],
  ['given to other words of the same version', [row('given', { textHash: 'b' })], false],
  ['given for something else', [row('given', { purpose: 'news' })], false],
])('whether a consent stands: %s', (_, rows, stands) => {
  expect(isStanding(rows, { purpose: 'survey', version: '1', textHash: 'a' })).toBe(stands)
})

test.each([
  [['reviewer', 'dpo'], 'reviewer', 'review'],
  [['inspector'], 'inspector', 'inspection'],
  [['finance', 'auditor'], 'finance', 'payment'],
  [['auditor'], 'auditor', 'audit'],
  [['dpo'], 'dpo', 'request'],
  [['editor'], 'editor', 'answer'],
])('officers with the roles %j look as %s, for %s', (roles, role, reason) => {
  expect(roleOfReader(roles)).toEqual({ role, reason })
})

test('looks within ten minutes are one', () => {
  expect(slotOf(at('2026-11-23T10:49:59'))).toBe(slotOf(at('2026-11-23T10:40:00')))
  expect(slotOf(at('2026-11-23T10:50:00'))).not.toBe(slotOf(at('2026-11-23T10:49:59')))
})

test('a service that names no purpose handles applications as its public task', () => {
  const bare = { ...definition, privacy: { purposes: [], showOfficerNames: false } }
  expect(purposesOf(bare)).toMatchObject([{ id: 'licence', basis: 'public_task', required: true }])
})

test('the record of processing has a row for each purpose and no empty cell but the law of a consent', () => {
  const [head = [], ...rows] = recordOfProcessing(definition, 'th', { refused: 2 })
  expect(rows).toHaveLength(definition.privacy.purposes.length)
  for (const cells of rows) {
    expect(cells).toHaveLength(head.length)
    expect(cells.filter((cell) => cell === '').length).toBeLessThan(2)
  }
})

test('a spreadsheet takes no cell for a formula, and keeps Thai', () => {
  expect(csvOf([['=1+1', 'ชื่อ "ก"']])).toBe(`\uFEFF"'=1+1","ชื่อ ""ก"""\r\n`)
})
