import { findApplication, getOwnApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { OFFER_DAYS, offerState } from '../licence/offer.ts'
import { findLicenceOf, insertOffer } from '../licence/store.ts'
import { links } from '../messages/links.ts'
import { bangkokDay, longDate } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { withLicenceName } from '../service/licence-name.ts'
import { transactionType } from '../service/transaction.ts'
import { definitionOf } from './definition-of.ts'
import { hashToken, makeToken } from './open-session.ts'

/**
 * The link by which the new holder takes a transferred licence over, for its old holder to hand on. Each is made anew
 * and shown once. Throws NotFound: a stranger's case, no transfer, or taken over already.
 */
export async function offerLicence(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
): Promise<{ url: string; until: string; number: string }> {
  const application = await getOwnApplication(ctx.db, owner)
  if (transactionType(application.answers) !== 'transfer') throw new NotFound('licence')
  return makeOffer(ctx, application.id)
}

async function makeOffer(ctx: Context, applicationId: string) {
  const licence = await findLicenceOf(ctx.db, applicationId)
  const now = ctx.clock.now()
  const code = makeToken()
  const validUntil = new Date(now.getTime() + OFFER_DAYS * 86_400_000)
  const asking = { applicantId: '', ownerId: applicationId, now }
  if (!licence || offerState({ validUntil, tries: 0 }, licence, asking) !== 'asks')
    throw new NotFound('licence')
  const { id: licenceId, number } = licence
  await ctx.db.transaction((tx) => insertOffer(tx, { codeHash: hashToken(code), licenceId, validUntil }))
  return { url: links(ctx.config).takeOver(code), until: bangkokDay(validUntil), number }
}

/** Job: the same link by mail, where the transfer gives an address of the new holder's. The job's id is the Message-ID. */
export async function mailOffer(
  ctx: Context,
  { applicationId = '' }: Record<string, string>,
  jobId: string,
): Promise<void> {
  const application = await findApplication(ctx.db, applicationId)
  if (!application || !ctx.mailer.configured) return
  const definition = await definitionOf(ctx, ctx.db, application)
  const to = definition.roles.email ? application.answers[definition.roles.email] : undefined
  if (typeof to !== 'string' || to === '') return
  const licence = await findLicenceOf(ctx.db, application.id)
  if (!licence || licence.holderApplicantId) return
  const offer = await makeOffer(ctx, application.id)
  await ctx.mailer.send({ id: jobId, to, attachments: [], ...letter(definition, offer) })
}

type Offer = Awaited<ReturnType<typeof makeOffer>>

function letter({ agency, title, licence }: Definition, { url, until, number }: Offer) {
  const th = (text: string) => withLicenceName(text, licence.name, 'th')
  const en = (text: string) => withLicenceName(text, licence.name, 'en')
  return {
    subject: `${title.th} · ${th('รับใบอนุญาตที่โอนให้ท่าน')}`,
    text: [
      th(
        `เรียน ผู้รับโอน\n\n${title.th} เลขที่ ${number} โอนให้ท่านแล้ว เปิดลิงก์นี้ในโทรศัพท์เพื่อรับใบอนุญาตไว้ในบัญชี LINE ของท่าน ภายใน ${longDate(until, 'th')}\n${url}\n\nลิงก์นี้ใช้ได้ครั้งเดียว อย่าส่งต่อให้ผู้อื่น`,
      ),
      en(
        `Dear new holder,\n\nLicence ${number} was transferred to you. Open this link on your phone by ${longDate(until, 'en')} to keep it in your own LINE account:\n${url}\n\nThe link works once. Do not pass it on.`,
      ),
      `${agency.name.th} · ${agency.unit.th}\n${agency.phone} · ${agency.email}`,
    ].join('\n\n'),
  }
}
