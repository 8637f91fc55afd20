import { and, desc, eq, gt, inArray, isNull, lt, ne } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { idTokenUse, type Session, session } from './table.ts'

export async function insertSession(db: Db, row: typeof session.$inferInsert): Promise<Session | undefined> {
  const [inserted] = await db.insert(session).values(row).returning()
  return inserted
}

/** Also one that has ended or run out: whoever asks looks at its times. */
export async function findSessionRow(db: Db, tokenHash: string): Promise<Session | undefined> {
  const [row] = await db.select().from(session).where(eq(session.tokenHash, tokenHash))
  return row
}

export async function lockSession(tx: Transaction, id: string): Promise<Session | undefined> {
  const [row] = await tx.select().from(session).where(eq(session.id, id)).for('update')
  return row
}

export async function updateSession(db: Db, id: string, changes: Partial<Session>): Promise<void> {
  await db.update(session).set(changes).where(eq(session.id, id))
}

/** What still runs, the newest first. */
export async function listSessions(db: Db, lineUserId: string, now: Date): Promise<Session[]> {
  return db
    .select()
    .from(session)
    .where(and(eq(session.lineUserId, lineUserId), isNull(session.endedAt), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt))
}

/** Ends sessions of a LINE user: those named, or all but one, or all. */
export async function endSessions(
  db: Db,
  asked: { lineUserId: string; ids?: string[]; except?: string; at: Date },
): Promise<void> {
  const { lineUserId, ids, except, at } = asked
  await db
    .update(session)
    .set({ endedAt: at })
    .where(
      and(
        eq(session.lineUserId, lineUserId),
        isNull(session.endedAt),
        ids && inArray(session.id, ids),
        except ? ne(session.id, except) : undefined,
      ),
    )
}

/**
 * Claims an ID token for a browser: true when it was free, or was claimed by the same browser and the session that it
 * opened has not been ended by anybody.
 */
export async function claimIdToken(
  tx: Transaction,
  asked: { tokenKey: string; browserHash: string; expiresAt: Date },
): Promise<boolean> {
  await tx.insert(idTokenUse).values(asked).onConflictDoNothing()
  const [row] = await tx
    .select({ browserHash: idTokenUse.browserHash, endedAt: session.endedAt })
    .from(idTokenUse)
    .leftJoin(session, eq(session.id, idTokenUse.sessionId))
    .where(eq(idTokenUse.tokenKey, asked.tokenKey))
  return row?.browserHash === asked.browserHash && row.endedAt === null
}

export async function recordTokenSession(
  tx: Transaction,
  tokenKey: string,
  sessionId: string,
): Promise<void> {
  await tx.update(idTokenUse).set({ sessionId }).where(eq(idTokenUse.tokenKey, tokenKey))
}

export async function forgetExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.delete(session).where(lt(session.expiresAt, now))
  await db.delete(idTokenUse).where(lt(idTokenUse.expiresAt, now))
}
