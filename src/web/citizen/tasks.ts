/** How far each page of a draft is. Pure. */

import type { Definition, FormPage } from '../../service/definition.ts'
import {
  type Answers,
  blocksOf,
  checkFields,
  formPages,
  isEmpty,
  isQuestion,
  liveAnswers,
  visiblePages,
} from '../../service/form.ts'

export type Task = { page: FormPage; state: 'done' | 'doing' | 'todo'; files: number }

export function tasksOf(form: Definition['form'], answers: Answers, today: string): Task[] {
  const pages = formPages({ form })
  const live = liveAnswers(pages, answers)
  return visiblePages(pages, live).map((page) => {
    const touched = page.fields.some((field) => !isEmpty(live[field.id]))
    const problems = [...checkFields(page.fields, live, today), ...blocksOf(form.blocks, page.fields, live)]
    const complete = problems.length === 0 && (touched || !page.fields.some(isQuestion))
    return { page, state: complete ? 'done' : touched ? 'doing' : 'todo', files: countFiles(page, live) }
  })
}

function countFiles(page: FormPage, answers: Answers): number {
  const files = page.fields.filter((field) => field.type === 'file').map((field) => answers[field.id])
  return files.reduce((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
}

/** Where to go on: the first page that is not done, then the proof that is missing, then the check. */
export function nextTaskPath(applicationId: string, tasks: Task[], unproven = false): string {
  const open = tasks.find((task) => task.state !== 'done')
  return `/l/apply/${applicationId}/${open?.page.id ?? lastStep(unproven)}`
}

/** What stands after the last page. */
export const lastStep = (unproven: boolean): string => (unproven ? 'identity' : 'check')

/** Nothing has been asked for yet, or it was refused: it could not be handed in. */
export function isUnproven(identity: { state: string } | undefined): boolean {
  return identity?.state === 'open' || identity?.state === 'refused'
}
