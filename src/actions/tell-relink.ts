import { mayObject } from '../applicant/relink.ts'
import { findRelink } from '../applicant/relinks.ts'
import { findApplicant } from '../applicant/store.ts'
import type { Relink } from '../applicant/table.ts'
import { insertCall } from '../application/intake.ts'
import { findLastSubmitted } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { renderMessage } from '../messages/flex.ts'
import { links } from '../messages/links.ts'
import type { OutgoingMessage } from '../messages/message.ts'
import { findOfficer, listOfficersOfRole } from '../officer/store.ts'
import { addJob } from '../outbox/store.ts'
import { bangkokDay, longDate } from '../service/dates.ts'
import type { Language, Text } from '../service/definition.ts'
import { definitionOf } from './definition-of.ts'

export type RelinkNews = 'asked' | 'done' | 'refused' | 'restored' | 'objected' | 'upheld'
type Telling = { relinkId: string; news: RelinkNews; to: 'old' | 'new' }

/** Writes what one of the two accounts is to be told, once each. */
export async function tellAccount(ctx: Context, tx: Transaction, payload: Telling): Promise<void> {
  const key = `relink:${payload.relinkId}:${payload.news}:${payload.to}`
  await addJob(tx, { name: 'tell-relink', payload, runAt: ctx.clock.now(), key })
}

type Call = { relinkId: string; news: 'asked' | 'proposed' | 'objected'; key?: string }

/** Calls those who examine, or, once something was proposed, those who confirm; everybody when the old account objects. */
export async function callForRelink(
  ctx: Context,
  tx: Transaction,
  { relinkId, news, key = '' }: Call,
): Promise<void> {
  const first = ctx.service.definition.review.steps[0]?.role ?? 'reviewer'
  const roles = {
    asked: [first],
    proposed: ['approver', 'admin'],
    objected: [first, 'approver', 'admin'],
  } as const
  const today = bangkokDay(ctx.clock.now())
  for (const role of roles[news])
    for (const { id } of await listOfficersOfRole(tx, role, today))
      await addJob(tx, {
        name: 'tell-relink',
        payload: { relinkId, news, officerId: id },
        runAt: ctx.clock.now(),
        key: `relink:${relinkId}:${news}:${key}:${id}`,
      })
}

