import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One process a data directory: the embedded database itself does not notice a second one, and both would diverge.
 * A lock left by a process that died is taken over. Throws an Error that names the other process.
 */
export function lockDirectory(dir: string): () => void {
  const file = `${join(dir, '..', 'database.lock')}`
  for (let attempt = 0; attempt < 2; attempt++) {
    const handle = tryCreate(file)
    if (handle !== undefined) {
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    }
    const owner = Number(readFileSync(file, 'utf8'))
    if (owner !== process.pid && isAlive(owner))
      throw new Error(
        `The embedded database is in use by process ${owner}; stop it first, or set DATABASE_URL`,
      )
    rmSync(file, { force: true })
  }
  throw new Error(`Could not take the lock ${file}`)
}

function tryCreate(file: string): number | undefined {
  try {
    return openSync(file, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined
    throw error
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
