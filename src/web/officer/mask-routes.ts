import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { maskAttachment, viewMaskable } from '../../actions/mask-attachment.ts'
import { viewOfficerCase } from '../../actions/view-officer-case.ts'
import type { Context } from '../../context.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { MASK_ROLES } from '../../officer/roles.ts'
import { renderPage } from '../render.ts'
import { caseId, deskOf } from './desk-request.ts'

const Params = z.object({ file: z.uuid() })
const Query = z.object({ seen: z.string().regex(/^[0-9a-f]{64}$/) })

const MASKERS = { config: { access: { officer: MASK_ROLES } } } as const

export function maskRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/cases/:id/mask/:file', MASKERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const found = await viewOfficerCase(ctx, desk.officer, caseId(request))
    const { id, fieldId, sha256 } = await viewMaskable(ctx, desk.officer, placeOf(request))
    return renderPage(reply, 'officer/mask', { ...desk, found, file: { id, fieldId, sha256 } })
  })

  app.post('/o/cases/:id/mask/:file', MASKERS, async (request) => {
    const { officer } = await deskOf(ctx, request)
    const place = placeOf(request)
    const seen = Query.safeParse(request.query)
    const part = seen.success && request.isMultipart() ? await request.file() : undefined
    if (!seen.success || !part) throw new Invalid('invalid', [{ field: 'file', code: 'file_empty' }])
    await maskAttachment(ctx, officer, { ...place, ...seen.data, bytes: await part.toBuffer() })
    return {}
  })
}

function placeOf(request: FastifyRequest): { applicationId: string; fileId: string } {
  const params = Params.safeParse(request.params)
  if (!params.success) throw new NotFound('file')
  return { applicationId: caseId(request), fileId: params.data.file }
}
