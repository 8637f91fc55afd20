import { createPrivateKey, generateKeyPair, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import forge from 'node-forge'
import { createSigningKey, type SigningKey, TEST_MARK } from './signing-key.ts'

/**
 * For a first trial nobody has a certificate: one is made, with a root above it, and kept. Its name says what it is,
 * and documents signed with it say so on every page. The root's key is not kept: it signs nothing else.
 */
const FILE = 'test-signer.pem'
const SIGNER_NAME = `ผู้ลงนามทดสอบ (${TEST_MARK} / Test)`
const ROOT_NAME = `Anuyat Test Root (${TEST_MARK})`
const YEARS = { before: 1, after: 10 }

/** The one kept under `dir`, made where there is none. Processes that start at once end with the same one. */
export async function loadTestKey(dir: string): Promise<SigningKey> {
  const file = join(dir, FILE)
  const pem = (await readIfThere(file)) ?? (await makeAndKeep(dir, file))
  try {
    return createSigningKey(createPrivateKey(pem), certificatesIn(pem))
  } catch (cause) {
    throw new Error(`${file} cannot be used; remove it, and a new test certificate is made`, { cause })
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Written apart and then linked: the file is there whole or not at all, and the first to link it wins. */
async function makeAndKeep(dir: string, file: string): Promise<string> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, await makeTestPem(), { mode: 0o600, flag: 'wx', flush: true })
    await link(draft, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
  return readFile(file, 'utf8')
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

const certificatesIn = (pem: string): Buffer[] =>
  Array.from(pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g), ([, base64 = '']) =>
    Buffer.from(base64, 'base64'),
  )

/** Key, its certificate, and the root's. */
async function makeTestPem(): Promise<string> {
  const [root, signer] = await Promise.all([makeKeyPair(), makeKeyPair()])
  const rootName = nameOf(ROOT_NAME)
  const rootCertificate = certify(rootName, root.public, { issuer: rootName, key: root.private }, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  const certificate = certify(nameOf(SIGNER_NAME), signer.public, { issuer: rootName, key: root.private }, [
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
    {
      name: 'authorityKeyIdentifier',
      keyIdentifier: rootCertificate.generateSubjectKeyIdentifier().getBytes(),
    },
  ])
  return [signer.pem, ...[certificate, rootCertificate].map((each) => forge.pki.certificateToPem(each))].join(
    '',
  )
}

const generate = promisify(generateKeyPair)

async function makeKeyPair() {
  const pair = await generate('rsa', { modulusLength: 2048 })
  const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return {
    pem,
    private: forge.pki.privateKeyFromPem(pem),
    public: forge.pki.publicKeyFromPem(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()),
  }
}

/** Thai names are UTF-8; forge would write them in a character set that has no Thai. */
function nameOf(commonName: string): forge.pki.CertificateField[] {
  return [
    { shortName: 'C', value: 'TH' },
    { shortName: 'O', value: `อนุญาต (${TEST_MARK})`, valueTagClass: UTF8 },
    { shortName: 'CN', value: commonName, valueTagClass: UTF8 },
  ]
}
const UTF8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class

function certify(
  subject: forge.pki.CertificateField[],
  publicKey: forge.pki.PublicKey,
  by: { issuer: forge.pki.CertificateField[]; key: forge.pki.rsa.PrivateKey },
  extensions: object[],
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  // positive, as RFC 5280 asks: the first bit is clear
  certificate.serialNumber = `3${randomBytes(8).toString('hex').slice(1)}`
  const now = new Date()
  certificate.validity.notBefore = new Date(Date.UTC(now.getUTCFullYear() - YEARS.before, 0, 1))
  certificate.validity.notAfter = new Date(Date.UTC(now.getUTCFullYear() + YEARS.after, 0, 1))
  certificate.setSubject(subject)
  certificate.setIssuer(by.issuer)
  certificate.setExtensions(extensions)
  certificate.sign(by.key, forge.md.sha256.create())
  return certificate
}
