import { expect, test } from 'vitest'
import { serviceJsonSchema } from '../../src/service/check/check-text.ts'

type Node = { [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every property of the schema by its path, with its description. */
function properties(node: unknown, path = ''): [string, unknown][] {
  if (Array.isArray(node)) return node.flatMap((each, index) => properties(each, `${path}[${index}]`))
  if (!isNode(node)) return []
  return Object.entries(node).flatMap(([key, child]) => {
    if (key !== 'properties' || !isNode(child)) return properties(child, path)
    return Object.entries(child).flatMap(([name, property]) => [
      [`${path}.${name}`, isNode(property) ? property.description : undefined] as [string, unknown],
      ...properties(property, `${path}.${name}`),
    ])
  })
}

const all = properties(serviceJsonSchema())

test('the schema has many properties', () => {
  expect(all.length).toBeGreaterThan(300)
})

test('every key of a service file is described in Thai and in English', () => {
  const lacking = all.filter(([, said]) => typeof said !== 'string' || !/[ก-๛].* — .*[A-Za-z]/.test(said))
  expect(lacking.map(([path]) => path)).toEqual([])
})

test('the English half is English', () => {
  const wrong = all.filter(([, said]) => /[ก-๛]/.test(String(said).split(' — ')[1] ?? ''))
  expect(wrong.map(([path]) => path)).toEqual([])
})
