import { expect, test } from 'vitest'
import { ensureBuilt } from '../../src/web/build.ts'
import { earlyModules } from '../../src/web/ui/fields/lazy-controls.ts'
import { BUDGETS, FORM, filesOf, LAZY_MODULES, moduleFile, readManifest, weightOf } from './weights.ts'

const { client } = await ensureBuilt()
const manifest = readManifest(client)

test.each(Object.entries(BUDGETS))('%s stays within its %i bytes', (entry, budget) => {
  expect(weightOf(client, manifest, [entry])).toBeLessThanOrEqual(budget)
})

test('no combination of fields makes a form page heavier before it comes to life than 25 KB', () => {
  const combinations = Array.from({ length: 2 ** LAZY_MODULES.length }, (_, bits) =>
    LAZY_MODULES.filter((_name, index) => bits & (1 << index)),
  )
  const weights = combinations.map((modules) => ({
    modules,
    weight: weightOf(client, manifest, [FORM, ...earlyModules(modules).map(moduleFile)]),
  }))
  const [worst] = weights.sort((one, other) => other.weight - one.weight)
  expect(combinations).toHaveLength(1024)
  expect(worst?.weight, worst?.modules.join(' ')).toBeLessThanOrEqual(BUDGETS[FORM] ?? 0)
})

test('covering a picture is downloaded when there is one to cover', () => {
  const files = filesOf(manifest, [FORM, moduleFile('file-control')])
  const editor = Object.values(manifest).find(({ file }) => file.includes('cover-picture'))?.file ?? ''
  expect(editor).toMatch(/^assets\//)
  expect(files).not.toContain(editor)
})
