import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { serviceJsonSchema } from '../../src/service/check/check-text.ts'

const MANUALS = { en: 'docs/service-definition.md', th: 'docs/service-definition.th.md' }
const english = readFileSync(MANUALS.en, 'utf8')
const thai = readFileSync(MANUALS.th, 'utf8')

/** Every key of the service file, by its name alone. */
function keys(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(keys)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) =>
    key === 'properties' ? [...Object.keys(child), ...Object.values(child).flatMap(keys)] : keys(child),
  )
}

test.each(Object.entries(MANUALS))('the manual in %s names every key of a service file', (_, file) => {
  const text = readFileSync(file, 'utf8')
  const words = new Set(text.match(/[A-Za-z_]+/g))
  expect([...new Set(keys(serviceJsonSchema()))].filter((key) => !words.has(key))).toEqual([])
})

/** The bones of a manual: headings, rows, list items, and the code that must be the same. */
const bones = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^(#|\||\d+\. |```)/.test(line))
    .map((line) => line.match(/^(#+ (\d+)?|\||\d+\. |```\w*)/)?.[0])

test('both manuals have the same sections, tables and lists', () => {
  expect(bones(thai)).toEqual(bones(english))
})

test('both manuals name the same keys in the same rows', () => {
  const named = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => [...line.matchAll(/`([a-z][\w.: ]*)`/gi)].map(([, key]) => key).sort())
  expect(named(thai)).toEqual(named(english))
})

test('the examples in the manuals are YAML', () => {
  for (const text of [english, thai])
    for (const [, example = ''] of text.matchAll(/```yaml\n([\s\S]*?)```/g))
      for (const part of example.startsWith('when:') ? example.trim().split('\n') : [example])
        expect(() => parse(part)).not.toThrow()
})
