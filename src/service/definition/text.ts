import { z } from 'zod'

/** Every text a person reads, in both languages. */
export const Text = z.strictObject({
  th: z.string().min(1).describe('ข้อความภาษาไทย — Text in Thai'),
  en: z.string().min(1).describe('ข้อความภาษาอังกฤษ — Text in English'),
})
export type Text = z.infer<typeof Text>
export type Language = keyof Text

export const Id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _ only')
export const IsoDate = z.iso.date()
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')
export const Satang = z.number().int().min(0)
