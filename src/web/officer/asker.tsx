/** Who asks, as far as a chat tells, and what they have applied for. */
import type { ComponentChildren } from 'preact'
import type { CaseSummary } from '../../actions/view-case.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { QUESTION_TEXTS } from './question-texts.ts'
import { StatusTag } from './status-tag.tsx'

type Props = {
  title: string
  name: string
  cases: CaseSummary[]
  note: string
  language: Language
  children: ComponentChildren
}

export function Asker({ title, name, cases, note, language, children }: Props) {
  const t = speak(QUESTION_TEXTS, language)
  return (
    <section class="card sheet" aria-labelledby="asker-title">
      <h2 id="asker-title">{title}</h2>
      <dl class="kv">
        <div>
          <dt>{t('askedBy')}</dt>
          <dd lang="th">{name || '–'}</dd>
        </div>
        {children}
        <div>
          <dt>{t('cases')}</dt>
          <dd>{cases.length === 0 ? t('noCases') : <Cases cases={cases} language={language} />}</dd>
        </div>
      </dl>
      <p class="kept">{note}</p>
    </section>
  )
}

function Cases({ cases, language }: { cases: CaseSummary[]; language: Language }) {
  return (
    <ul class="asker-cases">
      {cases.map(({ id, reference, status }) => (
        <li key={id}>
          <a class="num nb" href={`/o/cases/${id}`}>
            {reference}
          </a>{' '}
          <StatusTag status={status} language={language} />
        </li>
      ))}
    </ul>
  )
}
