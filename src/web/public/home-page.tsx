/** The front door for people who come by the web: what this is, how to begin, and how to check a document. */
import { titleWords } from '../../service/compounds.ts'
import type { Definition } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { Facts } from './guide-facts.tsx'
import { Site, type SiteProps } from './site.tsx'
import { PUBLIC_TEXTS } from './texts.ts'
import { VerifyForm } from './verify-form.tsx'

/** `applyUrl` and `trackUrl` open inside LINE; the QR code carries the first. */
export type HomePageProps = SiteProps & {
  definition: Definition
  applyUrl: string
  trackUrl: string
  /** The QR code as SVG. */
  qr: string
}

export function HomePage({ definition, applyUrl, trackUrl, qr, ...site }: HomePageProps) {
  const { language } = site
  const t = speak(PUBLIC_TEXTS, language, site.licence)
  const steps = [
    [t('step1'), t('step1Body')],
    [t('step2'), t('step2Body')],
    [t('step3'), t(definition.fees.items.length > 0 ? 'step3Body' : 'step3Free')],
  ] as const
  return (
    <Site {...site} at="/">
      <div class="top">
        <div>
          <h1>{th(definition.title[language], titleWords(definition))}</h1>
          <p class="lead">{th(t('homeLead'))}</p>
          <LineLinks applyUrl={applyUrl} trackUrl={trackUrl} language={language} />
        </div>
        <OpenInLine qr={qr} language={language} />
      </div>
      <Facts definition={definition} language={language} />
      <h2>{t('howItWorks')}</h2>
      <ol class="three">
        {steps.map(([title, body], index) => (
          <li key={title} class="card">
            <span class="no num" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h3>{title}</h3>
              <p>{th(body)}</p>
            </div>
          </li>
        ))}
      </ol>
      <div class="two">
        <section class="card tryf">
          <h2>{t('verifyTitle')}</h2>
          <p>{th(t('verifyLead'))}</p>
          <VerifyForm language={language} code="" action={t('check')} />
        </section>
        <a class="card guide-link" href={`/service?lang=${language}`}>
          <Icon name="book-open" />
          <span>
            <b>{t('readGuide')}</b>
            {t('readGuideHint')}
          </span>
          <Icon name="chevron-right" />
        </a>
      </div>
    </Site>
  )
}

type LinkProps = Pick<HomePageProps, 'applyUrl' | 'trackUrl' | 'language'>

export function LineLinks({ applyUrl, trackUrl, language }: LinkProps) {
  const t = speak(PUBLIC_TEXTS, language)
  return (
    <div class="cta">
      <a class="btn" href={applyUrl}>
        <Icon name="file-pen" />
        {t('applyInLine')}
      </a>
      <a class="btn sec" href={trackUrl}>
        <Icon name="search" />
        {t('trackInLine')}
      </a>
    </div>
  )
}

export function OpenInLine({ qr, language }: Pick<HomePageProps, 'qr' | 'language'>) {
  const t = speak(PUBLIC_TEXTS, language)
  return (
    <aside class="card lq" aria-label={t('qrLabel')}>
      <div class="qr" role="img" aria-label={t('qrLabel')} dangerouslySetInnerHTML={{ __html: qr }} />
      <p>
        <b>{t('scanToOpen')}</b>
        <br />
        {t('scanHint')}
      </p>
    </aside>
  )
}
