/**
 * What the schema alone cannot see: ids that name nothing, questions that never show, fees that charge nothing, private
 * answers about to be published. An id that is wrong would count as an empty answer, on a form, in a fee or on a
 * licence, and nobody would be told; so a service folder with an error does not start. Pure.
 */
import type { Definition } from '../definition.ts'
import { behalfFindings } from './behalf.ts'
import { conditionFindings } from './conditions.ts'
import { feeFindings } from './fees.ts'
import { fieldFindings } from './fields.ts'
import type { Finding } from './finding.ts'
import { identityFindings } from './identity.ts'
import { officeFindings } from './office.ts'
import { partFindings } from './parts.ts'
import { privacyFindings } from './privacy.ts'
import { purposeFindings } from './purposes.ts'
import { retentionFindings } from './retention.ts'
import { textFindings } from './texts.ts'
import { valueFindings } from './values.ts'

/** Everything worth telling about a definition that has the right shape. `today` is the Bangkok day, ISO. */
export function definitionFindings(definition: Definition, today: string): Finding[] {
  return [
    ...fieldFindings(definition),
    ...conditionFindings(definition),
    ...valueFindings(definition),
    ...feeFindings(definition),
    ...partFindings(definition),
    ...behalfFindings(definition),
    ...identityFindings(definition),
    ...officeFindings(definition, today),
    ...privacyFindings(definition),
    ...purposeFindings(definition),
    ...retentionFindings(definition),
    ...textFindings(definition),
  ]
}

/** What stops the start, as sentences that name the place; none for a sound definition. No error depends on the day. */
export function definitionFaults(definition: Definition): string[] {
  return definitionFindings(definition, definition.guide.updatedOn)
    .filter(({ level }) => level === 'error')
    .map(({ path, message, cure }) => `${path.join('.')}: ${message.en} → ${cure.en}`)
}
