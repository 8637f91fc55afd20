import { createHash, randomBytes } from 'node:crypto'
import {
  claimIdToken,
  endSessions,
  findSessionRow,
  insertSession,
  recordTokenSession,
  updateSession,
} from '../applicant/sessions.ts'
import { findApplicantByLineUser } from '../applicant/store.ts'
import type { Session } from '../applicant/table.ts'
import type { Context } from '../context.ts'
import { Unauthenticated } from '../errors.ts'
import { hasFactor } from '../officer/factors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { findActingOfficer } from '../officer/store.ts'
import { bangkokDay } from '../service/dates.ts'
import { meetApplicant } from './meet-applicant.ts'

/** `officer` only once the second factor has been proved in this session; before that `unproven`. */
export type SignedIn = {
  sessionId: string
  lineUserId: string
  applicantId: string
  language: 'th' | 'en'
  officer?: ActingOfficer
  unproven?: ActingOfficer & { hasFactor: boolean }
  factorAt?: Date
}

const SESSION_HOURS = 12
/** An officer who does nothing for so long is signed out. */
const IDLE_MINUTES = 30
/** So often is it written down that a session is in use. */
const SEEN_EVERY_SECONDS = 60

/** How a token of the cookies is kept. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
export const makeToken = (): string => randomBytes(32).toString('base64url')

type Asked = { idToken: string; browser: string; device: string; before?: SignedIn }

/**
 * ID token of LINE → our own session. The token is returned once, for the cookie; undefined: the session before is
 * the same person's and goes on. An ID token counts in one browser (`browser`), and no more once the session that it
 * opened has been ended. Throws Unauthenticated.
 */
export async function openSession(
  ctx: Context,
  { idToken, browser, device, before }: Asked,
): Promise<{ token: string; expiresAt: Date } | undefined> {
  const { lineUserId, name, tokenKey, expiresAt } = await ctx.identity.verify(idToken)
  const claim = { tokenKey, browserHash: hashToken(browser), expiresAt }
  if (before?.lineUserId === lineUserId) {
    if (!(await ctx.db.transaction((tx) => claimIdToken(tx, claim)))) throw new Unauthenticated('token_used')
    return undefined
  }
  await meetApplicant(ctx, lineUserId, { displayName: name })
  return ctx.db.transaction(async (tx) => {
    if (!(await claimIdToken(tx, claim))) throw new Unauthenticated('token_used')
    const at = ctx.clock.now()
    if (before) await endSessions(tx, { lineUserId: before.lineUserId, ids: [before.sessionId], at })
    const token = makeToken()
    const runsUntil = new Date(at.getTime() + SESSION_HOURS * 3600_000)
    const row = { tokenHash: hashToken(token), lineUserId, device, createdAt: at, lastSeenAt: at }
    const opened = await insertSession(tx, { ...row, expiresAt: runsUntil })
    if (opened) await recordTokenSession(tx, tokenKey, opened.id)
    return { token, expiresAt: runsUntil }
  })
}

/**
 * The person behind a session cookie, or undefined when there is none or it is over. `polled`: a page asks by itself,
 * which keeps no officer signed in.
 */
export async function findSession(
  ctx: Context,
  token: string,
  { polled = false } = {},
): Promise<SignedIn | undefined> {
  const now = ctx.clock.now()
  const session = await findSessionRow(ctx.db, hashToken(token))
  if (!session || session.endedAt || session.expiresAt <= now) return undefined
  const person = await findApplicantByLineUser(ctx.db, session.lineUserId)
  if (!person) return undefined
  const officer = await findActingOfficer(ctx.db, session.lineUserId, bangkokDay(now))
  const idle = now.getTime() - (session.lastSeenAt ?? session.createdAt).getTime()
  if (officer && idle > IDLE_MINUTES * 60_000) return undefined
  if (!polled && idle > SEEN_EVERY_SECONDS * 1000)
    await updateSession(ctx.db, session.id, { lastSeenAt: now })
  const { id: sessionId, lineUserId } = session
  const found = { sessionId, lineUserId, applicantId: person.id, language: person.language }
  return officer ? { ...found, ...(await proved(ctx, session, officer)) } : found
}

async function proved(ctx: Context, { factorAt }: Session, officer: ActingOfficer) {
  if (factorAt) return { officer, factorAt }
  return { unproven: { ...officer, hasFactor: await hasFactor(ctx.db, officer.id) } }
}

/** Ends a session; an unknown one is no error. */
export async function closeSession(ctx: Context, token: string): Promise<void> {
  const session = await findSessionRow(ctx.db, hashToken(token))
  if (session) await updateSession(ctx.db, session.id, { endedAt: ctx.clock.now() })
}
