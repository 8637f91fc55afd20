import { appendHistory, findApplication, lockApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { NotFound } from '../errors.ts'
import { endsWith, MOST_TRIES, type OfferState, offerState } from '../licence/offer.ts'
import { countTry, findLicence, findOffer, handOver, lockLicence, lockOffer } from '../licence/store.ts'
import type { LicenceOffer } from '../licence/table.ts'
import { addJob } from '../outbox/store.ts'
import { newHolderNumber } from '../service/transaction.ts'
import { definitionOf } from './definition-of.ts'
import { hashToken } from './open-session.ts'

type Asked = { code: string; applicantId: string }
/** `left`: how often a number may still be typed; `wrong`: it was just typed wrongly. */
export type TakeOver = { state: Exclude<OfferState, 'gone'>; number: string; left: number; wrong?: boolean }

/** What the link says to this person. Throws NotFound to everybody whom it is not, or no longer, for. */
export async function viewTakeOver(ctx: Context, { code, applicantId }: Asked): Promise<TakeOver> {
  const offer = await findOffer(ctx.db, hashToken(code))
  return (await openOffer(ctx, ctx.db, { offer, applicantId })).seen
}

/**
 * With the end of the number given for the new holder, the licence becomes theirs, and the old holder is told. Done
 * twice it is the same. A wrong number counts; after five the link is over (NotFound).
 */
export async function takeOverLicence(ctx: Context, asked: Asked & { typed: string }): Promise<TakeOver> {
  const { code, applicantId, typed } = asked
  const now = ctx.clock.now()
  const outcome = await ctx.db.transaction(async (tx): Promise<TakeOver | undefined> => {
    const offer = await lockOffer(tx, hashToken(code))
    if (offer) await lockLicence(tx, offer.licenceId)
    const found = await openOffer(ctx, tx, { offer, applicantId })
    const { seen, application } = found
    if (seen.state === 'taken') return seen
    const number = newHolderNumber(await definitionOf(ctx, tx, application), application.answers)
    if (!endsWith(number, typed)) {
      await countTry(tx, found.offer.codeHash)
      return seen.left > 1 ? { ...seen, left: seen.left - 1, wrong: true } : undefined
    }
    await lockApplication(tx, application.id)
    await handOver(tx, found.offer, { applicantId, at: now })
    await appendHistory(tx, application.id, { at: now, actor: 'system', event: 'taken_over', data: {} })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: application.id, message: 'takenOver' },
      runAt: now,
      key: `taken-over:${found.offer.licenceId}`,
    })
    return { ...seen, state: 'taken' }
  })
  if (!outcome) throw new NotFound('licence_offer')
  ctx.wakeRelay()
  return outcome
}

type Opened = { offer: LicenceOffer; application: Application; seen: TakeOver }

async function openOffer(
  ctx: Context,
  db: Db,
  { offer, applicantId }: { offer?: LicenceOffer; applicantId: string },
): Promise<Opened> {
  const licence = offer && (await findLicence(db, offer.licenceId))
  const application = licence && (await findApplication(db, licence.applicationId))
  if (!offer || !licence || !application) throw new NotFound('licence_offer')
  const asking = { applicantId, ownerId: application.applicantId, now: ctx.clock.now() }
  const state = offerState(offer, licence, asking)
  if (state === 'gone') throw new NotFound('licence_offer')
  return { offer, application, seen: { state, number: licence.number, left: MOST_TRIES - offer.tries } }
}
