import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Programs by other people that read what we write, and the Debian packages that bring them. */
const PACKAGES = {
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  pdfsig: 'poppler-utils',
  certutil: 'libnss3-tools',
  qpdf: 'qpdf',
  zbarimg: 'zbar-tools',
  openssl: 'openssl',
} as const
export type Tool = keyof typeof PACKAGES

const run = promisify(execFile)

/** What the tool prints, both streams. A tool that is not there is a failure, never a reason to skip. */
export async function runTool(tool: Tool, ...options: string[]): Promise<string> {
  try {
    const { stdout, stderr } = await run(tool, options, { maxBuffer: 16 * 1024 * 1024 })
    return stdout + stderr
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`${tool} is not installed: apt-get install ${PACKAGES[tool]}`, { cause: error })
    throw error
  }
}

export async function temporaryFile(name: string, bytes: Buffer | string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'anuyat-document-')), name)
  await writeFile(file, bytes)
  return file
}
