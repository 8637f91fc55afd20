import { createPrivateKey, type KeyObject } from 'node:crypto'
import forge from 'node-forge'

/** Node cannot open PKCS#12 itself. node-forge opens the container, old and new ones; all signing is Node's. */
type Pkcs12 = { key: KeyObject; certificates: Buffer[] }

/** Throws an Error that says whether the password or the file is wrong. */
export function openPkcs12(bytes: Buffer, password: string): Pkcs12 {
  const bags = readBags(bytes, password)
  const key = bags.filter(({ type }) => isKey(type)).map(privateKeyOf)[0]
  const certificates = bags.filter(({ type }) => type === forge.pki.oids.certBag).map(certificateOf)
  if (!key) throw new Error('it holds no private key')
  if (certificates.length === 0) throw new Error('it holds no certificate')
  return { key, certificates }
}

function readBags(bytes: Buffer, password: string): forge.pkcs12.Bag[] {
  const container = readContainer(bytes)
  try {
    const { safeContents } = forge.pkcs12.pkcs12FromAsn1(container, false, password)
    return safeContents.flatMap(({ safeBags }) => safeBags)
  } catch (cause) {
    const isPassword = cause instanceof Error && /password|MAC could not|decrypt/i.test(cause.message)
    throw new Error(isPassword ? 'the password is wrong' : 'it is damaged', { cause })
  }
}

function readContainer(bytes: Buffer): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(forge.util.createBuffer(bytes.toString('binary')))
  } catch (cause) {
    throw new Error('it is not a PKCS#12 file', { cause })
  }
}

const isKey = (type: string): boolean =>
  type === forge.pki.oids.pkcs8ShroudedKeyBag || type === forge.pki.oids.keyBag

/** NOTE: forge reads RSA keys only; of others it gives the ASN.1, which is PKCS#8 already. */
function privateKeyOf({ key, asn1 }: forge.pkcs12.Bag): KeyObject {
  const pkcs8 = key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1
  return createPrivateKey({ key: toDer(pkcs8), format: 'der', type: 'pkcs8' })
}

/** NOTE: forge keeps the ASN.1 of certificates it cannot read, those with EC keys. */
const certificateOf = ({ cert, asn1 }: forge.pkcs12.Bag): Buffer =>
  toDer(cert ? forge.pki.certificateToAsn1(cert) : asn1)

const toDer = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary')
