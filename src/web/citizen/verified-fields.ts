/** The fields of a page that a proof fills in, as answers and in words. */
import { verifiedOf } from '../../actions/case-proof.ts'
import type { CaseView } from '../../actions/view-case.ts'
import type { Context } from '../../context.ts'
import type { Field, Language } from '../../service/definition.ts'
import { showAnswer } from '../../service/display.ts'
import type { Answers } from '../../service/form.ts'
import { IDENTITY_TEXTS } from '../texts/identity.ts'

type Asked = { person: { applicantId: string }; found: CaseView; fields: Field[]; language: Language }

export async function verifiedFields(
  ctx: Context,
  { person, found, fields, language }: Asked,
): Promise<{ answers: Answers; shown: { verified: Record<string, string>; verifiedWord: string } }> {
  const application = { applicantId: person.applicantId, answers: found.answers }
  const all = await verifiedOf(ctx, ctx.db, { application, definition: found.definition })
  const here = fields.filter(({ id }) => all[id] !== undefined)
  return {
    answers: Object.fromEntries(here.map(({ id }) => [id, all[id]])),
    shown: {
      verified: Object.fromEntries(
        here.map((field) => [field.id, showAnswer(field, all[field.id], language)]),
      ),
      verifiedWord: IDENTITY_TEXTS.verified[language],
    },
  }
}
