import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Keyring, parseKeyring } from '../db/keyring.ts'
import { makeKeyFile, readKeyFile, writeKeyFile } from './file.ts'
import { vaultWrap, type Wrap } from './vault.ts'

/** Where the keys come from. `load` gives them as they are now; the same keyring as before while nothing changed. */
export type KeySource = { load(): Promise<Keyring> }
/** A source that a command may add keys to. */
export type KeyText = { read(): Promise<string>; write(text: string): Promise<void> }

export type KeyConfig = Pick<
  Config,
  'DATA_DIR' | 'DATA_KEYS' | 'DATA_KEYS_FILE' | 'DATA_KEYS_KMS_URL' | 'DATA_KEYS_KMS_TOKEN'
>

/** The source the configuration names; without one, a file in DATA_DIR, which `made` says was made just now. */
export function keySource(config: KeyConfig): KeySource & { made: boolean; file?: string } {
  if (config.DATA_KEYS) {
    const keyring = named('DATA_KEYS', () => parseKeyring(config.DATA_KEYS ?? ''))
    return { made: false, load: async () => keyring }
  }
  const file = keyFileOf(config)
  const made = !config.DATA_KEYS_FILE && !existsSync(file) && makeKeyFile(file)
  return { made, file, load: remembering(file, config) }
}

/** The keys' text for commands, wrapped where it is stored so. Throws where the keys stand in the environment. */
export function keyText(config: KeyConfig): KeyText {
  if (config.DATA_KEYS)
    throw new Error('DATA_KEYS stands in the environment: this command cannot write there')
  const file = keyFileOf(config)
  const wrap = wrapOf(config)
  return {
    read: async () => wrap.open(readKeyFile(file)),
    write: async (text) => writeKeyFile(file, await wrap.close(text)),
  }
}

export const keyFileOf = ({ DATA_KEYS_FILE, DATA_DIR }: KeyConfig): string =>
  DATA_KEYS_FILE ?? join(DATA_DIR, 'data-keys')

const PLAIN: Wrap = { open: async (stored) => stored, close: async (text) => text }

function wrapOf({ DATA_KEYS_KMS_URL, DATA_KEYS_KMS_TOKEN }: KeyConfig): Wrap {
  return DATA_KEYS_KMS_URL ? vaultWrap(DATA_KEYS_KMS_URL, DATA_KEYS_KMS_TOKEN ?? '') : PLAIN
}

/** The key store is asked only when the file has changed: it may be down while the service runs. */
function remembering(file: string, config: KeyConfig): () => Promise<Keyring> {
  const wrap = wrapOf(config)
  let last: { stored: string; keyring: Keyring } | undefined
  return async () => {
    const stored = readKeyFile(file)
    if (last?.stored === stored) return last.keyring
    const text = await wrap.open(stored)
    const keyring = named(file, () => parseKeyring(text))
    last = { stored, keyring }
    return keyring
  }
}

function named<T>(name: string, parse: () => T): T {
  try {
    return parse()
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : 'cannot be read'}`, { cause })
  }
}
