import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keysNew } from '../../src/commands/keys-new.ts'
import { parseKeyring } from '../../src/db/keyring.ts'
import { currentKeyring } from '../../src/db/sealed.ts'
import { followKeys } from '../../src/keys/follow.ts'
import { type KeyConfig, keySource, keyText } from '../../src/keys/source.ts'
import { createLogger } from '../../src/logger.ts'
import { line } from './build.ts'
import { startVault, TOKEN, type VaultPeer } from './vault-peer.ts'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'anuyat-keys-'))
  file = join(dir, 'data-keys')
})
afterEach(() => vi.useRealTimers())

const config = (more: Partial<KeyConfig> = {}): KeyConfig => ({ DATA_DIR: dir, ...more }) as KeyConfig
const idsOf = async (more: Partial<KeyConfig> = {}) => [...(await keySource(config(more)).load()).keys.keys()]
const writeKeys = (text: string, mode = 0o600) => writeFileSync(file, text, { mode })

describe('a keyring', () => {
  test('is read from lines or commas, the first key is current, notes are passed over', () => {
    const { current, keys } = parseKeyring(`# kept in the safe\n${line('b')}\n\n${line('a')},${line('c')}`)
    expect(current).toBe('b')
    expect([...keys.keys()]).toEqual(['b', 'a', 'c'])
  })

  test.each([
    ['no key', '', 'there is no key'],
    ['a short key', 'a:c2hvcnQ=', 'key 1 is not written as id:base64 of 32 bytes'],
    ['no id', line('a').slice(1), 'key 1 is not written as'],
    ['a key twice', `${line('a')}\n${line('a')}`, 'key "a" is there twice'],
  ])('with %s is refused, and the secret is not repeated', (_, text, message) => {
    expect(() => parseKeyring(text)).toThrow(message)
    expect(() => parseKeyring(text)).not.toThrow(line('a').slice(5, 20))
  })
})

describe('the environment', () => {
  test('gives its keys', async () => {
    expect(await idsOf({ DATA_KEYS: `${line('b')},${line('a')}` })).toEqual(['b', 'a'])
  })
})

describe('a key file', () => {
  test('is read, and read again when it has changed', async () => {
    writeKeys(line('a'))
    const source = keySource(config({ DATA_KEYS_FILE: file }))
    const first = await source.load()
    expect(await source.load()).toBe(first)
    writeKeys(`${line('b')}\n${line('a')}`)
    expect((await source.load()).current).toBe('b')
  })

  test('that others may read, or that is not there, is refused', async () => {
    await expect(idsOf({ DATA_KEYS_FILE: file })).rejects.toThrow(`${file} is not there`)
    writeKeys(line('a'))
    chmodSync(file, 0o640)
    await expect(idsOf({ DATA_KEYS_FILE: file })).rejects.toThrow(`chmod 600 ${file}`)
  })

  test('is made in a trial run, once, for its owner only', async () => {
    const [one, two] = [keySource(config()), keySource(config())]
    expect([one.made, two.made]).toEqual([true, false])
    expect((await one.load()).current).toBe((await two.load()).current)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual(['data-keys'])
  })
})

describe('a key file wrapped by Vault', () => {
  let vault: VaultPeer
  beforeEach(async () => {
    vault = await startVault()
  })
  afterEach(() => vault.close())
  const wrapped = (more: Partial<KeyConfig> = {}): KeyConfig =>
    config({ DATA_KEYS_FILE: file, DATA_KEYS_KMS_URL: vault.url, DATA_KEYS_KMS_TOKEN: TOKEN, ...more })

  test('holds no key in clear, and is unwrapped once for as long as it stays the same', async () => {
    await keyText(wrapped()).write(`${line('b')}\n${line('a')}\n`)
    expect(readFileSync(file, 'utf8')).toMatch(/^vault:v1:/)
    const source = keySource(wrapped())
    expect((await source.load()).current).toBe('b')
    vault.seal()
    expect((await source.load()).current).toBe('b')
    expect(vault.asked).toEqual(['POST /v1/transit/encrypt/anuyat', 'POST /v1/transit/decrypt/anuyat'])
  })

  test('is not opened with a wrong token, by another key, or while Vault is sealed or gone', async () => {
    await keyText(wrapped()).write(line('a'))
    const opening = (more: Partial<KeyConfig>) => keySource(wrapped(more)).load()
    await expect(opening({ DATA_KEYS_KMS_TOKEN: 'hvs.wrong-token' })).rejects.toThrow(
      'refused to decrypt the data keys: 403',
    )
    await expect(opening({ DATA_KEYS_KMS_URL: vault.url.replace('anuyat', 'other') })).rejects.toThrow('400')
    vault.seal()
    await expect(opening({})).rejects.toThrow('503')
    await expect(opening({ DATA_KEYS_KMS_URL: 'http://127.0.0.1:9/v1/transit/keys/anuyat' })).rejects.toThrow(
      'Vault does not answer',
    )
  })
})

