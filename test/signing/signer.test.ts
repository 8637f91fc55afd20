import { createHash, verify, X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { renderDocument } from '../../src/documents/render.ts'
import { type Element, membersOf, readElement, setOf } from '../../src/signing/der.ts'
import { loadSigner } from '../../src/signing/signer.ts'
import { licenceInput } from '../documents/samples.ts'
import { type Fixture, withKey } from './keys.ts'

let unsigned: Buffer
beforeAll(async () => {
  unsigned = await renderDocument(licenceInput())
})
const signed = async (name: Fixture) => (await loadSigner(withKey(name))).sign(unsigned)

/** The byte range and the CMS of a signed PDF. */
function readSignature(pdf: Buffer) {
  const source = pdf.toString('latin1')
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/.exec(source)?.slice(1).map(Number) ?? []
  const [start = 0, length = 0, rest = 0, restLength = 0] = range
  const digits = source.slice(length + 1, rest - 1)
  const covered = Buffer.concat([pdf.subarray(start, length), pdf.subarray(rest, rest + restLength)])
  return { range, covered, cms: readElement(Buffer.from(digits, 'hex')), gap: source.slice(length, rest) }
}

function signedData(cms: Element) {
  const [, content] = membersOf(cms)
  const [data] = content ? membersOf(content) : []
  const [, , , certificates, signerInfos] = data ? membersOf(data) : []
  const [signerInfo] = signerInfos ? membersOf(signerInfos) : []
  const [, , , attributes, , signature] = signerInfo ? membersOf(signerInfo) : []
  if (!certificates || !attributes || !signature) throw new Error('The CMS is not complete')
  return {
    certificates: membersOf(certificates).map(({ whole }) => new X509Certificate(whole)),
    attributes: membersOf(attributes),
    signature: signature.contents,
  }
}

const hexOfId = (attribute: Element): string => membersOf(attribute)[0]?.contents.toString('hex') ?? ''
const ATTRIBUTES = {
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  algorithmProtection: '2a864886f70d010934',
  signingCertificateV2: '2a864886f70d010910022f',
}

test.each(['rsa', 'ec', 'legacy'] as const)(
  'a signature by the %s key verifies over the whole file',
  async (name) => {
    const pdf = await signed(name)
    const { range, covered, cms, gap } = readSignature(pdf)
    const { certificates, attributes, signature } = signedData(cms)
    const own = certificates.find(({ ca }) => !ca)
    const digest = attributes.find((attribute) => hexOfId(attribute) === ATTRIBUTES.messageDigest)
    expect(range[0]).toBe(0)
    expect((range[2] ?? 0) + (range[3] ?? 0)).toBe(pdf.length)
    expect(gap).toMatch(/^<[0-9a-f]+>$/)
    expect(digest?.contents.includes(createHash('sha256').update(covered).digest())).toBe(true)
    expect(
      own && verify('sha256', setOf(...attributes.map(({ whole }) => whole)), own.publicKey, signature),
    ).toBe(true)
  },
)

test('the signed attributes are those of the baseline: no signing-time, the certificate named once', async () => {
  const { attributes, certificates } = signedData(readSignature(await signed('rsa')).cms)
  expect(attributes.map(hexOfId).toSorted()).toEqual(Object.values(ATTRIBUTES).toSorted())
  expect(certificates).toHaveLength(2)
})

test('signing moves no byte', async () => {
  const pdf = await signed('ec')
  const { range } = readSignature(pdf)
  const [, start = 0, end = 0] = range
  const blank = (bytes: Buffer) =>
    bytes.toString('latin1', 0, start).replace(/\/ByteRange \[[\d ]+\]/, '') + bytes.toString('latin1', end)
  expect(pdf.length).toBe(unsigned.length)
  expect(blank(pdf)).toBe(blank(unsigned))
})

test('the document that was given is not changed', async () => {
  const before = Buffer.from(unsigned)
  await signed('rsa')
  expect(unsigned.equals(before)).toBe(true)
})

test('a PDF without a reserved signature is refused', async () => {
  const signer = await loadSigner(withKey('rsa'))
  await expect(signer.sign(Buffer.from('%PDF-1.7\n%%EOF'))).rejects.toThrow('has no reserved signature')
})

test('a signed PDF is not signed again', async () => {
  const signer = await loadSigner(withKey('rsa'))
  await expect(signer.sign(await signer.sign(unsigned))).rejects.toThrow('is signed already')
})

test('a PDF that reserves two signatures is refused', async () => {
  const signer = await loadSigner(withKey('rsa'))
  await expect(signer.sign(Buffer.concat([unsigned, unsigned]))).rejects.toThrow('more than one signature')
})

test('a signature larger than its reserve is refused, not cut off', async () => {
  const small = unsigned.toString('latin1').replace(/\/Contents <0+>/, '/Contents <0000>')
  const signer = await loadSigner(withKey('rsa'))
  await expect(signer.sign(Buffer.from(small, 'latin1'))).rejects.toThrow(
    /takes \d+ bytes, and the PDF reserves 2/,
  )
})

test('the identity is what the certificate says', async () => {
  const { identity } = await loadSigner(withKey('ec'))
  expect(identity).toMatchObject({
    commonName: 'นายกู้เกียรติ ฟ้ารุ่งเรืองกิจ',
    issuer: 'Example Agency CA',
    test: false,
  })
  expect(identity.serial).toMatch(/^([0-9A-F]{2}:){7}[0-9A-F]{2}$/)
})

const UNUSABLE = [
  ['a wrong password', withKey('rsa', 'open'), 'the password is wrong'],
  ['a wrong password of an old container', withKey('legacy', ''), 'the password is wrong'],
  ['an expired certificate', withKey('expired'), 'The certificate expired on 2021-01-01'],
  [
    'a file that is none',
    { ...withKey('rsa'), SIGNING_P12: import.meta.filename },
    'it is not a PKCS#12 file',
  ],
  ['a file that is not there', { ...withKey('rsa'), SIGNING_P12: '/nowhere.p12' }, 'ENOENT'],
] as const

test.each(UNUSABLE)('%s is said plainly, with the variable and the file', async (_, config, reason) => {
  const message = `SIGNING_P12 (${config.SIGNING_P12}) cannot be used: `
  await expect(loadSigner(config)).rejects.toThrow(message)
  await expect(loadSigner(config)).rejects.toThrow(reason)
})
