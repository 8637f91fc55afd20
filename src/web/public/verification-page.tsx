/** The answer to a QR code: one word, what it stands on, and what the register publishes. */
import type { LicenceVersion, Verification } from '../../actions/verify-licence.ts'
import { bangkokDay, daysBetween, longDate } from '../../service/dates.ts'
import type { Language, Text } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Phrases } from '../ui/phrases.tsx'
import { th } from '../ui/th.tsx'
import { Site, type SiteProps } from './site.tsx'
import { PUBLIC_TEXTS } from './texts.ts'
import { VerificationChecks } from './verification-checks.tsx'
import { VerifyForm } from './verify-form.tsx'

/** `found` is undefined when no document bears this code. */
export type VerificationPageProps = SiteProps & {
  code: string
  found?: Verification
  checkedAt: Date
  applyUrl: string
}

export type Verdict = Verification['status'] | 'not_found'

const LOOKS: Record<Verdict, { icon: IconName; tone: 'ok' | 'mute' | 'bad' }> = {
  valid: { icon: 'badge-check', tone: 'ok' },
  expired: { icon: 'calendar-clock', tone: 'mute' },
  suspended: { icon: 'circle-pause', tone: 'bad' },
  revoked: { icon: 'ban', tone: 'bad' },
  renewing: { icon: 'badge-check', tone: 'ok' },
  replaced: { icon: 'ban', tone: 'mute' },
  cancelled: { icon: 'ban', tone: 'mute' },
  not_found: { icon: 'triangle-alert', tone: 'bad' },
}

export function VerificationPage({ code, found, checkedAt, applyUrl, ...site }: VerificationPageProps) {
  const { language, agency, licence } = site
  return (
    <Site {...site} at="/v">
      <div class="vg">
        <div>
          <Result found={found} checkedAt={checkedAt} language={language} licence={licence} />
          <Note found={found} applyUrl={applyUrl} language={language} licence={licence} />
          <VerificationChecks
            found={found}
            code={code}
            checkedAt={checkedAt}
            agency={agency}
            language={language}
            licence={licence}
          />
        </div>
        <div>
          {found ? (
            <Published found={found} language={language} />
          ) : (
            <TryAgain code={code} language={language} />
          )}
          {found?.versions && <Versions versions={found.versions} language={language} />}
          {found && <FileProof found={found} language={language} />}
          <Report code={code} email={agency.email} language={language} />
        </div>
      </div>
    </Site>
  )
}

type Props = { found: Verification | undefined; checkedAt: Date; language: Language; licence: Text }

function Result({ found, checkedAt, language, licence }: Props) {
  const t = speak(PUBLIC_TEXTS, language)
  const verdict: Verdict = found?.status ?? 'not_found'
  const { icon, tone } = LOOKS[verdict]
  return (
    <section class={`res ${tone}`} role="status">
      <Icon name={icon} />
      <div>
        <h1>{t(verdict === 'valid' && found ? GENUINE[found.kind] : verdict)}</h1>
        <p>{verdictNote({ found, checkedAt, language, licence })}</p>
      </div>
    </section>
  )
}

const GENUINE = {
  licence: 'valid',
  receipt: 'receiptValid',
  acknowledgement: 'acknowledgementValid',
} as const

const NOTES = {
  suspended: 'suspendedNote',
  revoked: 'revokedNote',
  renewing: 'renewingNote',
  replaced: 'replacedNote',
  cancelled: 'cancelledNote',
} as const

function verdictNote({ found, checkedAt, language, licence }: Props): string {
  const t = speak(PUBLIC_TEXTS, language, licence)
  if (!found) return t('notFoundNote')
  if (found.status in NOTES) return t(NOTES[found.status as keyof typeof NOTES])
  if (!found.expiresOn) return t('receiptNote', { date: longDate(found.issuedOn, language) })
  if (found.status === 'expired') return t('expiredOn', { date: longDate(found.expiresOn, language) })
  const days = daysBetween(bangkokDay(checkedAt), found.expiresOn)
  if (days === 0) return t('validLastDay')
  return t(days === 1 ? 'validForOne' : 'validFor', { days })
}

