/** Going on in another LINE account: what was found, what will happen, and how it stands. */
import type { RelinkView } from '../../actions/ask-relink.ts'
import type { Language } from '../../service/definition.ts'
import { RELINK_TEXTS } from '../texts/acting.ts'
import { speak } from '../texts/speak.ts'
import { Contact } from '../ui/contact.tsx'
import type { IconName } from '../ui/icon.tsx'
import { Notice, Statement } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

export type RelinkPageProps = {
  language: Language
  agency: Agency
  found: RelinkView
  problem?: 'story_needed' | 'not_possible' | 'under_way'
  typed?: string
}

const SHOWN = ['unproven', 'none', 'too_low', 'ready', 'asked', 'proposed', 'objected', 'done'] as const
type Shown = (typeof SHOWN)[number]
const ICONS: Record<Shown, { icon: IconName; tone: 'info' | 'ok' | 'warn' }> = {
  unproven: { icon: 'shield-check', tone: 'info' },
  none: { icon: 'search', tone: 'info' },
  too_low: { icon: 'triangle-alert', tone: 'warn' },
  ready: { icon: 'user-check', tone: 'ok' },
  asked: { icon: 'clock', tone: 'info' },
  proposed: { icon: 'clock', tone: 'info' },
  objected: { icon: 'ban', tone: 'warn' },
  done: { icon: 'badge-check', tone: 'ok' },
}

export function RelinkPage({ language, agency, found, problem, typed }: RelinkPageProps) {
  const t = speak(RELINK_TEXTS, language)
  const state = SHOWN.find((each) => each === found.state) ?? 'none'
  const { icon, tone } = ICONS[state]
  const numbers = { cases: found.cases, level: found.level ?? 0, needed: found.needed ?? 0 }
  return (
    <Shell language={language} agency={agency}>
      <Statement icon={icon} tone={tone} title={th(t(`${state}Title`))}>
        <p>{th(t(`${state}Body`, numbers))}</p>
      </Statement>
      {problem && problem !== 'story_needed' && <Notice tone="bad" title={th(t(problem))} live />}
      {found.reason && <Notice tone="info" title={th(t('lastReason', { reason: found.reason }))} />}
      {state === 'ready' && (
        <Ask language={language} found={found} wrong={problem === 'story_needed'} typed={typed} />
      )}
      {(state === 'unproven' || state === 'too_low') && (
        <div class="stack">
          <a class="btn" href="/l/identity/thaid">
            {t('prove')}
          </a>
          <a class="btn sec" href="/l/apply">
            {t('otherWay')}
          </a>
        </div>
      )}
      {(state === 'asked' || state === 'proposed') && (
        <form class="stack" method="post" action="/l/relink/withdraw">
          <input type="hidden" name="id" value={found.id} />
          <button class="btn sec" type="submit">
            {t('withdraw')}
          </button>
        </form>
      )}
      {state === 'done' && (
        <div class="stack">
          <a class="btn" href="/l/cases">
            {t('toCases')}
          </a>
        </div>
      )}
      <Contact language={language} agency={agency} />
    </Shell>
  )
}

type AskProps = { language: Language; found: RelinkView; wrong: boolean; typed?: string }

function Ask({ language, found, wrong, typed }: AskProps) {
  const t = speak(RELINK_TEXTS, language)
  return (
    <form method="post" action="/l/relink">
      <section class="card pad block">
        <h2>{t('stepsTitle')}</h2>
        <ol class="numbered">
          {(['step1', 'step2', 'step3'] as const).map((step) => (
            <li key={step}>{th(t(step))}</li>
          ))}
        </ol>
      </section>
      {found.twoDrafts && (
        <Notice tone="warn" title={t('twoDraftsTitle')}>
          {th(t('twoDrafts'))}
        </Notice>
      )}
      <div class="card pad acting">
        <label class="strong" for="story">
          {th(t('story'))}
        </label>
        <p class="hint" id="story-hint">
          {th(t('storyHint'))}
        </p>
        {wrong && (
          <p class="error" id="story-error" role="alert">
            {th(t('storyNeeded'))}
          </p>
        )}
        <textarea
          class="in"
          id="story"
          name="story"
          rows={3}
          maxLength={500}
          required
          aria-describedby={wrong ? 'story-error story-hint' : 'story-hint'}
          value={typed}
        />
      </div>
      <button class="btn wide apart" type="submit">
        {t('ask')}
      </button>
    </form>
  )
}
