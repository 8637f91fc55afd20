import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { NotFound } from '../errors.ts'

/**
 * The pictures of Flex messages, at /assets/flex/<name>.png. LINE's phones fetch them from here, so they are public.
 * `dirs` are the folders of Flex templates, the service's own last; each may hold `icons/`.
 */
export async function flexAssets(app: FastifyInstance, { dirs }: { dirs: string[] }): Promise<void> {
  const icons = new Map(dirs.flatMap(iconsIn))

  app.get<{ Params: { file: string } }>(
    '/assets/flex/:file',
    { config: { access: 'public' } },
    async (request, reply) => {
      const icon = icons.get(request.params.file)
      if (!icon) throw new NotFound('no_such_picture')
      reply.header('cache-control', 'public, max-age=86400').header('etag', icon.etag)
      return request.headers['if-none-match'] === icon.etag
        ? reply.code(304).send()
        : reply.type('image/png').send(icon.bytes)
    },
  )
}

type Icon = { bytes: Buffer; etag: string }

function iconsIn(dir: string): [string, Icon][] {
  const folder = join(dir, 'icons')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.png'))
  return files.map((file) => {
    const bytes = readFileSync(join(folder, file))
    return [file, { bytes, etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"` }]
  })
}
