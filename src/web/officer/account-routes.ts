/** `/o/sessions`: the officer's own account; `/o/officers`: everybody's, for administrators. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  askReset,
  changeOfficer,
  confirmReset,
  endOfficerSessions,
  invite,
  viewOfficer,
  viewOfficers,
  withdrawReset,
} from '../../actions/manage-officer.ts'
import { ownFactors } from '../../actions/set-up-factor.ts'
import { endSessions, listSessions } from '../../applicant/sessions.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { links } from '../../messages/links.ts'
import type { ActingOfficer } from '../../officer/officer.ts'
import { OFFICER_ROLES, type OfficerRole } from '../../officer/roles.ts'
import { ADMINS, ADMINS_FRESH, DESK, RESETTERS, RESETTERS_FRESH } from '../access.ts'
import { qrSvg } from '../citizen/qr-svg.ts'
import { renderPage } from '../render.ts'
import { requireApplicant } from '../session.ts'
import { REFUSAL_TEXTS, type Refusal } from './account-texts.ts'
import { deskOf, formOf } from './desk-request.ts'

type IdRoute = { Params: { id: string } }
const Query = z.object({
  done: z.literal('yes').optional().catch(undefined),
  problem: z.string().optional().catch(undefined),
})

const isRefusal = (code: string): code is Refusal => code in REFUSAL_TEXTS

/** What the address says about the change before. */
export function toldBy(request: FastifyRequest): { done: boolean; problem?: Refusal } {
  const { done, problem = '' } = Query.parse(request.query)
  return { done: done === 'yes', problem: isRefusal(problem) ? problem : undefined }
}

/** Makes a change and comes back to the page, which says that it is done, or why not. */
export async function changeAndReturn(
  reply: FastifyReply,
  page: string,
  change: () => Promise<unknown>,
): Promise<FastifyReply> {
  try {
    await change()
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid) || !isRefusal(error.code)) throw error
    return reply.redirect(`${page}?problem=${error.code}`, 303)
  }
  return reply.redirect(`${page}?done=yes`, 303)
}

export function accountRoutes(app: FastifyInstance, ctx: Context): void {
  sessionRoutes(app, ctx)
  officerListRoutes(app, ctx)
  officerRoutes(app, ctx)
  resetRoutes(app, ctx)
}

function sessionRoutes(app: FastifyInstance, ctx: Context): void {
  const own = async (request: FastifyRequest) => {
    const { lineUserId, sessionId } = await requireApplicant(ctx, request)
    return { lineUserId, sessionId, at: ctx.clock.now() }
  }

  app.get('/o/sessions', DESK, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { lineUserId, sessionId, at } = await own(request)
    const sessions = (await listSessions(ctx.db, lineUserId, at)).map(
      ({ id, device, createdAt, lastSeenAt }) => ({
        id,
        device,
        createdAt,
        lastSeenAt,
        own: id === sessionId,
      }),
    )
    const factors = (await ownFactors(ctx, desk.officer.id)).map(({ id, kind, label, createdAt }) => ({
      id,
      kind,
      label,
      createdAt,
    }))
    return renderPage(reply, 'officer/sessions', { ...desk, ...toldBy(request), sessions, factors })
  })

  app.post<IdRoute>('/o/sessions/:id/end', DESK, async (request, reply) => {
    const { lineUserId, sessionId, at } = await own(request)
    const { id } = request.params
    if (z.uuid().safeParse(id).success) await endSessions(ctx.db, { lineUserId, ids: [id], at })
    return reply.redirect(id === sessionId ? '/' : '/o/sessions?done=yes', 303)
  })

  app.post('/o/sessions/end-others', DESK, async (request, reply) => {
    const { lineUserId, sessionId, at } = await own(request)
    await endSessions(ctx.db, { lineUserId, except: sessionId, at })
    return reply.redirect('/o/sessions?done=yes', 303)
  })
}

function officerListRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/officers', RESETTERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    return renderPage(reply, 'officer/officers', {
      ...desk,
      ...toldBy(request),
      ...(await viewOfficers(ctx)),
    })
  })

  app.post('/o/officers', ADMINS_FRESH, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const form = formOf(request)
    const [name, position] = [form.get('name') ?? '', form.get('position') ?? '']
    try {
      const { code } = await invite(ctx, desk.officer, { name, position, roles: rolesIn(form) })
      return showInvitation(ctx, reply, desk, { name, code })
    } catch (error) {
      if (!(error instanceof Invalid) || !isRefusal(error.code)) throw error
      const typed = { name, position, roles: rolesIn(form) }
      const props = { ...desk, done: false, problem: error.code, typed, ...(await viewOfficers(ctx)) }
      return renderPage(reply, 'officer/officers', props, 422)
    }
  })
}

const rolesIn = (form: URLSearchParams): OfficerRole[] =>
  OFFICER_ROLES.filter((role) => form.getAll('role').includes(role))

type Desk = Awaited<ReturnType<typeof deskOf>>

/** The link is shown on this page only: it stands in no address and is not kept. */
function showInvitation(
  ctx: Context,
  reply: FastifyReply,
  desk: Desk,
  invited: { name: string; code: string },
) {
  const link = links(ctx.config).joinOfficer(invited.code)
  return renderPage(reply, 'officer/invitation', { ...desk, name: invited.name, link, qr: qrSvg(link) })
}

function officerRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<IdRoute>('/o/officers/:id', ADMINS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const account = await viewOfficer(ctx, request.params.id)
    return renderPage(reply, 'officer/officer', { ...desk, ...toldBy(request), account })
  })

  type Change = (by: ActingOfficer, id: string, form: URLSearchParams) => Promise<void>
  const changes: Record<string, Change> = {
    roles: (by, id, form) => changeOfficer(ctx, by, { id, roles: rolesIn(form) }),
    deactivate: (by, id) => changeOfficer(ctx, by, { id, active: false }),
    activate: (by, id) => changeOfficer(ctx, by, { id, active: true }),
    'end-sessions': (by, id) => endOfficerSessions(ctx, by, id),
    'ask-reset': (by, id) => askReset(ctx, by, id),
  }
  for (const [name, change] of Object.entries(changes)) {
    app.post<IdRoute>(`/o/officers/:id/${name}`, ADMINS_FRESH, async (request, reply) => {
      const { officer } = await deskOf(ctx, request)
      const { id } = request.params
      return changeAndReturn(reply, `/o/officers/${id}`, () => change(officer, id, formOf(request)))
    })
  }
}

function resetRoutes(app: FastifyInstance, ctx: Context): void {
  app.post<IdRoute>('/o/resets/:id/confirm', RESETTERS_FRESH, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    try {
      const invited = await confirmReset(ctx, desk.officer, request.params.id)
      return invited ? showInvitation(ctx, reply, desk, invited) : reply.redirect('/o/officers', 303)
    } catch (error) {
      if (error instanceof Conflict) return reply.redirect('/o/officers?problem=four_eyes', 303)
      throw error
    }
  })

  app.post<IdRoute>('/o/resets/:id/withdraw', RESETTERS, async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    return changeAndReturn(reply, '/o/officers', () => withdrawReset(ctx, officer, request.params.id))
  })
}
