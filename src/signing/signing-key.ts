import { type KeyObject, sign as signWithKey, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import type { SignerIdentity } from '../documents/signer.ts'

/** A key with its certificate and the certificates above it, all as DER. */
export type SigningKey = {
  certificate: Buffer
  chain: Buffer[]
  kind: 'rsa' | 'ec'
  identity: SignerIdentity
  /** RSASSA-PKCS1-v1_5 or ECDSA over the SHA-256 of the data. Throws outside the certificate's validity. */
  sign(data: Buffer): Promise<Buffer>
}

/** Marks the certificates that prove nothing in law; documents signed with them say so on every page. */
export const TEST_MARK = 'ใบรับรองทดสอบ'
const isTestName = (name: string): boolean => name.includes(TEST_MARK) || /\btest\b/i.test(name)

const signInPool = promisify(signWithKey)

/** `pool` holds every certificate that came with the key. */
export function createSigningKey(key: KeyObject, pool: Buffer[]): SigningKey {
  const certificates = pool.map((bytes) => new X509Certificate(bytes))
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key))
  if (!own) throw new Error('None of the certificates belongs to the key')
  const kind = key.asymmetricKeyType
  if (kind !== 'rsa' && kind !== 'ec') throw new Error(`A ${kind} key cannot sign: it must be RSA or EC`)
  assertValid(own, new Date())
  return {
    certificate: own.raw,
    chain: chainAbove(own, certificates).map(({ raw }) => raw),
    kind,
    identity: identityOf(own),
    sign(data) {
      assertValid(own, new Date())
      return signInPool('sha256', data, key)
    },
  }
}

function assertValid(certificate: X509Certificate, now: Date): void {
  const { validFromDate, validToDate } = certificate
  if (now < validFromDate)
    throw new Error(`The certificate is not valid before ${validFromDate.toISOString()}`)
  if (now > validToDate) throw new Error(`The certificate expired on ${validToDate.toISOString()}`)
}

/** From the issuer up to the root, as far as the pool goes. */
function chainAbove(certificate: X509Certificate, pool: X509Certificate[]): X509Certificate[] {
  const isRoot = certificate.checkIssued(certificate)
  if (isRoot) return []
  const rest = pool.filter((each) => each !== certificate)
  const issuer = rest.find((each) => certificate.checkIssued(each) && certificate.verify(each.publicKey))
  return issuer ? [issuer, ...chainAbove(issuer, rest)] : []
}

function identityOf(certificate: X509Certificate): SignerIdentity {
  const { subject, issuer } = certificate.toLegacyObject()
  const commonName = nameIn(subject)
  const issuerName = nameIn(issuer)
  return {
    commonName,
    issuer: issuerName,
    serial: serialOf(certificate),
    test: isTestName(commonName) || isTestName(issuerName),
  }
}

/** The common name; the organisation for a certificate that has none. */
function nameIn(names: { CN?: string | string[]; O?: string | string[] }): string {
  const name = names.CN ?? names.O ?? ''
  return Array.isArray(name) ? name.join(' ') : name
}

const LONGEST_WITH_COLONS = 16

/** "5C:1E:07…"; the twenty bytes of some authorities only fit on a page without colons. */
function serialOf({ serialNumber }: X509Certificate): string {
  if (serialNumber.length > LONGEST_WITH_COLONS) return serialNumber
  return serialNumber.match(/../g)?.join(':') ?? serialNumber
}
