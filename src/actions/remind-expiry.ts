import { findApplicant } from '../applicant/store.ts'
import { inDaytime } from '../application/draft-life.ts'
import { findApplication, listOpenCasesAbout } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { findLicence } from '../licence/store.ts'
import { holderOf, type Licence } from '../licence/table.ts'
import { renderMessage } from '../messages/flex.ts'
import { links } from '../messages/links.ts'
import { addJob } from '../outbox/store.ts'
import { addDays, bangkokDay, daysBetween, fromBangkok, longDate } from '../service/dates.ts'
import type { Definition, Text } from '../service/definition.ts'
import { withLicenceName } from '../service/licence-name.ts'
import { definitionOf } from './definition-of.ts'

const AT = '09:00'

/** Writes the reminders of a licence's last day, with its registration; days already gone by are left out. */
export async function planReminders(
  tx: Transaction,
  licence: Pick<Licence, 'id' | 'expiresOn'>,
  { reminders }: Definition['licence'],
  now: Date,
): Promise<void> {
  for (const days of reminders) {
    const runAt = fromBangkok(addDays(licence.expiresOn, -days), AT)
    const key = `expiry:${licence.id}:${days}`
    if (runAt > now)
      await addJob(tx, { name: 'remind-expiry', payload: { licenceId: licence.id }, runAt, key })
  }
}

/** Job: tells the holder once how long the licence still counts, unless it has ended or a case about it is under way. */
export async function remindExpiry(
  ctx: Context,
  { licenceId = '' }: Record<string, string>,
  jobId: string,
): Promise<Date | undefined> {
  const now = ctx.clock.now()
  const licence = await findLicence(ctx.db, licenceId)
  if (licence?.status !== 'valid' || licence.expiresOn < bangkokDay(now)) return undefined
  if ((await listOpenCasesAbout(ctx.db, licence.id)).length > 0) return undefined
  const runAt = inDaytime(now)
  if (runAt > now) return runAt
  const application = await findApplication(ctx.db, licence.applicationId)
  const person = application && (await findApplicant(ctx.db, holderOf(licence, application)))
  if (!application || !person?.lineUserId || !person.following) return undefined
  const { agency, licence: named } = await definitionOf(ctx, ctx.db, application)
  const { language } = person
  const say = (text: Text) => withLicenceName(text[language], named.name, language)
  const values: Record<string, string> = {
    number: licence.number,
    day: longDate(licence.expiresOn, language),
    days: String(daysBetween(bangkokDay(now), licence.expiresOn)),
  }
  const data = {
    agency: agency.name[language],
    title: say(WORDS.title),
    text: say(WORDS.text).replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? ''),
    label: WORDS.label[language],
    url: links(ctx.config).wallet,
  }
  await ctx.messenger.push(person.lineUserId, [renderMessage(ctx.flex, 'link-card', data, language)], jobId)
  return undefined
}

const WORDS = {
  title: { th: 'ใบอนุญาตใกล้สิ้นอายุ', en: 'Your licence is about to expire' },
  text: {
    th: 'ใบอนุญาตเลขที่ {number} ใช้ได้ถึงวันที่ {day} (อีก {days} วัน) ยื่นต่ออายุก่อนวันนั้น จะประกอบกิจการต่อได้',
    en: 'Licence {number} is valid until {day} ({days} days). Renew before then to stay open.',
  },
  label: { th: 'เปิดเอกสาร', en: 'Open it' },
}
