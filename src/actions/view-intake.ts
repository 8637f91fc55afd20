import { listIntakes, listOpenCalls, markTold } from '../application/intake.ts'
import { appendHistory, lockApplication } from '../application/store.ts'
import type { Application, Channel } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { namedValue } from '../service/display.ts'
import { definitionOf } from './definition-of.ts'

export type KeyedIn = {
  id: string
  channel: Channel
  receivedOn: string
  status: Application['status']
  holder: string
  reference?: string
}
export type OpenCall = {
  id: string
  applicationId: string
  reference: string
  holder: string
  phone: string
  message: string
  createdAt: Date
}
/** What an officer keyed in, and whom anybody has to call. */
export type IntakeDesk = { drafts: KeyedIn[]; handedIn: KeyedIn[]; calls: OpenCall[] }

const MOST = 30

export async function viewIntake(ctx: Context, officer: ActingOfficer): Promise<IntakeDesk> {
  const rows = await listIntakes(ctx.db, officer.id, MOST)
  const all = await Promise.all(
    rows.map(async ({ intake, application }): Promise<KeyedIn> => {
      const { id, status, reference } = application
      const { channel, receivedOn } = intake
      const holder = application.holder || (await holderOf(ctx, application))
      return { id, channel, receivedOn, status, holder, reference: reference ?? undefined }
    }),
  )
  return {
    drafts: all.filter(({ status }) => status === 'draft'),
    handedIn: all.filter(({ status }) => status !== 'draft'),
    calls: await openCalls(ctx),
  }
}

async function holderOf(ctx: Context, application: Application): Promise<string> {
  const definition = await definitionOf(ctx, ctx.db, application)
  return namedValue(definition, application.answers, definition.roles.holder).trim()
}

async function openCalls(ctx: Context): Promise<OpenCall[]> {
  const rows = await listOpenCalls(ctx.db)
  return Promise.all(
    rows.map(async ({ call, application }) => {
      const { roles } = await definitionOf(ctx, ctx.db, application)
      const phone = roles.phone ? application.answers[roles.phone] : undefined
      const { id, message, createdAt } = call
      const { reference, holder } = application
      return {
        id,
        message,
        createdAt,
        holder,
        applicationId: application.id,
        reference: reference ?? '',
        phone: typeof phone === 'string' ? phone : '',
      }
    }),
  )
}

/** An officer has told the applicant by telephone; it stands in the case's history. Pressed twice it is told once. */
export async function markCalled(ctx: Context, officer: ActingOfficer, callId: string): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const call = await markTold(tx, callId, { toldAt: now, officerId: officer.id })
    if (!call) return
    await lockApplication(tx, call.applicationId)
    await appendHistory(tx, call.applicationId, {
      at: now,
      actor: `officer:${officer.id}`,
      event: 'told_by_telephone',
      data: { call: call.id },
    })
  })
}
