/** Whether a file may be put at a field that holds `present` files. Pure. */
import type { FileField } from './definition.ts'

type Misfit = {
  code: 'file_empty' | 'file_too_large' | 'file_wrong_type' | 'too_many_files'
  params?: Record<string, number>
}

/** The first thing against it, or undefined. `type` is '' where the bytes are of no known type. */
export function misfit(
  field: FileField,
  file: { size: number; type: string },
  present: number,
): Misfit | undefined {
  const { maxMegabytes, maxFiles, formats } = field
  if (file.size === 0) return { code: 'file_empty' }
  if (file.size > maxMegabytes * 1024 * 1024) return { code: 'file_too_large', params: { max: maxMegabytes } }
  if (!(formats as string[]).includes(file.type)) return { code: 'file_wrong_type' }
  return present >= maxFiles ? { code: 'too_many_files', params: { max: maxFiles } } : undefined
}
