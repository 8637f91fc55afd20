import { findApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import { Forbidden, NotFound } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { listOfficers } from '../officer/store.ts'
import { countWaitingHandOvers, listOpenHandOvers } from '../question/hand-over.ts'
import { findPublished, listPublished } from '../question/published.ts'
import { mayAnswer } from '../question/rules.ts'
import {
  countWaitingQuestions,
  findQuestion,
  listAnsweredQuestions,
  listWaitingQuestions,
} from '../question/store.ts'
import type { PublishedQuestion, Question } from '../question/table.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition, Language, Text } from '../service/definition.ts'
import { logAccess } from './log-access.ts'
import { type CaseSummary, listCases } from './view-case.ts'

export const QUESTION_TABS = ['waiting', 'answered', 'published'] as const
export type QuestionTab = (typeof QUESTION_TABS)[number]

/** A chat that waits for an officer, or is held by one. */
export type WaitingChat = {
  id: string
  askedBy: string
  askedAt: Date
  officer?: { id: string; name: string }
}

export type QuestionItem = {
  id: string
  /** Undefined once the words were erased. */
  text?: string
  askedBy: string
  askedAt: Date
  expectedOn: string
  isLate: boolean
  answeredAt?: Date
  answeredBy?: string
  isPublished: boolean
}
export type PublishedItem = { questionId: string; question: Text; answer: Text; changedAt: Date; by: string }

export type QuestionList = {
  chats: WaitingChat[]
  items: QuestionItem[]
  published: PublishedItem[]
  counts: { waiting: number; chats: number; published: number }
  /** Changes whenever something new waits, or no longer does. */
  stamp: string
}
const LIST_LIMIT = 200

/** What citizens ask: chats first, then questions, the longest waiting on top. Throws Forbidden. */
export async function viewQuestions(
  ctx: Context,
  officer: ActingOfficer,
  tab: QuestionTab,
): Promise<QuestionList> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  const names = await officerNames(ctx)
  const open = await listOpenHandOvers(ctx.db)
  const published = await listPublished(ctx.db)
  const rows = await rowsOf(ctx, tab)
  const counts = {
    waiting: await countWaitingQuestions(ctx.db),
    chats: open.filter((chat) => !chat.officerId).length,
    published: published.length,
  }
  const isPublished = new Set(published.map((each) => each.questionId))
  const chats = open.map(async ({ id, applicantId, askedAt, officerId }) => {
    const holder = officerId ? { id: officerId, name: names.get(officerId) ?? '' } : undefined
    return { id, askedAt, askedBy: await nameOf(ctx, applicantId), officer: holder }
  })
  return {
    chats: await Promise.all(chats),
    items: await Promise.all(rows.map((row) => itemOf(ctx, row, { names, isPublished }))),
    published: tab === 'published' ? published.map((each) => publishedItem(each, names)) : [],
    counts,
    stamp: [open.map(({ id, officerId }) => id + officerId).join(), counts.waiting, rows[0]?.id].join('.'),
  }
}

function rowsOf({ db }: Context, tab: QuestionTab): Promise<Question[]> {
  if (tab === 'waiting') return listWaitingQuestions(db, LIST_LIMIT)
  return tab === 'answered' ? listAnsweredQuestions(db, LIST_LIMIT) : Promise.resolve([])
}

type Known = { names: Map<string, string>; isPublished: Set<string> }

async function itemOf(ctx: Context, row: Question, { names, isPublished }: Known): Promise<QuestionItem> {
  const { id, text, applicantId, askedAt, expectedOn, answeredAt, answeredBy } = row
  return {
    id,
    text: text ?? undefined,
    askedBy: await nameOf(ctx, applicantId),
    askedAt,
    expectedOn,
    isLate: !answeredAt && bangkokDay(ctx.clock.now()) > expectedOn,
    answeredAt: answeredAt ?? undefined,
    answeredBy: answeredBy ? names.get(answeredBy) : undefined,
    isPublished: isPublished.has(id),
  }
}

const publishedItem = (row: PublishedQuestion, names: Map<string, string>): PublishedItem => ({
  questionId: row.questionId,
  question: row.question,
  answer: row.answer,
  changedAt: row.changedAt,
  by: names.get(row.publishedBy) ?? '',
})

/** How many citizens wait, for an answer or in the chat. */
export async function countAsking({ db }: Pick<Context, 'db'>): Promise<number> {
  return (await countWaitingQuestions(db)) + (await countWaitingHandOvers(db))
}

/** A text that may be put into an answer: what the guide says. */
type ReadyText = { id: string; title: string; text: string }

export type OfficerQuestion = QuestionItem & {
  language: Language
  answer?: string
  sentAt?: Date
  /** Whether the person can be reached in the chat. */
  following: boolean
  /** Days until the words are erased after the answer. */
  keptDays: number
  ready: ReadyText[]
  /** This person's cases, the newest first, without drafts. */
  cases: CaseSummary[]
  publication?: { question: Text; answer: Text; wordings: string[]; isPublic: boolean }
}

/** One question as an officer sees it. Throws Forbidden, NotFound. */
export async function viewQuestion(
  ctx: Context,
  officer: ActingOfficer,
  id: string,
): Promise<OfficerQuestion> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  const row = await findQuestion(ctx.db, id)
  const person = row && (await findApplicant(ctx.db, row.applicantId))
  if (!row || !person) throw new NotFound('question')
  await logAccess(ctx, ctx.db, officer, { applicantId: person.id, what: 'question', reason: 'answer' })
  const published = await findPublished(ctx.db, id)
  const isPublic = published !== undefined && published.withdrawnAt === null
  const isPublished = new Set(isPublic ? [id] : [])
  return {
    ...(await itemOf(ctx, row, { names: await officerNames(ctx), isPublished })),
    language: row.language,
    answer: row.answer ?? undefined,
    sentAt: row.sentAt ?? undefined,
    following: person.following,
    keptDays: ctx.service.definition.retention.chatDays,
    ready: readyTexts(ctx.service.definition, row.language),
    cases: (await listCases(ctx, person.id)).filter(({ reference }) => reference),
    publication: published && {
      question: published.question,
      answer: published.answer,
      wordings: published.wordings,
      isPublic,
    },
  }
}

function readyTexts({ guide }: Definition, language: Language): ReadyText[] {
  const topics = guide.topics.map(({ id, title, answer, more }) => ({
    id,
    title: title[language],
    text: [answer[language], ...(more?.[language] ?? [])].join('\n'),
  }))
  const questions = guide.questions.map(({ id, question, answer }) => ({
    id,
    title: question[language],
    text: answer[language],
  }))
  return [...topics, ...questions]
}

async function officerNames(ctx: Context): Promise<Map<string, string>> {
  return new Map((await listOfficers(ctx.db)).map((each) => [each.id, each.name]))
}

async function nameOf(ctx: Context, applicantId: string): Promise<string> {
  return (await findApplicant(ctx.db, applicantId))?.displayName ?? ''
}
