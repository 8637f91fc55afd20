/** An application being keyed in, as its pages: what is filled in and what is not. */
import type { Channel } from '../../application/table.ts'
import { shortDate } from '../../service/dates.ts'
import type { Text } from '../../service/definition.ts'
import type { Task } from '../citizen/tasks.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { INTAKE_TEXTS } from './intake-texts.ts'

export type IntakeDraftPageProps = DeskProps & {
  applicationId: string
  service: Text
  channel: Channel
  receivedOn: string
  tasks: Task[]
}

const ICONS: Record<Task['state'], IconName> = { done: 'circle-check', doing: 'circle-dot', todo: 'circle' }

export function IntakeDraftPage(props: IntakeDraftPageProps) {
  const { applicationId, service, channel, receivedOn, tasks, ...desk } = props
  const { language } = desk
  const t = speak(INTAKE_TEXTS, language)
  const at = `/o/intake/${applicationId}`
  return (
    <Desk {...desk} narrow>
      <div class="top">
        <h1>{th(service[language])}</h1>
        <p class="muted num">
          {t('receivedBy', { channel: t(`channel_${channel}`), date: shortDate(receivedOn, language) })}
        </p>
      </div>
      <section class="card sheet">
        <h2>{t('pages')}</h2>
        <ul class="keyed">
          {tasks.map(({ page, state }) => (
            <li key={page.id} class={state}>
              <a href={`${at}/${page.id}`}>
                <Icon name={ICONS[state]} /> {th(page.title[language])}
              </a>
              <span class="muted">{t(`page_${state}`)}</span>
            </li>
          ))}
        </ul>
        <a class="btn" href={`${at}/check`}>
          {t('toCheck')}
        </a>
      </section>
      <details class="quiet">
        <summary>{t('discard')}</summary>
        <form method="post" action={`${at}/discard`}>
          <button class="btn sec" type="submit">
            {t('discardYes')}
          </button>
        </form>
      </details>
    </Desk>
  )
}
