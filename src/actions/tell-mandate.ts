import { findApplicant } from '../applicant/store.ts'
import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Db, Transaction } from '../db/client.ts'
import { wantedMandate } from '../mandate/mandate.ts'
import { findMandate, findMandateOf } from '../mandate/store.ts'
import { renderMessage } from '../messages/flex.ts'
import { links } from '../messages/links.ts'
import { findOfficer, listOfficersOfRole } from '../officer/store.ts'
import { addJob } from '../outbox/store.ts'
import { listStandingProofs } from '../proof/store.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Role, Text } from '../service/definition.ts'
import { definitionOf } from './definition-of.ts'

/** Cards to the applicant that the principal is told of as well. */
const FOLLOWED = ['correction', 'refusal', 'licence', 'cancelled', 'lapse', 'givenBack'] as const
type Followed = (typeof FOLLOWED)[number]
type PrincipalNews = 'asked' | 'on_paper' | Followed
type RepresentativeNews = 'confirmed' | 'declined'

/** Writes what the principal is to be told, once. */
export async function tellPrincipal(
  ctx: Context,
  db: Db,
  { mandateId, news, key = '' }: { mandateId: string; news: PrincipalNews; key?: string },
): Promise<void> {
  await addJob(db, {
    name: 'tell-mandate',
    payload: { mandateId, news, to: 'principal' },
    runAt: ctx.clock.now(),
    key: `mandate:${mandateId}:${news}:${key}`,
  })
}

/** The representative is told what the principal answered; with a role, the officers who wait for it. */
export async function tellRepresentative(
  ctx: Context,
  tx: Transaction,
  { mandateId, news, role }: { mandateId: string; news: RepresentativeNews; role?: Role },
): Promise<void> {
  const now = ctx.clock.now()
  const officers = role ? await listOfficersOfRole(tx, role, bangkokDay(now)) : []
  const payloads: Record<string, string>[] = role
    ? officers.map(({ id }) => ({ mandateId, news, to: 'officer', officerId: id }))
    : [{ mandateId, news, to: 'representative' }]
  for (const payload of payloads)
    await addJob(tx, {
      name: 'tell-mandate',
      payload,
      runAt: now,
      key: `mandate:${mandateId}:${news}:${payload.officerId ?? payload.to}`,
    })
}

/** After a card went to the applicant: the principal of the case hears of it too, in words of their own. */
export async function followPrincipal(
  ctx: Context,
  { applicationId, message, jobId }: { applicationId: string; message: string; jobId: string },
): Promise<void> {
  const news = FOLLOWED.find((each) => each === message)
  const found = news && (await findMandateOf(ctx.db, applicationId))
  if (found && news) await tellPrincipal(ctx, ctx.db, { mandateId: found.id, news, key: jobId })
}

