import { createHash, randomBytes } from 'node:crypto'
import { deleteSession, findApplicantByLineUser, findSessionRow, insertSession } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import type { ActingOfficer } from '../review/officer.ts'
import { findOfficerByLineUser } from '../review/store.ts'
import { meetApplicant } from './meet-applicant.ts'

export type SignedIn = {
  lineUserId: string
  applicantId: string
  language: 'th' | 'en'
  officer?: ActingOfficer
}

const SESSION_HOURS = 12
const hash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** ID token of LINE → our own session. The token is returned once, for the cookie. Throws Unauthenticated. */
export async function openSession(
  ctx: Context,
  idToken: string,
): Promise<{ token: string; expiresAt: Date }> {
  const { lineUserId, name } = await ctx.identity.verify(idToken)
  await meetApplicant(ctx, lineUserId, { displayName: name })
  const token = randomBytes(32).toString('base64url')
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + SESSION_HOURS * 3600_000)
  await insertSession(ctx.db, { tokenHash: hash(token), lineUserId, createdAt, expiresAt })
  return { token, expiresAt }
}

/** The person behind a session cookie, or undefined when there is none or it has expired. */
export async function findSession(ctx: Context, token: string): Promise<SignedIn | undefined> {
  const session = await findSessionRow(ctx.db, hash(token))
  if (!session || session.expiresAt <= ctx.clock.now()) return undefined
  const person = await findApplicantByLineUser(ctx.db, session.lineUserId)
  if (!person) return undefined
  const officer = await findOfficerByLineUser(ctx.db, session.lineUserId)
  return { lineUserId: session.lineUserId, applicantId: person.id, language: person.language, officer }
}

/** Ends a session; an unknown one is no error. */
export async function closeSession(ctx: Context, token: string): Promise<void> {
  await deleteSession(ctx.db, hash(token))
}
