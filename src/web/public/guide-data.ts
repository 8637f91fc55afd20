/**
 * The guide as open data, for other offices' bots and portals: everything as JSON, the questions with their answers as
 * CSV too. Both languages, with the day of the last change and the terms of use. Pure.
 */
import type { Definition, FrequentQuestion, Text } from '../../service/definition.ts'
import { feeWords } from '../../service/fee/words.ts'

/** `definition` with the fees in force today; `url` is the guide page's. */
export type GuideSource = {
  definition: Definition
  published: readonly FrequentQuestion[]
  url: string
  applyUrl: string
}

export function guideJson({ definition, published, url, applyUrl }: GuideSource) {
  const { guide, agency, clock, fees, licence, form } = definition
  return {
    service: { id: definition.id, title: definition.title, law: definition.law, url, applyUrl },
    agency: {
      name: agency.name,
      unit: agency.unit,
      address: agency.address,
      phone: agency.phone,
      email: agency.email,
    },
    updatedOn: guide.updatedOn,
    license: guide.reuse,
    disclaimer: guide.disclaimer,
    topics: guide.topics.map(({ id, title, answer, more }) => ({ id, title, answer, more })),
    questions: [
      ...guide.questions.map((question) => told(question, 'guide')),
      ...published.map((question) => told(question, 'officer')),
    ],
    conditions: guide.conditions,
    steps: guide.steps,
    documents: form.documents.map(({ label, hint, optional, stateIssued }) => ({
      label,
      hint,
      optional,
      stateIssued,
    })),
    fees: fees.items.map((item) => ({
      label: item.label,
      rate: inBoth((language) => feeWords(item, language)),
    })),
    timeLimit: { days: clock.days, unit: clock.unit, law: clock.law },
    validMonths: licence.validMonths,
  }
}

/** `from`: the agency's guide, or an officer's answer made public. */
const told = ({ id, question, wordings, answer, topic }: FrequentQuestion, from: 'guide' | 'officer') => ({
  id,
  topic,
  question,
  wordings,
  answer,
  from,
})

const inBoth = (say: (language: keyof Text) => string): Text => ({ th: say('th'), en: say('en') })

const COLUMNS = [
  'id',
  'topic',
  'question_th',
  'question_en',
  'answer_th',
  'answer_en',
  'updated_on',
  'license',
  'source',
]

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function guideCsv({ definition, published, url }: GuideSource): string {
  const { topics, questions, updatedOn, reuse } = definition.guide
  const asked = [
    ...topics.map(({ id, title, answer, more }) => ({
      id,
      topic: id,
      question: title,
      answer: whole(answer, more),
    })),
    ...[...questions, ...published].map(({ id, topic = '', question, answer }) => ({
      id,
      topic,
      question,
      answer,
    })),
  ]
  const rows = asked.map(({ id, topic, question, answer }) => [
    id,
    topic,
    question.th,
    question.en,
    answer.th,
    answer.en,
    updatedOn,
    reuse.name,
    url,
  ])
  return `\ufeff${[COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

const whole = (answer: Text, more: { th: string[]; en: string[] } = { th: [], en: [] }): Text => ({
  th: [answer.th, ...more.th].join('\n'),
  en: [answer.en, ...more.en].join('\n'),
})

/** A cell that a spreadsheet would take for a formula is marked as text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