type NoteProps = Omit<Props, 'checkedAt'> & { applyUrl: string }

function Note({ found, applyUrl, language, licence }: NoteProps) {
  const t = speak(PUBLIC_TEXTS, language, licence)
  if (!found)
    return (
      <section class="card note">
        <h2>{t('causes')}</h2>
        <p>{t('causesBody')}</p>
      </section>
    )
  if (found.status !== 'expired') return null
  return (
    <section class="card note">
      <h2>{t('owner')}</h2>
      <p>{th(t('ownerBody'))}</p>
      <a href={applyUrl}>{t('applyInLine')}</a>
    </section>
  )
}

function Published({ found, language }: { found: Verification; language: Language }) {
  const t = speak(PUBLIC_TEXTS, language)
  const ended = found.status === 'expired' ? 'endedOn' : 'expiresOn'
  const rows: [string, string][] = [
    [t('number'), found.number],
    [t(found.kind === 'receipt' ? 'payer' : 'holder'), found.holder],
    ...found.published.map((row): [string, string] => [row.label[language], row.value]),
    [t('issuedOn'), longDate(found.issuedOn, language)],
    ...(found.expiresOn ? [[t(ended), longDate(found.expiresOn, language)] as [string, string]] : []),
  ]
  return (
    <section class="card d">
      <h2>{th(found.title[language])}</h2>
      <p class="ty">{found.agency[language]}</p>
      <dl>
        {rows
          .filter(([, value]) => value !== '')
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd class="num">
                <Phrases text={value} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** What the register keeps of a licence that was issued more than once; the newest is in force. */
function Versions({ versions, language }: { versions: LicenceVersion[]; language: Language }) {
  const t = speak(PUBLIC_TEXTS, language)
  const renumbered = new Set(versions.map(({ number }) => number)).size > 1
  return (
    <section class="card d">
      <h2>{t('versions')}</h2>
      <p class="ty">{t('versionsNote')}</p>
      <dl>
        {versions.map(({ type, on, number, holder }) => (
          <div key={`${type}${on}${number}`}>
            <dt>{t(`version_${type}`)}</dt>
            <dd class="num">
              {longDate(on, language)}
              {renumbered && <p>{t('versionNumber', { number })}</p>}
              {holder && (
                <p>
                  <Phrases text={holder} />
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function TryAgain({ code, language }: { code: string; language: Language }) {
  const t = speak(PUBLIC_TEXTS, language)
  return (
    <section class="card tryf">
      <h2>{t('tryAgain')}</h2>
      <VerifyForm language={language} code={code} action={t('checkAgain')} />
    </section>
  )
}

/** For those who hold the file: whose signature it must bear, and what it must hash to. */
function FileProof({ found, language }: { found: Verification; language: Language }) {
  const t = speak(PUBLIC_TEXTS, language)
  return (
    <details class="card proof">
      <summary>
        <Icon name="file-check" />
        {t('file')}
      </summary>
      <p>{t('fileBody')}</p>
      <dl>
        <div>
          <dt>{t('signer')}</dt>
          <dd>{found.signer.commonName}</dd>
        </div>
        <div>
          <dt>{t('issuer')}</dt>
          <dd>{found.signer.issuer}</dd>
        </div>
        <div>
          <dt>{t('serial')}</dt>
          <dd class="code">{found.signer.serial}</dd>
        </div>
        <div>
          <dt>{t('hash')}</dt>
          <dd class="code">{found.sha256}</dd>
        </div>
      </dl>
    </details>
  )
}

function Report({ code, email, language }: { code: string; email: string; language: Language }) {
  const t = speak(PUBLIC_TEXTS, language)
  const subject = encodeURIComponent(t('suspiciousSubject', { code }))
  return (
    <p class="va">
      <a href={`mailto:${email}?subject=${subject}`}>{t('suspicious')}</a>
    </p>
  )
}
