import { EXAMPLES } from '../../src/messages/examples.ts'
import type { MessageName } from '../../src/messages/message.ts'

/** The names of every message that the product can say. */
export const MESSAGES = Object.keys(EXAMPLES) as MessageName[]
