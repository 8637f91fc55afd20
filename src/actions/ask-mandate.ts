import { findStop } from '../applicant/relinks.ts'
import { findApplicant } from '../applicant/store.ts'
import { appendHistory, lockOwnApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db, Transaction } from '../db/client.ts'
import { Conflict, NotFound } from '../errors.ts'
import { CODE_DAYS, wantedMandate } from '../mandate/mandate.ts'
import { deleteMandateOf, findMandateOf, putMandate, updateMandate } from '../mandate/store.ts'
import { isStanding } from '../proof/ladder.ts'
import { listAcceptedOf } from '../proof/store.ts'
import type { Definition } from '../service/definition.ts'
import type { Answers } from '../service/form.ts'
import { hashToken, makeToken } from './open-session.ts'
import { tellPrincipal } from './tell-mandate.ts'

type Filed = { application: Application; definition: Definition; answers: Answers }

/**
 * In the transaction that files or corrects a case: asks the principal where it is filed for another, anew only when
 * it is for somebody else than before. The case must be locked.
 */
export async function askMandate(
  ctx: Context,
  tx: Transaction,
  { application, definition, answers }: Filed,
): Promise<void> {
  const wanted = wantedMandate({ definition, answers })
  const before = await findMandateOf(tx, application.id)
  if (!wanted) return before ? deleteMandateOf(tx, application.id) : undefined
  const { kind, principal } = wanted
  const isSame = before?.kind === kind && before.principal.number === principal.number
  if (before && isSame && before.principal.name === principal.name) return
  const now = ctx.clock.now()
  const principalApplicantId =
    kind === 'attorney' ? await accountOf(tx, application, principal.number, now) : null
  const asked = await putMandate(tx, {
    applicationId: application.id,
    kind,
    principal,
    principalApplicantId,
    status: 'asked',
    askedAt: now,
  })
  const data = { mandateId: asked.id, kind }
  await appendHistory(tx, application.id, { at: now, actor: 'applicant', event: 'mandate_asked', data })
  if (principalApplicantId) await tellPrincipal(ctx, tx, { mandateId: asked.id, news: 'asked' })
}

/** The account in LINE with a standing proof of this number, other than the representative's own. */
async function accountOf(
  db: Db,
  { applicantId }: Application,
  number: string,
  now: Date,
): Promise<string | null> {
  if (!number) return null
  for (const found of await listAcceptedOf(db, number)) {
    if (found.applicantId === applicantId || !isStanding(found, now)) continue
    const person = await findApplicant(db, found.applicantId)
    if (person?.lineUserId && !(await findStop(db, person.lineUserId))) return person.id
  }
  return null
}

/**
 * A new link for the representative to hand over; the one before works no more. It is told once. Throws NotFound,
 * Conflict when nobody has to be asked.
 */
export async function makeMandateLink(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
): Promise<string> {
  const code = makeToken()
  const codeUntil = new Date(ctx.clock.now().getTime() + CODE_DAYS * 86_400_000)
  await ctx.db.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, owner)
    const found = await findMandateOf(tx, application.id)
    if (!found) throw new NotFound('mandate')
    if (found.status !== 'asked') throw new Conflict('mandate_answered')
    await updateMandate(tx, found.id, { codeHash: hashToken(code), codeUntil, tries: 0 })
  })
  return code
}
