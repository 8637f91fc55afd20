import { useKeyring } from '../db/sealed.ts'
import type { Logger } from '../logger.ts'
import { type KeyConfig, keySource } from './source.ts'

/** How long after a change of the keys a running process may still not know of it. */
export const KEYS_LEARNT_WITHIN_MS = 30_000

/**
 * Loads the keys, puts them to use, and looks for changes from then on: a running process learns a new key without a
 * restart. What cannot be read later on changes nothing: the keys known are kept. Gives the end of looking.
 */
export async function followKeys(config: KeyConfig, log: Logger): Promise<() => void> {
  const source = keySource(config)
  let known = await source.load()
  useKeyring(known)
  if (source.made)
    log.warn({
      event: 'keys.made',
      file: source.file,
      note: 'personal data is stored under this file’s key: back it up, apart from the data; without it nothing can be read',
    })
  const look = async () => {
    try {
      const now = await source.load()
      if (now === known) return
      known = now
      useKeyring(now)
      log.info({ event: 'keys.learnt', current: now.current, keys: [...now.keys.keys()] })
    } catch (error) {
      log.error({ event: 'keys.not_read', err: error })
    }
  }
  const timer = setInterval(look, KEYS_LEARNT_WITHIN_MS / 2).unref()
  return () => clearInterval(timer)
}
