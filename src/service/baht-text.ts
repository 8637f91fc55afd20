import { createRequire } from 'node:module'

// The package's types promise named exports that it does not have; what it exports is this one function.
const thaiBahtText = createRequire(import.meta.url)('thai-baht-text') as (baht: string) => string

/** Satang → "เก้าร้อยบาทถ้วน". Given as decimal text, so that no floating point decides what is printed. */
export function bahtText(satang: number): string {
  return satang === 0 ? 'ศูนย์บาทถ้วน' : thaiBahtText((satang / 100).toFixed(2))
}
