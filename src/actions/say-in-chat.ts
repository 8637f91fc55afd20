import { randomUUID } from 'node:crypto'
import { findApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { Conflict, Forbidden, Invalid } from '../errors.ts'
import type { OutgoingMessage } from '../messages/message.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { findOfficer } from '../officer/store.ts'
import { addJob } from '../outbox/store.ts'
import { insertChatFile } from '../question/chat-files.ts'
import {
  findHandOver,
  findOpenHandOver,
  findWord,
  hasEarlierUnsent,
  insertWord,
  lockHandOver,
  markWordSent,
  updateHandOver,
} from '../question/hand-over.ts'
import { keepable, LONGEST, mayAnswer } from '../question/rules.ts'
import type { ChatKind, ChatWord, HandOver } from '../question/table.ts'
import type { Language } from '../service/definition.ts'
import { safeName } from './attach-file.ts'

type Said = { handOverId: string; wordId: string; text: string }

/**
 * An officer's words in the chat they hold. The form's `wordId` makes a second press nothing. Throws Forbidden,
 * Invalid, NotFound, Conflict `not_yours_now` when the chat has ended or a colleague holds it.
 */
export async function sayInChat(
  ctx: Context,
  officer: ActingOfficer,
  { handOverId, wordId, text }: Said,
): Promise<void> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  const words = text.trim().replace(/\r\n/g, '\n')
  if (words === '' || words.length > LONGEST.word || !isUuid(wordId))
    throw new Invalid('invalid', [{ field: 'text', code: words === '' ? 'required' : 'too_long' }])
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const chat = await lockHandOver(tx, handOverId)
    if (chat.endedAt || chat.officerId !== officer.id) throw new Conflict('not_yours_now')
    const word = { id: wordId, handOverId, from: 'officer', kind: 'text', text: words, at } as const
    if (!(await insertWord(tx, word))) return
    await updateHandOver(tx, handOverId, { lastWordAt: at })
    await sendLater(ctx, tx, wordId)
  })
  ctx.wakeRelay()
}

type Told = { handOverId: string; kind: Extract<ChatKind, 'taken' | 'given_back' | 'silence'> }

/** The chat's own words to the citizen: somebody has come, or gone. */
export async function tellChat(ctx: Context, tx: Transaction, told: Told): Promise<void> {
  const id = randomUUID()
  await insertWord(tx, { ...told, id, from: 'system', at: ctx.clock.now() })
  await sendLater(ctx, tx, id)
}

async function sendLater(ctx: Context, tx: Transaction, wordId: string): Promise<void> {
  await addJob(tx, { name: 'send-chat-word', payload: { wordId }, runAt: ctx.clock.now() })
}

type Heard = {
  applicantId: string
  lineEventId: string
  kind: Extract<ChatKind, 'text' | 'file' | 'sticker' | 'location'>
  text?: string
  messageId?: string
  /** To be fetched for the officer, by the name that its sender gave it. */
  file?: { messageId: string; name: string }
}

/** What the citizen says while the chat is with the officers. The event's id makes a redelivery nothing. */
export async function hearInChat(ctx: Context, heard: Heard): Promise<void> {
  const { applicantId, lineEventId, kind, text, messageId, file } = heard
  const at = ctx.clock.now()
  const open = await findOpenHandOver(ctx.db, applicantId)
  if (!open) return
  await ctx.db.transaction(async (tx) => {
    const chat = await lockHandOver(tx, open.id)
    const kept = text === undefined ? null : keepable(text, LONGEST.word)
    const word = { id: lineEventId, handOverId: chat.id, kind, text: kept, messageId, at }
    const isNew = await insertWord(tx, { ...word, from: 'applicant' })
    await updateHandOver(tx, chat.id, { lastWordAt: at })
    if (isNew && file) await fetchLater(ctx, tx, { wordId: word.id, ...file })
  })
  if (file) ctx.wakeRelay()
}

