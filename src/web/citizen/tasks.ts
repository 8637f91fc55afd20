/** How far each page of a draft is. Pure. */

import type { FormPage } from '../../service/definition.ts'
import { type Answers, checkFields, isEmpty, visiblePages } from '../../service/form.ts'

export type Task = { page: FormPage; state: 'done' | 'doing' | 'todo'; files: number }

export function tasksOf(pages: FormPage[], answers: Answers, today: string): Task[] {
  return visiblePages(pages, answers).map((page) => {
    const touched = page.fields.some((field) => !isEmpty(answers[field.id]))
    const complete = checkFields(page.fields, answers, today).length === 0
    return {
      page,
      state: complete && touched ? 'done' : touched ? 'doing' : 'todo',
      files: countFiles(page, answers),
    }
  })
}

function countFiles(page: FormPage, answers: Answers): number {
  const files = page.fields.filter((field) => field.type === 'file').map((field) => answers[field.id])
  return files.reduce((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
}

/** Where to go on: the first page that is not done, or the check. */
export function nextTaskPath(applicationId: string, tasks: Task[]): string {
  const open = tasks.find((task) => task.state !== 'done')
  return `/l/apply/${applicationId}/${open ? open.page.id : 'check'}`
}
