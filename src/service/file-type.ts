/** What a file is, by its first bytes: a name or a declared type proves nothing. Pure. */
import type { FileType } from './definition.ts'

const SIGNATURES: { type: FileType; bytes: number[] }[] = [
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
]

/** One of the types a form may take, or undefined. */
export function fileType(bytes: Uint8Array): FileType | undefined {
  return SIGNATURES.find((known) => known.bytes.every((byte, index) => bytes[index] === byte))?.type
}
