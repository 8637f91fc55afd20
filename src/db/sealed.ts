import { customType } from 'drizzle-orm/pg-core'
import { isEnvelope, openText, sealText } from './envelope.ts'
import type { Keyring } from './keyring.ts'

/**
 * The only state of the whole process: a column seals and opens by itself, wherever a query names it, and a query has
 * nobody whom it could ask for keys. Handed through every store function, one of them would forget it.
 */
const held: { keyring?: Keyring } = {}

/** From now on columns are sealed under this keyring. */
export function useKeyring(keyring: Keyring): void {
  held.keyring = keyring
}

/** Throws while none has been set: nothing is written in clear by mistake. */
export function currentKeyring(): Keyring {
  if (!held.keyring) throw new Error('no keyring: useKeyring comes before the first query')
  return held.keyring
}

/**
 * A jsonb column that holds personal data, by its full name (`application.answers`): sealed on its way into the
 * database, opened on its way out. What an earlier version stored in clear is read as it is. SQL cannot look into it.
 */
export const sealedJson = <T>(fullName: string) =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(sealText(JSON.stringify(value), fullName, currentKeyring())),
    fromDriver: (stored) => openJson(stored, fullName) as T,
  })(columnOf(fullName))

/** The same for a text column. */
export const sealedText = (fullName: string) =>
  customType<{ data: string; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => sealText(value, fullName, currentKeyring()),
    fromDriver: (stored) => (isEnvelope(stored) ? openText(stored, fullName, currentKeyring()) : stored),
  })(columnOf(fullName))

// A driver may hand over jsonb read or as text: an envelope is the only text that is not JSON itself.
function openJson(stored: unknown, fullName: string): unknown {
  if (typeof stored !== 'string') return stored
  if (isEnvelope(stored)) return JSON.parse(openText(stored, fullName, currentKeyring()))
  const value: unknown = JSON.parse(stored)
  return typeof value === 'string' ? openJson(value, fullName) : value
}

const columnOf = (fullName: string): string => fullName.slice(fullName.indexOf('.') + 1)
