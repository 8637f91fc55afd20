import type { FoundIdentity } from '../applicant/relink.ts'
import { FOUND_HOURS, neededLevel } from '../applicant/relink.ts'
import { findRelinkOf, findStop } from '../applicant/relinks.ts'
import { findApplicant } from '../applicant/store.ts'
import type { Applicant, Relink } from '../applicant/table.ts'
import { findApplicationsByIdentity } from '../application/identities.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { namedNumber } from '../proof/ladder.ts'
import { listAcceptedOf, listProofs, listStandingProofs } from '../proof/store.ts'
import type { Proof } from '../proof/table.ts'
import { definitionOf } from './definition-of.ts'

/** How the new account is proven, and the account of the same number that it may go on from. */
export type OldAccount = {
  from: Applicant & { lineUserId: string }
  idNumber: string
  level: number
  needed: number
  proof?: Proof
  found?: FoundIdentity
}

/** What a new account proved that may move it: its best standing proof with a number, or what a digital ID said. */
async function ownIdentity(
  db: Db,
  person: { id: string; lineUserId: string },
  now: Date,
): Promise<{ idNumber: string; level: number; proof?: Proof; found?: FoundIdentity } | undefined> {
  const standing = await listStandingProofs(db, person.id, now)
  const [proof] = standing.filter(({ subject }) => subject.idNumber).toSorted((a, b) => b.level - a.level)
  const last = await findRelinkOf(db, person.lineUserId)
  const found = last && usable(last, now)
  if (found && found.level > (proof?.level ?? -1))
    return { idNumber: found.subject.idNumber, level: found.level, found }
  return proof?.subject.idNumber ? { idNumber: proof.subject.idNumber, level: proof.level, proof } : undefined
}

function usable({ status, found }: Relink, now: Date): FoundIdentity | undefined {
  if (!found || status === 'done' || status === 'restored' || status === 'refused') return undefined
  const isFresh = status !== 'offered' || now.getTime() - Date.parse(found.at) < FOUND_HOURS * 3600_000
  return isFresh ? found : undefined
}

/**
 * The account that the person of this one had before: proven with the same number, or, never proven, with a case of
 * their own under it. Undefined where there is none; `unproven` where nothing says who this one is.
 */
export async function findOldAccount(
  ctx: Context,
  db: Db,
  toId: string,
): Promise<OldAccount | 'unproven' | undefined> {
  const to = await findApplicant(db, toId)
  if (!to?.lineUserId) return undefined
  const own = await ownIdentity(db, { id: to.id, lineUserId: to.lineUserId }, ctx.clock.now())
  if (!own) return 'unproven'
  // Whoever was somebody else in this account does not bring a second person into it.
  if (await isProvenOtherwise(db, to.id, own.idNumber)) return undefined
  for (const id of await candidates(ctx, db, own.idNumber)) {
    if (id === to.id) continue
    const from = await findApplicant(db, id)
    if (!from?.lineUserId || (await findStop(db, from.lineUserId))) continue
    if (await isProvenOtherwise(db, id, own.idNumber)) continue
    const levels = (await listProofs(db, id))
      .filter(({ status }) => status === 'accepted')
      .map(({ level }) => level)
    return { ...own, from: { ...from, lineUserId: from.lineUserId }, needed: neededLevel(levels) }
  }
  return undefined
}

async function isProvenOtherwise(db: Db, applicantId: string, idNumber: string): Promise<boolean> {
  const proofs = await listProofs(db, applicantId)
  return proofs.some(
    ({ status, subject }) =>
      status === 'accepted' && subject.idNumber !== undefined && subject.idNumber !== idNumber,
  )
}

/** Proven accounts first, then those with a case that names the number as the applicant's own. */
async function candidates(ctx: Context, db: Db, idNumber: string): Promise<string[]> {
  const proven = (await listAcceptedOf(db, idNumber)).map(({ applicantId }) => applicantId)
  const named: string[] = []
  for (const application of await findApplicationsByIdentity(db, 'thai_id', idNumber)) {
    const definition = await definitionOf(ctx, db, application)
    if (namedNumber({ definition, answers: application.answers }) === idNumber)
      named.push(application.applicantId)
  }
  return [...new Set([...proven, ...named])]
}
