import { type Keyring, keyLines, newKeyLine, parseKeyring } from '../../src/db/keyring.ts'

/** Keys under these ids, always the same within a test run; the first is current. */
export function keyring(...ids: string[]): Keyring {
  return parseKeyring(ids.map(line).join('\n'))
}

const made = new Map<string, string>()

export function line(id: string): string {
  const known = made.get(id) ?? newKeyLine(id)
  made.set(id, known)
  return known
}

/** Another key under the same id. */
export const impostor = (id: string): Keyring => parseKeyring(keyLines(newKeyLine(id)).join('\n'))
