import { findApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { findHandOver, listWords } from '../question/hand-over.ts'
import { mayAnswer, silentFrom } from '../question/rules.ts'
import type { ChatKind, HandOver } from '../question/table.ts'
import type { ActingOfficer } from '../review/officer.ts'
import { findOfficer } from '../review/store.ts'
import { type CaseSummary, listCases } from './view-case.ts'

export type ChatLine = {
  id: string
  from: 'applicant' | 'officer' | 'system'
  kind: ChatKind
  /** Undefined where it has none, or was erased. */
  text?: string
  at: Date
  isSent: boolean
}
export type OfficerChat = {
  id: string
  askedBy: string
  askedAt: Date
  following: boolean
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
  const lines = (await listWords(ctx.db, id)).map(({ text, sentAt, ...word }) => ({
    id: word.id,
    from: word.from,
    kind: word.kind,
    at: word.at,
    text: text ?? undefined,
    isSent: sentAt !== null,
  }))
  return {
    id,
    askedBy: person.displayName,
    askedAt: chat.askedAt,
    following: person.following,
    officer: await holderOf(ctx, chat),
    endedAt: chat.endedAt ?? undefined,
    endedBy: chat.endedBy ?? undefined,
    silentAt: silentFrom(chat.lastWordAt),
    lines,
    cases: (await listCases(ctx, person.id)).filter(({ reference }) => reference),
    stamp: stampOf(chat, lines),
  }
}

async function holderOf(ctx: Context, { officerId }: HandOver): Promise<OfficerChat['officer']> {
  const officer = officerId ? await findOfficer(ctx.db, officerId) : undefined
  return officer && { id: officer.id, name: officer.name }
}

const stampOf = (chat: HandOver, lines: ChatLine[]): string =>
  [lines.length, lines.filter(({ isSent }) => isSent).length, chat.officerId ?? '', chat.endedBy ?? ''].join(
    '.',
  )
