/** A form page that came by plain POST: kept first, whatever is wrong with it; then looked at. */
import { attachFile, removeFile } from '../../actions/attach-file.ts'
import { saveDraft } from '../../actions/save-draft.ts'
import type { Context } from '../../context.ts'
import { Invalid, type Problem } from '../../errors.ts'
import type { Definition, Field, Language } from '../../service/definition.ts'
import {
  type Answers,
  blocksOf,
  checkFields,
  type FieldProblem,
  formPages,
  isQuestion,
  liveAnswers,
  visiblePages,
} from '../../service/form.ts'
import { FILE_TEXTS, type FileTextKey } from '../texts/files.ts'
import { speak } from '../texts/speak.ts'
import type { Posted, PostedFile } from './posted.ts'
import { changeRows, readAnswers, shownFields } from './read-form.ts'

export type Owner = { applicationId: string; applicantId: string }
type Input = {
  owner: Owner
  posted: Posted
  fields: Field[]
  form: Definition['form']
  language: Language
  today: string
}

/** `again`: the same page has to be shown once more, with these remarks. */
export type Accepted = {
  again: boolean
  problems: FieldProblem[]
  fileProblems: { field: string; text: string }[]
  moreFields: boolean
  /** The row of a repeat group that was asked for, `machines.2`. */
  openRow?: string
  /** A button of the page itself was pressed, not the one that leads on. */
  pressed?: boolean
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
  const { owner, posted, fields } = input
  const { form } = posted
  const shown = shownFields(fields, form)
  await saveDraft(ctx, { ...owner, answers: changeRows(readAnswers(shown, form), form) })
  const fileProblems = await takeFiles(ctx, input)
  const { visible, found } = look(input, await reload())
  const moreFields = visible.filter(isQuestion).some((field) => !shown.includes(field)) && shown.length > 0
  const pressed = BUTTONS.some((name) => form.has(name))
  const problems = pressed || moreFields ? [] : found
  return {
    again: pressed || moreFields || problems.length + fileProblems.length > 0,
    problems,
    fileProblems,
    moreFields: moreFields && !pressed,
    openRow: form.get('_open') ?? undefined,
    pressed,
  }
}

/** Buttons that show the same page again instead of leading on. */
const BUTTONS = ['_add', '_remove', '_open', '_upload', '_removeFile']

/** Which of the fields show now, and what has to be mended there. */
function look({ form, fields, today }: Input, answers: Answers) {
  const pages = formPages({ form })
  const live = liveAnswers(pages, answers)
  const showing = new Set(visiblePages(pages, live).flatMap((page) => page.fields.map(({ id }) => id)))
  const visible = fields.filter(({ id }) => showing.has(id))
  return { visible, found: [...checkFields(visible, live, today), ...blocksOf(form.blocks, visible, live)] }
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
  const key = problem.code in FILE_TEXTS ? (problem.code as FileTextKey) : 'uploadBroken'
  return speak(FILE_TEXTS, language)(key, problem.params)
}
