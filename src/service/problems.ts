/** What to do about a field, in both languages. The server and the browser say the same words. */
import type { Language } from './definition.ts'
import type { FieldProblem, ProblemCode } from './form.ts'

const WORDS: Record<ProblemCode, Record<Language, string>> = {
  required: { th: 'กรอก{label}', en: 'Enter: {label}' },
  required_choice: { th: 'เลือก{label}', en: 'Choose: {label}' },
  required_file: { th: 'แนบ{label}', en: 'Attach: {label}' },
  too_long: { th: 'ย่อให้ไม่เกิน {max} ตัวอักษร', en: 'Shorten to {max} characters or fewer' },
  unprintable: {
    th: 'ลบ {signs} ออก เอกสารพิมพ์อักขระนี้ไม่ได้',
    en: 'Remove {signs}. Documents cannot print it',
  },
  not_a_number: { th: 'กรอกเป็นตัวเลขเท่านั้น', en: 'Enter a number' },
  too_small: { th: 'ต้องไม่น้อยกว่า {min}', en: 'Must be {min} or more' },
  too_large: { th: 'ต้องไม่เกิน {max}', en: 'Must be {max} or less' },
  bad_thai_id: {
    th: 'เลขไม่ถูกต้อง โปรดตรวจกับบัตรอีกครั้ง',
    en: 'The number is not right. Check it against the card',
  },
  bad_juristic_id: {
    th: 'เลขทะเบียนไม่ถูกต้อง ต้องเป็น 13 หลัก ขึ้นต้นด้วย 0',
    en: 'The number is not right: 13 digits beginning with 0',
  },
  bad_phone: { th: 'กรอกหมายเลข 9–10 หลัก ขึ้นต้นด้วย 0', en: 'Enter 9 or 10 digits beginning with 0' },
  bad_email: { th: 'อีเมลไม่ถูกต้อง เช่น name@example.com', en: 'Enter an address like name@example.com' },
  incomplete_date: { th: 'กรอกวันที่ เดือน และปีให้ครบ', en: 'Enter day, month and year' },
  bad_date: { th: 'ไม่มีวันที่นี้ในปฏิทิน โปรดตรวจอีกครั้ง', en: 'There is no such date. Check it' },
  year_is_ce: {
    th: 'ใส่ปีเป็นพุทธศักราช หมายถึง พ.ศ. {year} ใช่หรือไม่',
    en: 'Enter the Buddhist year. Did you mean {year}?',
  },
  date_in_future: { th: 'ต้องเป็นวันนี้หรือก่อนหน้านี้', en: 'Must be today or earlier' },
  date_in_past: { th: 'ต้องเป็นวันนี้หรือหลังจากนี้', en: 'Must be today or later' },
  too_young: { th: 'ต้องมีอายุไม่ต่ำกว่า {min} ปี', en: 'Must be at least {min} years old' },
  bad_option: { th: 'เลือกจากรายการ', en: 'Choose from the list' },
  incomplete_address: {
    th: 'กรอกบ้านเลขที่ ตำบล อำเภอ จังหวัด และรหัสไปรษณีย์ให้ครบ',
    en: 'Enter house number, subdistrict, district, province and postcode',
  },
  bad_postcode: { th: 'รหัสไปรษณีย์ต้องเป็นตัวเลข 5 หลัก', en: 'The postcode has 5 digits' },
  too_few_rows: { th: 'เพิ่ม{label}อย่างน้อย {min} รายการ', en: 'Add at least {min}: {label}' },
  too_many_rows: { th: 'เพิ่มได้ไม่เกิน {max} รายการ', en: 'At most {max} can be added' },
  too_many_files: { th: 'แนบได้ไม่เกิน {max} ไฟล์', en: 'At most {max} files' },
}

/** The sentence for one problem; `label` is the field's own, in the same language. */
export function problemText(
  problem: Pick<FieldProblem, 'code' | 'params'>,
  label: string,
  language: Language,
): string {
  const values: Record<string, string | number> = { ...problem.params, label }
  return WORDS[problem.code][language].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))
}
