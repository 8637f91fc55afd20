/** The frame of the applicant's pages: one column for a phone; LINE draws the header above it. */
import type { ComponentChildren } from 'preact'
import type { Definition, Language } from '../../service/definition.ts'
import { FORM_TEXTS } from '../texts/form.ts'
import { speak } from '../texts/speak.ts'

export type Agency = Definition['agency']

type Props = {
  language: Language
  agency: Agency
  children: ComponentChildren
  /** Buttons that stay at the bottom of the screen. */
  actions?: ComponentChildren
}

export function Shell({ language, agency, children, actions }: Props) {
  return (
    <div class={actions ? 'shell with-actions' : 'shell'}>
      <main class="wrap">{children}</main>
      <Footer language={language} agency={agency} />
      {actions && (
        <div class="actions">
          <div>{actions}</div>
        </div>
      )}
    </div>
  )
}

function Footer({ language, agency }: { language: Language; agency: Agency }) {
  const t = speak(FORM_TEXTS, language)
  const other = language === 'th' ? 'en' : 'th'
  return (
    <footer class="wrap footer">
      <p>
        {agency.name[language]} · {agency.unit[language]}
      </p>
      <p>
        <a href={`?lang=${other}`} lang={other}>
          {t('otherLanguage')}
        </a>
      </p>
    </footer>
  )
}
