/**
 * A JPEG without what a camera writes beside the picture: place, time, device, thumbnails, words. The picture itself
 * is copied byte by byte. Kept are JFIF, the colour profile and Adobe's colour mark, without which the colours would
 * be wrong, and of Exif the orientation alone. Pure. Source: ITU-T T.81 Annex B; Exif 2.32 (CIPA DC-008) 4.6.
 */
import { orientationExif, readOrientation } from './orientation.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COM = 0xfe

type Segment = { marker: number; body: Buffer; whole: Buffer }

/** Undefined when the bytes are no whole JPEG. What follows its end (further pictures, a film) is left out. */
export function plainJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined
  const segments = readSegments(bytes)
  if (!segments?.some(({ marker }) => marker === SOS)) return undefined
  const orientation = segments.map(orientationOf).find((value) => value !== undefined)
  const kept = segments.filter(isNeeded).map(({ whole }) => whole)
  const jfif = segments[0]?.marker === APP0 && isNeeded(segments[0]) ? 1 : 0
  const exif = orientation === undefined ? [] : [orientationExif(orientation)]
  return Buffer.concat([
    bytes.subarray(0, 2),
    ...kept.slice(0, jfif),
    ...exif,
    ...kept.slice(jfif),
    Buffer.from([0xff, EOI]),
  ])
}

/** Undefined when a segment does not fit into the bytes. A missing end is forgiven: such pictures still open. */
function readSegments(bytes: Buffer): Segment[] | undefined {
  const segments: Segment[] = []
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? EOI
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) return segments
    if (at + 4 > bytes.length) return undefined
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return undefined
    const next = marker === SOS ? endOfScan(bytes, end) : end
    segments.push({ marker, body: bytes.subarray(at + 4, end), whole: bytes.subarray(at, next) })
    at = next
  }
  return segments
}

/** Where the coded picture data end: at the next marker that is neither stuffed (FF00) nor a restart (FFD0–FFD7). */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isData) return at
  }
  return bytes.length
}

function isNeeded({ marker, body }: Segment): boolean {
  if (marker === APP0) return body.subarray(0, 5).equals(Buffer.from('JFIF\0'))
  if (marker === APP2) return body.subarray(0, 12).equals(Buffer.from('ICC_PROFILE\0'))
  if (marker === APP14) return body.subarray(0, 5).equals(Buffer.from('Adobe'))
  return marker !== COM && !(marker > APP0 && marker <= APP15)
}

function orientationOf({ marker, body }: Segment): number | undefined {
  return marker === APP1 ? readOrientation(body) : undefined
}
