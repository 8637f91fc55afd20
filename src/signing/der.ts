/** The little of ASN.1 DER (X.690) that a signature is made of: a writer, and a reader for certificates. */

const TAG = {
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  identifier: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const

/** Tag, length, contents. */
export function element(tag: number, ...contents: Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff)
  return [0x80 | bytes.length, ...bytes]
}

export const sequence = (...members: Uint8Array[]): Buffer => element(TAG.sequence, ...members)
/** Members stand in the order of their encodings (X.690, 11.6). */
export const setOf = (...members: Uint8Array[]): Buffer =>
  element(TAG.set, ...members.toSorted(Buffer.compare))
export const octets = (bytes: Uint8Array): Buffer => element(TAG.octets, bytes)
export const nothing: Buffer = element(TAG.null)
/** 0 to 127. */
export const smallInteger = (value: number): Buffer => element(TAG.integer, Buffer.from([value]))
/** [n], holding other elements. */
export const context = (number: number, ...contents: Uint8Array[]): Buffer =>
  element(0xa0 | number, ...contents)

export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(TAG.identifier, Buffer.from([first * 40 + second, ...rest.flatMap(inBase128)]))
}

/** Seven bits a byte; all but the last have the eighth bit set. */
function inBase128(value: number): number[] {
  const bytes = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (rest & 0x7f))
  return bytes
}

export type Element = { tag: number; whole: Buffer; contents: Buffer }

export function readElement(bytes: Buffer, at = 0): Element {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) throw new Error('The DER data ends too early')
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes)
  const start = at + 2 + lengthBytes
  if (start + length > bytes.length) throw new Error('The DER data ends too early')
  return { tag, whole: bytes.subarray(at, start + length), contents: bytes.subarray(start, start + length) }
}

export function membersOf({ contents }: Element): Element[] {
  const members: Element[] = []
  for (let at = 0; at < contents.length; ) {
    const member = readElement(contents, at)
    members.push(member)
    at += member.whole.length
  }
  return members
}
