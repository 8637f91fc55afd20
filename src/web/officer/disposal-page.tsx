/** What is to be disposed of and waits for a word, what is kept nevertheless, and what went. */
import type { DisposalView } from '../../actions/approve-disposal.ts'
import { HOLD_REASONS } from '../../privacy/disposal.ts'
import { bangkokDay, longDate, shortDate } from '../../service/dates.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { PrivacyHead } from './data-requests-page.tsx'
import { Desk, type DeskProps } from './desk.tsx'
import { DISPOSAL_TEXTS } from './disposal-texts.ts'
import { Problems } from './form-parts.tsx'
import type { FormProblem } from './forms.ts'

export const DISPOSAL_DONE = ['approved', 'kept', 'let_go'] as const
export type DisposalPageProps = DeskProps & {
  view: DisposalView
  typed: { chosen: string[]; because: string; until: string }
  problems: FormProblem[]
  done?: { what: (typeof DISPOSAL_DONE)[number]; count: number }
}

type Part = Pick<DisposalPageProps, 'view' | 'typed' | 'problems'> & { language: Language }

export function DisposalPage({ view, typed, problems, done, ...desk }: DisposalPageProps) {
  const { language } = desk
  const t = speak(DISPOSAL_TEXTS, language)
  const part = { view, typed, problems, language }
  return (
    <Desk {...desk} entry>
      <PrivacyHead tab="disposal" mayAnswer language={language} />
      {done && (
        <p class="flash" role="status">
          <Icon name="circle-check" />
          {t(`done_${done.what}`, { count: done.count })}
        </p>
      )}
      <Problems problems={problems} language={language} />
      <section class="card sheet" aria-labelledby="due-title">
        {view.due.length === 0 ? (
          <div class="empty">
            <Icon name="circle-check" />
            <h2 id="due-title">{t('none')}</h2>
            <p class="muted">{t('noneHint')}</p>
          </div>
        ) : (
          <DueForm {...part} />
        )}
      </section>
      {view.kept.length > 0 && <KeptList view={view} language={language} />}
      <RecordList view={view} language={language} />
    </Desk>
  )
}

function DueForm({ view, typed, problems, language }: Part) {
  const t = speak(DISPOSAL_TEXTS, language)
  return (
    <form method="post" action="/o/privacy/disposal/approve" class="disposal">
      <h2 id="due-title">{t('due')}</h2>
      <p class="hint">{t('dueHint')}</p>
      <fieldset class="checklist" id="items">
        <legend>{t('items')}</legend>
        {view.due.map((item) => (
          <DueRow key={item.key} item={item} chosen={typed.chosen.includes(item.key)} language={language} />
        ))}
      </fieldset>
      {view.more > 0 && <p class="muted num">{t('more', { count: view.more })}</p>}
      <button class="btn danger" type="submit">
        {t('approve')}
      </button>
      <Keep typed={typed} problems={problems} language={language} />
    </form>
  )
}

type RowProps = { item: DisposalView['due'][number]; chosen: boolean; language: Language }

function DueRow({ item, chosen, language }: RowProps) {
  const t = speak(DISPOSAL_TEXTS, language)
  const end = item.detail ? t(item.detail) : ''
  return (
    <label class="check">
      <input
        type="checkbox"
        name="item"
        value={item.key}
        checked={chosen}
        disabled={item.approval === 'given'}
      />
      <span>
        <b class="num">{t(item.kind, { no: item.reference, end })}</b>
        <span class="muted num">
          {item.approval === 'given' ? t('given') : t('since', { day: longDate(item.since, language) })}
        </span>
        <span class="muted">{item.law[language]}</span>
      </span>
    </label>
  )
}

function Keep({ typed, problems, language }: Omit<Part, 'view'>) {
  const t = speak(DISPOSAL_TEXTS, language)
  const wrong = (href: string) => problems.some((each) => each.href === href)
  return (
    <details open={wrong('#because') || wrong('#until')}>
      <summary>{t('keepTitle')}</summary>
      <p class="hint">{t('keepHint')}</p>
      <label class="lab" for="because">
        {t('because')}
      </label>
      <select class="in" id="because" name="because" aria-invalid={wrong('#because')}>
        <option value="" />
        {HOLD_REASONS.map((each) => (
          <option key={each} value={each} selected={typed.because === each}>
            {t(each)}
          </option>
        ))}
      </select>
      <label class="lab" for="until">
        {t('until')}
      </label>
      <p class="hint" id="until-hint">
        {t('untilHint')}
      </p>
      <input
        class="in num"
        id="until"
        name="until"
        inputMode="numeric"
        autoComplete="off"
        aria-describedby="until-hint"
        aria-invalid={wrong('#until')}
        value={typed.until}
      />
      <button class="btn sec" type="submit" formAction="/o/privacy/disposal/keep">
        {t('keep')}
      </button>
    </details>
  )
}

type ViewProps = { view: DisposalView; language: Language }

function KeptList({ view, language }: ViewProps) {
  const t = speak(DISPOSAL_TEXTS, language)
  return (
    <section class="card sheet" aria-labelledby="kept-title">
      <h2 id="kept-title">{t('kept')}</h2>
      <ul class="disposals">
        {view.kept.map(({ applicationId, reference, because, until }) => (
          <li key={applicationId}>
            <b class="num">{reference}</b>
            <span>
              {t(because)}
              {until && <span class="num"> {t('keptUntil', { day: longDate(until, language) })}</span>}
            </span>
            <form method="post" action="/o/privacy/disposal/let-go">
              <input type="hidden" name="id" value={applicationId} />
              <button class="btn sec sm" type="submit">
                {t('letGo')}
                <span class="sr"> {reference}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RecordList({ view, language }: ViewProps) {
  const t = speak(DISPOSAL_TEXTS, language)
  return (
    <section class="card sheet" aria-labelledby="record-title">
      <h2 id="record-title">{t('record')}</h2>
      {view.record.length === 0 && <p class="muted">{t('recordNone')}</p>}
      <ul class="disposals">
        {view.record.map((row) => (
          <li key={row.id}>
            <b class="num">{recordName(row, language)}</b>
            <span>
              <span class="muted">{row.approver ? t('by', { name: row.approver }) : t('byRule')}</span>
              <span class="muted" lang="th">
                {row.law}
              </span>
            </span>
            <span class="muted num">{shortDate(bangkokDay(row.at), language)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A rule's own word says how the case ended, or which document it was: `case.refused`. */
function recordName(
  { kind, rule, reference, count }: DisposalView['record'][number],
  language: Language,
): string {
  const t = speak(DISPOSAL_TEXTS, language)
  if (kind === 'case' || kind === 'document') {
    const detail = rule.split('.')[1] ?? ''
    const end = detail in DISPOSAL_TEXTS ? t(detail as keyof typeof DISPOSAL_TEXTS) : ''
    return t(kind, { no: reference, end })
  }
  if (kind === 'fields') return t('fields', { no: reference, end: t('count', { count }) })
  return kind === 'person' || kind === 'pictures' ? t(kind) : `${t(kind)} · ${t('count', { count })}`
}
