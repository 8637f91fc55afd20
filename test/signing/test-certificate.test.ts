import { execFile } from 'node:child_process'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { loadSigner } from '../../src/signing/signer.ts'
import { emptyDir } from './keys.ts'

const SIGNER = join(import.meta.dirname, '../../src/signing/signer.ts')

test('without a certificate a test one is made, says so, and is kept for its owner alone', async () => {
  const DATA_DIR = await emptyDir()
  const { identity } = await loadSigner({ DATA_DIR })
  const file = join(DATA_DIR, 'signing', 'test-signer.pem')
  expect(identity).toMatchObject({
    commonName: 'ผู้ลงนามทดสอบ (ใบรับรองทดสอบ / Test)',
    issuer: 'Anuyat Test Root (ใบรับรองทดสอบ)',
    test: true,
  })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await loadSigner({ DATA_DIR })).identity).toEqual(identity)
})

test('processes that start at once end with the same certificate, and leave no drafts', async () => {
  const DATA_DIR = await emptyDir()
  const script = `import { loadSigner } from ${JSON.stringify(SIGNER)}
    console.log((await loadSigner({ DATA_DIR: ${JSON.stringify(DATA_DIR)} })).identity.serial)`
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
  const runs = await Promise.all([start(), start(), start()])
  expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1)
  expect(await readdir(join(DATA_DIR, 'signing'))).toEqual(['test-signer.pem'])
})

test('a damaged file is named, and not replaced behind our back', async () => {
  const DATA_DIR = await emptyDir()
  await loadSigner({ DATA_DIR })
  const file = join(DATA_DIR, 'signing', 'test-signer.pem')
  await writeFile(file, 'damaged')
  await expect(loadSigner({ DATA_DIR })).rejects.toThrow(`${file} cannot be used`)
  expect(await readFile(file, 'utf8')).toBe('damaged')
})
