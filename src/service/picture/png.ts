/**
 * A PNG with its picture alone: only the chunks that say how to draw it are copied, so that place, time, words and
 * whatever programs add one day are left out. Pure. Source: PNG Specification (Third Edition) 11.2, 11.3.
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** The critical chunks, and of the others those about colour, transparency and size. */
const NEEDED = new Set(
  'IHDR PLTE IDAT tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT'.split(' '),
)

const END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])

/**
 * Undefined when there is no picture in the bytes. What follows its end is left out; a missing or damaged end is
 * forgiven, for such pictures still open.
 */
export function plainPng(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return undefined
  const kept: Buffer[] = [SIGNATURE]
  let hasPicture = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || type === 'IEND') break
    if (NEEDED.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IDAT') hasPicture = true
    at = end
  }
  return hasPicture ? Buffer.concat([...kept, END]) : undefined
}
