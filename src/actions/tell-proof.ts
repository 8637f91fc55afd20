import { findApplicant } from '../applicant/store.ts'
import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { renderMessage } from '../messages/flex.ts'
import { links } from '../messages/links.ts'
import { addJob } from '../outbox/store.ts'
import { findProof, listAppointmentsOf } from '../proof/store.ts'
import type { Appointment, Proof } from '../proof/table.ts'
import { shortDateTime } from '../service/dates.ts'
import type { Language, Text } from '../service/definition.ts'
import { definitionOf } from './definition-of.ts'
import { meeting } from './view-proof.ts'

export type ProofNews = 'accepted' | 'refused' | 'link' | 'missed' | 'day' | 'hour'
type Telling = { proofId: string; news: ProofNews; runAt: Date; startsAt?: Date }

/** Writes what its applicant is to be told of a proof, once for each appointment. */
export async function tellApplicant(
  tx: Transaction,
  { proofId, news, runAt, startsAt }: Telling,
): Promise<void> {
  const of = startsAt?.toISOString() ?? ''
  const payload = { proofId, news, startsAt: of }
  await addJob(tx, { name: 'tell-proof', payload, runAt, key: `proof:${proofId}:${news}:${of}` })
}

/** Job: news of a proof in the chat, unless it is out of date: the appointment was moved, another way was chosen. */
export async function tellProof(ctx: Context, payload: Record<string, string>, jobId: string): Promise<void> {
  const proof = await findProof(ctx.db, payload.proofId ?? '')
  const application = proof?.applicationId ? await findApplication(ctx.db, proof.applicationId) : undefined
  const person = proof && (await findApplicant(ctx.db, proof.applicantId))
  if (!proof || !application || !person?.lineUserId) return
  const appointment = (await listAppointmentsOf(ctx.db, proof.id)).find(
    ({ startsAt }) => startsAt.toISOString() === payload.startsAt,
  )
  const news = payload.news as ProofNews
  if (!isNews(news, proof, appointment)) return
  const { language } = person
  const definition = await definitionOf(ctx, ctx.db, application)
  const call = appointment && meeting(appointment, definition)
  const data = {
    agency: definition.agency.name[language],
    ...words(news, language, {
      when: call ? shortDateTime(call.startsAt, language) : '',
      reason: proof.reason,
    }),
    url: links(ctx.config)[news === 'accepted' ? 'case' : 'identity'](application.id),
  }
  await ctx.messenger.push(person.lineUserId, [renderMessage(ctx.flex, 'link-card', data, language)], jobId)
}

/** What it tells of is still so. */
function isNews(news: ProofNews, proof: Proof, appointment: Appointment | undefined): boolean {
  if (news === 'accepted' || news === 'refused') return proof.status === news
  if (proof.status !== 'requested') return false
  return appointment?.status === (news === 'missed' ? 'missed' : 'booked')
}

const WORDS: Record<ProofNews, { title: Text; text: Text; label: Text }> = {
  accepted: {
    title: { th: 'ยืนยันตัวตนแล้ว', en: 'Your identity is verified' },
    text: {
      th: 'เจ้าหน้าที่ตรวจแล้ว ถูกต้อง ไม่ต้องทำอะไรเพิ่ม',
      en: 'An officer has checked it. There is nothing more to do.',
    },
    label: { th: 'ดูคำขอ', en: 'See the case' },
  },
  refused: {
    title: { th: 'ยังยืนยันตัวตนไม่ได้', en: 'Your identity is not verified yet' },
    text: {
      th: 'เหตุผล: {reason} ทำใหม่ หรือเลือกวิธีอื่นได้',
      en: 'Reason: {reason} You can try again or choose another way.',
    },
    label: { th: 'ยืนยันอีกครั้ง', en: 'Try again' },
  },
  link: {
    title: { th: 'ลิงก์วิดีโอคอลพร้อมแล้ว', en: 'The link for your video call' },
    text: {
      th: 'นัด {when} เปิดลิงก์ได้จากหน้านัดหมาย เตรียมบัตรประชาชนตัวจริงไว้',
      en: 'Appointment: {when}. The link is on the appointment page. Have your ID card ready.',
    },
    label: { th: 'ดูนัดหมาย', en: 'See the appointment' },
  },
  missed: {
    title: { th: 'เราไม่พบท่านตามนัด', en: 'We missed you' },
    text: {
      th: 'นัดวิดีโอคอล {when} ผ่านไปแล้ว เลือกเวลาใหม่ หรือเปลี่ยนเป็นวิธีอื่นได้',
      en: 'The video call of {when} did not take place. Choose a new time or another way.',
    },
    label: { th: 'เลือกเวลาใหม่', en: 'Choose a new time' },
  },
  day: {
    title: { th: 'พรุ่งนี้มีนัดวิดีโอคอล', en: 'Video call tomorrow' },
    text: {
      th: 'นัด {when} เตรียมบัตรประชาชนตัวจริงไว้ หากไม่สะดวก เลื่อนได้',
      en: 'Appointment: {when}. Have your ID card ready. If it does not suit, you can move it.',
    },
    label: { th: 'ดูนัดหมาย', en: 'See the appointment' },
  },
  hour: {
    title: { th: 'อีก 1 ชั่วโมงมีนัดวิดีโอคอล', en: 'Video call in an hour' },
    text: {
      th: 'นัด {when} เตรียมบัตรประชาชนตัวจริงไว้',
      en: 'Appointment: {when}. Have your ID card ready.',
    },
    label: { th: 'เปิดหน้านัดหมาย', en: 'Open the appointment' },
  },
}

function words(news: ProofNews, language: Language, values: Record<string, string>) {
  const say = (text: Text) => text[language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  const { title, text, label } = WORDS[news]
  return { title: say(title), text: say(text), label: say(label) }
}
