import { expect, test } from 'vitest'
import { isUuid, timeOrderedUuid } from '../../src/db/uuid.ts'

test('ids made later sort later, are of version 7, and never repeat', () => {
  const made = Array.from({ length: 50 }, (_, second) =>
    timeOrderedUuid(new Date(1_795_000_000_000 + second * 1000)),
  )
  expect([...made].sort()).toEqual(made)
  expect(made.every((id) => isUuid(id) && id[14] === '7' && '89ab'.includes(id[19] ?? ''))).toBe(true)
  expect(timeOrderedUuid(new Date(0))).not.toBe(timeOrderedUuid(new Date(0)))
})
