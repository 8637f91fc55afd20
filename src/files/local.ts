import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { FileStore } from '../context.ts'
import { NotFound } from '../errors.ts'

export type LocalFiles = FileStore & {
  /** The keys of all files. */
  list(): AsyncGenerator<string>
  /** When it was put; undefined when it was erased meanwhile. */
  changedAt(key: string): Promise<Date | undefined>
  /** The first bytes of a file; undefined when it was erased meanwhile. */
  head(key: string, length: number): Promise<Buffer | undefined>
  /** Other bytes for a file that is there; false when it was erased meanwhile, or somebody else is replacing it. */
  replace(key: string, bytes: Buffer): Promise<boolean>
}

const PARTIAL = '.part'
const REPLACING = '.replacing'
/** Longer than replacing takes: what is older was left by a process that died. */
const FORGOTTEN_MS = 60_000

/** Files in a folder of this machine. A file appears whole or not at all, and is on the disk before `put` returns. */
export function localFiles(root: string): LocalFiles {
  const base = resolve(root)
  const path = (key: string) => {
    const file = join(base, key)
    if (!file.startsWith(base + sep)) throw new NotFound('file')
    return file
  }
  return {
    async put(key, bytes) {
      const target = path(key)
      const partial = `${target}.${randomUUID()}${PARTIAL}`
      await mkdir(dirname(target), { recursive: true })
      await writeNew(partial, bytes)
      await rename(partial, target)
    },
    async get(key) {
      try {
        return await readFile(path(key))
      } catch (cause) {
        if (hasCode(cause, 'ENOENT')) throw new NotFound('file', [], { cause })
        throw cause
      }
    },
    remove: (key) => remove(path(key)),
    async *list() {
      for (const entry of await readdir(base, { recursive: true, withFileTypes: true }).catch(() => [])) {
        const isOurs = !entry.name.endsWith(PARTIAL) && !entry.name.endsWith(REPLACING)
        if (entry.isFile() && isOurs)
          yield relative(base, join(entry.parentPath, entry.name)).split(sep).join('/')
      }
    },
    changedAt: (key) => unlessGone(async () => (await stat(path(key))).mtime),
    head: (key, length) => unlessGone(() => readHead(path(key), length)),
    replace: (key, bytes) => replace(path(key), bytes),
  }
}

async function writeNew(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * NOTE in this order, and looking once more at the end: whatever `replace` has reached when we begin, what it puts in
 * place is either taken from it before, or erased after. An erased file never comes back.
 */
async function remove(file: string): Promise<void> {
  await rm(file, { force: true })
  await rm(file + REPLACING, { force: true })
  await rm(file, { force: true })
}

async function replace(file: string, bytes: Buffer): Promise<boolean> {
  const beside = file + REPLACING
  try {
    await writeNew(beside, bytes)
  } catch (error) {
    if (!hasCode(error, 'EEXIST', 'ENOENT')) throw error
    await forgetOld(beside)
    return false
  }
  const isThere = await unlessGone(() => stat(file))
  if (!isThere) await rm(beside, { force: true })
  return isThere !== undefined && (await unlessGone(() => rename(beside, file).then(() => true))) === true
}

async function forgetOld(beside: string): Promise<void> {
  const left = await unlessGone(() => stat(beside))
  if (left && Date.now() - left.mtimeMs > FORGOTTEN_MS) await rm(beside, { force: true })
}

async function readHead(file: string, length: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function unlessGone<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException).code ?? '')
