/** What a form page posts, plain or with files. */
import type { FastifyRequest } from 'fastify'

export type PostedFile = { field: string; name: string; bytes: Buffer }
export type Posted = { form: URLSearchParams; files: PostedFile[] }

/** Empty file boxes are left out: a browser sends them as files without a name. */
export async function readPosted(request: FastifyRequest): Promise<Posted> {
  if (!request.isMultipart()) {
    return { form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(), files: [] }
  }
  const form = new URLSearchParams()
  const files: PostedFile[] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') form.append(part.fieldname, String(part.value ?? ''))
    else {
      const bytes = await part.toBuffer()
      if (part.filename) files.push({ field: part.fieldname, name: part.filename, bytes })
    }
  }
  return { form, files }
}
