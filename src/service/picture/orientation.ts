/** Which way up a photo is: the one thing of Exif that the picture needs. Pure. Source: Exif 2.32, tag 0x0112. */

const EXIF = Buffer.from('Exif\0\0')
const ORIENTATION = 0x0112

/** 2–8 from the body of an APP1 segment; undefined for upright, unknown, or no Exif at all. */
export function readOrientation(body: Buffer): number | undefined {
  if (!body.subarray(0, 6).equals(EXIF)) return undefined
  const tiff = body.subarray(6)
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return undefined
  const read16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return undefined
  const count = read16(directory)
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return undefined
    if (read16(at) === ORIENTATION) return within(read16(at + 8))
  }
  return undefined
}

const within = (value: number) => (value >= 2 && value <= 8 ? value : undefined)

/** An APP1 segment that says this and nothing else: a big-endian TIFF with one entry. */
export function orientationExif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION, 10)
  tiff.writeUInt16BE(3, 12) // SHORT
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([EXIF, tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
