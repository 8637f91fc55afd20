/** One person with everything that a person can have here, each thing known by its id. */
import { randomUUID } from 'node:crypto'
import { receiveNotice } from '../../src/actions/receive-notice.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { listSessions } from '../../src/applicant/sessions.ts'
import { relink } from '../../src/applicant/table.ts'
import { attachment } from '../../src/application/table.ts'
import { findLicenceOf, listDocuments } from '../../src/licence/store.ts'
import { mandate } from '../../src/mandate/table.ts'
import { delegation, factorReset, secondFactor } from '../../src/officer/table.ts'
import { dataExport, dataRequest } from '../../src/privacy/table.ts'
import { appointment, proof, proofPicture, thaidLogin } from '../../src/proof/table.ts'
import { chatFile, chatWord, handOver, question } from '../../src/question/table.ts'
import { bangkokDay } from '../../src/service/dates.ts'
import { lineUserOf, officerOf, runJobs, type TestContext } from '../support/context.ts'
import { approved, fillDraft, PNG, sentBack, submitted } from '../support/people.ts'
import { openSessionOf } from './officer/desk.ts'

export type Belongings = Awaited<ReturnType<typeof giveEverything>>
export type Kind = keyof Belongings

/** Kamon's: a licence that was paid for, a case to be corrected, a draft, and what hangs on them. */
export async function giveEverything(ctx: TestContext) {
  const issued = await licensed(ctx)
  const { applicantId } = issued
  const returned = await submitted(ctx)
  await sentBack(ctx, returned, ['shop_name'])
  const draft = await fillDraft(ctx)
  const [document] = await listDocuments(ctx.db, issued.applicationId)
  const [file] = await ctx.db.select().from(attachment)
  return {
    applicant: applicantId,
    case: issued.applicationId,
    invoice: issued.invoiceId,
    licence: (await findLicenceOf(ctx.db, issued.applicationId))?.id ?? '',
    document: document?.id ?? '',
    attachment: file?.id ?? '',
    returned: returned.applicationId,
    draft: draft.applicationId,
    ...(await proofsOf(ctx, { applicantId, applicationId: returned.applicationId })),
    ...(await privateMatters(ctx, { applicantId, applicationId: returned.applicationId })),
    ...(await conversations(ctx, applicantId)),
    ...(await accounts(ctx)),
  }
}

async function licensed(ctx: TestContext) {
  const owner = await approved(ctx)
  const { invoice } = await viewCase(ctx, owner)
  if (!invoice) throw new Error('no invoice')
  const { transactionId } = await ctx.simulator.pay(invoice.qr)
  const known = await ctx.bank.inquire(invoice.ref1, invoice.ref2, bangkokDay(ctx.clock.now()))
  for (const each of known) if (each.transactionId === transactionId) await receiveNotice(ctx, each)
  await runJobs(ctx)
  return { ...owner, invoiceId: invoice.id }
}

type Of = { applicantId: string; applicationId: string }

async function proofsOf({ db, clock, files }: TestContext, of: Of) {
  const now = clock.now()
  const ids = { proof: randomUUID(), picture: randomUUID(), appointment: randomUUID(), login: randomUUID() }
  const asked = { method: 'video_call' as const, level: 2, status: 'requested' as const, requestedAt: now }
  await db.insert(proof).values({ id: ids.proof, ...of, ...asked, subject: {}, evidence: {} })
  const bytes = {
    type: 'image/png',
    size: 1,
    sha256: '',
    storageKey: `proofs/${ids.picture}`,
    createdAt: now,
  }
  await db.insert(proofPicture).values({ id: ids.picture, proofId: ids.proof, kind: 'card', ...bytes })
  await files.put(bytes.storageKey, PNG)
  const time = { startsAt: now, minutes: 15, seat: 0, status: 'booked' as const, createdAt: now }
  await db.insert(appointment).values({ id: ids.appointment, proofId: ids.proof, ...of, ...time })
  const way = {
    stateHash: randomUUID(),
    asked: [],
    createdAt: now,
    expiresAt: now,
    outcome: 'proven' as const,
  }
  await db.insert(thaidLogin).values({ id: ids.login, ...of, ...way, finishedAt: now, proofId: ids.proof })
  return ids
}

