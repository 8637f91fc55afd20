/** The text inside a QR code's data: segments of digits, of capitals, or of bytes. */
type Bits = { take: (count: number) => number; left: () => number }

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** By mode: the width of the count (versions 1–9, 10–26) and how so many characters are read. */
const MODES: Readonly<
  Record<number, { countBits: readonly [number, number]; read: (bits: Bits, count: number) => string }>
> = {
  1: { countBits: [10, 12], read: readDigits },
  2: { countBits: [9, 11], read: readCapitals },
  4: { countBits: [8, 16], read: readBytes },
}

/** undefined when a segment is of another kind (kanji, ECI) or the data ends too early. */
export function readSegments(data: boolean[], version: number): string | undefined {
  const bits = reader(data)
  let text = ''
  while (bits.left() >= 4) {
    const number = bits.take(4)
    if (number === 0) break
    const mode = MODES[number]
    if (!mode) return undefined
    const count = bits.take(mode.countBits[version < 10 ? 0 : 1])
    if (bits.left() < count) return undefined
    text += mode.read(bits, count)
  }
  return text
}

function reader(data: boolean[]): Bits {
  let at = 0
  return {
    left: () => data.length - at,
    take(count) {
      let value = 0
      for (const end = at + count; at < end; at++) value = value * 2 + Number(data[at] ?? false)
      return value
    },
  }
}

/** Three digits in 10 bits, a rest of two in 7, of one in 4. */
function readDigits(bits: Bits, count: number): string {
  let text = ''
  for (let left = count; left > 0; left -= 3) {
    const digits = Math.min(3, left)
    text += String(bits.take([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0')
  }
  return text
}

/** Two characters in 11 bits, a single last one in 6. */
function readCapitals(bits: Bits, count: number): string {
  let text = ''
  for (let left = count; left > 0; left -= 2) {
    const value = bits.take(left > 1 ? 11 : 6)
    if (left > 1) text += ALPHANUMERIC.charAt(Math.floor(value / 45))
    text += ALPHANUMERIC.charAt(value % 45)
  }
  return text
}

function readBytes(bits: Bits, count: number): string {
  return new TextDecoder().decode(Uint8Array.from({ length: count }, () => bits.take(8)))
}
