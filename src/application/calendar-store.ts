import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { UNDER_WAY } from './lifecycle.ts'
import { type Application, application } from './table.ts'

/** One at a time files bookings with a service: what is free then stays so until the transaction ends. */
export async function lockCalendar(tx: Transaction, serviceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`calendar:${serviceId}`}))`)
}

type Asked = { id: string; serviceId: string; rows: string; date: string; days: string[] }

/** Other cases of the service, filed and not ended without success, with a booking on one of these days. */
export async function listHeldCases(
  db: Db,
  { id, serviceId, rows, date, days }: Asked,
): Promise<Application[]> {
  const theirs = sql`${application.answers}->${rows}::text`
  const list = sql`case when jsonb_typeof(${theirs}) = 'array' then ${theirs} else '[]'::jsonb end`
  const wanted = sql.join(
    days.map((day) => sql`${day}`),
    sql`, `,
  )
  const onThatDay = sql`exists (select 1 from jsonb_array_elements(${list}) as booking where booking->>${date}::text in (${wanted}))`
  const held = inArray(application.status, [...UNDER_WAY, 'issued'])
  return db
    .select()
    .from(application)
    .where(and(eq(application.serviceId, serviceId), ne(application.id, id), held, onThatDay))
}
