import { getDefinition } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import type { Definition } from '../service/definition.ts'
import { definitionFor } from '../service/transaction.ts'

/** The rules a case was begun under, for what it asks; read from the database only when the service has changed since. */
export async function definitionOf(
  ctx: Context,
  db: Db,
  application: Pick<Application, 'definitionHash' | 'answers'>,
): Promise<Definition> {
  const isCurrent = application.definitionHash === ctx.service.hash
  const definition = isCurrent ? ctx.service.definition : await getDefinition(db, application.definitionHash)
  return definitionFor(definition, application.answers)
}
