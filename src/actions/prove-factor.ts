import { updateSession } from '../applicant/sessions.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { afterWrongCode, isLocked, stepOfCode } from '../officer/factor.ts'
import { listFactors, useStep } from '../officer/factors.ts'
import { lockOfficer, recordOfficer, updateOfficer } from '../officer/store.ts'
import type { Officer } from '../officer/table.ts'

export type Proof = 'proved' | 'wrong' | 'locked'

/** A code of the officer's authenticator app. Each counts once; five wrong ones lock for a quarter of an hour. */
export async function proveByCode(
  ctx: Context,
  asked: { officerId: string; sessionId: string; code: string },
): Promise<Proof> {
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const officer = await lockOfficer(tx, asked.officerId)
    if (isLocked(officer, now)) return 'locked'
    if (await usesUpCode(tx, asked, now)) {
      await updateOfficer(tx, officer.id, { wrongCodes: 0, lockedUntil: null })
      await updateSession(tx, asked.sessionId, { factorAt: now })
      return 'proved'
    }
    return afterWrongTry(tx, officer, now)
  })
}

/** Counts a wrong answer; says whether it was one too many. */
export async function afterWrongTry(
  tx: Transaction,
  officer: Officer,
  at: Date,
): Promise<'wrong' | 'locked'> {
  const tries = afterWrongCode(officer, at)
  await updateOfficer(tx, officer.id, tries)
  if (!tries.lockedUntil) return 'wrong'
  await recordOfficer(tx, { officerId: officer.id, byId: officer.id, event: 'codes_locked', at })
  return 'locked'
}

async function usesUpCode(
  tx: Transaction,
  { officerId, code }: { officerId: string; code: string },
  now: Date,
): Promise<boolean> {
  for (const { id, secret } of await listFactors(tx, officerId)) {
    const step = secret ? stepOfCode(secret, code, now) : undefined
    if (step !== undefined && (await useStep(tx, id, step, now))) return true
  }
  return false
}
