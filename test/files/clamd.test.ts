import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attachFile } from '../../src/actions/attach-file.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { clamdScanner } from '../../src/files/clamd.ts'
import { createLogger } from '../../src/logger.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { fillDraft } from '../support/people.ts'
import { chunk, png } from '../support/pictures.ts'
import { type ClamdPeer, EICAR, startClamd } from './clamd-peer.ts'

let peer: ClamdPeer | undefined
afterEach(() => peer?.close())

const scanner = (url = peer?.url) => clamdScanner({ CLAMD_URL: url })

describe('the scanner', () => {
  test('finds a file clean, having sent every byte of it', async () => {
    peer = await startClamd()
    const bytes = Buffer.alloc(300_000, 'clean')
    expect(await scanner().scan(bytes)).toBe('clean')
    expect(peer.scanned).toEqual([bytes])
    expect(peer.faults).toEqual([])
  })

  test('finds the test virus, wherever it stands', async () => {
    peer = await startClamd()
    expect(await scanner().scan(EICAR)).toBe('infected')
    expect(await scanner().scan(Buffer.concat([Buffer.alloc(65_530), EICAR]))).toBe('infected')
  })

  test('is reached by a unix socket too', async () => {
    peer = await startClamd(join(mkdtempSync(join(tmpdir(), 'clamd-')), 'clamd.ctl'))
    expect(await scanner().scan(Buffer.from('x'))).toBe('clean')
  })

  test('looks at several files at once', async () => {
    peer = await startClamd()
    const files = [Buffer.from('a'), EICAR, Buffer.from('b')]
    expect(await Promise.all(files.map((bytes) => scanner().scan(bytes)))).toEqual([
      'clean',
      'infected',
      'clean',
    ])
  })

  test.each(['hang up', 'error'] as const)('that answers with %s has said nothing', async (behaviour) => {
    peer = await startClamd(undefined, behaviour)
    await expect(scanner().scan(Buffer.from('x'))).rejects.toThrow('virus scanner')
  })

  test('that finds a file too large has said nothing', async () => {
    peer = await startClamd()
    await expect(scanner().scan(Buffer.alloc(1024 * 1024 + 1))).rejects.toThrow('virus scanner')
  })

  test('that nobody set up finds everything clean, and says that it is not there', async () => {
    const none = clamdScanner({ CLAMD_URL: undefined })
    expect(none.configured).toBe(false)
    expect(await none.scan(EICAR)).toBe('clean')
  })
})

describe('an upload', () => {
  let ctx: TestContext
  let log: string
  beforeEach(() => {
    log = ''
  })
  const open = async (url?: string) => {
    const write = (line: string) => {
      log += line
    }
    ctx = await openTestContext({ log: createLogger('info', { write }) })
    const owner = await fillDraft(ctx)
    ctx.scanner = scanner(url)
    return owner
  }
  const infected = () => png(chunk('iCCP', EICAR))
  const upload = (owner: { applicationId: string; applicantId: string }, bytes = infected()) =>
    attachFile(ctx, { ...owner, fieldId: 'site_map', name: 'แผนที่ของกมล.png', bytes })

  test('with a virus is refused and not kept; the log has no name', async () => {
    peer = await startClamd()
    const owner = await open()
    const before = (await viewCase(ctx, owner)).answers.site_map
    await expect(upload(owner)).rejects.toMatchObject({
      problems: [{ field: 'site_map', code: 'file_infected' }],
    })
    expect((await viewCase(ctx, owner)).answers.site_map).toEqual(before)
    expect(log).toContain('upload.infected')
    expect(log).not.toContain('กมล')
  })

  test('while the scanner does not answer is to be tried again, and then it is taken', async () => {
    const owner = await open('tcp://127.0.0.1:9')
    const clean = png(chunk('iCCP', 'clean'))
    await expect(upload(owner, clean)).rejects.toMatchObject({
      problems: [{ field: 'site_map', code: 'scan_unavailable' }],
    })
    peer = await startClamd()
    ctx.scanner = scanner()
    await upload(owner, clean)
    expect((await viewCase(ctx, owner)).answers.site_map).toHaveLength(2)
  })
})
