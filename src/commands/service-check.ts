import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { VARIABLES } from '../config.ts'
import { findingLine, isError } from '../service/check/check-text.ts'
import { bangkokDay } from '../service/dates.ts'
import { checkFolder } from './check/folder.ts'
import type { FileFinding } from './check/layouts.ts'

const SERVICES = join(import.meta.dirname, '../../services')

/** Prints what is to be mended in these service folders (all of services/ when none is named); throws on errors. */
export async function serviceCheck(dirs: string[]): Promise<void> {
  const today = bangkokDay(new Date())
  const folders = dirs.length > 0 ? dirs : allFolders()
  const findings = folders.flatMap((dir) => checkFolder(dir, today))
  process.stdout.write(
    `${[...findings.map(line), ...billerLine(), summary(folders.length, findings)].join('\n')}\n`,
  )
  const errors = findings.filter(isError).length + billerLine().length
  if (errors > 0) throw new Error(`ต้องแก้ ${errors} แห่งก่อนเปิดใช้ / ${errors} to mend before it can start`)
}

/** A finding as it is printed: `file:line:column  level  what  → how to mend it`. */
export const line = (finding: FileFinding): string => findingLine(finding.file, finding)

function allFolders(): string[] {
  return readdirSync(SERVICES)
    .map((name) => join('services', name))
    .filter((dir) => statSync(join(SERVICES, '..', dir)).isDirectory())
    .sort()
}

/** The biller id is no part of the folder, but the first QR code would fail by it. */
function billerLine(): string[] {
  const id = process.env.BILLER_ID
  if (!id || VARIABLES.BILLER_ID.type.safeParse(id).success) return []
  return [
    'BILLER_ID  error  รหัสผู้รับชำระไม่ถูกต้อง / not a biller id  → ตัวเลข 15 หลักจากธนาคาร / 15 digits from the bank',
  ]
}

function summary(folders: number, findings: FileFinding[]): string {
  const errors = findings.filter(isError).length
  const warnings = findings.length - errors
  return `ตรวจ ${folders} บริการ: ต้องแก้ ${errors} ควรดู ${warnings} / ${folders} checked: ${errors} errors, ${warnings} warnings`
}
