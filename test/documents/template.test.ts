import { expect, test } from 'vitest'
import { pathsIn } from '../../src/documents/fill.ts'
import { parseTemplate } from '../../src/documents/template.ts'
import { layout } from './samples.ts'

const withBlocks = (...blocks: unknown[]) => ({ title: 'ก', short: 'ก', blocks })

test.each(['licence', 'receipt'] as const)('the %s layout is right', (kind) => {
  expect(parseTemplate(layout(kind)).blocks.length).toBeGreaterThan(5)
})

test('the licence makes no ID number, telephone or home address public', () => {
  const paths = pathsIn(layout('licence'))
  expect(paths).toContain('holder')
  expect(paths.filter((path) => /national_id|birth|phone|home_address|email/.test(path))).toEqual([])
})

const FAULTS = [
  ['an unknown block', withBlocks({ heading: 'ก' }), /a block is one of corner.*not heading/],
  ['two blocks in one', withBlocks({ p: 'ก', rule: null }), /not p, rule/],
  ['a missing option', withBlocks({ clause: { no: 'ข้อ 1' } }), /blocks\.0\.clause\.text/],
  ['a misspelt option', withBlocks({ title: { th: 'ก', colour: 'red' } }), /colour/],
  ['a row of three', withBlocks({ fields: { rows: [['ก', 'ข', 'ค']] } }), /blocks\.0\.fields\.rows\.0/],
  ['no blocks', withBlocks(), /blocks/],
  ['no title', { short: 'ก', blocks: [{ p: 'ก' }] }, /title/],
] as const

test.each(FAULTS)('%s is a fault that is named', (_, template, message) => {
  expect(() => parseTemplate(template)).toThrow(message)
})

test('every fault is named at once', () => {
  expect(() => parseTemplate({ blocks: [{ x: 1 }, { y: 2 }] })).toThrow(
    /title[\s\S]*short[\s\S]*not x[\s\S]*not y/,
  )
})

test('short forms: a paragraph may be a text, a seal may be bare', () => {
  const { blocks } = parseTemplate(withBlocks({ p: 'ข้อความ' }, { seal: null }, { space: 'flex' }))
  expect(blocks).toMatchObject([
    { name: 'p', options: { th: 'ข้อความ', align: 'filled' } },
    { name: 'seal', options: { at: 0.22 } },
    { name: 'space', options: 'flex' },
  ])
})