/** Job: one card about a re-link, to an account or to an officer; the old account is told by mail or telephone too. */
export async function tellRelink(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<void> {
  const found = await findRelink(ctx.db, payload.relinkId ?? '')
  if (!found) return
  const news = payload.news as RelinkNews
  if (payload.officerId) return tellOfficer(ctx, found, { officerId: payload.officerId, news, jobId })
  const language = await languageOf(ctx, found)
  const lineUserId = payload.to === 'old' ? found.oldLineUserId : found.newLineUserId
  const side = payload.to === 'old' ? 'old' : 'new'
  if (side === 'old' && (news === 'asked' || news === 'done'))
    await tellElsewhere(ctx, found, { news, jobId })
  if (side === 'old' && news === 'done') await ctx.messenger.showMenu(lineUserId, { tab: 'start', language })
  const message = cardFor(ctx, found, { news, side, language })
  if (message) await ctx.messenger.push(lineUserId, [message], jobId)
}

async function languageOf(ctx: Context, { fromId }: Relink): Promise<Language> {
  return (await findApplicant(ctx.db, fromId))?.language ?? 'th'
}

type Card = { news: RelinkNews; side: 'old' | 'new'; language: Language }

function cardFor(ctx: Context, found: Relink, { news, side, language }: Card): OutgoingMessage | undefined {
  const words = WORDS[side][news]
  if (!words) return undefined
  const agency = ctx.service.definition.agency
  const until = found.objectUntil ? longDate(bangkokDay(found.objectUntil), language) : ''
  const say = (text: Text) => text[language].replace('{until}', until).replace('{phone}', agency.phone)
  const card = { agency: agency.name[language], title: say(words.title), text: say(words.text) }
  if (side === 'old' && mayObject(found, ctx.clock.now()))
    return renderMessage(
      ctx.flex,
      'account-notice',
      { ...card, label: NOT_ME[language], relinkId: found.id },
      language,
    )
  const isOld = side === 'old'
  const url = isOld ? links(ctx.config).guide : links(ctx.config).requests
  return renderMessage(
    ctx.flex,
    'link-card',
    { ...card, label: OPEN[isOld ? 'guide' : 'cases'][language], url },
    language,
  )
}

/** By mail where the person gave an address, else an officer is asked to ring up the number they gave. */
async function tellElsewhere(
  ctx: Context,
  found: Relink,
  { news, jobId }: { news: 'asked' | 'done'; jobId: string },
): Promise<void> {
  const last = await findLastSubmitted(ctx.db, found.fromId)
  if (!last) return
  const definition = await definitionOf(ctx, ctx.db, last)
  const { agency, roles } = definition
  const text = WORDS.old[news]?.text
  if (!text) return
  const until = found.objectUntil ? bangkokDay(found.objectUntil) : ''
  const say = (language: Language) =>
    `${text[language].replace('{until}', until && longDate(until, language)).replace('{phone}', agency.phone)}\n${BY_MAIL[language].replace('{phone}', agency.phone)}`
  const email = roles.email && last.answers[roles.email]
  if (ctx.mailer.configured && typeof email === 'string' && email)
    return ctx.mailer.send({
      id: jobId,
      to: email,
      subject: WORDS.old[news]?.title.th ?? '',
      text: `${say('th')}\n\n— — —\n\n${say('en')}\n\n${agency.name.th} / ${agency.name.en}`,
      attachments: [],
    })
  await insertCall(ctx.db, {
    id: jobId,
    applicationId: last.id,
    message: say('th'),
    createdAt: ctx.clock.now(),
  })
}

async function tellOfficer(
  ctx: Context,
  found: Relink,
  { officerId, news, jobId }: { officerId: string; news: RelinkNews; jobId: string },
): Promise<void> {
  const officer = await findOfficer(ctx.db, officerId)
  const words = OFFICER[news as keyof typeof OFFICER]
  if (!officer?.active || !officer.lineUserId || found.status !== news || !words) return
  const url = links(ctx.config).officerRelink(found.id)
  const data = { ...words, by: 'เปลี่ยนบัญชีไลน์', label: 'เปิดดู', url }
  await ctx.messenger.push(officer.lineUserId, [renderMessage(ctx.flex, 'officer-call', data, 'th')], jobId)
}

const NOT_ME: Text = { th: 'ไม่ใช่ฉัน ขอคัดค้าน', en: 'That is not me: object' }
const OPEN = {
  guide: { th: 'ดูคู่มือ', en: 'Guide' },
  cases: { th: 'คำขอของฉัน', en: 'My applications' },
} satisfies Record<string, Text>
const BY_MAIL: Text = {
  th: 'หากไม่ใช่ท่าน กดคัดค้านในแชตของบัญชีเดิม หรือโทร {phone}',
  en: 'If it is not you, object in the chat of the earlier account, or call {phone}.',
}
const OFFICER = {
  asked: { title: 'มีคำขอเปลี่ยนบัญชีไลน์', text: 'ตรวจตัวตนและบัญชีเดิม แล้วเสนอความเห็น' },
  proposed: { title: 'รอยืนยันการเปลี่ยนบัญชีไลน์', text: 'เจ้าหน้าที่อีกคนตรวจแล้ว รอผู้อนุมัติหรือผู้ดูแลระบบยืนยัน' },
  objected: { title: 'บัญชีเดิมคัดค้าน', text: 'ระงับการเปลี่ยนบัญชีไว้แล้ว โปรดติดต่อทั้งสองฝ่ายและตรวจสอบ' },
}

type Words = { title: Text; text: Text }
const WORDS: Record<'old' | 'new', Partial<Record<RelinkNews, Words>>> = {
  old: {
    asked: {
      title: { th: 'มีผู้ขอย้ายคำขอของท่านไปบัญชีไลน์อื่น', en: 'Somebody asks to move your applications' },
      text: {
        th: 'ผู้ขอยืนยันตัวตนด้วยเลขประจำตัวเดียวกับท่าน หากเป็นท่านเอง ไม่ต้องทำอะไร หากไม่ใช่ กดคัดค้านทันที',
        en: 'They proved the same ID number, and want to go on in another LINE account. If it is you, do nothing. If not, object now.',
      },
    },
    done: {
      title: { th: 'ย้ายไปบัญชีไลน์ใหม่แล้ว', en: 'Moved to another LINE account' },
      text: {
        th: 'บัญชีไลน์นี้ใช้กับบริการไม่ได้แล้ว หากท่านไม่ได้ขอ กดคัดค้านภายใน {until} หรือโทร {phone}',
        en: 'This account no longer works here. If you did not ask for it, object by {until} or call {phone}.',
      },
    },
    refused: {
      title: { th: 'ไม่มีการย้ายบัญชี', en: 'Nothing was moved' },
      text: {
        th: 'เจ้าหน้าที่ไม่อนุมัติการย้าย ท่านใช้บัญชีนี้ต่อได้ตามปกติ',
        en: 'Officers refused the move. This account works as before.',
      },
    },
    restored: {
      title: { th: 'คืนบัญชีให้ท่านแล้ว', en: 'Your account is back' },
      text: {
        th: 'คำขอและใบอนุญาตกลับมาอยู่ในบัญชีไลน์นี้แล้ว',
        en: 'Applications and licences are in this LINE account again.',
      },
    },
    upheld: {
      title: { th: 'ตรวจคำคัดค้านแล้ว', en: 'Your objection was examined' },
      text: {
        th: 'เจ้าหน้าที่สองคนตรวจแล้ว การย้ายบัญชียังมีผล สอบถามที่ {phone}',
        en: 'Two officers examined it; the move stands. Questions: {phone}.',
      },
    },
  },
  new: {
    done: {
      title: { th: 'ใช้บัญชีไลน์นี้ได้แล้ว', en: 'This account is yours now' },
      text: {
        th: 'คำขอ ใบอนุญาต และข้อมูลเดิมอยู่ในบัญชีนี้แล้ว',
        en: 'Your applications, licences and details are here now.',
      },
    },
    refused: {
      title: { th: 'ยังเปลี่ยนบัญชีไลน์ให้ไม่ได้', en: 'The account was not changed' },
      text: {
        th: 'เจ้าหน้าที่ตรวจแล้วยังไม่อนุมัติ สอบถามที่ {phone}',
        en: 'Officers did not agree. Questions: {phone}.',
      },
    },
    objected: {
      title: { th: 'ระงับการเปลี่ยนบัญชีไว้ก่อน', en: 'The change is on hold' },
      text: {
        th: 'บัญชีเดิมคัดค้าน เจ้าหน้าที่กำลังตรวจสอบ สอบถามที่ {phone}',
        en: 'The earlier account objected; officers are looking into it. Questions: {phone}.',
      },
    },
    restored: {
      title: { th: 'ยกเลิกการเปลี่ยนบัญชีแล้ว', en: 'The change was undone' },
      text: {
        th: 'คำขอเดิมกลับไปอยู่ในบัญชีเดิม สอบถามที่ {phone}',
        en: 'The applications are back in the earlier account. Questions: {phone}.',
      },
    },
    upheld: {
      title: { th: 'ใช้บัญชีไลน์นี้ต่อได้', en: 'This account works again' },
      text: {
        th: 'เจ้าหน้าที่ตรวจคำคัดค้านแล้ว การเปลี่ยนบัญชีมีผล',
        en: 'Officers examined the objection; the change stands.',
      },
    },
  },
}
