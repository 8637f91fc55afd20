/** Pages for when something stands in the way: signing in, and failures of every kind. */
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { SYSTEM_TEXTS } from '../texts/system.ts'
import { Contact } from '../ui/contact.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Notice, Statement } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'

/** The LIFF endpoint: nothing to read, only a moment's wait. */
export function EntryPage({ language, liffUrl }: { language: Language; liffUrl: string }) {
  return (
    <main class="wrap">
      <Waiting title={speak(SYSTEM_TEXTS, language)('opening')} />
      <Failed language={language} href={liffUrl} />
    </main>
  )
}

export type SignInPageProps = {
  language: Language
  agency: Agency
  liffUrl: string
  /** Where to return to. */
  path: string
  /** What was typed and could not be taken: sent again once signed in. */
  repost?: { action: string; fields: [string, string][] }
}

export function SignInPage({ language, agency, liffUrl, path, repost }: SignInPageProps) {
  const t = speak(SYSTEM_TEXTS, language)
  return (
    <Shell language={language} agency={agency}>
      <Waiting title={t('signInTitle')} body={t('signInBody')} />
      <a id="return" href={path} hidden>
        {t('tryAgain')}
      </a>
      <Failed language={language} href={`${liffUrl}${path}`} />
      {repost && (
        <>
          <Notice tone="ok" icon="cloud-check" title={t('signInKept')}>
            {t('signInKeptBody')}
          </Notice>
          <form id="repost" method="post" action={repost.action}>
            {repost.fields.map(([name, value], index) => (
              <textarea key={index} name={name} hidden value={value}>
                {value}
              </textarea>
            ))}
          </form>
        </>
      )}
      <p class="hint centre nojs-only">{t('noScript')}</p>
    </Shell>
  )
}

function Waiting({ title, body }: { title: string; body?: string }) {
  return (
    <div id="signing-in" class="statement" role="status">
      <span class="spinner" />
      <h1>{title}</h1>
      {body && <p>{body}</p>}
    </div>
  )
}

function Failed({ language, href }: { language: Language; href: string }) {
  const t = speak(SYSTEM_TEXTS, language)
  return (
    <div id="sign-in-failed" hidden>
      <Statement icon="timer-reset" tone="warn" title={t('signInFailed')}>
        <p>{t('signInFailedBody')}</p>
        <a class="btn" href={href}>
          <Icon name="log-in" /> {t('openInLine')}
        </a>
      </Statement>
    </div>
  )
}

/** The kinds of failure a page tells of; their words are in texts/system.ts. */
export type FailureKind = 'forbidden' | 'not_found' | 'conflict' | 'invalid' | 'busy' | 'broken'

export type FailurePageProps = { language: Language; agency: Agency; kind: FailureKind; reference: string }

const LOOKS: Record<FailureKind, { icon: IconName; tone: 'info' | 'warn' | 'bad' }> = {
  forbidden: { icon: 'ban', tone: 'warn' },
  not_found: { icon: 'search', tone: 'info' },
  conflict: { icon: 'history', tone: 'warn' },
  invalid: { icon: 'circle-alert', tone: 'warn' },
  busy: { icon: 'clock', tone: 'warn' },
  broken: { icon: 'triangle-alert', tone: 'bad' },
}

export function FailurePage({ language, agency, kind, reference }: FailurePageProps) {
  const t = speak(SYSTEM_TEXTS, language)
  return (
    <Shell language={language} agency={agency}>
      <Statement {...LOOKS[kind]} title={t(`${kind}Title`)}>
        <p>{t(`${kind}Body`)}</p>
        <div class="stack">
          <a class="btn" href="/l">
            {t('toMyCases')}
          </a>
          <button class="btn sec" type="button" data-close hidden>
            {t('toChat')}
          </button>
        </div>
        {kind === 'broken' && (
          <p class="hint">{t('failureReference', { reference, unit: agency.unit[language] })}</p>
        )}
      </Statement>
      <Contact language={language} agency={agency} />
    </Shell>
  )
}
