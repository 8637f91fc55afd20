import { findApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import { renderMessage } from '../messages/flex.ts'
import { links } from '../messages/links.ts'
import { findOfficer } from '../officer/store.ts'
import { isRequestOpen, remindsToday } from '../privacy/rules.ts'
import { findRequest, listRequests } from '../privacy/store.ts'
import type { DataRequest } from '../privacy/table.ts'
import { KIND_WORDS } from '../privacy/words.ts'
import { bangkokDay, daysBetween, longDate, shortDate } from '../service/dates.ts'
import type { Language, Text } from '../service/definition.ts'
import { callDpos } from './ask-data-request.ts'

const WORDS = {
  receivedTitle: { th: 'ได้รับเรื่องแล้ว', en: 'We have your request' },
  received: {
    th: '{kind} เราจะตอบภายในวันที่ {day}',
    en: '{kind}. You will have an answer by {day}.',
  },
  doneTitle: { th: 'ตอบเรื่องของท่านแล้ว', en: 'Your request is answered' },
  done: { th: '{kind} เปิดดูคำตอบได้', en: '{kind}. Open it to read the answer.' },
  refusedTitle: { th: 'ไม่อาจทำตามที่ขอได้', en: 'We cannot do what you asked' },
  refused: {
    th: '{kind} เปิดดูเหตุผลและวิธีร้องเรียนได้',
    en: '{kind}. Open it to read why, and how to complain.',
  },
  exportTitle: { th: 'สำเนาข้อมูลพร้อมแล้ว', en: 'The copy of your data is ready' },
  export: { th: 'ดาวน์โหลดได้ภายใน 24 ชั่วโมง', en: 'You can download it for 24 hours.' },
  open: { th: 'เปิดดู', en: 'Open' },
} as const satisfies Record<string, Text>

/** Job: news of a request to who made it, if they can be reached in LINE; the page “My data” shows it in any case. */
export async function tellDataRequest(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<void> {
  const request = await findRequest(ctx.db, payload.requestId ?? '')
  const person = request && (await findApplicant(ctx.db, request.applicantId))
  if (!request || !person?.lineUserId || !person.following) return
  const { language } = person
  const key = newsOf(request, payload.news)
  const data = {
    agency: ctx.service.definition.agency.name[language],
    title: WORDS[`${key}Title`][language],
    text: fill(WORDS[key][language], request, language),
    label: WORDS.open[language],
    url: key === 'export' ? links(ctx.config).myData : links(ctx.config).dataRequest(request.id),
  }
  await ctx.messenger.push(person.lineUserId, [renderMessage(ctx.flex, 'link-card', data, language)], jobId)
}

function newsOf({ status }: DataRequest, news = ''): 'received' | 'export' | 'done' | 'refused' {
  if (news === 'export' || news === 'received') return news
  return status === 'refused' ? 'refused' : 'done'
}

const fill = (text: string, { kind, dueOn }: DataRequest, language: Language): string =>
  text.replace('{kind}', KIND_WORDS[kind][language]).replace('{day}', longDate(dueOn, language))

/** Job: one officer who answers for personal data hears of a request, while it is open. */
export async function callDpo(ctx: Context, payload: Record<string, string>, jobId: string): Promise<void> {
  const request = await findRequest(ctx.db, payload.requestId ?? '')
  const officer = await findOfficer(ctx.db, payload.officerId ?? '')
  if (!request || !isRequestOpen(request.status) || !officer?.active || !officer.lineUserId) return
  const left = daysBetween(bangkokDay(ctx.clock.now()), request.dueOn)
  const card = {
    title: 'คำขอใช้สิทธิข้อมูลส่วนบุคคล',
    text: KIND_WORDS[request.kind].th,
    by: left < 0 ? `เกินกำหนด ${-left} วัน` : `ตอบภายใน ${shortDate(request.dueOn)} (เหลือ ${left} วัน)`,
    label: 'เปิดคำขอ',
    url: links(ctx.config).officerDataRequest(request.id),
  }
  await ctx.messenger.push(officer.lineUserId, [renderMessage(ctx.flex, 'officer-call', card, 'th')], jobId)
}

/** Job, every morning: reminds of requests whose last day is near or past. Run twice it reminds once. */
export async function watchDataRequests(ctx: Context): Promise<void> {
  const today = bangkokDay(ctx.clock.now())
  const due = (await listRequests(ctx.db, true)).filter(({ dueOn }) => remindsToday(dueOn, today))
  for (const { id } of due)
    await ctx.db.transaction((tx) => callDpos(ctx, tx, { requestId: id, key: `call-dpo:${id}:${today}` }))
  ctx.wakeRelay()
}
