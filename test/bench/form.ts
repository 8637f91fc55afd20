/**
 * How long the form's rules take on large forms: `node test/bench/form.ts`. Every figure is the middle of 200 rounds
 * after 50 to warm up. The browser does this after every change, so each should stay below 5 ms.
 */
import type { Field, FormPage } from '../../src/service/definition.ts'
import { type Answers, checkFields, liveAnswers, normalise, visiblePages } from '../../src/service/form.ts'
import { field, label, options, TODAY } from '../service/fields.ts'

const FIELDS = 500
const ROWS = 200
const PAGES = 10
const [WARM_UP, ROUNDS] = [50, 200]

const TYPES: [Parameters<typeof field>[0], Answers[string]][] = [
  [{ type: 'text' }, 'ร้านน้ำดื่มใสใจ'],
  [{ type: 'number', decimals: 2 }, '1,200.50'],
  [{ type: 'choice', options }, 'b'],
  [{ type: 'date' }, { day: '22', month: '11', year: '2569' }],
  [{ type: 'multi', options }, ['a', 'c']],
]

/** Every second field depends on the one before it. */
function largeForm(): { pages: FormPage[]; answers: Answers } {
  const answers: Answers = {}
  const fields = Array.from({ length: FIELDS }, (_, index): Field => {
    const [written, answer] = TYPES[index % TYPES.length] ?? [{ type: 'text' }, '']
    answers[`f${index}`] = answer
    const when = index % 2 === 1 ? { field: `f${index - 1}`, filled: true } : undefined
    return field({ ...written, id: `f${index}`, when })
  })
  const size = FIELDS / PAGES
  const pages = Array.from({ length: PAGES }, (_, index) => ({
    id: `p${index}`,
    title: label,
    fields: fields.slice(index * size, (index + 1) * size),
  }))
  return { pages, answers }
}

function largeGroup(): { pages: FormPage[]; answers: Answers } {
  const columns = [
    { id: 'serial', label, type: 'text' },
    { id: 'kind', label, type: 'choice', options },
    { id: 'power', label, type: 'number', when: { field: 'kind', eq: 'a' } },
    { id: 'price', label, type: 'money' },
    { id: 'on', label, type: 'date', when: { field: 'site', eq: 'shop' } },
    { id: 'note', label, type: 'text', optional: true, requireWhen: { field: 'kind', eq: 'c' } },
  ]
  const group = field({
    id: 'rows',
    type: 'repeat',
    item: label,
    max: ROWS,
    unique: 'serial',
    fields: columns,
  })
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    serial: `RN-${index}`,
    kind: 'a',
    power: '750',
    price: '12,500.00',
    on: { day: '1', month: '2', year: '2569' },
    note: '',
  }))
  return { pages: [{ id: 'p', title: label, fields: [group] }], answers: { site: 'shop', rows } }
}

function middle(work: () => unknown): number {
  for (let round = 0; round < WARM_UP; round++) work()
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[ROUNDS / 2] ?? Number.NaN
}

for (const [name, { pages, answers }] of Object.entries({
  [`${FIELDS} fields`]: largeForm(),
  [`${ROWS} rows of 6`]: largeGroup(),
})) {
  const fields = pages.flatMap((page) => page.fields)
  const problems = checkFields(fields, answers, TODAY).length
  console.log(`${name} (${problems} problems)`)
  const works = {
    liveAnswers: () => liveAnswers(pages, answers),
    visiblePages: () => visiblePages(pages, answers),
    checkFields: () => checkFields(fields, answers, TODAY),
    normalise: () => normalise(pages, answers),
  }
  for (const [work, run] of Object.entries(works))
    console.log(`  ${work.padEnd(14)}${middle(run).toFixed(2)} ms`)
}
