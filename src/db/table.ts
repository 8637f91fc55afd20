import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/**
 * The keys under which something here is sealed, each with a proof that it is the right one: a start without one of
 * them, or with other bytes under its id, is refused before it can write what the rest cannot read.
 */
export const dataKey = pgTable('data_key', {
  id: text().primaryKey(),
  proof: text().notNull(),
  since: timestamp({ withTimezone: true }).notNull(),
})
