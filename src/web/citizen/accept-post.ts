/** A form page that came by plain POST: kept first, whatever is wrong with it; then looked at. */
import { attachFile, removeFile } from '../../actions/attach-file.ts'
import { saveDraft } from '../../actions/save-draft.ts'
import type { Context } from '../../context.ts'
import { Invalid, type Problem } from '../../errors.ts'
import type { Field, Language } from '../../service/definition.ts'
import { type Answers, checkFields, type FieldProblem, holds } from '../../service/form.ts'
import { FORM_TEXTS, type FormTextKey } from '../texts/form.ts'
import { speak } from '../texts/speak.ts'
import type { Posted, PostedFile } from './posted.ts'
import { changeRows, readAnswers, shownFields } from './read-form.ts'

export type Owner = { applicationId: string; applicantId: string }
type Input = { owner: Owner; posted: Posted; fields: Field[]; language: Language; today: string }

/** `again`: the same page has to be shown once more, with these remarks. */
export type Accepted = {
  again: boolean
  problems: FieldProblem[]
  fileProblems: { field: string; text: string }[]
  moreFields: boolean
}

/** A page that is shown for the first time. */
export const CLEAN: Accepted = { again: false, problems: [], fileProblems: [], moreFields: false }

export const statusOf = (accepted: Accepted): number =>
  accepted.problems.length + accepted.fileProblems.length > 0 ? 422 : 200

export async function acceptPost(
  ctx: Context,
  input: Input,
  reload: () => Promise<Answers>,
): Promise<Accepted> {
  const { owner, posted, fields, today } = input
  const { form } = posted
  const shown = shownFields(fields, form)
  await saveDraft(ctx, { ...owner, answers: changeRows(readAnswers(shown, form), form) })
  const fileProblems = await takeFiles(ctx, input)
  const answers = await reload()
  const visible = fields.filter((field) => holds(field.when, answers))
  const moreFields = visible.some((field) => !shown.includes(field)) && shown.length > 0
  const pressed = ['_add', '_remove', '_upload', '_removeFile'].some((name) => form.has(name))
  const problems = pressed || moreFields ? [] : checkFields(visible, answers, today)
  const again = pressed || moreFields || problems.length + fileProblems.length > 0
  return { again, problems, fileProblems, moreFields: moreFields && !pressed }
}

async function takeFiles(ctx: Context, { owner, posted, fields, language }: Input) {
  const removed = posted.form.get('_removeFile')
  if (removed) await removeFile(ctx, { ...owner, fileId: removed })
  const names = new Set(fields.filter((field) => field.type === 'file').map((field) => field.id))
  const problems: { field: string; text: string }[] = []
  for (const file of posted.files.filter((each) => names.has(each.field))) {
    const problem = await takeFile(ctx, owner, file)
    if (problem) problems.push({ field: file.field, text: fileProblemText(problem, language) })
  }
  return problems
}

async function takeFile(ctx: Context, owner: Owner, file: PostedFile): Promise<Problem | undefined> {
  try {
    await attachFile(ctx, { ...owner, fieldId: file.field, name: file.name, bytes: file.bytes })
    return undefined
  } catch (error) {
    if (error instanceof Invalid && error.problems[0]) return error.problems[0]
    throw error
  }
}

function fileProblemText(problem: Problem, language: Language): string {
  const key = problem.code in FORM_TEXTS ? (problem.code as FormTextKey) : 'uploadBroken'
  return speak(FORM_TEXTS, language)(key, problem.params)
}
