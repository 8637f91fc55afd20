/**
 * A ticket opens one document, without a session, for five minutes. A LIFF page needs it to hand a PDF to the phone's
 * own browser: that one shows PDFs, which Android's LIFF browser cannot, but it has none of our cookies.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'

type Secret = Pick<Config, 'LINE_CHANNEL_SECRET'>
const LIFE_SECONDS = 5 * 60

/** `<end of its life, Unix seconds>.<MAC over document and end>` */
export function makeTicket(secret: Secret, documentId: string, now: Date): string {
  const expires = Math.floor(now.getTime() / 1000) + LIFE_SECONDS
  return `${expires}.${macOf(secret, documentId, expires).toString('base64url')}`
}

export function isGoodTicket(secret: Secret, documentId: string, ticket: string, now: Date): boolean {
  const [, expires, mac] = /^(\d{1,11})\.([\w-]{43})$/.exec(ticket) ?? []
  if (!expires || !mac) return false
  const isOurs = timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(secret, documentId, Number(expires)))
  return isOurs && now.getTime() < Number(expires) * 1000
}

/** With a key of its own: what is signed here can never pass for a webhook of LINE's. */
function macOf({ LINE_CHANNEL_SECRET }: Secret, documentId: string, expires: number): Buffer {
  const key = Buffer.from(hkdfSync('sha256', LINE_CHANNEL_SECRET, '', 'anuyat document ticket', 32))
  return createHmac('sha256', key).update(`${documentId} ${expires}`).digest()
}
