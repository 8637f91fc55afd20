import { getDefinition } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import type { Definition } from '../service/definition.ts'

/** The rules a case was begun under; read from the database only when the service has changed since. */
export async function definitionOf(
  ctx: Context,
  db: Db,
  application: Pick<Application, 'definitionHash'>,
): Promise<Definition> {
  return application.definitionHash === ctx.service.hash
    ? ctx.service.definition
    : getDefinition(db, application.definitionHash)
}
