import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Keys of nobody, each with a certificate and its root; the password of all is the same. */
export type Fixture = 'rsa' | 'ec' | 'legacy' | 'expired'
export const PASSWORD = 'sesame'
export const fixture = (name: Fixture): string => join(import.meta.dirname, 'fixtures', `${name}.p12`)

export const withKey = (name: Fixture, password = PASSWORD) => ({
  DATA_DIR: tmpdir(),
  SIGNING_P12: fixture(name),
  SIGNING_P12_PASSWORD: password,
})
export const emptyDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'anuyat-signing-'))
