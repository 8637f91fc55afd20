/** What the agency does with personal data, and what the public can see. */
import { longDate } from '../../service/dates.ts'
import type { Definition } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { th } from '../ui/th.tsx'
import { Site, type SiteProps } from './site.tsx'
import { PUBLIC_TEXTS } from './texts.ts'

export type PrivacyPageProps = SiteProps & { definition: Definition }

export function PrivacyPage({ definition, ...site }: PrivacyPageProps) {
  const { language, agency } = site
  const t = speak(PUBLIC_TEXTS, language)
  const { version, text } = definition.privacyNotice
  return (
    <Site {...site} at="/privacy">
      <article class="prose">
        <h1>{t('privacyTitle')}</h1>
        <p class="muted">{t('privacyVersion', { date: versionText(version, language) })}</p>
        <p>{th(text[language])}</p>
        <h2>{t('shownInPublic')}</h2>
        <p>{th(t('shownInPublicBody'))}</p>
        <ul>
          {definition.licence.register.map((row) => (
            <li key={row.value}>{row.label[language]}</li>
          ))}
        </ul>
        <p>{t('notShown')}</p>
        <h2>{t('rights')}</h2>
        <p>{th(t('rightsBody'))}</p>
        <h2>{t('cookies')}</h2>
        <p>{t('cookiesBody')}</p>
        <h2>{t('contact')}</h2>
        <p>
          {th(agency.unit[language])} {agency.name[language]}
          <br />
          {agency.address[language]}
          <br />
          {t('phone', { phone: agency.phone })} · <a href={`mailto:${agency.email}`}>{agency.email}</a>
        </p>
      </article>
    </Site>
  )
}

/** Versions are dates by custom; an agency may name them otherwise. */
function versionText(version: string, language: SiteProps['language']): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(version) ? longDate(version, language) : version
}
