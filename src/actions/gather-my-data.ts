import { listConsents } from '../applicant/consents.ts'
import { findApplicant } from '../applicant/store.ts'
import { listAttachmentsOf, listHistory, listOwnApplications } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { listDocuments } from '../licence/store.ts'
import { listOfficers } from '../officer/store.ts'
import type { AccessReason, AccessWhat, RequestKind, RequestStatus } from '../privacy/rules.ts'
import { listAccess, listRequestsOf } from '../privacy/store.ts'
import { listProofs } from '../proof/store.ts'
import type { ProofStatus } from '../proof/table.ts'
import { listHandOversOf, listWords } from '../question/hand-over.ts'
import { listQuestionsOf } from '../question/store.ts'
import type { ConsentChannel, ConsentEvent } from '../service/definition/privacy.ts'
import type { Language, ProofMethod } from '../service/definition.ts'
import { fieldsById, showAnswer } from '../service/display.ts'
import { findSurveyAnswer } from '../survey/store.ts'
import { definitionOf } from './definition-of.ts'
import { moneyAndLicence } from './view-case.ts'

/** Everything we hold of one person, as plain data: shown to them, and given to them as a copy (PDPA s.30, s.31). */
export type MyData = {
  person: { displayName: string; lineUserId?: string; language: Language; since: Date }
  cases: MyCase[]
  proofs: {
    method: ProofMethod
    level: number
    status: ProofStatus
    at: Date
    until?: Date
    subject: unknown
  }[]
  consents: { purpose: string; version: string; event: ConsentEvent; channel: ConsentChannel; at: Date }[]
  requests: {
    id: string
    kind: RequestKind
    status: RequestStatus
    askedAt: Date
    dueOn: string
    answer?: string
  }[]
  questions: { askedAt: Date; text?: string; answer?: string; answeredAt?: Date }[]
  chats: { askedAt: Date; endedAt?: Date; lines: { at: Date; from: string; kind: string; text?: string }[] }[]
  looks: MyLook[]
}
export type MyCase = {
  id: string
  title: string
  status: Application['status']
  reference?: string
  answers: { label: string; value: string }[]
  files: { name: string; type: string; size: number; at: Date; removed: boolean }[]
  documents: { id: string; kind: string; title: string; issuedAt: Date }[]
  payments: { number: string; satang: number; at: Date }[]
  licence?: { number: string; status: string; issuedOn: string; expiresOn: string }
  score?: number
  history: { at: Date; event: string }[]
}
/** `by`: the officer's post; the name too where the service shows it. */
export type MyLook = { at: Date; by: string; reason: AccessReason; what: AccessWhat; reference?: string }

const MOST_LOOKS = 500

export async function gatherMyData(ctx: Context, applicantId: string, language: Language): Promise<MyData> {
  const { db } = ctx
  const person = await findApplicant(db, applicantId)
  if (!person) throw new NotFound('applicant')
  const applications = await listOwnApplications(db, applicantId)
  const { displayName, lineUserId, createdAt } = person
  return {
    person: { displayName, lineUserId: lineUserId ?? undefined, language: person.language, since: createdAt },
    cases: await Promise.all(applications.map((each) => gatherCase(ctx, each, language))),
    proofs: (await listProofs(db, applicantId)).map((each) => ({
      method: each.method,
      level: each.level,
      status: each.status,
      at: each.decidedAt ?? each.requestedAt,
      until: each.validUntil ?? undefined,
      subject: each.subject,
    })),
    consents: (await listConsents(db, applicantId)).map(({ purpose, version, event, channel, at }) => ({
      ...{ purpose, version, event, channel, at },
    })),
    requests: (await listRequestsOf(db, applicantId)).map(({ id, kind, status, askedAt, dueOn, answer }) => ({
      ...{ id, kind, status, askedAt, dueOn, answer: answer ?? undefined },
    })),
    ...(await gatherTalk(ctx, applicantId)),
    looks: await gatherLooks(ctx, applicantId, applications),
  }
}

async function gatherCase(ctx: Context, application: Application, language: Language): Promise<MyCase> {
  const { id, status, answers } = application
  const definition = await definitionOf(ctx, ctx.db, application)
  const shown = [...fieldsById(definition).values()].map((field) => ({
    label: field.label[language],
    value: showAnswer(field, answers[field.id], language),
  }))
  const files = await listAttachmentsOf(ctx.db, id)
  const { licence, receipt } = await moneyAndLicence(ctx, id)
  const { number, book, satang, paidAt } = receipt ?? {}
  return {
    ...{ id, status, reference: application.reference ?? undefined },
    title: application.summary || definition.short[language],
    answers: shown.filter(({ value }) => value !== ''),
    files: files.map(({ name, type, size, createdAt, removed }) => ({
      ...{ name, type, size, at: createdAt, removed },
    })),
    documents: (await listDocuments(ctx.db, id)).map((each) => ({
      ...{ id: each.id, kind: each.kind, title: each.title, issuedAt: each.issuedAt },
    })),
    payments: number && paidAt ? [{ number: `${book}/${number}`, satang: satang ?? 0, at: paidAt }] : [],
    licence: licence && {
      ...{ number: licence.number, status: licence.status },
      ...{ issuedOn: licence.issuedOn, expiresOn: licence.expiresOn },
    },
    score: (await findSurveyAnswer(ctx.db, id))?.score,
    history: (await listHistory(ctx.db, id)).map(({ at, event }) => ({ at, event })),
  }
}

async function gatherTalk(ctx: Context, applicantId: string): Promise<Pick<MyData, 'questions' | 'chats'>> {
  const questions = await listQuestionsOf(ctx.db, applicantId)
  const chats = await listHandOversOf(ctx.db, applicantId)
  return {
    questions: questions.map(({ askedAt, text, answer, answeredAt }) => ({
      askedAt,
      text: text ?? undefined,
      answer: answer ?? undefined,
      answeredAt: answeredAt ?? undefined,
    })),
    chats: await Promise.all(
      chats.map(async ({ id, askedAt, endedAt }) => ({
        askedAt,
        endedAt: endedAt ?? undefined,
        lines: (await listWords(ctx.db, id)).map(({ at, from, kind, text }) => ({
          ...{ at, from, kind, text: text ?? undefined },
        })),
      })),
    ),
  }
}

async function gatherLooks(
  ctx: Context,
  applicantId: string,
  applications: Application[],
): Promise<MyLook[]> {
  const references = new Map(applications.map(({ id, reference }) => [id, reference ?? undefined]))
  const { showOfficerNames } = ctx.service.definition.privacy
  const names = showOfficerNames
    ? new Map((await listOfficers(ctx.db)).map(({ id, name }) => [id, name]))
    : undefined
  const rows = await listAccess(ctx.db, { applicantId }, MOST_LOOKS)
  return rows.map(({ at, position, officerId, reason, what, applicationId }) => ({
    at,
    by: [names?.get(officerId), position].filter(Boolean).join(' '),
    reason,
    what,
    reference: applicationId ? references.get(applicationId) : undefined,
  }))
}
