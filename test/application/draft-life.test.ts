import { describe, expect, test } from 'vitest'
import { draftReminder, inDaytime, lastDayOfDraft } from '../../src/application/draft-life.ts'

const at = (text: string) => new Date(`${text}+07:00`)
const LEFT = at('2026-11-01T23:30:00')

describe('the owner of a draft last changed on 1 November', () => {
  test.each([
    ['2026-11-03T12:00:00', undefined],
    ['2026-11-04T00:10:00', 'unsent'],
    ['2026-11-06T23:59:00', 'unsent'],
    ['2026-11-07T00:01:00', undefined],
    ['2026-11-27T23:59:00', undefined],
    ['2026-11-28T08:00:00', 'deletion'],
    ['2026-12-24T08:00:00', 'deletion'],
  ])('is told on %s: %s', (now, occasion) => {
    expect(draftReminder(LEFT, at(now), 30)).toBe(occasion)
  })

  test('has it until 1 December', () => {
    expect(lastDayOfDraft(LEFT, 30)).toBe('2026-12-01')
  })
})

describe('nobody is told at night', () => {
  test.each([
    ['2026-11-04T07:59:59', '2026-11-04T08:00:00'],
    ['2026-11-04T08:00:00', '2026-11-04T08:00:00'],
    ['2026-11-04T19:59:59', '2026-11-04T19:59:59'],
    ['2026-11-04T20:00:00', '2026-11-05T08:00:00'],
    ['2026-11-30T23:59:00', '2026-12-01T08:00:00'],
  ])('%s becomes %s', (now, then) => {
    expect(inDaytime(at(now))).toEqual(at(then))
  })
})
