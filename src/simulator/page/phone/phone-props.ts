import type { Persona, SimulatorState } from '../../api.ts'
import type { Desk } from '../live/use-desk.ts'
import type { Phone } from '../live/use-phone.ts'

/** What every part of the phone may look at. */
export type PhoneProps = { state: SimulatorState; desk: Desk; persona: Persona; phone: Phone; now: Date }
