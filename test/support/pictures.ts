/** Small real pictures, and what cameras and programs write into them. */
import { crc32 } from 'node:zlib'

/** 3 × 2 points, with JFIF and a colour profile, drawn by a browser. */
export const JPEG = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAA',
    'AABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAA',
    'ABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAA',
    'AAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA',
    'AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAA',
    'AABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcU',
    'ERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4r',
    'K06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAACAAMDASIAAhEB',
    'AxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAgMz/8QAFQEBAQAAAAAAAAAAAAAAAAAA',
    'AQX/xAAbEQABBAMAAAAAAAAAAAAAAAAAAQIzcQMEsf/aAAwDAQACEQMRAD8Ai36yAXteFlJwM8rrU//Z',
  ].join(''),
  'base64',
)

/** The same picture as PNG. */
export const SMALL_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAFElEQVR4AWL6z8DwH4RBFBMDEgAAAAD//6VQNBoAAAAGSURBVAMAcvUF/5QuqYoAAAAASUVORK5CYII=',
  'base64',
)

/** A JPEG segment. */
export function segment(marker: number, body: Buffer | string): Buffer {
  const bytes = Buffer.from(body)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

export const GPS = 'GPS 18.7883 98.9853'

/** Exif as a camera writes it: orientation, maker, and a place. */
export function exifOf(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + GPS.length)
  const little = order === 'II'
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(order, 'latin1')
  u16(42, 2)
  u32(8, 4)
  u16(2, 8)
  const entry = (at: number, values: [tag: number, type: number, count: number, value: number]) => {
    u16(values[0], at)
    u16(values[1], at + 2)
    u32(values[2], at + 4)
    if (values[1] === 3) u16(values[3], at + 8)
    else u32(values[3], at + 8)
  }
  entry(10, [0x010f, 2, GPS.length, 38])
  entry(22, [0x0112, 3, 1, orientation])
  tiff.write(GPS, 38, 'latin1')
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]))
}

/** The picture with segments put behind its beginning. */
export const photo = (...segments: Buffer[]): Buffer =>
  Buffer.concat([JPEG.subarray(0, 2), ...segments, JPEG.subarray(2)])

export function chunk(type: string, body: Buffer | string): Buffer {
  const bytes = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(body)])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.length - 4)
  sum.writeUInt32BE(crc32(bytes))
  return Buffer.concat([length, bytes, sum])
}

/** The PNG with chunks put behind its header. */
export const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([SMALL_PNG.subarray(0, 33), ...chunks, SMALL_PNG.subarray(33)])

/** A PNG unlike any with another number: its size is told to be this many points to the metre. */
export function anotherPng(number: number): Buffer {
  const size = Buffer.alloc(9)
  size.writeUInt32BE(number)
  size.writeUInt32BE(number, 4)
  return png(chunk('pHYs', size))
}
