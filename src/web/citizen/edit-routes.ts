/** What the browser asks for while a form is filled in; the same for a draft and for a correction. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { attachFile, removeFile } from '../../actions/attach-file.ts'
import { editorOf } from '../../actions/open-intake.ts'
import { saveDraft } from '../../actions/save-draft.ts'
import type { Context } from '../../context.ts'
import { Invalid } from '../../errors.ts'
import { bangkok } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import type { Answers } from '../../service/form.ts'
import { APPLICANT } from '../access.ts'
import { languageOf } from '../language.ts'
import { requireApplicant } from '../session.ts'
import type { CaseRoute } from './begin.ts'

const Plain = z.string().max(10_000)
const Parts = z.record(z.string().max(40), Plain)
/** One answer, also of several options. */
const Single = z.union([Plain, z.array(z.string().max(80)).max(200), Parts])
/** What a browser may send as answers: the shapes of form.ts, whatever their contents. */
const Typed = z.object({
  answers: z.record(
    z.string().max(80),
    z.union([Single, z.array(z.record(z.string().max(80), Single)).max(200)]),
  ),
})

export function editRoutes(app: FastifyInstance, ctx: Context): void {
  app.put<CaseRoute>('/l/apply/:id/answers', APPLICANT, async (request) => {
    const person = await requireApplicant(ctx, request)
    const typed = Typed.safeParse(request.body)
    if (!typed.success) throw new Invalid('bad_answers')
    const answers = typed.data.answers as Answers
    const owner = await editorOf(ctx, person, request.params.id)
    const { savedAt } = await saveDraft(ctx, { ...owner, answers })
    return { savedAt: clockTime(savedAt, languageOf(request, person)) }
  })

  app.post<{ Params: { id: string; field: string } }>(
    '/l/apply/:id/files/:field',
    APPLICANT,
    async (request) => {
      const person = await requireApplicant(ctx, request)
      const { id, field } = request.params
      const owner = await editorOf(ctx, person, id)
      const part = request.isMultipart() ? await request.file() : undefined
      if (!part) throw new Invalid('invalid', [{ field, code: 'file_empty' }])
      const bytes = await part.toBuffer()
      return attachFile(ctx, { ...owner, fieldId: field, name: part.filename, bytes })
    },
  )

  app.delete<{ Params: { id: string; file: string } }>(
    '/l/apply/:id/files/:file',
    APPLICANT,
    async (request, reply) => {
      const person = await requireApplicant(ctx, request)
      const owner = await editorOf(ctx, person, request.params.id)
      await removeFile(ctx, { ...owner, fileId: request.params.file })
      return reply.code(204).send()
    },
  )
}

/** "10:42 น." · "10:42" */
export function clockTime(instant: Date, language: Language): string {
  return `${bangkok(instant).slice(11, 16)}${language === 'th' ? '\u00a0น.' : ''}`
}
