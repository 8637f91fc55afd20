/** Thai numbers and numerals. Pure, and small enough for the browser. */

/** The text with Thai numerals as Arabic ones. */
export function westernDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
}

/** Digits only, Thai numerals read as Arabic ones. */
export const digitsOf = (text: string): string => westernDigits(text).replace(/\D/g, '')

/** A number as typed, "๑,๒๐๐.50", as a program reads it. */
export const plainNumber = (text: string): string => westernDigits(text).replace(/[,\s]/g, '')

/** "9.30", "๐๙:๓๐ น.", "0930" → "09:30"; undefined when there is no such time. */
export function clockTime(text: string): string | undefined {
  const match = /^(\d{1,2})[:.](\d{2})$|^(\d{2})(\d{2})$/.exec(westernDigits(text).replace(/\s|น\.?$/g, ''))
  const [hour = '', minute = ''] = match ? [match[1] ?? match[3], match[2] ?? match[4]] : []
  const exists = match !== null && Number(hour) < 24 && Number(minute) < 60
  return exists ? `${hour.padStart(2, '0')}:${minute}` : undefined
}

export function thaiNumerals(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
}

/** 13 digits whose last is the check digit (Department of Provincial Administration, mod 11). */
export function isThaiId(text: string): boolean {
  const digits = digitsOf(text)
  if (digits.length !== 13 || digits[0] === '0') return false
  return hasCheckDigit(digits)
}

/** 13-digit juristic registration number: begins with 0, same check digit (Department of Business Development). */
export function isJuristicId(text: string): boolean {
  const digits = digitsOf(text)
  return digits.length === 13 && digits[0] === '0' && hasCheckDigit(digits)
}

function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < 12; i++) sum += Number(digits[i]) * (13 - i)
  return (11 - (sum % 11)) % 10 === Number(digits[12])
}

/** Thai numbers begin with 0 and have 9 (fixed line) or 10 (mobile) digits. */
export const isPhone = (text: string): boolean => /^0\d{8,9}$/.test(phoneDigits(text))

/** As dialled within the country: a telephone's autofill writes +66 instead of the 0. */
export function phoneDigits(text: string): string {
  const digits = digitsOf(text)
  return /^\s*\+\s*66/.test(westernDigits(text)) ? digits.replace(/^660?/, '0') : digits
}

/** A passport number shown back to a person: all but the last three signs are hidden. */
export const maskPassport = (text: string): string => passportNumber(text).replace(/.(?=.{3})/g, 'x')

/** Letters and digits, at most nine of them (ICAO Doc 9303, part 4), without the blanks and hyphens some type. */
export const passportNumber = (text: string): string =>
  westernDigits(text).replace(/[\s-]/g, '').toUpperCase()

export const isPassport = (text: string): boolean => /^(?=.*\d)[A-Z\d]{6,9}$/.test(passportNumber(text))

/** 1-1017-00207-36-6, as far as typed. */
export function formatThaiId(text: string): string {
  const digits = digitsOf(text).slice(0, 13)
  return [digits.slice(0, 1), digits.slice(1, 5), digits.slice(5, 10), digits.slice(10, 12), digits.slice(12)]
    .filter(Boolean)
    .join('-')
}

/** An ID number shown back to a person: the middle is hidden. */
export function maskThaiId(text: string): string {
  const digits = digitsOf(text)
  return digits.length === 13 ? formatThaiId(digits).replace(/^(\d-\d{4})-\d{5}/, '$1-xxxxx') : 'xxx'
}

/** 081-234-5678, or 02-123-4567, as far as typed. */
export function formatPhone(text: string): string {
  const digits = phoneDigits(text).slice(0, 10)
  const first = digits.startsWith('02') ? 2 : 3
  return [digits.slice(0, first), digits.slice(first, first + 3), digits.slice(first + 3)]
    .filter(Boolean)
    .join('-')
}

/** Satang → "1,234.00". */
export function formatMoney(satang: number): string {
  return (satang / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

/** Satang → "1,234" or "1,234.50": whole baht without the zeros. */
export function formatBaht(satang: number): string {
  return satang % 100 === 0 ? (satang / 100).toLocaleString('en-US') : formatMoney(satang)
}
