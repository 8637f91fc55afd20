import { EMPTY_BYTE_RANGE, SLOT_MARK } from '../documents/pdf/signature-field.ts'
import { sha256, signDigest } from './cms.ts'
import type { SigningKey } from './signing-key.ts'

/** Where the reserved signature stands: its byte range, and its hexadecimal digits with their brackets. */
type Slot = { byteRange: number; start: number; end: number }

const CONTENTS = ']\n/Contents <'

/** A copy of the document with its reserved signature filled in; no byte outside of it moves or changes. */
export async function signPdf(pdf: Buffer, key: SigningKey): Promise<Buffer> {
  const { byteRange, start, end } = findSlot(pdf)
  const signed = Buffer.from(pdf)
  const range = `0 ${start} ${end} ${pdf.length - end}`
  signed.write(range.padEnd(EMPTY_BYTE_RANGE.length), byteRange, 'latin1')
  const signature = await signDigest(sha256(signed.subarray(0, start), signed.subarray(end)), key)
  const reserved = (end - start - 2) / 2
  if (signature.length > reserved)
    throw new Error(`The signature takes ${signature.length} bytes, and the PDF reserves ${reserved}`)
  signed.write(signature.toString('hex'), start + 1, 'latin1')
  return signed
}

function findSlot(pdf: Buffer): Slot {
  const mark = pdf.indexOf(SLOT_MARK)
  if (mark < 0) throw new Error('The PDF has no reserved signature')
  if (pdf.indexOf(SLOT_MARK, mark + 1) >= 0) throw new Error('The PDF reserves more than one signature')
  const byteRange = mark + SLOT_MARK.length
  const rest = pdf
    .subarray(byteRange, byteRange + EMPTY_BYTE_RANGE.length + CONTENTS.length)
    .toString('latin1')
  if (rest !== EMPTY_BYTE_RANGE + CONTENTS) throw new Error('The PDF is signed already')
  const start = byteRange + rest.length - 1
  return { byteRange, start, end: pdf.indexOf('>', start) + 1 }
}
