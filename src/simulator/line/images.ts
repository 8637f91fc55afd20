/** What LINE asks of a rich menu's picture: JPEG or PNG by its bytes, up to 1 MB, and its proportions. */
const MAX_BYTES = 1024 * 1024
const WIDTH = { min: 800, max: 2500 }
const MIN_HEIGHT = 250
const MIN_RATIO = 1.45

type Size = { width: number; height: number }

export function imageTypeOf(bytes: Buffer): 'image/png' | 'image/jpeg' | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png'
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'image/jpeg'
  return undefined
}

/** Why this picture does not fit a menu of that size, or undefined. */
export function imageFault(bytes: Buffer, menu: Size): string | undefined {
  if (bytes.length > MAX_BYTES) return `the image has ${bytes.length} bytes, over 1 MB`
  const size = imageTypeOf(bytes) === 'image/png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes)
  if (!size) return 'the image cannot be read'
  const { width, height } = size
  if (width < WIDTH.min || width > WIDTH.max) return `the image is ${width} px wide, not 800–2500`
  if (height < MIN_HEIGHT) return `the image is ${height} px high, under 250`
  if (width / height < MIN_RATIO) return `the image is ${width}×${height}, width/height under 1.45`
  if (width !== menu.width || height !== menu.height)
    return `the image is ${width}×${height}, the menu ${menu.width}×${menu.height}`
  return undefined
}

function sizeOfPng(bytes: Buffer): Size | undefined {
  return bytes.length < 24 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Walks the segments of a JPEG up to its frame header (SOF0–SOF15, without DHT, JPG and DAC). */
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  }
  return undefined
}
