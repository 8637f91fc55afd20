import { z } from 'zod'
import { Id } from './text.ts'

/**
 * Places that are booked by the hour. `rows` is a repeat group; the others are its fields: a choice of place, a date,
 * and two times. No two applications hold the same place at the same time.
 */
export const Calendar = z.strictObject({
  rows: Id.describe('id ของกลุ่มที่กรอกได้หลายแถว — Id of the repeat group'),
  place: Id.describe('ช่องสถานที่ในกลุ่ม — Its field with the place'),
  date: Id.describe('ช่องวันที่ในกลุ่ม — Its field with the date'),
  from: Id.describe('ช่องเวลาเริ่มในกลุ่ม — Its field with the time it begins'),
  to: Id.describe('ช่องเวลาสิ้นสุดในกลุ่ม — Its field with the time it ends'),
})
export type Calendar = z.infer<typeof Calendar>
