/** The rules of single controls that need no browser. */
import { expect, test } from 'vitest'
import { PlainField } from '../../src/service/definition/field.ts'
import { formPages } from '../../src/service/form.ts'
import { loadService } from '../../src/service/load.ts'
import { livePart } from '../../src/web/citizen/live-part.ts'
import { modulesOf } from '../../src/web/ui/fields/lazy-controls.ts'
import { matching } from '../../src/web/ui/fields/lookup-control.tsx'
import { toggled } from '../../src/web/ui/fields/multi-control.tsx'
import { withEveryField } from './every-field.ts'

const option = (value: string, th: string, en: string) => ({ value, label: { th, en } })
const KINDS = [
  option('a', 'เปลวไฟ', 'Flames'),
  option('b', 'สารเคมี', 'Chemicals'),
  option('none', 'ไม่มี', 'None'),
]
const kinds = PlainField.parse({
  id: 'kinds',
  type: 'multi',
  label: { th: 'ชนิด', en: 'Kinds' },
  options: KINDS,
  exclusive: 'none',
})

test.each([
  [[], 'a', ['a']],
  [['b'], 'a', ['a', 'b']],
  [['a', 'b'], 'a', ['b']],
  [['a', 'b'], 'none', ['none']],
  [['none'], 'b', ['b']],
])('ticking: with %j, %s gives %j', (chosen, tapped, then) => {
  if (kinds.type !== 'multi') throw new Error('not a multi')
  expect(toggled(kinds, chosen, tapped)).toEqual(then)
})

const PLACES = [
  option('bkk', 'กรุงเทพมหานคร', 'Bangkok'),
  option('npt', 'นครปฐม', 'Nakhon Pathom'),
  option('cnx', 'เชียงใหม่', 'Chiang Mai'),
]

test.each([
  ['', ['bkk', 'npt', 'cnx']],
  ['นคร', ['npt', 'bkk']],
  ['เชียง ใหม่', ['cnx']],
  ['chiangmai', ['cnx']],
  ['ไม่มี', []],
])('a long list: "%s" finds %j', (text, found) => {
  expect(matching(PLACES, text).map(({ value }) => value)).toEqual(found)
})

test('a page that shows a computed value carries the fields it speaks of, and no more', () => {
  const definition = withEveryField(loadService('services/drinking-water').definition)
  const [person, business] = formPages(definition)
  expect(livePart(definition, person?.fields ?? [], '2026-11-23')).toBeUndefined()
  const live = livePart(definition, business?.fields ?? [], '2026-11-23')
  const ids = live?.form.pages.flatMap((page) => page.fields.map(({ id }) => id))
  expect(ids).toEqual(['kinds', 'area', 'size', 'machines'])
})

test('a page loads the controls of its fields, and those of their rows', () => {
  const definition = withEveryField(loadService('services/drinking-water').definition)
  const modules = Object.fromEntries(formPages(definition).map(({ id, fields }) => [id, modulesOf(fields)]))
  expect(modules).toEqual({
    person: ['person-name-control', 'address-control'],
    business: ['location-control', 'lookup-control', 'multi-control', 'computed-control'],
    machines: ['repeat-control'],
    sign: ['consent-control', 'signature-control'],
    documents: ['file-control'],
  })
})
