import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type LocalFiles, localFiles } from '../../src/files/local.ts'
import { countFileKeys, resealFiles } from '../../src/files/reseal.ts'
import { sealedFiles } from '../../src/files/sealed.ts'
import { keyring } from '../keys/build.ts'

const PHOTO = Buffer.from('หน้าบัตรประชาชน 1-1017-00207-36-6')
const OLD = keyring('old')
const BOTH = keyring('new', 'old')
const NEW = keyring('new')

let dir: string
let store: LocalFiles
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'anuyat-files-'))
  store = localFiles(dir)
})

const under = (keys: typeof OLD) => sealedFiles(store, () => keys)
const countsOf = async () => Object.fromEntries(await countFileKeys(store))

describe('a sealed file', () => {
  test('shows nothing of its contents on the disk and reads as it was put', async () => {
    await under(OLD).put('uploads/a', PHOTO)
    expect(readFileSync(join(dir, 'uploads/a')).includes('1-1017')).toBe(false)
    expect(await under(BOTH).get('uploads/a')).toEqual(PHOTO)
    await under(OLD).put('uploads/empty', Buffer.alloc(0))
    expect(await under(OLD).get('uploads/empty')).toEqual(Buffer.alloc(0))
  })

  test('of an earlier version is read as it is', async () => {
    await store.put('uploads/a', PHOTO)
    expect(await under(OLD).get('uploads/a')).toEqual(PHOTO)
  })

  test('does not open when it was changed, put in another’s place, or when its key is missing', async () => {
    await under(OLD).put('uploads/a', PHOTO)
    const bytes = await store.get('uploads/a')
    await store.put('uploads/b', bytes)
    await expect(under(OLD).get('uploads/b')).rejects.toThrow('sealed for another place')
    await expect(under(NEW).get('uploads/a')).rejects.toThrow('key "old" is not in the keyring')
    await store.put('uploads/a', Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1) ?? 0 ^ 1])]))
    await store.put('uploads/a', bytes.subarray(0, -1))
    await expect(under(OLD).get('uploads/a')).rejects.toThrow('was changed')
    await store.put('uploads/a', bytes.subarray(0, 20))
    await expect(under(OLD).get('uploads/a')).rejects.toThrow('cut short')
  })
})

describe('rotating files', () => {
  test('leaves none under the old key or in clear, and no half one', async () => {
    for (let at = 0; at < 30; at++) await under(OLD).put(`uploads/${at}`, PHOTO)
    await store.put('documents/clear', PHOTO)
    expect(await countsOf()).toEqual({ old: 30, clear: 1 })
    expect(await resealFiles(store, { keyring: BOTH })).toEqual({ resealed: 31, unreadable: [] })
    expect(await countsOf()).toEqual({ new: 31 })
    expect(await under(NEW).get('uploads/7')).toEqual(PHOTO)
    expect(await under(NEW).get('documents/clear')).toEqual(PHOTO)
    expect(readdirSync(join(dir, 'uploads'))).toHaveLength(30)
  })

  test('beside readers and a second rotation, every reader gets the whole file', async () => {
    for (let at = 0; at < 30; at++) await under(OLD).put(`uploads/${at}`, PHOTO)
    const readAll = async () => {
      for (let round = 0; round < 5; round++)
        for (let at = 0; at < 30; at++) expect(await under(BOTH).get(`uploads/${at}`)).toEqual(PHOTO)
    }
    await Promise.all([
      readAll(),
      resealFiles(store, { keyring: BOTH }),
      resealFiles(store, { keyring: BOTH }),
    ])
    await resealFiles(store, { keyring: BOTH })
    expect(await countsOf()).toEqual({ new: 30 })
  })

  test('never brings back a file that is erased meanwhile', async () => {
    for (let round = 0; round < 40; round++) {
      await under(OLD).put('uploads/a', PHOTO)
      await Promise.all([store.replace('uploads/a', PHOTO), store.remove('uploads/a')])
      await expect(store.get('uploads/a')).rejects.toThrow()
    }
    expect(readdirSync(join(dir, 'uploads'))).toEqual([])
  })

  test('takes over from a rotation that died', async () => {
    await under(OLD).put('uploads/a', PHOTO)
    const left = join(dir, 'uploads/a.replacing')
    writeFileSync(left, 'half')
    expect((await resealFiles(store, { keyring: BOTH })).resealed).toBe(0)
    utimesSync(left, new Date(0), new Date(0))
    await resealFiles(store, { keyring: BOTH })
    expect((await resealFiles(store, { keyring: BOTH })).resealed).toBe(1)
    expect(await under(NEW).get('uploads/a')).toEqual(PHOTO)
  })

  test('names what no key opens and goes on', async () => {
    await under(keyring('lost')).put('uploads/a', PHOTO)
    await under(OLD).put('uploads/b', PHOTO)
    const found = await resealFiles(store, { keyring: BOTH })
    expect(found).toEqual({ resealed: 1, unreadable: ['file uploads/a'] })
  })

  test('finds nothing where there are no files yet', async () => {
    mkdirSync(join(dir, 'none'))
    expect(await resealFiles(localFiles(join(dir, 'none/yet')), { keyring: BOTH })).toEqual({
      resealed: 0,
      unreadable: [],
    })
  })
})
