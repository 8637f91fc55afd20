/** What happened to the case, newest first, and the record of defects both sides confirmed. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { longDate, shortDateTime } from '../../service/dates.ts'
import type { Language, Text } from '../../service/definition.ts'
import { fieldsById } from '../../service/display.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { actorText, eventText } from './history-texts.ts'
import { OFFICER_TEXTS } from './texts.ts'

type Props = { found: OfficerCase; language: Language }

export function CaseHistory({ found, language }: Props) {
  const entries = found.history.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <div class="history">
      <Corrections found={found} language={language} />
      <HistoryList entries={entries} language={language} licence={found.definition.licence.name} />
    </div>
  )
}

type ListProps = { entries: OfficerCase['history']; language: Language; licence: Text }

export function HistoryList({ entries, language, licence }: ListProps) {
  return (
    <ol class="events">
      {entries.map((entry) => (
        <li key={`${entry.at.toISOString()} ${entry.event}`}>
          <b>{eventText(entry.event, language, licence)}</b>
          <span>
            {actorText(entry.actor, language)} ·{' '}
            <time class="num" dateTime={entry.at.toISOString()}>
              {shortDateTime(entry.at, language)}
            </time>
          </span>
          {typeof entry.data.reason === 'string' && (
            <span class="said" lang="th">
              {entry.data.reason}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

function Corrections({ found, language }: Props) {
  const t = speak(OFFICER_TEXTS, language)
  const fields = fieldsById(found.definition)
  return found.corrections.map((correction) => (
    <section key={correction.returnedAt.toISOString()} class="defects">
      <h3>{t('correctionRound')}</h3>
      <p class="muted num">
        {t('correctionBy', {
          officer: correction.officer,
          date: shortDateTime(correction.returnedAt, language),
        })}
      </p>
      <ul>
        {correction.items.map((item) => (
          <li key={item.field}>
            <b>{fields.get(item.field)?.label[language] ?? item.field}</b>
            <span lang="th">{item.reason}</span>
          </li>
        ))}
      </ul>
      <p class={`tag ${correction.resolvedAt ? 'ok' : 'warn'}`}>
        <Icon name={correction.resolvedAt ? 'circle-check' : 'circle-pause'} />
        {correction.resolvedAt
          ? t('correctionResolved', { date: shortDateTime(correction.resolvedAt, language) })
          : t('correctionOpen', { date: longDate(correction.dueOn, language) })}
      </p>
    </section>
  ))
}
