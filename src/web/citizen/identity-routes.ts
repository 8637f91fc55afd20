/** The ways to prove who one is, under `/l/apply/:id/identity`. ThaID has routes of its own. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { bookAppointment } from '../../actions/book-appointment.ts'
import {
  CALL_TIMES,
  cancelProof,
  requestByPictures,
  requestCall,
  stateByLine,
} from '../../actions/request-proof.ts'
import { readPicture } from '../../actions/view-officer-proof.ts'
import { viewProof, viewSlots } from '../../actions/view-proof.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import type { ProofMethod } from '../../service/definition.ts'
import { APPLICANT, SIGNED_IN } from '../access.ts'
import { sendFile } from '../files.ts'
import { renderPage } from '../render.ts'
import { requireApplicant } from '../session.ts'
import { IDENTITY_TEXTS, type IdentityTextKey } from '../texts/identity.ts'
import { begin, type CaseRoute } from './begin.ts'
import { readPosted } from './posted.ts'

const PATH = '/l/apply/:id/identity'
type Request = FastifyRequest<CaseRoute>
type Problems = Record<string, IdentityTextKey>

export function identityRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<CaseRoute>(PATH, APPLICANT, async (request, reply) => {
    const { language, view } = await load(ctx, request)
    return renderPage(reply, 'citizen/identity', { language, view, now: ctx.clock.now() })
  })

  app.post<CaseRoute>(`${PATH}/cancel`, APPLICANT, async (request, reply) => {
    await cancelProof(ctx, (await load(ctx, request)).owner)
    return reply.redirect(back(request), 303)
  })

  photoRoutes(app, ctx)
  callRoutes(app, ctx)
  videoRoutes(app, ctx)
  lineRoutes(app, ctx)
}

const back = (request: Request): string => `/l/apply/${request.params.id}/identity`

async function load(ctx: Context, request: Request) {
  const { person, language } = await begin(ctx, request)
  const owner = { applicationId: request.params.id, applicantId: person.applicantId }
  const view = await viewProof(ctx, owner)
  const common = { language, definition: view.definition, applicationId: view.applicationId, problems: {} }
  return { language, owner, view, common }
}

/** What stands before a form of this way; where it is not offered, the list says what is. */
async function offered(ctx: Context, request: Request, method: ProofMethod) {
  const loaded = await load(ctx, request)
  const isOffered = loaded.view.offers.some((each) => each.method === method)
  return isOffered && loaded.view.state !== 'proven' ? loaded : undefined
}

/** The words of what was wrong, or the error itself where there are none. */
function problemsOf(error: unknown): Problems {
  if (error instanceof Conflict && error.code === 'slot_taken') return { startsAt: 'slot_taken' }
  if (!(error instanceof Invalid)) throw error
  return Object.fromEntries(
    error.problems.map(({ field, code }) => {
      if (!(code in IDENTITY_TEXTS)) throw error
      return [field, code as IdentityTextKey]
    }),
  )
}

type Way = {
  method: ProofMethod
  path: string
  show(request: Request, reply: FastifyReply, problems: Problems): Promise<FastifyReply>
  take(request: Request): Promise<void>
}

function wayRoutes(app: FastifyInstance, ctx: Context, { method, path, show, take }: Way): void {
  app.get<CaseRoute>(`${PATH}/${path}`, APPLICANT, async (request, reply) =>
    (await offered(ctx, request, method)) ? show(request, reply, {}) : reply.redirect(back(request), 303),
  )
  app.post<CaseRoute>(`${PATH}/${path}`, APPLICANT, async (request, reply) => {
    if (!(await offered(ctx, request, method))) return reply.redirect(back(request), 303)
    try {
      await take(request)
    } catch (error) {
      return show(request, reply, problemsOf(error))
    }
    return reply.redirect(back(request), 303)
  })
}

const statusOf = (problems: Problems): number => (Object.keys(problems).length > 0 ? 422 : 200)

function photoRoutes(app: FastifyInstance, ctx: Context): void {
  wayRoutes(app, ctx, {
    method: 'e_document',
    path: 'photos',
    async show(request, reply, problems) {
      const { common } = await load(ctx, request)
      return renderPage(reply, 'citizen/identity-photos', { ...common, problems }, statusOf(problems))
    },
    async take(request) {
      const { owner } = await load(ctx, request)
      const { files } = await readPosted(request)
      const bytesOf = (name: string) => files.find(({ field }) => field === name)?.bytes ?? Buffer.alloc(0)
      await requestByPictures(ctx, { ...owner, card: bytesOf('card'), selfie: bytesOf('selfie') })
    },
  })

  app.get<{ Params: { id: string } }>('/proof-pictures/:id', SIGNED_IN, async (request, reply) => {
    const { applicantId, officer } = await requireApplicant(ctx, request)
    const pictureId = request.params.id
    const own = readPicture(ctx, { pictureId, by: { applicantId } })
    return sendFile(
      reply,
      await own.catch((error: unknown) => {
        if (!(error instanceof NotFound) || !officer) throw error
        return readPicture(ctx, { pictureId, by: { officer } })
      }),
    )
  })
}

const formOf = ({ body }: Request): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams()

const When = z.enum(CALL_TIMES).catch('any')

function callRoutes(app: FastifyInstance, ctx: Context): void {
  wayRoutes(app, ctx, {
    method: 'telephone',
    path: 'call',
    async show(request, reply, problems) {
      const { common } = await load(ctx, request)
      const form = formOf(request)
      const typed = { phone: form.get('phone') ?? '', when: When.parse(form.get('when')) }
      return renderPage(reply, 'citizen/identity-call', { ...common, ...typed, problems }, statusOf(problems))
    },
    async take(request) {
      const { owner } = await load(ctx, request)
      const form = formOf(request)
      await requestCall(ctx, { ...owner, phone: form.get('phone') ?? '', when: When.parse(form.get('when')) })
    },
  })
}

function videoRoutes(app: FastifyInstance, ctx: Context): void {
  wayRoutes(app, ctx, {
    method: 'video_call',
    path: 'video',
    async show(request, reply, problems) {
      const { common, view } = await load(ctx, request)
      const slots = await viewSlots(ctx, view.definition)
      const chosen = formOf(request).get('startsAt') ?? undefined
      const props = { ...common, slots, chosen, problems }
      return renderPage(reply, 'citizen/identity-video', props, statusOf(problems))
    },
    async take(request) {
      const { owner } = await load(ctx, request)
      const startsAt = new Date(formOf(request).get('startsAt') ?? '')
      if (Number.isNaN(startsAt.getTime()))
        throw new Invalid('invalid', [{ field: 'startsAt', code: 'chooseSlot' }])
      await bookAppointment(ctx, { ...owner, startsAt })
    },
  })
}

function lineRoutes(app: FastifyInstance, ctx: Context): void {
  wayRoutes(app, ctx, {
    method: 'line',
    path: 'line',
    async show(request, reply, problems) {
      const { common } = await load(ctx, request)
      return renderPage(reply, 'citizen/identity-line', { ...common, problems }, statusOf(problems))
    },
    async take(request) {
      await stateByLine(ctx, (await load(ctx, request)).owner)
    },
  })
}
