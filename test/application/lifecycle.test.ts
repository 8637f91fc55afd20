import { expect, test } from 'vitest'
import { isAllowed, next, STATUSES, TRANSITIONS, type Transition } from '../../src/application/lifecycle.ts'

const cases = (Object.keys(TRANSITIONS) as Transition[]).flatMap((transition) =>
  STATUSES.map((status) => ({ transition, status })),
)

test.each(cases)('$transition from $status follows the table', ({ transition, status }) => {
  const { from, to } = TRANSITIONS[transition]
  const allowed = (from as readonly string[]).includes(status)
  expect(isAllowed(status, transition)).toBe(allowed)
  if (allowed) expect(next(status, transition)).toBe(to)
  else expect(() => next(status, transition)).toThrow('status_does_not_allow')
})

test('an ended case cannot move any more', () => {
  for (const ended of ['issued', 'refused', 'withdrawn'] as const) {
    const leaving = (Object.keys(TRANSITIONS) as Transition[]).filter((transition) =>
      isAllowed(ended, transition),
    )
    expect(leaving).toEqual([])
  }
})
