/**
 * What stands before any conversation: an account that was left for another is told so and nothing more is taken from
 * it, whatever is pressed or waits; and the one button it keeps, to object.
 */
import { objectRelink } from '../actions/decide-relink.ts'
import { findStop } from '../applicant/relinks.ts'
import { findApplicantByLineUser } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { OutgoingMessage } from '../messages/message.ts'
import type { Text } from '../service/definition.ts'
import type { Incoming } from './incoming.ts'
import { languageOf } from './lookup.ts'

/** What is answered instead; undefined where the conversation goes on. */
export async function beforeConversation(
  ctx: Context,
  lineUserId: string,
  incoming: Incoming,
): Promise<OutgoingMessage[] | undefined> {
  const say = async (text: Text): Promise<OutgoingMessage[]> => {
    const written = incoming.kind === 'text' ? languageOf(incoming.text) : undefined
    const language = written ?? (await findApplicantByLineUser(ctx.db, lineUserId))?.language ?? 'th'
    return [{ type: 'text', text: text[language].replace('{phone}', ctx.service.definition.agency.phone) }]
  }
  if (incoming.kind === 'postback' && incoming.data.a === 'object-relink')
    return say(WORDS[await objected(ctx, lineUserId, incoming.data.id ?? '')])
  const stop = await findStop(ctx.db, lineUserId)
  if (!stop) return undefined
  return incoming.kind === 'unfollow' || incoming.kind === 'ignored' ? [] : say(WORDS[stop])
}

async function objected(ctx: Context, lineUserId: string, relinkId: string) {
  try {
    await objectRelink(ctx, { relinkId, lineUserId })
    return 'objected'
  } catch (error) {
    if (error instanceof Conflict || error instanceof NotFound) return 'over'
    throw error
  }
}

const WORDS = {
  objected: {
    th: 'รับคำคัดค้านแล้ว ระงับการย้ายบัญชีไว้ก่อน และแจ้งเจ้าหน้าที่แล้ว เจ้าหน้าที่จะติดต่อท่าน หรือโทร {phone}',
    en: 'Your objection is in. The move is on hold and officers have been called; they will contact you, or call {phone}.',
  },
  over: {
    th: 'คัดค้านรายการนี้ไม่ได้แล้ว หากมีปัญหา โทร {phone}',
    en: 'This can no longer be objected to. If something is wrong, call {phone}.',
  },
  moved: {
    th: 'บัญชีไลน์นี้ย้ายไปบัญชีใหม่แล้ว จึงทำรายการที่นี่ไม่ได้ หากท่านไม่ได้ขอย้าย โทร {phone}',
    en: 'This LINE account was moved to another one, so nothing can be done here. If you did not ask for that, call {phone}.',
  },
  frozen: {
    th: 'บัญชีนี้ถูกระงับไว้ระหว่างที่เจ้าหน้าที่ตรวจสอบการย้ายบัญชี สอบถามที่ {phone}',
    en: 'This account is on hold while officers look into a move of accounts. Questions: {phone}.',
  },
} satisfies Record<string, Text>
