import { and, arrayContains, asc, desc, eq, gt, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { NotFound } from '../errors.ts'
import type { ActingOfficer } from './officer.ts'
import type { OfficerRole } from './roles.ts'
import { delegation, type Officer, type OfficerHistory, officer, officerHistory } from './table.ts'

export async function findOfficerByLineUser(db: Db, lineUserId: string): Promise<Officer | undefined> {
  const [row] = await db
    .select()
    .from(officer)
    .where(and(eq(officer.lineUserId, lineUserId), eq(officer.active, true)))
  return row
}

export async function findOfficer(db: Db, id: string): Promise<Officer | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(officer).where(eq(officer.id, id))
  return row
}

/** The officer with what delegations add on this Bangkok day; undefined where they are not active. */
export async function findActingOfficer(
  db: Db,
  lineUserId: string,
  today: string,
): Promise<ActingOfficer | undefined> {
  const found = await findOfficerByLineUser(db, lineUserId)
  return found && withDelegations(db, found, today)
}

/** What delegations add: only what a delegator in office still holds. */
export async function withDelegations(db: Db, found: Officer, today: string): Promise<ActingOfficer> {
  const { id, name, position, roles } = found
  const rows = await db
    .select({ given: delegation, from: officer })
    .from(delegation)
    .innerJoin(officer, eq(officer.id, delegation.fromId))
    .where(and(eq(delegation.toId, id), inForce(today), eq(officer.active, true)))
  const acting = rows
    .filter(({ given, from }) => from.roles.includes(given.role) && !roles.includes(given.role))
    .map(({ given, from }) => ({
      role: given.role,
      for: {
        officerId: from.id,
        name: from.name,
        position: from.position,
        kind: given.kind,
        order: given.orderNumber,
        orderedOn: given.orderedOn,
      },
    }))
  return { id, name, position, roles: [...roles, ...acting.map(({ role }) => role)], acting }
}

const inForce = (today: string) =>
  and(isNull(delegation.endedAt), lte(delegation.firstDay, today), gte(delegation.lastDay, today))

/** Active officers of a role who can be reached in LINE, and on that Bangkok day those who act for one. */
export async function listOfficersOfRole(db: Db, role: OfficerRole, today?: string): Promise<Officer[]> {
  const delegates = db
    .select({ id: delegation.toId })
    .from(delegation)
    .where(and(eq(delegation.role, role), inForce(today ?? '')))
  const holds = arrayContains(officer.roles, [role])
  return db
    .select()
    .from(officer)
    .where(
      and(
        eq(officer.active, true),
        isNotNull(officer.lineUserId),
        today ? or(holds, sql`${officer.id} in ${delegates}`) : holds,
      ),
    )
}

export async function listOfficers(db: Db): Promise<Officer[]> {
  return db.select().from(officer).orderBy(asc(officer.name))
}

/** Throws NotFound. */
export async function lockOfficer(tx: Transaction, id: string): Promise<Officer> {
  const [row] = isUuid(id) ? await tx.select().from(officer).where(eq(officer.id, id)).for('update') : []
  if (!row) throw new NotFound('officer')
  return row
}

/** All officers, locked: for changes that look at the others, such as taking the last administrator away. */
export async function lockOfficers(tx: Transaction): Promise<Officer[]> {
  return tx.select().from(officer).orderBy(asc(officer.id)).for('update')
}

export async function insertOfficer(db: Db, row: typeof officer.$inferInsert): Promise<Officer | undefined> {
  const [inserted] = await db.insert(officer).values(row).onConflictDoNothing().returning()
  return inserted
}

export async function updateOfficer(db: Db, id: string, changes: Partial<Officer>): Promise<void> {
  await db.update(officer).set(changes).where(eq(officer.id, id))
}

/** Uses up an invitation: the officer, when it was still open. */
export async function bindOfficer(
  tx: Transaction,
  asked: { invitationHash: string; lineUserId: string; now: Date },
): Promise<Officer | undefined> {
  const [row] = await tx
    .update(officer)
    .set({ lineUserId: asked.lineUserId, invitationHash: null, invitedUntil: null })
    .where(
      and(
        eq(officer.invitationHash, asked.invitationHash),
        eq(officer.active, true),
        or(isNull(officer.invitedUntil), gt(officer.invitedUntil, asked.now)),
      ),
    )
    .returning()
  return row
}

/** Every change of an account leaves a row: who did it and when. */
export async function recordOfficer(tx: Db, row: typeof officerHistory.$inferInsert): Promise<void> {
  await tx.insert(officerHistory).values(row)
}

export async function listOfficerHistory(db: Db, officerId: string): Promise<OfficerHistory[]> {
  return db
    .select()
    .from(officerHistory)
    .where(eq(officerHistory.officerId, officerId))
    .orderBy(desc(officerHistory.at))
}
