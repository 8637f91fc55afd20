import { expect, test } from 'vitest'
import { formPages, type Row } from '../../src/service/form.ts'
import { loadService } from '../../src/service/load.ts'
import { findAddresses } from '../../src/web/address.ts'
import { changeRows, readAnswers, shownFields } from '../../src/web/citizen/read-form.ts'
import { nextTaskPath, tasksOf } from '../../src/web/citizen/tasks.ts'
import { field, label, options } from '../service/fields.ts'

const { definition } = loadService('services/drinking-water')
const pages = formPages(definition)
const fieldsOf = (id: string) => pages.find((page) => page.id === id)?.fields ?? []

test('names of controls become answers, as typed', () => {
  const form = new URLSearchParams({
    first_name: ' กมล ',
    'birth_date.day': '1',
    'birth_date.year': '2530',
    _shown: 'first_name birth_date',
  })
  expect(readAnswers(shownFields(fieldsOf('applicant'), form), form)).toEqual({
    first_name: ' กมล ',
    birth_date: { day: '1', month: '', year: '2530' },
  })
})

const every = [
  field({ id: 'many', type: 'multi', options }),
  field({ id: 'person', type: 'person_name' }),
  field({ id: 'place', type: 'location' }),
  field({ id: 'found', type: 'lookup', options }),
  field({ id: 'agree', type: 'consent', text: label, version: '2' }),
  field({ id: 'heading', type: 'heading' }),
]

test('every kind of control becomes an answer in its shape', () => {
  const form = new URLSearchParams(
    'many=a&many=c&person.title=&person.title=ดร.&person.first=กมล&person.last=ใจดี' +
      '&place.lat=16.4&place.lng=101.1&place.source=typed&found=B&agree=2',
  )
  expect(readAnswers(every, form)).toEqual({
    many: ['a', 'c'],
    person: { title: 'ดร.', first: 'กมล', last: 'ใจดี' },
    place: { lat: '16.4', lng: '101.1', accuracy: '', source: 'typed' },
    found: 'b',
    agree: '2',
  })
})

test('boxes that were all unticked are an answer too', () => {
  expect(readAnswers(every, new URLSearchParams())).toMatchObject({ many: [], agree: '', found: '' })
})

test('several may be chosen in a row, and a row without a tick is still a row', () => {
  const rows = field({
    id: 'rows',
    type: 'repeat',
    item: label,
    fields: [{ id: 'many', label, type: 'multi', options }],
  })
  const form = new URLSearchParams('rows.0.many=a&rows.0.many=b&_rows.rows=2')
  expect(readAnswers([rows], form)).toEqual({ rows: [{ many: ['a', 'b'] }, { many: [] }] })
})

test('rows are read by their number, and never more than may be', () => {
  const form = new URLSearchParams({
    'machines.1.serial': 'B',
    'machines.0.serial': 'A',
    'machines.999999.serial': 'Z',
  })
  const { machines } = readAnswers(fieldsOf('machines'), form)
  expect(machines).toHaveLength(50)
  expect((machines as Row[]).slice(0, 3)).toMatchObject([{ serial: 'A' }, { serial: 'B' }, { serial: '' }])
})

test('a row is added at the end, and taken away by its number', () => {
  const answers = { machines: [{ serial: 'A' }, { serial: 'B' }] }
  expect(changeRows(answers, new URLSearchParams({ _add: 'machines' })).machines).toHaveLength(3)
  expect(changeRows(answers, new URLSearchParams({ _remove: 'machines.0' }))).toEqual({
    machines: [{ serial: 'B' }],
  })
  expect(changeRows(answers, new URLSearchParams())).toEqual(answers)
})

test('a draft goes on at the first page that is not done', () => {
  const tasks = tasksOf(definition.form, { applicant_type: 'person', first_name: 'กมล' }, '2026-11-23')
  expect(tasks.map((task) => task.state)).toEqual(['doing', 'todo', 'todo', 'todo', 'todo'])
  expect(nextTaskPath('id', tasks)).toBe('/l/apply/id/applicant')
})

test.each([
  ['ศรีภู', 'ศรีภูมิ'],
  ['ต.ศรีภูมิ เชียงใหม่', 'ศรีภูมิ'],
  ['50200', 'ศรีภูมิ'],
  ['๕๐๒๐๐', 'ศรีภูมิ'],
])('%s finds %s', async (typed, subdistrict) => {
  expect((await findAddresses(typed)).map((row) => row.subdistrict)).toContain(subdistrict)
})

test('a further word narrows a name that many places share', async () => {
  expect(await findAddresses('ในเมือง')).toHaveLength(20)
  const narrowed = await findAddresses('ในเมือง เมืองขอนแก่น')
  expect(narrowed).toEqual([
    { subdistrict: 'ในเมือง', district: 'เมืองขอนแก่น', province: 'ขอนแก่น', postcode: '40000' },
  ])
  expect(await findAddresses('ก')).toEqual([])
})
