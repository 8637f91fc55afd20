/** What the agency does with personal data, and what the public can see. */
import { longDate } from '../../service/dates.ts'
import type { Definition } from '../../service/definition.ts'
import { BASIS_TEXTS, contactOf, keptWords, purposesOf } from '../../service/privacy.ts'
import { speak } from '../texts/speak.ts'
import { th } from '../ui/th.tsx'
import { PRIVACY_PAGE_TEXTS } from './privacy-texts.ts'
import { Site, type SiteProps } from './site.tsx'
import { PUBLIC_TEXTS } from './texts.ts'

export type PrivacyPageProps = SiteProps & { definition: Definition }

export function PrivacyPage({ definition, ...site }: PrivacyPageProps) {
  const { language, agency } = site
  const t = speak({ ...PUBLIC_TEXTS, ...PRIVACY_PAGE_TEXTS }, language, site.licence)
  const { version, text } = definition.privacyNotice
  return (
    <Site {...site} at="/privacy">
      <article class="prose">
        <h1>{t('privacyTitle')}</h1>
        <p class="muted">{t('privacyVersion', { date: versionText(version, language) })}</p>
        <p>{th(text[language])}</p>
        <Purposes definition={definition} language={language} />
        <h2>{t('shownInPublic')}</h2>
        <p>{th(t('shownInPublicBody'))}</p>
        <ul>
          {definition.licence.register.map((row) => (
            <li key={row.value}>{row.label[language]}</li>
          ))}
        </ul>
        <p>{t('notShown')}</p>
        <h2>{t('kept')}</h2>
        <p>{th(keptWords(definition)[language])}</p>
        <h2>{t('rights')}</h2>
        <p>{th(t('rightsBody'))}</p>
        <p>
          {th(t('rightsHow'))} <a href="/l/my-data">{t('rightsOpen')}</a>
        </p>
        <p>{th(t('rightsComplain'))}</p>
        <h2>{t('cookies')}</h2>
        <p>{t('cookiesBody')}</p>
        <DataOfficer definition={definition} language={language} />
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

type SaidProps = { definition: Definition; language: SiteProps['language'] }

function Purposes({ definition, language }: SaidProps) {
  const t = speak(PRIVACY_PAGE_TEXTS, language)
  return (
    <>
      <h2>{t('purposes')}</h2>
      {purposesOf(definition).map(({ id, title, basis, law, text, version }) => (
        <section key={id} class="purpose">
          <h3>{th(title[language])}</h3>
          <p>{th(text[language])}</p>
          <p class="muted">
            {t('basis')}: {th(BASIS_TEXTS[basis][language])}
            {law && (
              <>
                <br />
                {t('law')}: {th(law[language])}
              </>
            )}
            <br />
            {t('version', { version: versionText(version, language) })}
            {basis === 'consent' && ` · ${t('freely')}`}
          </p>
        </section>
      ))}
    </>
  )
}

function DataOfficer({ definition, language }: SaidProps) {
  const { name, phone, email } = contactOf(definition)
  return (
    <>
      <h2>{speak(PRIVACY_PAGE_TEXTS, language)('officer')}</h2>
      <p>
        {th(name[language])}
        <br />
        {phone} · <a href={`mailto:${email}`}>{email}</a>
      </p>
    </>
  )
}

/** Versions are dates by custom; an agency may name them otherwise. */
function versionText(version: string, language: SiteProps['language']): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(version) ? longDate(version, language) : version
}
