import { describe, expect, test } from 'vitest'
import {
  afterYears,
  type CaseFacts,
  caseVerdict,
  documentVerdict,
  fieldsVerdict,
  picturesVerdict,
} from '../../src/privacy/retention.ts'
import { Retention } from '../../src/service/definition/retention.ts'

const DEFAULTS = Retention.parse(undefined)
const BY_DAY = Retention.parse({ countFrom: 'day' })
const facts = (overrides: Partial<CaseFacts> = {}): CaseFacts => ({
  end: 'refused',
  endedOn: '2026-11-23',
  openCase: false,
  ...overrides,
})

describe('the years are over', () => {
  test.each([
    ['from a day', '2026-11-23', 10, 'day', '2036-11-24'],
    ['from a leap day to a year that has none', '2028-02-29', 1, 'day', '2029-03-01'],
    ['from a leap day to one that has', '2028-02-29', 4, 'day', '2032-03-01'],
    ['from the last day before a leap day', '2027-02-28', 1, 'day', '2028-02-29'],
    ['by calendar year, 2569', '2026-01-01', 10, 'calendar_year', '2037-01-01'],
    ['by calendar year, on its last day', '2026-12-31', 10, 'calendar_year', '2037-01-01'],
    ['by calendar year, on the first of 2570', '2027-01-01', 10, 'calendar_year', '2038-01-01'],
    ['by fiscal year, on its last day', '2026-09-30', 10, 'fiscal_year', '2036-10-01'],
    ['by fiscal year, on the first of the next', '2026-10-01', 10, 'fiscal_year', '2037-10-01'],
  ] as const)('%s', (_, from, years, countFrom, since) => {
    expect(afterYears(from, years, countFrom)).toBe(since)
  })
})

describe('a case', () => {
  const LICENCE = { inForce: false, endedOn: '2029-03-31' }
  test.each([
    ['is kept to the last day', facts(), '2036-12-31', { due: false, because: 'time', since: '2037-01-01' }],
    ['is due on the day after', facts(), '2037-01-01', { due: true, since: '2037-01-01' }],
    ['waits while it is open', facts({ end: undefined }), '2099-01-01', { due: false, because: 'open' }],
    [
      'waits while its licence is in force',
      facts({ end: 'licensed', licence: { ...LICENCE, inForce: true } }),
      '2099-01-01',
      { due: false, because: 'in_force' },
    ],
    [
      'is counted from the end of its licence',
      facts({ end: 'licensed', licence: LICENCE }),
      '2039-12-31',
      { due: false, because: 'time', since: '2040-01-01' },
    ],
    [
      'goes when those years are over',
      facts({ end: 'licensed', licence: LICENCE }),
      '2040-01-01',
      { due: true, since: '2040-01-01' },
    ],
    [
      'waits for another case about its licence',
      facts({ end: 'licensed', licence: LICENCE, openCase: true }),
      '2045-01-01',
      { due: false, because: 'open_case' },
    ],
    ['waits for an appeal', facts({ held: {} }), '2045-01-01', { due: false, because: 'held' }],
    [
      'waits until the day named',
      facts({ held: { until: '2045-01-01' } }),
      '2045-01-01',
      { due: false, because: 'held' },
    ],
    [
      'goes on the day after it',
      facts({ held: { until: '2045-01-01' } }),
      '2045-01-02',
      { due: true, since: '2037-01-01' },
    ],
  ] as const)('%s', (_, given, today, verdict) => {
    expect(caseVerdict(given, DEFAULTS, today)).toEqual(verdict)
  })

  test('is kept as long as the service says for how it ended', () => {
    const retention = Retention.parse({ countFrom: 'day', cases: { withdrawn: { years: 1 } } })
    expect(caseVerdict(facts({ end: 'withdrawn' }), retention, '2027-11-24')).toEqual({
      due: true,
      since: '2027-11-24',
    })
    expect(caseVerdict(facts(), retention, '2027-11-24')).toMatchObject({ due: false, since: '2036-11-24' })
  })
})

describe('single fields', () => {
  test.each([
    ['stay to their last day', facts(), '2027-11-23', false],
    ['go on the day after', facts(), '2027-11-24', true],
    ['wait while the case is open', facts({ end: undefined }), '2099-01-01', false],
    ['wait for an appeal', facts({ held: {} }), '2099-01-01', false],
    [
      'do not wait for the licence',
      facts({ end: 'licensed', licence: { inForce: true, endedOn: '' }, openCase: true }),
      '2027-11-24',
      true,
    ],
  ] as const)('%s', (_, given, today, due) => {
    expect(fieldsVerdict(given, 365, today).due).toBe(due)
  })
})

describe('a document', () => {
  const licensed = facts({ end: 'licensed', licence: { inForce: false, endedOn: '2027-11-22' } })
  const inForce = facts({ end: 'licensed', licence: { inForce: true, endedOn: '' } })
  test.each([
    ['a receipt by fiscal year', 'receipt', licensed, '2037-09-30', false],
    ['a receipt after it', 'receipt', licensed, '2037-10-01', true],
    ['a receipt whose licence is in force', 'receipt', inForce, '2037-10-01', true],
    ['a receipt of a case with an appeal', 'receipt', facts({ held: {} }), '2037-10-01', false],
    ['a licence in force', 'licence', inForce, '2099-01-01', false],
    ['a licence by its end', 'licence', licensed, '2037-12-31', false],
    ['a licence after its years', 'licence', licensed, '2038-01-01', true],
    ['an acknowledgement', 'acknowledgement', facts(), '2037-01-01', true],
  ] as const)('%s', (_, kind, given, today, due) => {
    expect(documentVerdict({ kind, issuedOn: '2026-11-24', case: given }, DEFAULTS, today).due).toBe(due)
  })
})

test('photos of card and face go 90 days after the decision, and not before there is one', () => {
  const { days } = BY_DAY.pictures
  expect(picturesVerdict('2026-11-23', days, '2027-02-21').due).toBe(false)
  expect(picturesVerdict('2026-11-23', days, '2027-02-22')).toEqual({ due: true, since: '2027-02-22' })
  expect(picturesVerdict(undefined, days, '2099-01-01').due).toBe(false)
})
