/**
 * Fields that a proof fills in: their answers are what was proven, whatever is typed. What an officer confirmed by
 * looking is, the other way round, what the form says. Pure.
 */
import { isoFromParts } from '../service/dates.ts'
import type { Definition, Proven, Question } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import {
  type Answer,
  type Answers,
  dateParts,
  formPages,
  isEmpty,
  liveAnswers,
  personNameOf,
} from '../service/form.ts'
import { digitsOf } from '../service/thai.ts'
import { isForAnother } from './ladder.ts'
import type { Proof, ProofSubject } from './table.ts'

type Case = { definition: Definition; answers: Answers }

const provenFields = (definition: Definition): (Question & { proven: Proven })[] =>
  [...fieldsById(definition).values()].flatMap((field) =>
    field.proven ? [{ ...field, proven: field.proven }] : [],
  )

/** The answers that are proven, by field; `standing`: proofs that stand, any order. Who acts for another is not named. */
export function verifiedAnswers(
  about: Case,
  standing: readonly Pick<Proof, 'subject' | 'decidedAt'>[],
): Answers {
  if (isForAnother(about)) return {}
  const newest = standing.toSorted((a, b) => (b.decidedAt?.getTime() ?? 0) - (a.decidedAt?.getTime() ?? 0))
  const entries = provenFields(about.definition).flatMap((field) => {
    const answer = newest.map(({ subject }) => answerFor(field, subject)).find((each) => each !== undefined)
    return answer === undefined ? [] : [[field.id, answer] as const]
  })
  return Object.fromEntries(entries)
}

function answerFor(field: Question & { proven: Proven }, subject: ProofSubject): Answer | undefined {
  const { idNumber, name, birthDate, address } = subject
  switch (field.proven) {
    case 'id_number':
      return idNumber
    case 'name':
      return name && (field.type === 'person_name' ? name : `${name.title}${name.first} ${name.last}`)
    case 'birth_date':
      return birthDate
    case 'address':
      return address?.text
  }
}

/** Whether an answer says what is proven, however it is written. */
export function saysSame(answer: Answer | undefined, proven: Answer | undefined): boolean {
  return plain(answer) === plain(proven)
}

function plain(answer: Answer | undefined): string {
  if (answer === undefined || isEmpty(answer)) return ''
  if (typeof answer === 'string') return /^[\d\s-]+$/.test(answer) ? digitsOf(answer) : answer.trim()
  if (!Array.isArray(answer) && 'first' in answer) return Object.values(personNameOf(answer)).join(' ').trim()
  if (!Array.isArray(answer) && 'day' in answer) return digitsOf(isoFromParts(dateParts(answer)) ?? '')
  return JSON.stringify(answer)
}

/** What an officer who compared the form with the person has confirmed. */
export function subjectOf({ definition, answers }: Case): ProofSubject {
  if (isForAnother({ definition, answers })) return {}
  const live = liveAnswers(formPages(definition), answers)
  const subject: ProofSubject = {}
  for (const { id, proven, type } of provenFields(definition)) {
    const answer = live[id]
    if (isEmpty(answer)) continue
    if (proven === 'id_number') subject.idNumber = digitsOf(String(answer))
    if (proven === 'name' && type === 'person_name') subject.name = personNameOf(answer)
  }
  return subject
}
