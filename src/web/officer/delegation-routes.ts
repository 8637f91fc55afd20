/** `/o/delegations`: who acts in whose place, by which order. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { delegateRole, endDelegation, viewDelegations } from '../../actions/delegate-role.ts'
import { viewOfficers } from '../../actions/manage-officer.ts'
import type { Context } from '../../context.ts'
import { Invalid } from '../../errors.ts'
import { DELEGATION_KINDS } from '../../officer/officer.ts'
import { OFFICER_ROLES } from '../../officer/roles.ts'
import { isoFromParts } from '../../service/dates.ts'
import { ADMINS, ADMINS_FRESH } from '../access.ts'
import { renderPage } from '../render.ts'
import { changeAndReturn, toldBy } from './account-routes.ts'
import { REFUSAL_TEXTS, type Refusal } from './account-texts.ts'
import { deskOf, formOf } from './desk-request.ts'

/** `1/12/2569` → an ISO day; empty where it is none. */
const Day = z
  .string()
  .default('')
  .transform((text) => {
    const [day = '', month = '', year = ''] = text.trim().split(/[/\-. ]+/)
    return isoFromParts({ day, month, year }) ?? ''
  })
const Order = z.object({
  fromId: z.string().default(''),
  toId: z.string().default(''),
  role: z.enum(OFFICER_ROLES).catch('approver'),
  kind: z.enum(DELEGATION_KINDS).catch('delegated'),
  orderNumber: z.string().max(80).default(''),
  orderedOn: Day,
  firstDay: Day,
  lastDay: Day,
})

export function delegationRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/delegations', ADMINS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { officers } = await viewOfficers(ctx)
    const delegations = await viewDelegations(ctx)
    return renderPage(reply, 'officer/delegations', { ...desk, ...toldBy(request), officers, delegations })
  })

  app.post('/o/delegations', ADMINS_FRESH, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const typed = Object.fromEntries(formOf(request))
    try {
      await delegateRole(ctx, desk.officer, Order.parse(typed))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const problem = (error.code in REFUSAL_TEXTS ? error.code : 'fields_needed') as Refusal
      const { officers } = await viewOfficers(ctx)
      const delegations = await viewDelegations(ctx)
      const props = { ...desk, done: false, problem, officers, delegations, typed }
      return renderPage(reply, 'officer/delegations', props, 422)
    }
    return reply.redirect('/o/delegations?done=yes', 303)
  })

  app.post<{ Params: { id: string } }>('/o/delegations/:id/end', ADMINS_FRESH, async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    return changeAndReturn(reply, '/o/delegations', () => endDelegation(ctx, officer, request.params.id))
  })
}
