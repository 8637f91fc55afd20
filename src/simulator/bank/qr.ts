/**
 * Reads a Thai QR payment of the bill-payment kind (EMVCo tag 30) as a bank's application does. Written on its own,
 * apart from the code that makes our QR, so that the one can find the other's mistakes.
 */
type BillPayment = {
  billerId: string
  ref1: string
  ref2: string
  /** Absent where the payer fills the amount in. */
  satang?: number
}
type QrReading = { bill?: BillPayment; findings: string[] }

const BILL_PAYMENT_AID = 'A000000677010112'
const REFERENCE = /^[A-Z0-9]{1,20}$/
const AMOUNT = /^\d{1,10}\.\d{2}$/

/** What must hold of the fields, each with its complaint. */
const RULES: [holds: (top: Fields, bill: Fields) => boolean, complaint: string][] = [
  [(top) => top.get('00') === '01', 'tag 00 is not 01'],
  [(top) => ['11', '12'].includes(top.get('01') ?? ''), 'tag 01 is neither 11 nor 12'],
  [(_top, bill) => bill.get('00') === BILL_PAYMENT_AID, 'tag 30 is not a bill payment'],
  [(_top, bill) => /^\d{15}$/.test(bill.get('01') ?? ''), 'the biller id is not 15 digits'],
  [(_top, bill) => REFERENCE.test(bill.get('02') ?? ''), 'reference 1 is not 1 to 20 of A–Z and 0–9'],
  [(_top, bill) => REFERENCE.test(bill.get('03') ?? '0'), 'reference 2 is not 1 to 20 of A–Z and 0–9'],
  [(top) => top.get('53') === '764', 'the currency is not 764 (baht)'],
  [(top) => AMOUNT.test(top.get('54') ?? '0.00'), 'the amount is not baht with two decimals'],
  [(top) => top.get('58') === 'TH', 'the country is not TH'],
]

export function readQr(text: string): QrReading {
  const top = readFields(text)
  const bill = readFields(top?.get('30') ?? '')
  if (!top || !bill) return { findings: ['the text is not made of tags, lengths and values'] }
  const findings = RULES.filter(([holds]) => !holds(top, bill)).map(([, complaint]) => complaint)
  if (!hasRightChecksum(text)) findings.push(`the checksum is not ${checksumOf(text.slice(0, -4))}`)
  if (findings.length > 0) return { findings }
  const amount = top.get('54')
  return {
    findings,
    bill: {
      billerId: bill.get('01') ?? '',
      ref1: bill.get('02') ?? '',
      ref2: bill.get('03') ?? '',
      ...(amount !== undefined && { satang: Number(amount.replace('.', '')) }),
    },
  }
}

type Fields = Map<string, string>

/** Two digits of tag, two of length, then the value. Undefined when the lengths do not come out even. */
function readFields(text: string): Fields | undefined {
  const fields: Fields = new Map()
  for (let at = 0; at < text.length; ) {
    const [, tag, length] = text.slice(at, at + 4).match(/^(\d\d)(\d\d)$/) ?? []
    const value = text.slice(at + 4, at + 4 + Number(length))
    if (tag === undefined || value.length !== Number(length)) return undefined
    fields.set(tag, value)
    at += 4 + value.length
  }
  return fields
}

/** Tag 63 is the last, and covers everything up to its own tag and length. */
function hasRightChecksum(text: string): boolean {
  return text.slice(-8, -4) === '6304' && text.slice(-4) === checksumOf(text.slice(0, -4))
}

/** CRC-16/CCITT-FALSE: polynomial 0x1021 from 0xFFFF. */
export function checksumOf(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1
    crc &= 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