describe('a running process', () => {
  const silent = createLogger('silent')

  test('learns a new key from the file without a restart', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    writeKeys(line('a'))
    const stop = await followKeys(config({ DATA_KEYS_FILE: file }), silent)
    expect(currentKeyring().current).toBe('a')
    writeKeys(`${line('b')}\n${line('a')}`)
    await vi.advanceTimersByTimeAsync(15_000)
    await vi.waitFor(() => expect(currentKeyring().current).toBe('b'))
    stop()
  })

  test('keeps its keys when the file cannot be read any more, and says so', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    writeKeys(line('a'))
    const lines: string[] = []
    const log = createLogger('info', { write: (text) => void lines.push(text) })
    const stop = await followKeys(config({ DATA_KEYS_FILE: file }), log)
    writeKeys('damaged')
    await vi.advanceTimersByTimeAsync(15_000)
    await vi.waitFor(() => expect(lines.join()).toContain('keys.not_read'))
    expect(currentKeyring().current).toBe('a')
    expect(lines.join()).not.toContain(line('a').slice(3))
    stop()
  })

  test('is told to back up the key it has made', async () => {
    const lines: string[] = []
    const log = createLogger('warn', { write: (text) => void lines.push(text) })
    const stop = await followKeys(config(), log)
    expect(lines.join()).toContain('back it up, apart from the data')
    stop()
  })
})

describe('keys:new', () => {
  const ENVIRONMENT = {
    BASE_URL: 'https://anuyat.example.go.th',
    SERVICE_DIR: 'services/any',
    LINE_CHANNEL_SECRET: 'a-channel-secret',
    LINE_CHANNEL_ACCESS_TOKEN: 'a-channel-token',
    LINE_LOGIN_CHANNEL_ID: '1234567890',
    LIFF_ID: '1234567890-AbCdEfGh',
    BILLER_ID: '099400016550100',
    BANK_API_BASE_URL: 'https://api.partners.scb.co.th',
    BANK_API_KEY: 'a-bank-key',
    BANK_API_SECRET: 'a-bank-secret',
  }
  beforeEach(() => {
    for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value)
    vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  test('makes a new key current and keeps the earlier ones', async () => {
    vi.stubEnv('DATA_KEYS_FILE', file)
    writeKeys(`${line('a')}\n`)
    const year = new Date().getFullYear()
    await keysNew(['--now'])
    await keysNew(['--now'])
    expect(await idsOf({ DATA_KEYS_FILE: file })).toEqual([`${year}b`, `${year}a`, 'a'])
    expect(readdirSync(dir)).toEqual(['data-keys'])
  })

  test('makes the first key where the file is not there yet', async () => {
    vi.stubEnv('DATA_KEYS_FILE', file)
    await keysNew([])
    expect(await idsOf({ DATA_KEYS_FILE: file })).toEqual([`${new Date().getFullYear()}a`])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('changes nothing beside another command that is changing the keys', async () => {
    vi.stubEnv('DATA_KEYS_FILE', file)
    writeKeys(`${line('a')}\n`)
    writeFileSync(`${file}.lock`, '')
    await expect(keysNew(['--now'])).rejects.toThrow('just being changed')
    expect(await idsOf({ DATA_KEYS_FILE: file })).toEqual(['a'])
  })

  test('tells how to do it by hand where the keys stand in the environment', async () => {
    vi.stubEnv('DATA_KEYS', line('a'))
    await keysNew([])
    const said = vi.mocked(process.stdout.write).mock.calls.flat().join('')
    expect(said).toMatch(/Add it at the end of DATA_KEYS/)
    expect(said).not.toContain(line('a'))
  })
})
