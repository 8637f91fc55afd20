import { execFile } from 'node:child_process'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { ensureBuilt, sources } from '../../src/web/build.ts'

const ROOT = join(import.meta.dirname, '../..')

test('a build is as new as all that its pages import, wherever that lies', () => {
  const files = sources().map((file) => relative(ROOT, file))
  expect(files).toEqual(
    expect.arrayContaining([
      'src/web/citizen/form.client.tsx',
      'src/web/citizen/use-form.ts',
      'src/web/styles/tokens.css',
      'src/service/form.ts',
      'src/service/printable.ts',
      'src/conversation/hours.ts',
    ]),
  )
  expect(files).not.toContain('src/config.ts')
})

test('where the build is there, nobody asks for Vite', async () => {
  const { client } = await ensureBuilt()
  const program = `
    import { registerHooks } from 'node:module'
    const resolve = (name, context, next) => {
      if (name === 'vite') throw new Error('there is no Vite here')
      return next(name, context)
    }
    registerHooks({ resolve })
    const { ensureBuilt } = await import('./src/web/build.ts')
    console.log((await ensureBuilt()).client)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: ROOT,
  })
  expect(stdout.trim()).toBe(client)
})
