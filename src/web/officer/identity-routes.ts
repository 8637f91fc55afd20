/** Who an applicant is, and the video calls about it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { acceptProof, giveLink, missAppointment, REGISTRY, refuseProof } from '../../actions/decide-proof.ts'
import { seeInPerson } from '../../actions/see-in-person.ts'
import { viewAppointments, viewOfficerProof } from '../../actions/view-officer-proof.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import type { ActingOfficer } from '../../officer/officer.ts'
import { PROOF_ROLES } from '../../officer/roles.ts'
import { SHOWN_CARDS } from '../../proof/checklist.ts'
import { CASE_READERS } from '../access.ts'
import { renderPage } from '../render.ts'
import { caseId, deskOf, formOf } from './desk-request.ts'
import { PROOF_DONE, type ProofDone, WRONGS, type Wrong } from './identity-done.ts'

const PATH = '/o/cases/:id/identity'
const CHECKERS = { config: { access: { officer: PROOF_ROLES } } } as const
const Query = z.object({ done: z.enum(PROOF_DONE).optional().catch(undefined) })

export function identityRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(PATH, CASE_READERS, async (request, reply) => showIdentity(ctx, request, reply))

  app.get('/o/appointments', CHECKERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const lists = await viewAppointments(ctx, desk.officer)
    return renderPage(reply, 'officer/appointments', { ...desk, lists })
  })

  for (const { path, done, act } of ACTS) {
    app.post(`${PATH}/${path}`, CHECKERS, async (request, reply) => {
      const { officer } = await deskOf(ctx, request)
      const id = caseId(request)
      try {
        await act(ctx, officer, { id, form: formOf(request) })
      } catch (error) {
        return showIdentity(ctx, request, reply, wrongOf(error, formOf(request)))
      }
      return reply.redirect(`/o/cases/${id}/identity?done=${done}`, 303)
    })
  }
}

type Sent = { id: string; form: URLSearchParams }
type Act = {
  path: string
  done: ProofDone
  act(ctx: Context, officer: ActingOfficer, sent: Sent): Promise<void>
}

const said = (form: URLSearchParams, name: string): string => form.get(name) ?? ''
const Card = z.enum(SHOWN_CARDS).optional().catch(undefined)
const Registry = z.enum(REGISTRY).optional().catch(undefined)

const ACTS: Act[] = [
  {
    path: 'accept',
    done: 'accepted',
    act: (ctx, officer, { id, form }) =>
      acceptProof(ctx, officer, {
        applicationId: id,
        proofId: said(form, 'proof'),
        seen: said(form, 'seen'),
        checks: form.getAll('check'),
        registry: Registry.parse(form.get('registry')),
        call: form.has('call_at')
          ? { at: said(form, 'call_at'), number: said(form, 'call_number') }
          : undefined,
        note: said(form, 'note'),
      }),
  },
  {
    path: 'refuse',
    done: 'refused',
    act: (ctx, officer, { id, form }) =>
      refuseProof(ctx, officer, {
        applicationId: id,
        proofId: said(form, 'proof'),
        reason: said(form, 'reason'),
      }),
  },
  {
    path: 'in-person',
    done: 'in_person',
    act: (ctx, officer, { id, form }) =>
      seeInPerson(ctx, officer, {
        applicationId: id,
        card: Card.parse(form.get('card')),
        seen: said(form, 'seen'),
      }),
  },
  {
    path: 'missed',
    done: 'missed',
    act: (ctx, officer, { form }) =>
      missAppointment(ctx, officer, { appointmentId: said(form, 'appointment') }),
  },
  {
    path: 'link',
    done: 'link',
    act: (ctx, officer, { form }) =>
      giveLink(ctx, officer, { appointmentId: said(form, 'appointment'), link: said(form, 'link') }),
  },
]

/** What has to be mended, with what was typed; any other failure goes on. */
function wrongOf(error: unknown, form: URLSearchParams): Wrong {
  const typed = Object.fromEntries(form)
  const checks = form.getAll('check')
  if (error instanceof Conflict) return { fields: ['changed'], typed, checks: [] }
  if (!(error instanceof Invalid)) throw error
  const fields = WRONGS.filter((each) => error.problems.some(({ field }) => field === each))
  return { fields, typed, checks }
}

async function showIdentity(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  wrong?: Wrong,
): Promise<FastifyReply> {
  const desk = await deskOf(ctx, request)
  const { done } = Query.parse(request.query)
  const found = await viewOfficerProof(ctx, caseId(request))
  if (found.state === 'none' && found.earlier.length === 0) throw new NotFound('proof')
  const path = `/o/cases/${found.applicationId}/identity`
  const status = wrong ? (wrong.fields.includes('changed') ? 409 : 422) : 200
  return renderPage(
    reply,
    'officer/identity',
    { ...desk, path, found, done, wrong, now: ctx.clock.now() },
    status,
  )
}
