import { createHash } from 'node:crypto'
import {
  context,
  identifier,
  membersOf,
  nothing,
  octets,
  readElement,
  sequence,
  setOf,
  smallInteger,
} from './der.ts'
import type { SigningKey } from './signing-key.ts'

/**
 * The signature itself: CMS SignedData (RFC 5652) as the CAdES baseline B-B that PAdES asks for (ETSI EN 319 122-1,
 * EN 319 142-1). Signed attributes: content-type, message-digest, cmsAlgorithmProtection, signing-certificate-v2.
 * No signing-time: the baseline profile forbids it, the claimed time stands in the PDF.
 */

const ID = {
  data: identifier('1.2.840.113549.1.7.1'),
  signedData: identifier('1.2.840.113549.1.7.2'),
  contentType: identifier('1.2.840.113549.1.9.3'),
  messageDigest: identifier('1.2.840.113549.1.9.4'),
  algorithmProtection: identifier('1.2.840.113549.1.9.52'),
  signingCertificateV2: identifier('1.2.840.113549.1.9.16.2.47'),
}
const SHA256 = sequence(identifier('2.16.840.1.101.3.4.2.1'))
const SIGNATURE_ALGORITHM = {
  rsa: sequence(identifier('1.2.840.113549.1.1.11'), nothing),
  ec: sequence(identifier('1.2.840.10045.4.3.2')),
}

export const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** A detached signature over data with this SHA-256. */
export async function signDigest(
  digest: Buffer,
  { certificate, chain, kind, sign }: SigningKey,
): Promise<Buffer> {
  const algorithm = SIGNATURE_ALGORITHM[kind]
  const { issuer, serial } = namesOf(certificate)
  const attributes = [
    attribute(ID.contentType, ID.data),
    attribute(ID.messageDigest, octets(digest)),
    attribute(ID.algorithmProtection, sequence(SHA256, context(1, readElement(algorithm).contents))),
    attribute(ID.signingCertificateV2, signingCertificate(certificate)),
  ]
  // what is signed is the SET OF itself; in the file it stands as [0] (RFC 5652, 5.4)
  const signature = await sign(setOf(...attributes))
  const signerInfo = sequence(
    smallInteger(1),
    sequence(issuer, serial),
    SHA256,
    context(0, readElement(setOf(...attributes)).contents),
    algorithm,
    octets(signature),
  )
  const signedData = sequence(
    smallInteger(1),
    setOf(SHA256),
    sequence(ID.data),
    context(0, ...[certificate, ...chain].toSorted(Buffer.compare)),
    setOf(signerInfo),
  )
  return sequence(ID.signedData, context(0, signedData))
}

const attribute = (id: Buffer, value: Buffer): Buffer => sequence(id, setOf(value))

/** ESSCertIDv2 (RFC 5035): which certificate signed, so that no other can be put in its place. SHA-256 is the default. */
function signingCertificate(certificate: Buffer): Buffer {
  const { issuer, serial } = namesOf(certificate)
  const DIRECTORY_NAME = 4
  const issuerSerial = sequence(sequence(context(DIRECTORY_NAME, issuer)), serial)
  return sequence(sequence(sequence(octets(sha256(certificate)), issuerSerial)))
}

const VERSION_TAG = 0xa0

/** As they stand in the certificate: rewritten, they could differ by a byte. */
function namesOf(certificate: Buffer): { issuer: Buffer; serial: Buffer } {
  const [body] = membersOf(readElement(certificate))
  const members = body ? membersOf(body) : []
  const [serial, , issuer] = members[0]?.tag === VERSION_TAG ? members.slice(1) : members
  if (!serial || !issuer) throw new Error('The certificate cannot be read')
  return { serial: serial.whole, issuer: issuer.whole }
}
