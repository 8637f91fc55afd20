/**
 * Handing a transferred licence on. The transfer is asked for in the old holder's account; the new one follows a link
 * from there and shows, by the end of the number given for them in the transfer, that they are the one meant. Pure.
 */
import type { Licence, LicenceOffer } from './table.ts'

/** How long a link works, and how often a number may be typed wrongly at it. */
export const OFFER_DAYS = 60
export const MOST_TRIES = 5
/** So much of the number is asked for. */
export const ENDING = 4

type Offered = Pick<LicenceOffer, 'validUntil' | 'tries'>
type Held = Pick<Licence, 'status' | 'holderApplicantId'>
/** `ownerId`: the applicant of the case by which it was transferred. */
type Asking = { applicantId: string; ownerId: string; now: Date }

/** `gone`: for this person there is nothing here. */
export type OfferState = 'taken' | 'asks' | 'gone'

export function offerState(offer: Offered, licence: Held, { applicantId, ownerId, now }: Asking): OfferState {
  if (licence.holderApplicantId) return licence.holderApplicantId === applicantId ? 'taken' : 'gone'
  const inForce = licence.status === 'valid' || licence.status === 'suspended'
  const works = now < offer.validUntil && offer.tries < MOST_TRIES
  return inForce && works && applicantId !== ownerId ? 'asks' : 'gone'
}

/** Whether the end of a number was typed rightly, Thai digits and dashes aside. An empty number fits nothing. */
export function endsWith(number: string, typed: string): boolean {
  const tidy = (text: string) =>
    text
      .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
      .replace(/[^0-9A-Za-z]/g, '')
      .toUpperCase()
  const ending = tidy(number).slice(-ENDING)
  return ending.length === ENDING && tidy(typed) === ending
}
