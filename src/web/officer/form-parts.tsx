/** Pieces shared by the officers' forms. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { Language, Text } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { HistoryList } from './case-history.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import type { FormProblem, Seen } from './forms.ts'

export function SeenInputs({ seen }: { seen: Seen }) {
  return (
    <>
      <input type="hidden" name="version" value={seen.version} />
      <input type="hidden" name="seenAt" value={seen.seenAt} />
    </>
  )
}

export function Problems({ problems, language }: { problems: FormProblem[]; language: Language }) {
  if (problems.length === 0) return null
  return (
    <section class="alert bad" role="alert" aria-labelledby="problems-title">
      <Icon name="circle-alert" />
      <div>
        <h2 id="problems-title">{speak(FORM_TEXTS, language)('problems')}</h2>
        <ul>
          {problems.map((problem) => (
            <li key={problem.href}>
              <a href={problem.href}>{problem.text}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** What happened since the officer looked. `closed`: the thing can no longer be done at all. */
export type Change = { entries: OfficerCase['history']; closed: boolean }

type ChangedProps = { change: Change; language: Language; licence: Text }

export function Changed({ change, language, licence }: ChangedProps) {
  const t = speak(FORM_TEXTS, language)
  return (
    <section class="alert warn" role="alert" aria-labelledby="changed-title">
      <Icon name="triangle-alert" />
      <div>
        <h2 id="changed-title">{t('changedTitle')}</h2>
        {change.entries.length > 0 ? (
          <HistoryList entries={change.entries} language={language} licence={licence} />
        ) : (
          <p>{t('changedNothing')}</p>
        )}
        <p>{t(change.closed ? 'changedClosed' : 'changedBody')}</p>
      </div>
    </section>
  )
}
