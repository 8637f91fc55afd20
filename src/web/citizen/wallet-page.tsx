/** The licences one holds, each with the QR by which anyone can verify it. */
import type { CaseSummary, CaseView } from '../../actions/view-case.ts'
import { titleWords } from '../../service/compounds.ts'
import { daysBetween, shortDate } from '../../service/dates.ts'
import type { Language, Text } from '../../service/definition.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { Emblem } from '../ui/emblem.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Statement } from '../ui/notice.tsx'
import { type Agency, Shell } from '../ui/shell.tsx'
import { th } from '../ui/th.tsx'

/** `qr` is a drawing (SVG) of `verifyUrl`. */
export type WalletLicence = Pick<CaseView, 'id' | 'holder' | 'summary' | 'documents' | 'definition'> & {
  licence: NonNullable<CaseView['licence']>
  qr: string
  verifyUrl: string
  /** What may be asked for about it today. */
  asks: { type: string; short: Text }[]
}
export type WalletPageProps = {
  language: Language
  agency: Agency
  /** What the service calls its document. */
  licence: Text
  licences: WalletLicence[]
  waiting: CaseSummary[]
  today: string
}

export function WalletPage(props: WalletPageProps) {
  const { language, agency, licences, waiting } = props
  const t = speak(CITIZEN_TEXTS, language, props.licence)
  const allValid = licences.every(({ licence }) =>
    ['ok', 'warn'].includes(standing(licence, props.today).tone),
  )
  return (
    <Shell language={language} agency={agency}>
      {licences.length > 0 ? (
        <>
          <h1 class="sr">{t('walletTitle')}</h1>
          {licences.map((each) => (
            <LicenceCard key={each.id} found={each} today={props.today} language={language} />
          ))}
          <p class="hint centre">{th(t(allValid ? 'verifyHint' : 'verifyHintStopped'))}</p>
        </>
      ) : (
        <Statement icon="wallet" title={th(t('walletEmpty'))}>
          <p>{th(t('walletEmptyBody'))}</p>
          {waiting.length === 0 && (
            <a class="btn" href="/l/apply">
              <Icon name="file-pen" /> {t('startTitle')}
            </a>
          )}
        </Statement>
      )}
      {waiting.length > 0 && (
        <a class="card link-card" href="/l/cases">
          <span>
            <b>{t('waitingCases', { count: waiting.length })}</b>
            <small class="num">{waiting.map((each) => each.reference ?? t('draft')).join(', ')}</small>
          </span>
          <Icon name="chevron-right" />
        </a>
      )}
    </Shell>
  )
}

type Standing = {
  key: 'valid' | 'expiresSoon' | 'expired' | 'suspended' | 'revoked'
  tone: 'ok' | 'warn' | 'mute' | 'bad'
  icon: IconName
}

/** Time to renew begins two months ahead. */
function standing({ status, expiresOn }: WalletLicence['licence'], today: string): Standing {
  if (status === 'suspended') return { key: 'suspended', tone: 'bad', icon: 'circle-pause' }
  if (status === 'revoked') return { key: 'revoked', tone: 'bad', icon: 'ban' }
  const left = daysBetween(today, expiresOn)
  if (left < 0) return { key: 'expired', tone: 'mute', icon: 'circle-x' }
  if (left <= 60) return { key: 'expiresSoon', tone: 'warn', icon: 'clock' }
  return { key: 'valid', tone: 'ok', icon: 'badge-check' }
}

function LicenceCard({
  found,
  today,
  language,
}: {
  found: WalletLicence
  today: string
  language: Language
}) {
  const { definition, licence } = found
  const t = speak(CITIZEN_TEXTS, language, definition.licence.name)
  const { key, tone, icon } = standing(licence, today)
  const pdf = found.documents.find((document) => document.kind === 'licence')
  return (
    <article>
      <div class="licence">
        <header>
          <Emblem size={48} />
          <p>
            <b>{th(definition.agency.name[language])}</b>
            <span>{th(definition.agency.unit[language])}</span>
          </p>
          <span class={`tag ${tone}`}>
            <Icon name={icon} /> {t(key)}
          </span>
        </header>
        <div class="body">
          <h2>{th(definition.title[language], titleWords(definition))}</h2>
          <dl>
            <Fact label={t('holder')} value={found.holder} />
            <Fact label={t('number')} value={licence.number} />
            <Fact label={t('licenceFor')} value={found.summary} />
          </dl>
          <a class="qr" href={found.verifyUrl} aria-label={t('verifyQr')}>
            <span dangerouslySetInnerHTML={{ __html: found.qr }} />
          </a>
        </div>
        <footer>
          <p>
            <span>{t('issuedOn')}</span>
            <b class="num">{shortDate(licence.issuedOn, language)}</b>
          </p>
          <p>
            <span>{t('expiresOn')}</span>
            <b class="num">{shortDate(licence.expiresOn, language)}</b>
          </p>
          <p class="signed">
            <Icon name="shield-check" /> <span>{t('signed')}</span>
          </p>
        </footer>
      </div>
      <div class="pair">
        {pdf && (
          <a
            class="btn sec"
            href={`/documents/${pdf.id}/pdf`}
            data-document={pdf.id}
            target="_blank"
            rel="noopener"
          >
            <Icon name="file-text" /> {t('openPdf')}
          </a>
        )}
        <a class="btn sec" href={found.verifyUrl}>
          <Icon name="scan-line" /> {t('verify')}
        </a>
        {found.asks.map(({ type, short }) => (
          <form key={type} method="post" action={`/l/licences/${licence.id}/${type}`}>
            <button type="submit" class="btn sec">
              {th(short[language])}
            </button>
          </form>
        ))}
      </div>
    </article>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="num">{th(value)}</dd>
    </div>
  )
}
