/** Parts that name others: kinds of application, the booking calendar, the last day of a licence. Pure. */
import type { Definition, Field, RepeatField } from '../definition.ts'
import { error, type Finding, type Path } from './finding.ts'
import { suggestion } from './nearest.ts'

export function partFindings(definition: Definition): Finding[] {
  return [
    ...transactionSteps(definition),
    ...pagesAskedFor(definition),
    ...calendarFindings(definition),
    ...validityFindings(definition),
    ...questionTopics(definition),
  ]
}

function transactionSteps({ transactions, review }: Definition): Finding[] {
  const known = review.steps.map(({ id }) => id)
  return transactions.flatMap(({ steps }, index) =>
    steps.flatMap((step, position) =>
      known.includes(step)
        ? []
        : [
            error(
              ['transactions', index, 'steps', position],
              { th: `“${step}” ไม่ใช่ขั้นพิจารณา`, en: `“${step}” is no review step` },
              suggestion(step, known, { th: 'ใช้ id ใน review.steps', en: 'use an id of review.steps' }),
            ),
          ],
    ),
  )
}

function pagesAskedFor({ form, transactions }: Definition): Finding[] {
  const known = ['new', ...transactions.map(({ type }) => type)]
  return form.pages.flatMap(({ askedFor = [] }, index) =>
    askedFor.flatMap((type, position) =>
      known.includes(type)
        ? []
        : [
            error(
              ['form', 'pages', index, 'askedFor', position],
              { th: `บริการนี้ไม่มีคำขอแบบ “${type}”`, en: `this service has no application of kind “${type}”` },
              {
                th: `เพิ่ม ${type} ใน transactions: หรือลบ`,
                en: `add ${type} under transactions:, or take it away`,
              },
            ),
          ],
    ),
  )
}

function calendarFindings({ form }: Definition): Finding[] {
  if (!form.calendar) return []
  const { rows, place, date, from, to } = form.calendar
  const path: Path = ['form', 'calendar']
  const { group, findings } = groupOf(form, rows, path)
  if (!group) return findings
  return [
    ...columnOf(group, place, ['choice', 'select', 'lookup'], [...path, 'place']),
    ...columnOf(group, date, ['date'], [...path, 'date']),
    ...columnOf(group, from, ['time'], [...path, 'from']),
    ...columnOf(group, to, ['time'], [...path, 'to']),
  ]
}

function validityFindings({ form, licence }: Definition): Finding[] {
  const path: Path = ['licence', 'validUntil']
  if (!licence.validUntil) return []
  const { group, findings } = groupOf(form, licence.validUntil.rows, path)
  return group ? columnOf(group, licence.validUntil.date, ['date'], [...path, 'date']) : findings
}

function questionTopics({ guide }: Definition): Finding[] {
  const known = guide.topics.map(({ id }) => id)
  return guide.questions.flatMap(({ topic }, index) =>
    topic === undefined || known.includes(topic)
      ? []
      : [
          error(
            ['guide', 'questions', index, 'topic'],
            { th: `“${topic}” ไม่ใช่หัวข้อของคู่มือ`, en: `“${topic}” is no topic of the guide` },
            suggestion(topic, known, { th: 'ใช้ id ใน guide.topics', en: 'use an id of guide.topics' }),
          ),
        ],
  )
}

function groupOf(
  { pages }: Definition['form'],
  id: string,
  path: Path,
): { group?: RepeatField; findings: Finding[] } {
  const groups = pages.flatMap(({ fields }) => fields).filter((field) => field.type === 'repeat')
  const group = groups.find((each) => each.id === id)
  if (group) return { group, findings: [] }
  return {
    findings: [
      error(
        [...path, 'rows'],
        { th: `“${id}” ไม่ใช่กลุ่มที่กรอกได้หลายแถว`, en: `“${id}” is no repeat group` },
        suggestion(
          id,
          groups.map((each) => each.id),
          { th: 'ใช้ id ของช่องแบบ repeat', en: 'use the id of a field of type repeat' },
        ),
      ),
    ],
  }
}

function columnOf(group: RepeatField, id: string, types: Field['type'][], path: Path): Finding[] {
  const fitting = group.fields.filter(({ type }) => types.includes(type)).map((field) => field.id)
  if (fitting.includes(id)) return []
  return [
    error(
      path,
      {
        th: `“${id}” ไม่ใช่ช่องแบบ ${types[0]} ในกลุ่ม “${group.id}”`,
        en: `“${id}” is no field of type ${types[0]} in “${group.id}”`,
      },
      suggestion(id, fitting, { th: 'ใช้ id ของช่องในกลุ่ม', en: 'use the id of a field of the group' }),
    ),
  ]
}
