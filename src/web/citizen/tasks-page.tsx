/** The draft as a list of tasks: where one left off, and what is still to do. */

import type { CaseIdentity } from '../../actions/view-proof.ts'
import type { Changes } from '../../service/changes.ts'
import type { Language, Text } from '../../service/definition.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { IDENTITY_TEXTS } from '../texts/identity.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'
import { ChangesNotice, NewNotice } from './changes-notice.tsx'
import { identityPath } from './identity-page.tsx'
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
  /** How the proof of who the applicant is stands, where the service asks for one. */
  identity?: CaseIdentity
  /** When the draft was last saved, in words; left out for a new one. */
  savedAt?: string
  /** What a new version of the form asks otherwise, not told yet. */
  changes?: Changes
  /** A privacy notice that was not there when the draft was begun. */
  notice?: Text
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
      {props.notice && <NewNotice text={props.notice} language={language} />}
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
        {props.identity && (
          <IdentityRow applicationId={applicationId} identity={props.identity} language={language} />
        )}
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

type IdentityProps = { applicationId: string; identity: CaseIdentity; language: Language }

const IDENTITY_STATES = {
  none: 'done',
  open: 'todo',
  refused: 'todo',
  waiting: 'doing',
  proven: 'done',
} as const

function IdentityRow({ applicationId, identity, language }: IdentityProps) {
  const t = speak(IDENTITY_TEXTS, language)
  const { state, method } = identity
  const notes = { waiting: t('waitingTitle'), refused: t('refusedTitle') }
  return (
    <TaskRow
      href={identityPath(applicationId)}
      title={t('task')}
      state={IDENTITY_STATES[state]}
      note={
        state === 'proven'
          ? t(`way_${method ?? 'line'}`)
          : state in notes
            ? notes[state as keyof typeof notes]
            : undefined
      }
      language={language}
    />
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
