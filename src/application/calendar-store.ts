import { and, arrayOverlaps, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { UNDER_WAY } from './lifecycle.ts'
import { type Application, application } from './table.ts'

/** One at a time files bookings with a service: what is free then stays so until the transaction ends. */
export async function lockCalendar(tx: Transaction, serviceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`calendar:${serviceId}`}))`)
}

/** The days on which the case holds times from now on. */
export async function holdDays(tx: Transaction, id: string, days: string[]): Promise<void> {
  await tx.update(application).set({ bookedDays: days }).where(eq(application.id, id))
}

type Asked = { id: string; serviceId: string; days: string[] }

/** Other cases of the service, filed and not ended without success, that may have a booking on one of these days. */
export async function listHeldCases(db: Db, { id, serviceId, days }: Asked): Promise<Application[]> {
  const onThatDay = or(isNull(application.bookedDays), arrayOverlaps(application.bookedDays, days))
  const held = inArray(application.status, [...UNDER_WAY, 'issued'])
  return db
    .select()
    .from(application)
    .where(and(eq(application.serviceId, serviceId), ne(application.id, id), held, onThatDay))
}
