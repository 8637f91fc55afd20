import { findApplicationsByIdentity, type IdentityKind } from '../application/identities.ts'
import { findByReference } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { digitsOf, isJuristicId, isPassport, isThaiId, maskPassport, maskThaiId } from '../service/thai.ts'
import { logAccess } from './log-access.ts'
import { type WorkItem, workItems } from './view-worklist.ts'

/** `wrong_number`: thirteen digits that nobody can have. `shown`: what was looked for, masked. */
export type FoundCases = {
  by: 'reference' | 'identity' | 'wrong_number'
  shown: string
  items: WorkItem[]
}

/**
 * Filed cases by their reference, or all in which a person, a company or the holder of a passport gave their number.
 * Who looked is logged; what for is not.
 */
export async function findCases(ctx: Context, officer: ActingOfficer, typed: string): Promise<FoundCases> {
  const text = typed.trim().slice(0, 60)
  const found = await search(ctx, officer, text)
  ctx.log.info({ event: 'cases.searched', officerId: officer.id, by: found.by, found: found.items.length })
  return found
}

async function search(ctx: Context, officer: ActingOfficer, text: string): Promise<FoundCases> {
  const byReference = await findByReference(ctx.db, text)
  if (byReference)
    return { by: 'reference', shown: text, items: await workItems(ctx, officer, [byReference]) }
  const identity = identityIn(text)
  if (!identity) return { by: isNumber(text) ? 'wrong_number' : 'reference', shown: text, items: [] }
  const cases = await findApplicationsByIdentity(ctx.db, identity.kind, text)
  const looks = cases.map(({ id, applicantId }) => ({
    applicantId,
    applicationId: id,
    what: 'search' as const,
  }))
  await logAccess(ctx, ctx.db, officer, ...looks)
  return { by: 'identity', shown: identity.masked, items: await workItems(ctx, officer, cases) }
}

function identityIn(text: string): { kind: IdentityKind; masked: string } | undefined {
  if (isNumber(text) && isThaiId(text)) return { kind: 'thai_id', masked: maskThaiId(text) }
  if (isNumber(text) && isJuristicId(text)) return { kind: 'juristic_id', masked: maskThaiId(text) }
  return isPassport(text) ? { kind: 'passport', masked: maskPassport(text) } : undefined
}

/** Written as an ID number is, and not as a reference. */
const isNumber = (text: string): boolean => /^[\d๐-๙\s-]+$/.test(text) && digitsOf(text).length === 13
