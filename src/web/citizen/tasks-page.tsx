/** The draft as a list of tasks: where one left off, and what is still to do. */

import type { Changes } from '../../service/changes.ts'
import type { Language, Text } from '../../service/definition.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'
import { ChangesNotice } from './changes-notice.tsx'
import { PrefillNotice } from './prefill-notice.tsx'
import type { Task } from './tasks.ts'

type State = Task['state'] | 'later'
export type TasksPageProps = {
  language: Language
  agency: Agency
  service: Text
  applicationId: string
  tasks: Task[]
  nextHref: string
  /** When the draft was last saved, in words; left out for a new one. */
  savedAt?: string
  /** What a new version of the form asks otherwise, not told yet. */
  changes?: Changes
  /** The reference of the application whose answers were taken over. */
  prefilledFrom?: string
}

const ICONS: Record<State, IconName> = {
  done: 'circle-check',
  doing: 'circle-dot',
  todo: 'circle',
  later: 'circle',
}

export function TasksPage(props: TasksPageProps) {
  const { language, agency, service, applicationId, tasks, savedAt } = props
  const t = speak(CITIZEN_TEXTS, language)
  const done = tasks.every((task) => task.state === 'done')
  return (
    <Shell
      language={language}
      agency={agency}
      actions={
        <a class="btn wide" href={props.nextHref}>
          {done ? t('checkTask') : savedAt ? t('continueDraft') : t('start')}
        </a>
      }
    >
      {props.prefilledFrom && (
        <PrefillNotice applicationId={applicationId} reference={props.prefilledFrom} language={language} />
      )}
      {savedAt && !props.prefilledFrom && (
        <Notice tone="ok" icon="history" title={t('restoredTitle')}>
          {t('restoredBody', { when: savedAt })}
        </Notice>
      )}
      {props.changes && <ChangesNotice changes={props.changes} language={language} />}
      <p class="over block">{th(service[language])}</p>
      <h1>{savedAt && !props.prefilledFrom ? t('tasksAgain') : t('tasksTitle')}</h1>
      <ol class="card tasks">
        {tasks.map((task) => (
          <TaskRow
            key={task.page.id}
            href={`/l/apply/${applicationId}/${task.page.id}`}
            title={task.page.title[language]}
            state={task.state}
            note={task.files > 0 ? t('filesAttached', { count: task.files }) : undefined}
            language={language}
          />
        ))}
        <TaskRow
          href={`/l/apply/${applicationId}/check`}
          title={t('checkTask')}
          state={done ? 'doing' : 'later'}
          language={language}
        />
      </ol>
      {savedAt && <Discard applicationId={applicationId} language={language} />}
    </Shell>
  )
}

type RowProps = { href: string; title: string; state: State; note?: string; language: Language }

function TaskRow({ href, title, state, note, language }: RowProps) {
  return (
    <li class={`task ${state}`}>
      <a href={href}>
        <Icon name={ICONS[state]} />
        <span>
          {th(title)}
          {note && <small>{note}</small>}
        </span>
        <em>{speak(CITIZEN_TEXTS, language)(`task_${state}`)}</em>
      </a>
    </li>
  )
}

function Discard({ applicationId, language }: { applicationId: string; language: Language }) {
  const t = speak(CITIZEN_TEXTS, language)
  return (
    <details class="quiet">
      <summary>{t('discard')}</summary>
      <form method="post" action={`/l/apply/${applicationId}/discard`}>
        <p>{t('discardBody')}</p>
        <button class="btn bad sm" type="submit">
          {t('discardYes')}
        </button>
      </form>
    </details>
  )
}
