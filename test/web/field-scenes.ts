/** Pages with every type of field, empty, filled in and wrong; many rows; and the exit. */
import { randomUUID } from 'node:crypto'
import type { Language } from '../../src/service/definition.ts'
import { type Answers, formPages, type Row, visiblePages } from '../../src/service/form.ts'
import { loadService } from '../../src/service/load.ts'
import { livePart } from '../../src/web/citizen/live-part.ts'
import { findProblems } from '../../src/web/citizen/tell-problems.ts'
import type { PropsOf } from '../../src/web/pages.tsx'
import { EVERY_ANSWERS, withEveryField } from './every-field.ts'
import type { AnyScene } from './photograph.ts'

const definition = withEveryField(loadService('services/drinking-water').definition)
const ID = '5b0f2f0e-3a44-4f6c-9a53-0d8f6c1b2a11'
const TODAY = '2026-11-23'

export type FormProps = PropsOf<'citizen/form'>

export function everyFieldPage(
  language: Language,
  pageId: string,
  answers: Answers,
  more: Partial<FormProps> = {},
): FormProps {
  const pages = formPages(definition)
  const page = pages.find((each) => each.id === pageId)
  const fields = page?.fields ?? []
  return {
    language,
    agency: definition.agency,
    today: TODAY,
    applicationId: ID,
    pageId,
    title: page?.title ?? { th: '', en: '' },
    fields,
    answers,
    problems: [],
    blocks: definition.form.blocks,
    exits: definition.form.exits,
    live: livePart(definition, fields, TODAY),
    position: {
      step: pages.findIndex((each) => each.id === pageId) + 1,
      of: visiblePages(pages, answers).length + 1,
    },
    action: `/l/apply/${ID}/${pageId}`,
    backHref: `/l/apply/${ID}`,
    leadsTo: 'next',
    ...more,
  }
}

const WRONG: Answers = {
  person: { title: '', first: 'กมล', last: '' },
  thai: 'no',
  passport: '12',
  spot: { lat: '98.985300', lng: '18.788343', accuracy: '', source: 'typed' },
  kinds: ['night_work'],
  opens: '25:00',
  area: '5200',
  capital: 'มาก',
  machines: [{ name: 'ปั๊มลม', power: '10', fuel: 'electric' }, { name: 'ปั๊มลม', fuel: 'diesel' }, {}],
}

export const manyRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `เครื่องจักร ${String(index + 1).padStart(3, '0')}`,
    power: String((index % 40) + 1),
    fuel: index % 3 ? 'electric' : 'diesel',
    since: { day: '1', month: '2', year: '2568' },
  }))

const photo = (name: string) => ({ id: randomUUID(), name, size: 312_000, type: 'image/jpeg' })

export function fieldScenes(language: Language): Record<string, AnyScene> {
  const show = (pageId: string, answers: Answers): AnyScene => ({
    page: 'citizen/form',
    props: everyFieldPage(language, pageId, answers),
  })
  const wrong = (pageId: string): AnyScene => {
    const props = everyFieldPage(language, pageId, WRONG)
    const problems = findProblems({ ...props, blocks: definition.form.blocks }, WRONG)
    return { page: 'citizen/form', props: { ...props, problems } }
  }
  const [exit] = definition.form.exits
  return {
    'every-person': show('person', EVERY_ANSWERS),
    'every-person-empty': show('person', {}),
    'every-person-wrong': wrong('person'),
    'every-business': show('business', EVERY_ANSWERS),
    'every-business-empty': show('business', {}),
    'every-business-wrong': wrong('business'),
    'every-machines': show('machines', EVERY_ANSWERS),
    'every-machines-wrong': wrong('machines'),
    'every-machines-many': show('machines', { ...EVERY_ANSWERS, machines: manyRows(20) }),
    'every-sign': show('sign', EVERY_ANSWERS),
    'every-sign-wrong': wrong('sign'),
    'every-photos': show('documents', { front: [photo('หน้าร้าน.jpg'), photo('ป้าย.jpg')] }),
    ...(exit && {
      exit: {
        page: 'citizen/exit',
        props: { language, agency: definition.agency, exit, changeHref: '/l/apply/1/business#f-size' },
      },
    }),
  }
}