async function privateMatters({ db, clock, files }: TestContext, { applicantId, applicationId }: Of) {
  const now = clock.now()
  const ids = { mandate: randomUUID(), relink: randomUUID(), request: randomUUID(), export: randomUUID() }
  const principal = { number: '1101700207366', name: 'นางสาวกมล ศรีทอง' }
  await db.insert(mandate).values({
    ...{ id: ids.mandate, applicationId, kind: 'attorney' as const, principal },
    ...{ principalApplicantId: applicantId, status: 'asked' as const, codeHash: randomUUID(), askedAt: now },
  })
  await db.insert(relink).values({
    ...{ id: ids.relink, fromId: applicantId, toId: randomUUID(), status: 'asked', level: 0, needed: 0 },
    ...{
      oldLineUserId: lineUserOf('kamon'),
      newLineUserId: `U${'9'.repeat(32)}`,
      createdAt: now,
      askedAt: now,
    },
  })
  const asked = {
    kind: 'copy' as const,
    words: 'ขอสำเนา',
    askedAt: now,
    receivedAt: now,
    dueOn: '2026-12-23',
  }
  await db.insert(dataRequest).values({ id: ids.request, applicantId, ...asked })
  await files.put(`exports/${ids.export}.json`, Buffer.from('{}'))
  const ends = { readyAt: now, endsAt: new Date(now.getTime() + 86_400_000) }
  await db
    .insert(dataExport)
    .values({ id: ids.export, applicantId, requestId: ids.request, askedAt: now, ...ends })
  return ids
}

async function conversations({ db, clock }: TestContext, applicantId: string) {
  const now = clock.now()
  const ids = { question: randomUUID(), handOver: randomUUID(), chatFile: randomUUID() }
  const asked = { applicantId, lineEventId: randomUUID() }
  const text = 'โทรกลับที่ 0812345678'
  await db.insert(question).values({
    ...{ id: ids.question, ...asked, text, language: 'th', askedAt: now, expectedOn: '2026-11-25' },
  })
  await db
    .insert(handOver)
    .values({ id: ids.handOver, ...asked, lineEventId: randomUUID(), askedAt: now, lastWordAt: now })
  const word = {
    id: ids.chatFile,
    handOverId: ids.handOver,
    from: 'applicant' as const,
    kind: 'file' as const,
  }
  await db.insert(chatWord).values({ ...word, at: now })
  await db.insert(chatFile).values({ wordId: ids.chatFile, messageId: '1', state: 'kept', type: 'image/png' })
  return ids
}

/** An officer's things are nobody else's either. */
async function accounts(ctx: TestContext) {
  const now = ctx.clock.now()
  const [{ id: officerId }, { id: toId }] = [await officerOf(ctx, 'kukiat'), await officerOf(ctx, 'wanna')]
  const ids = { factor: randomUUID(), reset: randomUUID(), delegation: randomUUID() }
  await ctx.db.insert(secondFactor).values({ id: ids.factor, officerId, kind: 'passkey', createdAt: now })
  await ctx.db.insert(factorReset).values({ id: ids.reset, officerId, requestedBy: toId, requestedAt: now })
  await ctx.db.insert(delegation).values({
    ...{ id: ids.delegation, fromId: officerId, toId, role: 'approver', kind: 'delegated' },
    ...{ orderNumber: '1/2569', orderedOn: '2026-11-01', firstDay: '2026-11-01', lastDay: '2026-11-02' },
    ...{ createdBy: officerId, createdAt: now },
  })
  await openSessionOf(ctx, lineUserOf('kukiat'))
  const [session] = await listSessions(ctx.db, lineUserOf('kukiat'), now)
  return { ...ids, officer: officerId, session: session?.id ?? '' }
}
