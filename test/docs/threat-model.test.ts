/** A threat model that names what is no longer there protects nobody. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const text = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8')
const rows = text.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim())
  return /^[STRIDE]$/.test(cells[1] ?? '') ? [cells] : []
})

test('every threat has a control, or says that nothing stands against it, and what is left', () => {
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.filter((cells) => cells.length !== 7 || cells.slice(2, 6).some((cell) => cell === ''))).toEqual(
    [],
  )
})

test('every file that it names is there', () => {
  const named = [...text.matchAll(/`((?:src|test|docs)\/[^`]+)`/g)].map(([, file]) => file ?? '')
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})

test('every test that it names is in its file', () => {
  const cited = [...text.matchAll(/`(test\/[^`]+)` “([^”]+)”/g)]
  expect(cited.length).toBeGreaterThan(50)
  const gone = cited.filter(([, file = '', name = '']) => {
    const path = join(ROOT, file)
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(name)
  })
  expect(gone.map(([line]) => line)).toEqual([])
})
