import { Refusal } from '../exchange.ts'

/** LINE's shape of an error: a message and, for a bad body, what is wrong where. */
export type Detail = { message: string; property: string }

export function refuse(status: number, message: string, details?: Detail[]): never {
  const reason = [message, ...(details ?? []).map((detail) => `${detail.property}: ${detail.message}`)]
  throw new Refusal({ status, body: { message, ...(details && { details }) } }, reason.join(' · '))
}

export function refuseBody(details: Detail[]): never {
  return refuse(400, `The request body has ${details.length} error(s)`, details)
}
