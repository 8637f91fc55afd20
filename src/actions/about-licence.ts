import { findApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Db } from '../db/client.ts'
import { findLicence } from '../licence/store.ts'
import type { Definition, Text } from '../service/definition.ts'
import { fieldsById, shownAnswers, shownRows } from '../service/display.ts'
import type { Answers } from '../service/form.ts'
import { GIVEN_ANEW } from '../service/reuse.ts'
import { transactionType } from '../service/transaction.ts'

/** The licence a case is about, and, where it is to be amended or transferred, what would change in it. */
export type AboutLicence = {
  number: string
  holder: string
  issuedOn: string
  expiresOn: string
  /** In Thai, as read: '' where there was or will be none. */
  changes: { label: Text; before: string; after: string }[]
}

export async function aboutLicence(
  db: Db,
  definition: Definition,
  { licenceId, answers }: Application,
): Promise<AboutLicence | undefined> {
  const licence = licenceId ? await findLicence(db, licenceId) : undefined
  const granted = licence && (await findApplication(db, licence.applicationId))
  if (!licence || !granted) return undefined
  const { number, holder, issuedOn, expiresOn } = licence
  const changes = CHANGING.includes(transactionType(answers))
    ? changesBetween(definition, granted, { answers })
    : []
  return { number, holder, issuedOn, expiresOn, changes }
}

const CHANGING = ['amend', 'transfer']

type Answered = Pick<Application, 'answers'>

/** Papers and agreements are always new; what only this case asks is no change of the licence. */
function changesBetween(definition: Definition, before: Answered, after: Answered): AboutLicence['changes'] {
  const old = textsOf(definition, before.answers)
  const now = textsOf(definition, after.answers)
  const asked = definition.form.pages.filter(({ askedFor }) => !askedFor || askedFor.includes('new'))
  const ofLicence = new Set(asked.flatMap(({ fields }) => fields.map(({ id }) => id)))
  return [...fieldsById(definition).values()]
    .filter(({ id, type }) => ofLicence.has(id) && !GIVEN_ANEW.includes(type) && old[id] !== now[id])
    .map(({ id, label }) => ({ label, before: old[id] ?? '', after: now[id] ?? '' }))
}

/** A group by what its rows say, not only by how many there are. */
function textsOf(definition: Definition, answers: Answers): Record<string, string> {
  const groups = Object.entries(shownRows(definition, answers)).map(([id, rows]) => [
    id,
    rows.map((row) => row.slice(1).filter(Boolean).join(' ')).join(', '),
  ])
  return { ...shownAnswers(definition, answers), ...Object.fromEntries(groups) }
}
