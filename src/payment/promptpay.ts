/**
 * Thai QR Payment, EMVCo merchant-presented mode: bill payment, tag 30. Only this form carries the references that
 * tie the money to the case. Sources: Bank of Thailand Thai QR Payment standard; reference rules of the banks'
 * bill-payment services ([A-Z0-9], at most 18 to suit all of them). Pure.
 */

const AID_BILL_PAYMENT = 'A000000677010112'
const REFERENCE = /^[A-Z0-9]{1,18}$/

type Bill = { billerId: string; ref1: string; ref2: string; satang: number }

/** The QR's text. Throws RangeError for what a bank would refuse: it must never reach a citizen. */
export function billPaymentPayload({ billerId, ref1, ref2, satang }: Bill): string {
  if (!/^\d{15}$/.test(billerId)) throw new RangeError('biller id must be 15 digits')
  if (!REFERENCE.test(ref1) || !REFERENCE.test(ref2))
    throw new RangeError('references must be A–Z and 0–9, at most 18')
  if (!Number.isSafeInteger(satang) || satang <= 0 || satang > 999_999_999_99)
    throw new RangeError('amount must be whole satang above zero')
  const merchant = tlv('00', AID_BILL_PAYMENT) + tlv('01', billerId) + tlv('02', ref1) + tlv('03', ref2)
  const head = tlv('00', '01') + tlv('01', '12') + tlv('30', merchant)
  const body = `${head}${tlv('53', '764')}${tlv('54', (satang / 100).toFixed(2))}${tlv('58', 'TH')}6304`
  return body + crc16(body)
}

const tlv = (tag: string, value: string): string => `${tag}${String(value.length).padStart(2, '0')}${value}`

/** CRC-16/CCITT-FALSE over everything including "6304"; check value of "123456789" is 29B1. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
