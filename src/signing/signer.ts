import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, ConfigError } from '../config.ts'
import type { Signer } from '../context.ts'
import { signPdf } from './pdf-signature.ts'
import { openPkcs12 } from './pkcs12.ts'
import { createSigningKey, type SigningKey } from './signing-key.ts'
import { loadTestKey } from './test-certificate.ts'

type SigningConfig = Pick<Config, 'DATA_DIR'> & Partial<Pick<Config, 'SIGNING_P12' | 'SIGNING_P12_PASSWORD'>>

/** The agency's key from SIGNING_P12; without it, a test certificate made on the first run. */
export async function loadSigner(config: SigningConfig): Promise<Signer> {
  const key = config.SIGNING_P12
    ? await loadPkcs12(config.SIGNING_P12, config.SIGNING_P12_PASSWORD ?? '')
    : await loadTestKey(join(config.DATA_DIR, 'signing'))
  return { identity: key.identity, sign: (pdf) => signPdf(pdf, key) }
}

async function loadPkcs12(file: string, password: string): Promise<SigningKey> {
  try {
    const { key, certificates } = openPkcs12(await readFile(file), password)
    return createSigningKey(key, certificates)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(`SIGNING_P12 (${file}) cannot be used: ${reason}`, { cause })
  }
}
