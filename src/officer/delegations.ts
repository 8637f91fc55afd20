import { desc, eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { type Delegation, delegation } from './table.ts'

export async function listDelegations(db: Db): Promise<Delegation[]> {
  return db.select().from(delegation).orderBy(desc(delegation.firstDay), desc(delegation.createdAt))
}

export async function insertDelegation(db: Db, row: typeof delegation.$inferInsert): Promise<void> {
  await db.insert(delegation).values(row)
}

export async function updateDelegation(db: Db, id: string, changes: Partial<Delegation>): Promise<void> {
  await db.update(delegation).set(changes).where(eq(delegation.id, id))
}
