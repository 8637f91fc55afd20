import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Signer } from '../../src/context.ts'
import { renderDocument } from '../../src/documents/render.ts'
import { openPkcs12 } from '../../src/signing/pkcs12.ts'
import { loadSigner } from '../../src/signing/signer.ts'
import { licenceInput } from '../documents/samples.ts'
import { runTool, temporaryFile } from '../documents/tools.ts'
import { emptyDir, type Fixture, fixture, PASSWORD, withKey } from './keys.ts'

let unsigned: Buffer
beforeAll(async () => {
  unsigned = await renderDocument(licenceInput())
})

const toPem = (certificate: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`

/** All certificates that stand above a key, for a program to trust. */
async function rootsOf(name: Fixture): Promise<string[]> {
  const { certificates } = openPkcs12(await readFile(fixture(name)), PASSWORD)
  return certificates.map(toPem)
}

async function checkedByPdfsig(pdf: Buffer, roots: string[]): Promise<string> {
  const file = await temporaryFile('signed.pdf', pdf)
  const trust = dirname(file)
  await runTool('certutil', '-N', '-d', trust, '--empty-password')
  for (const [index, root] of roots.entries()) {
    const certificate = await temporaryFile('root.pem', root)
    await runTool('certutil', '-A', '-d', trust, '-n', `root ${index}`, '-t', 'CT,C,C', '-i', certificate)
  }
  return runTool('pdfsig', '-nssdir', trust, file)
}

test.each(['rsa', 'ec', 'legacy'] as const)(
  'pdfsig finds a signature by the %s key valid and trusted',
  async (name) => {
    const signed = await (await loadSigner(withKey(name))).sign(unsigned)
    const found = await checkedByPdfsig(signed, await rootsOf(name))
    expect(found).toContain('Signature Type: ETSI.CAdES.detached')
    expect(found).toContain('Signature is Valid.')
    expect(found).toContain('Total document signed')
    expect(found).toContain('Certificate is Trusted.')
    expect(found).toContain('Common Name: นายกู้เกียรติ ฟ้ารุ่งเรืองกิจ')
  },
)

test('pdfsig finds the signature of the test certificate valid, under its own root', async () => {
  const DATA_DIR = await emptyDir()
  const signer = await loadSigner({ DATA_DIR })
  const pem = await readFile(join(DATA_DIR, 'signing', 'test-signer.pem'), 'utf8')
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/g) ?? []
  const found = await checkedByPdfsig(await signer.sign(unsigned), certificates.slice(-1))
  expect(found).toContain('Signature is Valid.')
  expect(found).toContain('Certificate is Trusted.')
})

/** The first byte of the drawing of page one, of an attachment, and the last byte of the file. */
const TAMPERED = [
  ['a page', (source: string) => source.indexOf('stream\n') + 20],
  ['an attachment', (source: string) => source.indexOf('/EmbeddedFile') + 300],
  ['the end of the file', (source: string) => source.length - 2],
] as const

test.each(TAMPERED)('one byte changed in %s breaks the signature', async (_, placeIn) => {
  const signed = await (await loadSigner(withKey('ec'))).sign(unsigned)
  const place = placeIn(signed.toString('latin1'))
  signed.writeUInt8(signed.readUInt8(place) ^ 1, place)
  const found = await checkedByPdfsig(signed, await rootsOf('ec'))
  expect(found).toContain('Digest Mismatch')
  expect(found).not.toContain('Signature is Valid')
})

/** The signature and the bytes it covers, as files. */
async function split(pdf: Buffer) {
  const [, start = 0, end = 0] =
    /\/ByteRange \[\d+ (\d+) (\d+) \d+/.exec(pdf.toString('latin1'))?.map(Number) ?? []
  const padded = Buffer.from(pdf.toString('latin1', start + 1, end - 1), 'hex')
  return {
    covered: await temporaryFile('covered', Buffer.concat([pdf.subarray(0, start), pdf.subarray(end)])),
    // the length of the outermost SEQUENCE stands in its bytes 2 and 3; the rest is the reserve
    signature: await temporaryFile('signature', padded.subarray(0, padded.readUInt16BE(2) + 4)),
  }
}

const verifiedByOpenssl = async (signer: Signer, roots: string[]): Promise<string> => {
  const { covered, signature } = await split(await signer.sign(unsigned))
  const trusted = await temporaryFile('roots.pem', roots.join(''))
  const input = ['-inform', 'DER', '-in', signature, '-content', covered, '-binary', '-CAfile', trusted]
  return runTool('openssl', 'cms', '-verify', '-cades', ...input, '-purpose', 'any', '-out', `${covered}.out`)
}

test.each(['rsa', 'ec'] as const)('openssl verifies a signature by the %s key as CAdES', async (name) => {
  const found = await verifiedByOpenssl(await loadSigner(withKey(name)), await rootsOf(name))
  expect(found).toMatch(/CAdES Verification successful/i)
})

test('qpdf finds nothing wrong with a signed document', async () => {
  const signed = await (await loadSigner(withKey('rsa'))).sign(unsigned)
  const file = await temporaryFile('signed.pdf', signed)
  expect(await runTool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
})
