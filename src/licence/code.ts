import { randomInt } from 'node:crypto'

/** No letters that are mistaken for digits: the code is read aloud and typed from paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 12 characters, 60 bits: cannot be guessed, only looked up from a document. */
export function newVerificationCode(): string {
  return Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** As printed: A7K4-2M9Q-X7TR. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** What somebody typed or scanned → the code as stored; undefined when it cannot be one. */
export function readVerificationCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return code.length === 12 && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined
}
