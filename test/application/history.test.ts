import { expect, test } from 'vitest'
import { brokenEntry, historyDigest } from '../../src/application/history.ts'

const at = new Date('2026-11-23T03:42:00Z')
const ID = 'c0ffee00-0000-4000-8000-000000000001'

function chain() {
  let previous = ''
  return ['submitted', 'claimed', 'approved'].map((event, index) => {
    const entry = { seq: index + 1, at, actor: 'applicant', event, data: { b: 1, a: { d: [1, 2], c: 'ก' } } }
    previous = historyDigest(previous, ID, entry)
    return { ...entry, digest: previous }
  })
}

test('an untouched history is whole, whatever order the database keeps keys in', () => {
  const rows = chain().map((row) => ({ ...row, data: { a: { c: 'ก', d: [1, 2] }, b: 1 } }))
  expect(brokenEntry(ID, rows)).toBeUndefined()
})

test('a changed entry is found', () => {
  const rows = chain()
  const changed = rows.map((row) => (row.seq === 2 ? { ...row, event: 'endorsed' } : row))
  expect(brokenEntry(ID, changed)).toBe(2)
})

test('a removed entry is found', () => {
  expect(
    brokenEntry(
      ID,
      chain().filter((row) => row.seq !== 2),
    ),
  ).toBe(2)
})