/** Job: one card about a mandate. */
export async function tellMandate(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<void> {
  const found = await findMandate(ctx.db, payload.mandateId ?? '')
  const application = found && (await findApplication(ctx.db, found.applicationId))
  if (!found || !application) return
  if (payload.to === 'officer') return tellOfficer(ctx, payload.officerId ?? '', application.id, jobId)
  const isPrincipal = payload.to === 'principal'
  const personId = isPrincipal ? found.principalApplicantId : application.applicantId
  const person = personId ? await findApplicant(ctx.db, personId) : undefined
  if (!person?.lineUserId) return
  if (payload.news === 'asked' && found.status !== 'asked') return
  const { language } = person
  const definition = await definitionOf(ctx, ctx.db, application)
  const words = WORDS[payload.news as keyof typeof WORDS]
  if (!words) return
  const { agency } = definition
  const proofs = await listStandingProofs(ctx.db, application.applicantId, ctx.clock.now())
  const named = proofs.find(({ subject }) => subject.name)?.subject.name
  const typed = wantedMandate({ definition, answers: application.answers })?.representative
  const fill = (text: Text) =>
    text[language]
      .replace('{who}', named ? `${named.title}${named.first} ${named.last}` : typed || UNNAMED[language])
      .replace('{what}', definition.short[language])
      .replace('{place}', application.place)
      .replace('{reference}', application.reference ?? '')
      .replace('{principal}', found.principal.name)
      .replace('{phone}', agency.phone)
  const url = isPrincipal ? links(ctx.config).mandate(found.id) : links(ctx.config).case(application.id)
  const card = { title: fill(words.title), text: fill(words.text), label: fill(words.label), url }
  const message = renderMessage(ctx.flex, 'link-card', { agency: agency.name[language], ...card }, language)
  await ctx.messenger.push(person.lineUserId, [message], jobId)
}

async function tellOfficer(
  ctx: Context,
  officerId: string,
  applicationId: string,
  jobId: string,
): Promise<void> {
  const officer = await findOfficer(ctx.db, officerId)
  if (!officer?.active || !officer.lineUserId) return
  const data = {
    title: 'ผู้มอบอำนาจปฏิเสธ',
    text: 'ผู้มอบอำนาจแจ้งว่าไม่ได้มอบอำนาจ คำขอนี้อนุมัติไม่ได้',
    by: 'ยื่นแทนผู้อื่น',
    label: 'เปิดคำขอ',
    url: links(ctx.config).officerCase(applicationId),
  }
  await ctx.messenger.push(officer.lineUserId, [renderMessage(ctx.flex, 'officer-call', data, 'th')], jobId)
}

const UNNAMED: Text = { th: 'ผู้ยื่นคำขอ', en: 'Somebody' }
const SEE: Text = { th: 'ดูรายละเอียด', en: 'See more' }
type Words = { title: Text; text: Text; label: Text }
const news = (th: string, en: string): Words => ({
  title: { th: 'เรื่องที่ยื่นแทนท่าน', en: 'Filed on your behalf' },
  text: {
    th: `คำขอ {reference} ที่ {who} ยื่นแทนท่าน: ${th}`,
    en: `Application {reference}, filed by {who} for you: ${en}`,
  },
  label: SEE,
})
const WORDS: Record<PrincipalNews | RepresentativeNews, Words> = {
  asked: {
    title: { th: 'มีผู้ยื่นคำขอแทนท่าน', en: 'Somebody applies for you' },
    text: {
      th: '{who} ยื่น{what}แทนท่าน ที่ {place} ท่านมอบอำนาจจริงหรือไม่ หากไม่ใช่ กดปฏิเสธ และโทรแจ้ง {phone}',
      en: '{who} filed “{what}” for you, at {place}. Did you give them a mandate? If not, decline and call {phone}.',
    },
    label: { th: 'ยืนยันหรือปฏิเสธ', en: 'Confirm or decline' },
  },
  on_paper: news(
    'เจ้าหน้าที่รับหนังสือมอบอำนาจแล้ว หากไม่ได้มอบอำนาจ โทร {phone}',
    'officers accepted the mandate on paper. If you gave none, call {phone}.',
  ),
  correction: news('เจ้าหน้าที่ให้แก้ไข', 'it has to be corrected.'),
  refusal: news('ไม่อนุมัติ', 'it was refused.'),
  licence: news('อนุมัติและออกเอกสารแล้ว', 'it was approved and the document issued.'),
  cancelled: news('เลิกกิจการแล้ว', 'the licence has ended.'),
  lapse: news('สิ้นสุดเพราะไม่ชำระในกำหนด', 'it lapsed unpaid.'),
  givenBack: news('คืนคำขอเพราะไม่แก้ไขในกำหนด', 'it was given back uncorrected.'),
  confirmed: {
    title: { th: 'ผู้มอบอำนาจยืนยันแล้ว', en: 'Your mandate is confirmed' },
    text: {
      th: '{principal} ยืนยันว่ามอบอำนาจให้ท่าน คำขอ {reference} ดำเนินต่อ',
      en: '{principal} confirmed it; application {reference} goes on.',
    },
    label: SEE,
  },
  declined: {
    title: { th: 'ผู้มอบอำนาจปฏิเสธ', en: 'Your mandate was declined' },
    text: {
      th: '{principal} แจ้งว่าไม่ได้มอบอำนาจ คำขอ {reference} จะไม่ได้รับอนุมัติ หากเข้าใจผิดกัน โทร {phone}',
      en: '{principal} says there is no mandate; application {reference} cannot be approved. If that is a mistake, call {phone}.',
    },
    label: SEE,
  },
}
