import { findApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import { Forbidden, NotFound } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { findOfficer } from '../officer/store.ts'
import { chatFilesOf } from '../question/chat-files.ts'
import { findHandOver, listWords } from '../question/hand-over.ts'
import { isFileLost, mayAnswer, silentFrom } from '../question/rules.ts'
import type { ChatFile, ChatKind, ChatWord, HandOver } from '../question/table.ts'
import { logAccess } from './log-access.ts'
import { type CaseSummary, listCases } from './view-case.ts'

export type ChatLine = {
  id: string
  from: 'applicant' | 'officer' | 'system'
  kind: ChatKind
  /** Undefined where it has none, or was erased. */
  text?: string
  at: Date
  isSent: boolean
  /** What came of a photo or file; undefined where none is fetched. */
  file?: SentFile
}
/** `lost`: LINE no longer has it, or never gave it. */
export type SentFile =
  | { state: 'kept'; name: string; type: string }
  | { state: 'refused'; refusal: NonNullable<ChatFile['refusal']> }
  | { state: 'fetching' | 'lost' | 'erased' }

export type OfficerChat = {
  id: string
  askedBy: string
  askedAt: Date
  following: boolean
  /** Days until the words are erased after the end. */
  keptDays: number
  officer?: { id: string; name: string }
  endedAt?: Date
  endedBy?: 'officer' | 'applicant' | 'silence'
  /** When it will be given back if nobody says a word. */
  silentAt: Date
  lines: ChatLine[]
  /** This person's cases, the newest first, without drafts. */
  cases: CaseSummary[]
  /** Changes whenever anything here does. */
  stamp: string
}

/** A handed-over chat as an officer sees it: what was said since. Throws Forbidden, NotFound. */
export async function viewChat(ctx: Context, officer: ActingOfficer, id: string): Promise<OfficerChat> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  const chat = await findHandOver(ctx.db, id)
  const person = chat && (await findApplicant(ctx.db, chat.applicantId))
  if (!chat || !person) throw new NotFound('chat')
  await logAccess(ctx, ctx.db, officer, { applicantId: person.id, what: 'chat', reason: 'answer' })
  const files = await chatFilesOf(ctx.db, id)
  const lines = (await listWords(ctx.db, id)).map((word) => lineOf(word, files.get(word.id), ctx.clock.now()))
  return {
    id,
    askedBy: person.displayName,
    askedAt: chat.askedAt,
    following: person.following,
    keptDays: ctx.service.definition.retention.chatDays,
    officer: await holderOf(ctx, chat),
    endedAt: chat.endedAt ?? undefined,
    endedBy: chat.endedBy ?? undefined,
    silentAt: silentFrom(chat.lastWordAt),
    lines,
    cases: (await listCases(ctx, person.id)).filter(({ reference }) => reference),
    stamp: stampOf(chat, lines),
  }
}

function lineOf(word: ChatWord, file: ChatFile | undefined, now: Date): ChatLine {
  const { id, from, kind, at, text, sentAt } = word
  return {
    id,
    from,
    kind,
    at,
    text: text ?? undefined,
    isSent: sentAt !== null,
    file: file && sentFile(file, isFileLost(at, now)),
  }
}

function sentFile({ state, name, type, refusal }: ChatFile, isLost: boolean): SentFile {
  if (state === 'kept') return { state, name: name ?? '', type: type ?? '' }
  if (state === 'refused') return { state, refusal: refusal ?? 'file_gone' }
  return { state: state === 'fetching' && isLost ? 'lost' : state }
}

async function holderOf(ctx: Context, { officerId }: HandOver): Promise<OfficerChat['officer']> {
  const officer = officerId ? await findOfficer(ctx.db, officerId) : undefined
  return officer && { id: officer.id, name: officer.name }
}

function stampOf(chat: HandOver, lines: ChatLine[]): string {
  const lasting = lines.filter(({ text }) => text !== undefined).length
  const files = lines.map(({ file }) => file?.state.slice(0, 1) ?? '').join('')
  const sent = lines.filter(({ isSent }) => isSent).length
  return [lines.length, sent, lasting, files, chat.officerId ?? '', chat.endedBy ?? ''].join('.')
}
