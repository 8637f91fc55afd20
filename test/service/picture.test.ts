import { describe, expect, test } from 'vitest'
import { orientationExif, readOrientation } from '../../src/service/picture/orientation.ts'
import { plainFile } from '../../src/service/picture/plain-file.ts'
import { chunk, exifOf, GPS, JPEG, photo, png, SMALL_PNG, segment } from '../support/pictures.ts'

const plain = (bytes: Buffer): Buffer => {
  const found = plainFile(bytes)
  if (typeof found === 'string') throw new Error(found)
  return found.bytes
}

describe('a photo', () => {
  test('without anything beside the picture stays as it is, colour profile and all', () => {
    expect(plain(JPEG)).toEqual(JPEG)
    expect(plain(JPEG).includes('ICC_PROFILE')).toBe(true)
  })

  test.each([
    ['Exif with a place', exifOf(1)],
    ['XMP', segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>')],
    ['IPTC', segment(0xed, 'Photoshop 3.0\0secret')],
    ['a comment', segment(0xfe, 'secret')],
    ['a second picture’s index', segment(0xe2, 'MPF\0secret')],
    ['a thumbnail', segment(0xe0, 'JFXX\0\x10secret')],
    ['what a maker invented', segment(0xeb, 'secret')],
  ])('loses %s', (_, extra) => {
    expect(plain(photo(extra))).toEqual(JPEG)
  })

  test('keeps which way up it is, and that alone', () => {
    const turned = plain(photo(exifOf(6)))
    expect(turned.includes(GPS)).toBe(false)
    expect(turned.length).toBe(JPEG.length + 36)
    const exif = turned.indexOf('Exif\0\0')
    expect(readOrientation(turned.subarray(exif))).toBe(6)
    expect(plain(turned)).toEqual(turned)
  })

  test('has its orientation behind JFIF, which must come first', () => {
    const first = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0')
    const turned = plain(Buffer.concat([JPEG.subarray(0, 2), first, exifOf(3), JPEG.subarray(20)]))
    expect(turned.subarray(2, 20)).toEqual(first)
    expect(turned.subarray(20, 56)).toEqual(orientationExif(3))
  })

  test('keeps the mark by which programs read its colours', () => {
    const adobe = segment(0xee, 'Adobe\0\x64\0\0\0\0\x01')
    expect(plain(photo(adobe)).includes(adobe)).toBe(true)
  })

  test('loses what is hung behind its end: further pictures, a film', () => {
    expect(plain(Buffer.concat([JPEG, photo(exifOf(1)), Buffer.from('ftypmp42')]))).toEqual(JPEG)
  })

  test('keeps stuffed bytes and restarts within the picture', () => {
    const scan = Buffer.from([0xff, 0xda, 0, 3, 0, 1, 0xff, 0, 2, 0xff, 0xd3, 4])
    const bytes = Buffer.concat([Buffer.from([0xff, 0xd8]), scan, Buffer.from([0xff, 0xd9])])
    expect(plain(bytes)).toEqual(bytes)
  })

  test('of several scans keeps what stands between them, without comments', () => {
    const scan = Buffer.from([0xff, 0xda, 0, 3, 0, 1, 2])
    const table = segment(0xc4, 'huffman')
    const with_ = (...parts: Buffer[]) =>
      Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xd9])])
    expect(plain(with_(scan, table, segment(0xfe, 'secret'), scan))).toEqual(with_(scan, table, scan))
  })

  test.each([
    ['cut off in a segment', JPEG.subarray(0, 200)],
    ['with a length of nought', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xd9])],
    ['without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    ['that only begins like one', Buffer.from([0xff, 0xd8, 0xff, 0x00, 1, 2, 3])],
  ])('%s is broken', (_, bytes) => {
    expect(plainFile(bytes)).toBe('broken')
  })

  test('whose last byte is missing still opens', () => {
    expect(plain(JPEG.subarray(0, -2))).toEqual(JPEG)
  })
})

describe('orientation', () => {
  test.each(['II', 'MM'] as const)('is read in the byte order %s', (order) => {
    expect(readOrientation(exifOf(8, order).subarray(4))).toBe(8)
  })

  test.each([
    ['upright', exifOf(1).subarray(4)],
    ['out of range', exifOf(9).subarray(4)],
    ['cut off', exifOf(6).subarray(4, 20)],
    ['no Exif', Buffer.from('http://ns.adobe.com/xap/1.0/\0')],
    ['a directory beyond the end', Buffer.from('Exif\0\0II*\0\xff\xff\0\0aaaaaaaa', 'latin1')],
  ])('%s says nothing', (_, body) => {
    expect(readOrientation(body)).toBeUndefined()
  })
})

describe('a PNG', () => {
  test.each(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'caBX', 'prVt'])('loses its %s', (type) => {
    expect(plain(png(chunk(type, 'secret')))).toEqual(SMALL_PNG)
  })

  test.each(['gAMA', 'sRGB', 'iCCP', 'pHYs', 'tRNS'])('keeps its %s', (type) => {
    const bytes = png(chunk(type, 'data'))
    expect(plain(bytes)).toEqual(bytes)
  })

  test('loses what is hung behind its end', () => {
    expect(plain(Buffer.concat([SMALL_PNG, Buffer.from('secret')]))).toEqual(SMALL_PNG)
  })

  test.each([
    ['missing', SMALL_PNG.subarray(0, -12)],
    ['damaged', Buffer.concat([SMALL_PNG.subarray(0, -12), Buffer.from('damaged beyond reading')])],
  ])('whose end is %s still opens', (_, bytes) => {
    expect(plain(bytes)).toEqual(SMALL_PNG)
  })

  test.each([
    ['cut off in its picture', SMALL_PNG.subarray(0, 50)],
    ['without a picture', Buffer.concat([SMALL_PNG.subarray(0, 33), chunk('IEND', '')])],
    [
      'with a length beyond its end',
      Buffer.concat([SMALL_PNG.subarray(0, 33), Buffer.from([255, 0, 0, 0, 73, 68, 65, 84, 0, 0, 0, 0])]),
    ],
  ])('%s is broken', (_, bytes) => {
    expect(plainFile(bytes)).toBe('broken')
  })
})

test('a PDF is left as it is, and anything else is unknown', () => {
  const pdf = Buffer.from('%PDF-1.7\n')
  expect(plainFile(pdf)).toEqual({ type: 'application/pdf', bytes: pdf })
  expect(plainFile(Buffer.from('<html>'))).toBe('unknown')
})
