/** An upload as it is kept: a photo tells what it shows and nothing about where, when and by whom it was taken. Pure. */
import type { FileType } from '../definition.ts'
import { fileType } from '../file-type.ts'
import { plainJpeg } from './jpeg.ts'
import { plainPng } from './png.ts'

const PLAIN: Record<FileType, (bytes: Buffer) => Buffer | undefined> = {
  'image/jpeg': plainJpeg,
  'image/png': plainPng,
  'application/pdf': (bytes) => bytes,
}

/** The type by the first bytes, and the bytes without metadata; `broken` for what only begins like its type. */
export function plainFile(bytes: Buffer): { type: FileType; bytes: Buffer } | 'unknown' | 'broken' {
  const type = fileType(bytes)
  if (!type) return 'unknown'
  const plain = PLAIN[type](bytes)
  return plain ? { type, bytes: plain } : 'broken'
}
