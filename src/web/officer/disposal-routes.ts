/** `/o/privacy/disposal`: what is to be disposed of is approved here, or kept. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { approveDisposal, holdCase, releaseCase, viewDisposal } from '../../actions/approve-disposal.ts'
import type { Context } from '../../context.ts'
import { Invalid } from '../../errors.ts'
import { isoFromParts } from '../../service/dates.ts'
import { DATA_OFFICERS, DATA_OFFICERS_FRESH } from '../access.ts'
import { renderPage } from '../render.ts'
import { speak } from '../texts/speak.ts'
import type { DeskProps } from './desk.tsx'
import { deskOf, formOf } from './desk-request.ts'
import type { DisposalPageProps } from './disposal-page.tsx'
import { DISPOSAL_TEXTS } from './disposal-texts.ts'

const PATH = '/o/privacy/disposal'
const Query = z.object({
  done: z.enum(['approved', 'kept', 'let_go']).optional().catch(undefined),
  count: z.coerce.number().int().min(0).catch(0),
})
const BOX = { nothing_chosen: '#items', reason_needed: '#because', day_is_past: '#until' } as const
type Typed = DisposalPageProps['typed']
const NOTHING: Typed = { chosen: [], because: '', until: '' }

export function disposalRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(PATH, DATA_OFFICERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { done: what, count } = Query.parse(request.query)
    return show(ctx, reply, { desk, typed: NOTHING, done: what && { what, count } })
  })

  app.post(`${PATH}/approve`, DATA_OFFICERS_FRESH, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const typed = typedIn(formOf(request))
    return orShow(ctx, reply, { desk, typed }, async () => {
      const count = await approveDisposal(ctx, desk.officer, typed.chosen)
      return `approved&count=${count}`
    })
  })

  app.post(`${PATH}/keep`, DATA_OFFICERS_FRESH, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const typed = typedIn(formOf(request))
    return orShow(ctx, reply, { desk, typed }, async () => {
      await keepChosen(ctx, desk, typed)
      return 'kept'
    })
  })

  app.post(`${PATH}/let-go`, DATA_OFFICERS_FRESH, async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    await releaseCase(ctx, officer, formOf(request).get('id') ?? '')
    return reply.redirect(`${PATH}?done=let_go`, 303)
  })
}

function typedIn(form: URLSearchParams): Typed {
  return {
    chosen: form.getAll('item'),
    because: form.get('because') ?? '',
    until: (form.get('until') ?? '').trim(),
  }
}

async function keepChosen(
  ctx: Context,
  { officer }: DeskProps,
  { chosen, because, until }: Typed,
): Promise<void> {
  const { due } = await viewDisposal(ctx, officer)
  const cases = due.filter(({ key }) => chosen.includes(key)).map(({ applicationId }) => applicationId)
  const ids = [...new Set(cases.filter((id) => id !== undefined))]
  if (ids.length === 0) throw new Invalid('nothing_chosen')
  const day = until === '' ? undefined : dayOf(until)
  for (const applicationId of ids) await holdCase(ctx, officer, { applicationId, because, until: day })
}

/** `31/12/2580`. */
function dayOf(typed: string): string {
  const [day = '', month = '', year = ''] = typed.split(/[/\-. ]+/)
  const iso = isoFromParts({ day, month, year })
  if (!iso) throw new Invalid('day_is_past')
  return iso
}

type Shown = { desk: DeskProps; typed: Typed } & Partial<Pick<DisposalPageProps, 'problems' | 'done'>>

async function orShow(
  ctx: Context,
  reply: FastifyReply,
  shown: Shown,
  act: () => Promise<string>,
): Promise<FastifyReply> {
  try {
    return reply.redirect(`${PATH}?done=${await act()}`, 303)
  } catch (error) {
    if (!(error instanceof Invalid) || !(error.code in BOX)) throw error
    const code = error.code as keyof typeof BOX
    const text = speak(DISPOSAL_TEXTS, shown.desk.language)(`wrong_${code}`)
    return show(ctx, reply.status(422), { ...shown, problems: [{ href: BOX[code], text }] })
  }
}

async function show(
  ctx: Context,
  reply: FastifyReply,
  { desk, problems = [], ...shown }: Shown,
): Promise<FastifyReply> {
  const view = await viewDisposal(ctx, desk.officer)
  const status = problems.length > 0 ? 422 : 200
  return renderPage(reply, 'officer/disposal', { ...desk, path: PATH, view, problems, ...shown }, status)
}
