import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { renderMessage } from '../messages/flex.ts'
import { links } from '../messages/links.ts'
import type { MessageData } from '../messages/message.ts'
import { findOfficer, listOfficersOfRole } from '../officer/store.ts'
import { addJob } from '../outbox/store.ts'
import { findHandOver } from '../question/hand-over.ts'
import { findQuestion } from '../question/store.ts'
import { bangkok, bangkokDay, shortDate } from '../service/dates.ts'

type Call = { questionId: string } | { handOverId: string }

/** Writes one alert job for each officer of the first step, who know the service best: a citizen asks or waits. */
export async function callOfficers(ctx: Context, tx: Transaction, call: Call): Promise<void> {
  const role = ctx.service.definition.review.steps[0]?.role
  const officers = role ? await listOfficersOfRole(tx, role, bangkokDay(ctx.clock.now())) : []
  const about = 'questionId' in call ? call.questionId : call.handOverId
  for (const { id } of officers) {
    await addJob(tx, {
      name: 'call-officer',
      payload: { ...call, officerId: id },
      runAt: ctx.clock.now(),
      key: `call-officer:${about}:${id}`,
    })
  }
}

/** Job: tells one officer, if nobody has answered or come meanwhile. */
export async function callOfficer(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<void> {
  const officer = await findOfficer(ctx.db, payload.officerId ?? '')
  if (!officer?.active || !officer.lineUserId) return
  const card = payload.questionId
    ? await questionCall(ctx, payload.questionId)
    : await chatCall(ctx, payload.handOverId ?? '')
  if (!card) return
  const message = renderMessage(ctx.flex, 'officer-call', card, 'th')
  await ctx.messenger.push(officer.lineUserId, [message], jobId)
}

type Card = MessageData['officer-call'] | undefined

async function questionCall(ctx: Context, id: string): Promise<Card> {
  const question = await findQuestion(ctx.db, id)
  if (!question || question.answeredAt || question.text === null) return undefined
  return {
    title: 'มีคำถามรอตอบ',
    text: 'คู่มือยังไม่มีคำตอบ ประชาชนจึงส่งคำถามนี้ถึงเจ้าหน้าที่',
    by: `ควรตอบภายใน ${shortDate(question.expectedOn)}`,
    label: 'เปิดคำถาม',
    url: links(ctx.config).officerQuestion(id),
  }
}

async function chatCall(ctx: Context, id: string): Promise<Card> {
  const chat = await findHandOver(ctx.db, id)
  if (!chat || chat.officerId || chat.endedAt) return undefined
  return {
    title: 'มีผู้รอคุยในแชต',
    text: 'ประชาชนขอคุยกับเจ้าหน้าที่ ผู้ที่กดรับก่อนเป็นผู้คุย',
    by: `รอตั้งแต่ ${bangkok(chat.askedAt).slice(11, 16)}\u00a0น.`,
    label: 'เปิดแชต',
    url: links(ctx.config).officerChat(id),
  }
}
