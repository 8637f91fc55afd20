import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { FileStore } from '../context.ts'
import { NotFound } from '../errors.ts'

/** Files in a folder of this machine. A file appears whole or not at all, and is on the disk before `put` returns. */
export function localFiles(root: string): FileStore {
  const base = resolve(root)
  const path = (key: string) => {
    const file = join(base, key)
    if (!file.startsWith(base + sep)) throw new NotFound('file')
    return file
  }
  return {
    async put(key, bytes) {
      const target = path(key)
      const partial = `${target}.${randomUUID()}.part`
      await mkdir(dirname(target), { recursive: true })
      const file = await open(partial, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(partial, target)
    },
    async get(key) {
      try {
        return await readFile(path(key))
      } catch (cause) {
        throw new NotFound('file', [], { cause })
      }
    },
    remove: (key) => rm(path(key), { force: true }),
  }
}
