/** What to do about a field, in both languages. The server and the browser say the same words. */
import { longDate, parseIsoDate } from './dates.ts'
import type { Language } from './definition.ts'
import type { FieldProblem, ProblemCode } from './form.ts'

const WORDS: Record<ProblemCode, Record<Language, string>> = {
  required: { th: 'กรอก{label}', en: 'Enter: {label}' },
  required_choice: { th: 'เลือก{label}', en: 'Choose: {label}' },
  required_file: { th: 'แนบ{label}', en: 'Attach: {label}' },
  required_location: { th: 'ระบุ{label}', en: 'Give: {label}' },
  required_consent: {
    th: 'อ่านแล้วทำเครื่องหมายยอมรับ จึงจะดำเนินการต่อได้',
    en: 'Read this and tick that you agree. It is needed to go on',
  },
  too_long: { th: 'ย่อให้ไม่เกิน {max} ตัวอักษร', en: 'Shorten to {max} characters or fewer' },
  unprintable: {
    th: 'ลบ {signs} ออก เอกสารพิมพ์อักขระนี้ไม่ได้',
    en: 'Remove {signs}. Documents cannot print it',
  },
  not_a_number: { th: 'กรอกเป็นตัวเลขเท่านั้น', en: 'Enter a number' },
  too_many_decimals: { th: 'ใส่ทศนิยมได้ไม่เกิน {max} ตำแหน่ง', en: 'At most {max} decimal places' },
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
  bad_passport: {
    th: 'เลขหนังสือเดินทางไม่ถูกต้อง ใช้ตัวอักษรอังกฤษและตัวเลข 6–9 ตัว',
    en: 'The passport number is not right: 6 to 9 letters and digits',
  },
  bad_phone: { th: 'กรอกหมายเลข 9–10 หลัก ขึ้นต้นด้วย 0', en: 'Enter 9 or 10 digits beginning with 0' },
  bad_email: { th: 'อีเมลไม่ถูกต้อง เช่น name@example.com', en: 'Enter an address like name@example.com' },
  incomplete_name: {
    th: 'กรอกคำนำหน้า ชื่อ และนามสกุลให้ครบ หากไม่มีนามสกุลให้ใส่ -',
    en: 'Enter title, first name and last name. Without a last name, enter -',
  },
  incomplete_location: { th: 'กรอกละติจูดและลองจิจูดให้ครบ', en: 'Enter latitude and longitude' },
  bad_location: {
    th: 'กรอกพิกัดเป็นตัวเลขทศนิยม เช่น 16.41899, 101.15509',
    en: 'Enter decimal degrees such as 16.41899, 101.15509',
  },
  outside_thailand: {
    th: 'พิกัดนี้อยู่นอกประเทศไทย ตรวจว่าไม่ได้สลับละติจูดกับลองจิจูด',
    en: 'This point is outside Thailand. Check that latitude and longitude are not exchanged',
  },
  incomplete_date: { th: 'กรอกวันที่ เดือน และปีให้ครบ', en: 'Enter day, month and year' },
  bad_date: { th: 'ไม่มีวันที่นี้ในปฏิทิน โปรดตรวจอีกครั้ง', en: 'There is no such date. Check it' },
  year_is_ce: {
    th: 'ใส่ปีเป็นพุทธศักราช หมายถึง พ.ศ. {year} ใช่หรือไม่',
    en: 'Enter the Buddhist year. Did you mean {year}?',
  },
  date_in_future: { th: 'ต้องเป็นวันนี้หรือก่อนหน้านี้', en: 'Must be today or earlier' },
  date_in_past: { th: 'ต้องเป็นวันนี้หรือหลังจากนี้', en: 'Must be today or later' },
  date_too_early: { th: 'ต้องเป็นวันที่ {earliest} หรือหลังจากนั้น', en: 'Must be {earliest} or later' },
  date_too_late: { th: 'ต้องเป็นวันที่ {latest} หรือก่อนหน้านั้น', en: 'Must be {latest} or earlier' },
  too_young: { th: 'ต้องมีอายุไม่ต่ำกว่า {min} ปี', en: 'Must be at least {min} years old' },
  bad_time: { th: 'กรอกเวลาเป็นชั่วโมงและนาที เช่น 09:30', en: 'Enter hours and minutes such as 09:30' },
  time_too_early: { th: 'ต้องเป็นเวลา {from} น. หรือหลังจากนั้น', en: 'Must be {from} or later' },
  time_too_late: { th: 'ต้องเป็นเวลา {to} น. หรือก่อนหน้านั้น', en: 'Must be {to} or earlier' },
  bad_option: { th: 'เลือกจากรายการที่แสดง', en: 'Choose from what is shown' },
  too_few_options: { th: 'เลือกอย่างน้อย {min} ข้อ', en: 'Choose at least {min}' },
  too_many_options: { th: 'เลือกได้ไม่เกิน {max} ข้อ', en: 'Choose {max} or fewer' },
  exclusive_option: {
    th: 'เลือก “{th}” ร่วมกับข้ออื่นไม่ได้ เลือกอย่างใดอย่างหนึ่ง',
    en: '“{en}” cannot be chosen with others. Choose one or the other',
  },
  incomplete_address: {
    th: 'กรอกบ้านเลขที่ ตำบล อำเภอ จังหวัด และรหัสไปรษณีย์ให้ครบ',
    en: 'Enter house number, subdistrict, district, province and postcode',
  },
  bad_postcode: { th: 'รหัสไปรษณีย์ต้องเป็นตัวเลข 5 หลัก', en: 'The postcode has 5 digits' },
  too_few_rows: { th: 'เพิ่ม{label}อย่างน้อย {min} รายการ', en: 'Add at least {min}: {label}' },
  too_many_rows: { th: 'เพิ่มได้ไม่เกิน {max} รายการ', en: 'At most {max} can be added' },
  not_unique: {
    th: 'ซ้ำกับ{th} {row} แก้ให้ไม่ซ้ำกัน',
    en: 'The same as {en} {row}. Make them different',
  },
  too_many_files: { th: 'แนบได้ไม่เกิน {max} ไฟล์', en: 'At most {max} files' },
  blocked: { th: 'ข้อมูลนี้ยังยื่นไม่ได้ โปรดตรวจอีกครั้ง', en: 'This cannot be handed in. Check it' },
}

/** The sentence for one problem; `label` is the field's own, in the same language. */
export function problemText(
  problem: Pick<FieldProblem, 'code' | 'params' | 'message'>,
  label: string,
  language: Language,
): string {
  if (problem.message) return problem.message[language]
  const values: Record<string, string | number> = { ...problem.params, label }
  return WORDS[problem.code][language].replace(/\{(\w+)\}/g, (_, key: string) =>
    inWords(values[key] ?? '', language),
  )
}

/** Days as dates, numbers with their thousands apart; a year comes as text. */
function inWords(value: string | number, language: Language): string {
  if (typeof value === 'number') return value.toLocaleString('en-US')
  return parseIsoDate(value) ? longDate(value, language) : value
}
