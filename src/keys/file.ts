/** The keyring as a file that only its owner may read. */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { newKeyLine } from '../db/keyring.ts'

/** Throws an Error that says what is wrong with the file, never what is in it. */
export function readKeyFile(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new Error(`${file} is not there: personal data cannot be read without its keys`)
  // Windows has no such bits.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new Error(`${file} may be read by others: chmod 600 ${file}`)
  return readFileSync(file, 'utf8')
}

/** Replaces the file; after a crash it is the old one or the new one, whole. */
export function writeKeyFile(file: string, text: string): void {
  renameSync(writeBeside(file, text), file)
}

/** A file with one key; false when another process was faster. */
export function makeKeyFile(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true })
  const beside = writeBeside(file, `${newKeyLine('first')}\n`)
  try {
    linkSync(beside, file) // unlike a rename it never takes the place of another's file
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(beside)
  }
}

function writeBeside(file: string, text: string): string {
  const beside = `${file}.${randomUUID()}.part`
  const handle = openSync(beside, 'wx', 0o600)
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return beside
}
