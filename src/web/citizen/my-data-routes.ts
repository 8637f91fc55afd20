/** `/l/my-data`: what is held of somebody, a copy of it, consents, and requests about it. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askDataRequest } from '../../actions/ask-data-request.ts'
import { chooseConsent, viewConsents } from '../../actions/choose-consent.ts'
import { askExport, EXPORT_FORMATS, isMade, needsProof, readExport } from '../../actions/export-my-data.ts'
import { gatherMyData } from '../../actions/gather-my-data.ts'
import { viewMyRequest } from '../../actions/view-my-request.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { LONGEST_WORDS, MOST_OPEN, REQUEST_KINDS } from '../../privacy/rules.ts'
import { listExportsOf } from '../../privacy/store.ts'
import type { Language } from '../../service/definition.ts'
import { APPLICANT } from '../access.ts'
import { sendFile } from '../files.ts'
import { renderPage } from '../render.ts'
import { MY_DATA_TEXTS } from '../texts/my-data.ts'
import { speak } from '../texts/speak.ts'
import { begin } from './begin.ts'
import type { CopyState } from './my-data-page.tsx'

const PATH = '/l/my-data'
const Asked = z.object({
  id: z.uuid().optional().catch(undefined),
  kind: z.enum(REQUEST_KINDS).optional().catch(undefined),
  words: z.string().default(''),
})

export function myDataRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(PATH, APPLICANT, async (request, reply) => {
    const { person, language, agency } = await begin(ctx, request)
    const { applicantId } = person
    const { done } = request.query as { done?: unknown }
    return renderPage(reply, 'citizen/my-data', {
      ...{ language, agency },
      service: ctx.service.definition,
      data: await gatherMyData(ctx, applicantId, language),
      consents: await viewConsents(ctx, ctx.db, applicantId),
      copy: await copyOf(ctx, applicantId),
      proofNeeded: await needsProof(ctx, applicantId),
      changed: done === 'consent',
    })
  })

  app.post<{ Params: { purpose: string } }>(
    `${PATH}/consents/:purpose`,
    APPLICANT,
    async (request, reply) => {
      const { person } = await begin(ctx, request)
      await chooseConsent(ctx, {
        applicantId: person.applicantId,
        purposeId: request.params.purpose,
        given: formOf(request).get('given') === 'yes',
        channel: 'web',
      })
      return reply.redirect(`${PATH}?done=consent#consents`, 303)
    },
  )

  copyRoutes(app, ctx)
  requestRoutes(app, ctx)
}

async function copyOf(ctx: Context, applicantId: string): Promise<CopyState | undefined> {
  const [last] = await listExportsOf(ctx.db, applicantId)
  const state = last && isMade(last, ctx.clock.now())
  if (state === 'ready' && last?.endsAt) return { state, id: last.id, endsAt: last.endsAt }
  return state === 'making' ? { state } : undefined
}

function copyRoutes(app: FastifyInstance, ctx: Context): void {
  app.post(`${PATH}/copies`, APPLICANT, async (request, reply) => {
    const { person } = await begin(ctx, request)
    try {
      await askExport(ctx, person.applicantId)
    } catch (error) {
      // The page itself says what is missing.
      if (!(error instanceof Conflict)) throw error
    }
    return reply.redirect(`${PATH}#copy`, 303)
  })

  app.get<{ Params: { id: string; format: string } }>(
    `${PATH}/copies/:id/:format`,
    APPLICANT,
    async (request, reply) => {
      const { person } = await begin(ctx, request)
      const format = EXPORT_FORMATS.find((each) => each === request.params.format)
      if (!format) throw new NotFound('export')
      const { applicantId } = person
      return sendFile(reply, await readExport(ctx, { exportId: request.params.id, format, applicantId }))
    },
  )
}

function requestRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(`${PATH}/ask`, APPLICANT, async (request, reply) => {
    const kind = (request.query as { kind?: string }).kind
    return showForm(ctx, request, reply, { typed: { kind, words: '' }, problems: [] })
  })

  app.post(`${PATH}/requests`, APPLICANT, async (request, reply) => {
    const { person, language } = await begin(ctx, request)
    const { id, kind, words } = Asked.parse(Object.fromEntries(formOf(request)))
    try {
      if (!kind) throw new Invalid('invalid', [{ field: 'kind', code: 'required' }])
      const requestId = await askDataRequest(ctx, {
        applicantId: person.applicantId,
        requestId: id,
        kind,
        words,
      })
      return reply.redirect(`${PATH}/requests/${requestId}`, 303)
    } catch (error) {
      const problems = problemsOf(error, language)
      return showForm(ctx, request, reply, { typed: { kind, words }, problems })
    }
  })

  app.get<{ Params: { id: string } }>(`${PATH}/requests/:id`, APPLICANT, async (request, reply) => {
    const { person, language, agency } = await begin(ctx, request)
    const found = await viewMyRequest(ctx, {
      requestId: request.params.id,
      applicantId: person.applicantId,
    })
    return renderPage(reply, 'citizen/my-request', { language, agency, found })
  })
}

function problemsOf(error: unknown, language: Language): string[] {
  const t = speak(MY_DATA_TEXTS, language)
  if (error instanceof Conflict) return [t('wrong_many', { most: MOST_OPEN })]
  if (!(error instanceof Invalid)) throw error
  return error.problems.map(({ field }) =>
    t(field === 'kind' ? 'wrong_kind' : 'wrong_words', { max: LONGEST_WORDS }),
  )
}

type Shown = { typed: { kind?: string; words: string }; problems: string[] }

async function showForm(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> {
  const { language, agency } = await begin(ctx, request)
  const props = { language, agency, requestId: randomUUID(), ...shown }
  return renderPage(reply, 'citizen/ask-data', props, shown.problems.length > 0 ? 422 : 200)
}

const formOf = ({ body }: FastifyRequest): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams()
