/**
 * What a bank's app reads out of a PromptPay QR text: EMV tags, two digits of tag, two of length, then the value.
 * The text ends in a checksum (tag 63, CRC-16/CCITT-FALSE over all before it), so a misread picture is noticed.
 */
export type PromptPay = { biller: string; reference1?: string; reference2?: string; satang?: number }

const BILL_PAYMENT = '30'
const TRANSFER = '29'
const AMOUNT = '54'

/** undefined when the text is no PromptPay QR, or not a whole one. */
export function readPromptPay(text: string): PromptPay | undefined {
  if (!hasRightChecksum(text)) return undefined
  const tags = readTags(text)
  const bill = readTags(tags.get(BILL_PAYMENT) ?? '')
  const transfer = readTags(tags.get(TRANSFER) ?? '')
  const biller = bill.get('01') ?? transfer.get('01') ?? transfer.get('02')
  if (biller === undefined) return undefined
  const amount = tags.get(AMOUNT)
  return {
    biller,
    reference1: bill.get('02'),
    reference2: bill.get('03'),
    satang: amount === undefined ? undefined : Math.round(Number(amount) * 100),
  }
}

function readTags(text: string): Map<string, string> {
  const tags = new Map<string, string>()
  for (let at = 0; at + 4 <= text.length; ) {
    const end = at + 4 + Number(text.slice(at + 2, at + 4))
    if (Number.isNaN(end)) break
    tags.set(text.slice(at, at + 2), text.slice(at + 4, end))
    at = end
  }
  return tags
}

function hasRightChecksum(text: string): boolean {
  const expected = crc16(text.slice(0, -4)).toString(16).padStart(4, '0')
  return text.slice(-8, -4) === '6304' && text.slice(-4).toLowerCase() === expected
}

function crc16(text: string): number {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc
}