type Sent = { wordId: string; messageId: string; name: string }

async function fetchLater(ctx: Context, tx: Transaction, { wordId, messageId, name }: Sent): Promise<void> {
  await insertChatFile(tx, { wordId, messageId, name: safeName(name) })
  await addJob(tx, { name: 'fetch-chat-file', payload: { wordId }, runAt: ctx.clock.now() })
}

/** How long one word may hold up those after it. */
const PATIENCE_MS = 60_000

/** Job: one word to the citizen, in the order in which they were said. */
export async function sendChatWord(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<'busy' | undefined> {
  const word = await findWord(ctx.db, payload.wordId ?? '')
  const chat = word && (await findHandOver(ctx.db, word.handOverId))
  const person = chat && (await findApplicant(ctx.db, chat.applicantId))
  if (!word || !chat || word.sentAt || !person?.following || !person.lineUserId) return
  const since = new Date(ctx.clock.now().getTime() - PATIENCE_MS)
  if (await hasEarlierUnsent(ctx.db, word, since)) return 'busy'
  const message = await compose(ctx, chat, word, person.language)
  if (message) await ctx.messenger.push(person.lineUserId, [message], jobId)
  await markWordSent(ctx.db, word.id, ctx.clock.now())
}

const WORDS = {
  sender: { th: 'เจ้าหน้าที่', en: 'Officer' },
  taken: {
    th: '{officer} รับเรื่องแล้ว คุยในแชตนี้ได้เลย',
    en: '{officer} is here now. You can talk in this chat.',
  },
  given_back: {
    th: 'เจ้าหน้าที่จบการสนทนาแล้ว ระบบอัตโนมัติกลับมาตอบตามปกติ',
    en: 'The officer has ended the conversation. The bot answers again.',
  },
  silence: {
    th: 'ไม่มีข้อความในแชตนี้มาสักพักแล้ว ระบบอัตโนมัติจึงกลับมาตอบ หากยังต้องการคุย พิมพ์ “คุยกับเจ้าหน้าที่”',
    en: 'Nothing was said here for a while, so the bot answers again. To go on talking, type “talk to an officer”.',
  },
  nobody: {
    th: 'ขออภัย ขณะนี้ยังไม่มีเจ้าหน้าที่ว่าง ฝากคำถามไว้ได้ เจ้าหน้าที่จะตอบในแชตนี้ กดปุ่มด้านล่างหรือพิมพ์ “ถามเจ้าหน้าที่”',
    en: 'Sorry, no officer is free right now. Leave your question and an officer will answer here: press below or type “ask an officer”.',
  },
  leave: { th: 'ฝากคำถาม', en: 'Leave a question' },
  ask: { th: 'ถามเจ้าหน้าที่', en: 'Ask an officer' },
}

async function compose(
  ctx: Context,
  chat: HandOver,
  { kind, text }: ChatWord,
  language: Language,
): Promise<OutgoingMessage | undefined> {
  if (kind === 'text')
    return text ? { type: 'text', text, sender: { name: WORDS.sender[language] } } : undefined
  if (kind === 'given_back') return { type: 'text', text: WORDS.given_back[language] }
  if (kind === 'silence')
    return chat.officerId ? { type: 'text', text: WORDS.silence[language] } : nobodyCame(language)
  const officer = await findOfficer(ctx.db, chat.officerId ?? '')
  const name = officer ? `${officer.name} ${officer.position}` : WORDS.sender[language]
  return { type: 'text', text: WORDS.taken[language].replace('{officer}', () => name) }
}

function nobodyCame(language: Language): OutgoingMessage {
  const action = {
    type: 'postback',
    label: WORDS.leave[language],
    data: 'a=ask-officer',
    displayText: WORDS.ask[language],
  }
  return { type: 'text', text: WORDS.nobody[language], quickReply: { items: [{ type: 'action', action }] } }
}
