/** Who asks for what, where the case stands, and how much time is left. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { longDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { transactionOf } from '../../service/transaction.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { DueLabel, dueTone } from './due-clock.tsx'
import { StatusTag } from './status-tag.tsx'
import { OFFICER_TEXTS } from './texts.ts'

type Props = {
  found: OfficerCase
  language: Language
  /** Where the arrow leads, and its words. */
  back: { href: string; label: string }
}

export function CaseHeader({ found, language, back }: Props) {
  const t = speak(OFFICER_TEXTS, language)
  const asks = transactionOf(found.definition, found.answers)
  return (
    <>
      <p class="back">
        <a href={back.href}>
          <Icon name="arrow-left" />
          {back.label}
        </a>
      </p>
      <header class="case-head">
        <div>
          <p class="muted">
            {t('referenceLabel')} <b class="num">{found.reference}</b>
          </p>
          <h1>{found.holder}</h1>
          <p class="muted">
            {asks && <b class="job-asks">{asks.short[language]}</b>}
            <span lang="th">{found.summary}</span>
          </p>
        </div>
        <div class="case-state">
          <StatusTag status={found.status} language={language} />
          <div class="case-due">
            <DueLabel due={found} language={language} />
            {dueTone(found) !== 'ended' && found.dueOn && (
              <span class="num">{t('dueOn', { date: longDate(found.dueOn, language) })}</span>
            )}
          </div>
        </div>
      </header>
    </>
  )
}
