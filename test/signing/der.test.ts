import { expect, test } from 'vitest'
import {
  context,
  element,
  identifier,
  membersOf,
  octets,
  readElement,
  sequence,
  setOf,
} from '../../src/signing/der.ts'

const hex = (bytes: Buffer) => bytes.toString('hex')

const IDENTIFIERS = [
  ['1.2.840.113549.1.7.2', '06092a864886f70d010702'],
  ['2.16.840.1.101.3.4.2.1', '0609608648016503040201'],
  ['2.5.29.15', '0603551d0f'],
] as const
test.each(IDENTIFIERS)('the identifier %s is %s', (dotted, encoded) => {
  expect(hex(identifier(dotted))).toBe(encoded)
})

const LENGTHS = [
  [0, '0400'],
  [127, '047f'],
  [128, '048180'],
  [255, '0481ff'],
  [256, '04820100'],
  [65_536, '0483010000'],
] as const
test.each(LENGTHS)('%d bytes have the head %s', (length, head) => {
  const encoded = octets(Buffer.alloc(length))
  expect(hex(encoded.subarray(0, head.length / 2))).toBe(head)
  expect(readElement(encoded).contents).toHaveLength(length)
})

test('members of a set stand in the order of their bytes', () => {
  expect(hex(setOf(octets(Buffer.from([2])), octets(Buffer.from([1]))))).toBe('3106040101040102')
})

test('what is written is read again', () => {
  const inner = [octets(Buffer.from('ก')), context(1, identifier('2.5.29.15'))]
  expect(membersOf(readElement(sequence(...inner))).map(({ whole }) => whole)).toEqual(inner)
})

test('data that ends too early is refused', () => {
  const encoded = element(0x30, Buffer.alloc(200))
  for (const length of [0, 1, 2, 100]) expect(() => readElement(encoded.subarray(0, length))).toThrow()
})
