/** `/o/factor`: the second factor is asked for; `/o/factors`: it is set up or taken away. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { confirmTotp, offerTotp, removeFactor } from '../../actions/set-up-factor.ts'
import { addPasskey, askPasskey, offerPasskey, proveByPasskey } from '../../actions/use-passkey.ts'
import type { Context } from '../../context.ts'
import { Conflict, Forbidden, Invalid } from '../../errors.ts'
import { siteOf } from '../../officer/passkey.ts'
import { DESK_FRESH, deskPath, FACTOR_ASK, FACTOR_SETUP } from '../access.ts'
import { qrSvg } from '../citizen/qr-svg.ts'
import { deviceWords } from '../device.ts'
import { languageOf } from '../language.ts'
import { renderPage } from '../render.ts'
import { formOf } from './desk-request.ts'

/** What a browser answers, as far as it is read before the library checks it. */
const Credential = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(20_000) }),
  clientExtensionResults: z.looseObject({}).default({}),
})
const Answer = z.object({ response: Credential })

export function factorRoutes(app: FastifyInstance, ctx: Context): void {
  // The access rule has asked for the factor and taken it: what is left is to go on.
  app.get('/o/factor', DESK_FRESH, (request, reply) => reply.redirect(goingTo(request.query), 303))
  app.post('/o/factor', DESK_FRESH, (request, reply) =>
    reply.redirect(goingTo(Object.fromEntries(formOf(request))), 303),
  )
  app.post('/o/factor/passkey/options', FACTOR_ASK, (request) => askPasskey(ctx, askingOf(request)))
  app.post('/o/factor/passkey', FACTOR_ASK, async (request, reply) => {
    await proveByPasskey(ctx, { ...askingOf(request), response: answerOf(request) })
    return reply.code(204).send()
  })
  setUpRoutes(app, ctx)
}

const goingTo = (asked: unknown): string =>
  deskPath(typeof asked === 'object' && asked !== null && 'to' in asked ? asked.to : undefined)

function setUpRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/factors/new', FACTOR_SETUP, (request, reply) => showSetup(ctx, request, reply))

  app.post('/o/factors/totp', FACTOR_SETUP, async (request, reply) => {
    const code = formOf(request).get('code') ?? ''
    const said = await confirmTotp(ctx, { ...askingOf(request), code })
    return said === 'proved' ? reply.redirect('/o/join', 303) : showSetup(ctx, request, reply, said)
  })

  app.post('/o/factors/passkey/options', FACTOR_SETUP, (request) => offerPasskey(ctx, askingOf(request)))
  app.post('/o/factors/passkey', FACTOR_SETUP, async (request, reply) => {
    const label = deviceWords(request.headers['user-agent'])
    await addPasskey(ctx, { ...askingOf(request), response: answerOf(request), label })
    return reply.code(204).send()
  })

  app.post<{ Params: { id: string } }>('/o/factors/:id/remove', DESK_FRESH, async (request, reply) => {
    try {
      await removeFactor(ctx, { ...askingOf(request), factorId: request.params.id })
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return reply.redirect(`/o/sessions?problem=${error.code}`, 303)
    }
    return reply.redirect('/o/sessions?done=yes', 303)
  })
}

/** The officer at whom the access rule looked, proved or not yet. */
function askingOf({ person }: FastifyRequest): { officerId: string; sessionId: string; name: string } {
  const officer = person?.officer ?? person?.unproven
  if (!person || !officer) throw new Forbidden('not_an_officer')
  return { officerId: officer.id, sessionId: person.sessionId, name: officer.name }
}

/** Checked by the library against the challenge; here only that it has the shape of an answer. */
function answerOf<T>(request: FastifyRequest): T {
  const parsed = Answer.safeParse(request.body)
  if (!parsed.success) throw new Invalid('passkey')
  return parsed.data.response as T
}

async function showSetup(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  said?: 'wrong' | 'locked',
): Promise<FastifyReply> {
  const { secret, address } = await offerTotp(ctx, askingOf(request))
  const { agency } = ctx.service.definition
  const language = languageOf(request, request.person ?? undefined)
  const passkeys = siteOf(ctx.config.BASE_URL, '') !== undefined
  const props = { language, agency, secret, address, qr: qrSvg(address), passkeys, said }
  return renderPage(reply, 'officer/factor-setup', props, said ? 422 : 200)
}
