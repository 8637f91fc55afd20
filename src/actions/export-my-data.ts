import { randomUUID } from 'node:crypto'
import { findApplicant, lockApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import { Conflict, NotFound } from '../errors.ts'
import { addJob } from '../outbox/store.ts'
import { exportEnds, requestClock } from '../privacy/rules.ts'
import {
  addRequestEvent,
  findExport,
  insertExport,
  insertRequest,
  listExportsOf,
  lockRequest,
  updateExport,
  updateRequest,
} from '../privacy/store.ts'
import type { DataExport } from '../privacy/table.ts'
import { listStandingProofs } from '../proof/store.ts'
import { tellLater } from './ask-data-request.ts'
import { reportOf } from './data-report.ts'
import { gatherMyData } from './gather-my-data.ts'

export const EXPORT_FORMATS = ['pdf', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
export const exportKey = (id: string, format: ExportFormat): string => `exports/${id}.${format}`

/** Whether a copy needs a proof of who the person is that does not stand (personal data leaves only after proofing). */
export async function needsProof(ctx: Context, applicantId: string): Promise<boolean> {
  const { minimum } = ctx.service.definition.identity
  if (minimum === 0) return false
  const proofs = await listStandingProofs(ctx.db, applicantId, ctx.clock.now())
  return !proofs.some(({ level }) => level >= minimum)
}

/**
 * Has a copy of everything made, by a job: a request of its own kind that answers itself. One that is being made or can
 * still be fetched is that copy. Throws Conflict (`proof_needed`).
 */
export async function askExport(ctx: Context, applicantId: string): Promise<void> {
  if (await needsProof(ctx, applicantId)) throw new Conflict('proof_needed')
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    await lockApplicant(tx, applicantId)
    const [last] = await listExportsOf(tx, applicantId)
    if (last && isMade(last, at) !== 'gone') return
    const [id, requestId] = [randomUUID(), randomUUID()]
    const clock = requestClock(at, ctx.service.definition.agency)
    const request = { id: requestId, applicantId, kind: 'copy', words: '', askedAt: at, ...clock } as const
    await insertRequest(tx, { ...request, status: 'in_progress' })
    await addRequestEvent(tx, { requestId, at, actor: 'applicant', event: 'received' })
    await insertExport(tx, { id, applicantId, requestId, askedAt: at })
    await addJob(tx, { name: 'make-export', payload: { exportId: id }, runAt: at, key: `make-export:${id}` })
  })
  ctx.wakeRelay()
}

/** `gone`: its day is over. */
export function isMade({ endsAt, erasedAt }: DataExport, now: Date): 'making' | 'ready' | 'gone' {
  if (erasedAt || (endsAt && endsAt <= now)) return 'gone'
  return endsAt ? 'ready' : 'making'
}

/** Job: gathers, writes both files, and only then says that they are there. Run twice it writes the same keys. */
export async function makeExport(ctx: Context, payload: Record<string, string>): Promise<void> {
  const found = await findExport(ctx.db, payload.exportId ?? '')
  const person = found && (await findApplicant(ctx.db, found.applicantId))
  if (!found || !person || found.readyAt) return
  const at = ctx.clock.now()
  const data = await gatherMyData(ctx, person.id, person.language)
  const { agency, title } = ctx.service.definition
  const about = { agency: agency.name, service: title, madeAt: at }
  const json = Buffer.from(JSON.stringify({ about, ...data }, null, 2))
  await ctx.files.put(exportKey(found.id, 'json'), json)
  await ctx.files.put(exportKey(found.id, 'pdf'), await reportOf(ctx, data, person.language))
  const endsAt = exportEnds(at)
  await ctx.db.transaction(async (tx) => {
    const request = await lockRequest(tx, found.requestId)
    if (request.closedAt) return
    await updateExport(tx, found.id, { readyAt: at, endsAt })
    await updateRequest(tx, request.id, { status: 'done', closedAt: at })
    await addRequestEvent(tx, { requestId: request.id, at, actor: 'system', event: 'done' })
    await tellLater(tx, request.id, 'export', at)
    const job = { name: 'erase-export', payload: { exportId: found.id }, runAt: endsAt } as const
    await addJob(tx, { ...job, key: `erase-export:${found.id}` })
  })
  ctx.wakeRelay()
}

/** Job: a copy whose day is over leaves the store. */
export async function eraseExport(ctx: Context, payload: Record<string, string>): Promise<void> {
  const found = await findExport(ctx.db, payload.exportId ?? '')
  if (!found || found.erasedAt) return
  for (const format of EXPORT_FORMATS) await ctx.files.remove(exportKey(found.id, format))
  await updateExport(ctx.db, found.id, { erasedAt: ctx.clock.now() })
}

/** The bytes of a copy, for the person themselves, while it can be fetched. Throws NotFound. */
export async function readExport(
  ctx: Context,
  asked: { exportId: string; format: ExportFormat; applicantId: string },
): Promise<{ name: string; type: string; bytes: Buffer }> {
  const found = await findExport(ctx.db, asked.exportId)
  const isTheirs = found?.applicantId === asked.applicantId
  if (!found || !isTheirs || isMade(found, ctx.clock.now()) !== 'ready') throw new NotFound('export')
  if (await needsProof(ctx, asked.applicantId)) throw new NotFound('export')
  const bytes = await ctx.files.get(exportKey(found.id, asked.format))
  const type = asked.format === 'pdf' ? 'application/pdf' : 'application/json'
  return { name: `my-data.${asked.format}`, type, bytes }
}
