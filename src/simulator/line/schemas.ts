import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { Detail } from './refuse.ts'

/** Judges bodies by the schemas that generate-schemas.ts made from the SDK's types. */
const FILES = { api: 'line-schemas.json', webhook: 'line-schemas-webhook.json' }
type Part = keyof typeof FILES

const judges = new Map<Part, Ajv>()

/** What is wrong with this body by the named schema, one detail a fault. */
export function schemaFindings(part: Part, name: string, body: unknown): Detail[] {
  const validate = validatorOf(part, name)
  if (validate(body)) return []
  return (validate.errors ?? []).map(inLinesWords)
}

function validatorOf(part: Part, name: string): ValidateFunction {
  const judge = judges.get(part) ?? newJudge(part)
  const validate = judge.getSchema(`line#/definitions/${name}`)
  if (!validate) throw new Error(`There is no schema ${name} in ${FILES[part]}`)
  return validate
}

function newJudge(part: Part): Ajv {
  const judge = new Ajv({ strict: false, allErrors: true, discriminator: true, logger: false })
  formats.default(judge)
  judge.addSchema(JSON.parse(readFileSync(join(import.meta.dirname, '..', FILES[part]), 'utf8')), 'line')
  judges.set(part, judge)
  return judge
}

/** LINE's known phrases where it has them; its wording for the rest is not published. */
function inLinesWords(error: ErrorObject): Detail {
  const property = propertyOf(error.instancePath)
  const { params } = error
  const inside = (name: unknown) => (property ? `${property}.${name}` : String(name))
  if (error.keyword === 'required')
    return { property: inside(params.missingProperty), message: 'must be specified' }
  if (error.keyword === 'additionalProperties')
    return { property: inside(params.additionalProperty), message: 'unknown property' }
  if (error.keyword === 'enum')
    return {
      property,
      message: `Must be one of the following values: [${params.allowedValues.join(', ')}]`,
    }
  if (property === 'messages' && ['minItems', 'maxItems'].includes(error.keyword))
    return { property, message: 'Size must be between 1 and 5' }
  return { property, message: error.message ?? error.keyword }
}

/** `/messages/0/text` → `messages[0].text` */
function propertyOf(pointer: string): string {
  return pointer
    .replace(/\/(\d+)/g, '[$1]')
    .replace(/^\//, '')
    .replaceAll('/', '.')
}
