import { lockOwnApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db, Transaction } from '../db/client.ts'
import { Conflict, Invalid } from '../errors.ts'
import { findOpenCorrection } from '../review/store.ts'
import type { Definition, Question } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import { withDependents } from '../service/form.ts'
import { definitionOf } from './definition-of.ts'

export type Editable = { application: Application; definition: Definition; fields: Map<string, Question> }

/**
 * The applicant's case, locked, with the fields that may be changed now: all of a draft's, or those an officer named
 * when the case was returned and what hangs on them. Throws NotFound, Conflict when nothing may be changed.
 */
export async function openForEditing(
  ctx: Context,
  tx: Transaction,
  owner: { applicationId: string; applicantId: string },
): Promise<Editable> {
  const application = await lockOwnApplication(tx, owner)
  const definition = await definitionOf(ctx, tx, application)
  const fields = await editableFields(tx, application, definition)
  return { application, definition, fields }
}

async function editableFields(
  db: Db,
  application: Application,
  definition: Definition,
): Promise<Map<string, Question>> {
  const all = fieldsById(definition)
  if (application.status === 'draft') return all
  const correction =
    application.status === 'returned' ? await findOpenCorrection(db, application.id) : undefined
  if (!correction) throw new Conflict('already_submitted')
  return openFields(definition, correction.items)
}

/** What a correction may change: the items named, and what their answers bring in. */
export function openFields(definition: Definition, items: { field: string }[]): Map<string, Question> {
  const fields = withDependents(
    definition,
    items.map((item) => item.field),
  )
  return new Map(fields.map((field) => [field.id, field]))
}

/** Throws Invalid when a field is not among those that may be changed. */
export function requireEditable(fields: Map<string, Question>, fieldId: string): Question {
  const field = fields.get(fieldId)
  if (!field) throw new Invalid('invalid', [{ field: fieldId, code: 'not_editable' }])
  return field
}
