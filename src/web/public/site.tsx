/** The frame of the public pages: agency above, where to turn below. It works without any script. */
import type { ComponentChildren } from 'preact'
import { hoursText } from '../../conversation/hours.ts'
import type { Definition, Language, Text } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Emblem } from '../ui/emblem.tsx'
import { Phrases } from '../ui/phrases.tsx'
import { th } from '../ui/th.tsx'
import { PUBLIC_TEXTS } from './texts.ts'

/** What every public page is given. `path` is its own address without the language. */
export type SiteProps = {
  language: Language
  agency: Definition['agency']
  /** What the service calls its document. */
  licence: Text
  path: string
}

type Section = '/' | '/service' | '/v' | '/privacy'
type Props = SiteProps & { at: Section; children: ComponentChildren }

export function Site({ children, ...props }: Props) {
  return (
    <>
      <Header {...props} />
      <main id="main" class="w">
        {children}
      </main>
      <Footer {...props} />
    </>
  )
}

function Header({ language, agency, licence, path, at }: Omit<Props, 'children'>) {
  const t = speak(PUBLIC_TEXTS, language, licence)
  const other = language === 'th' ? 'en' : 'th'
  const sections = [
    ['/service', t('service')],
    ['/v', t('verify')],
  ] as const
  return (
    <header class="gh">
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <div class="w in1">
        <a class="o" href={`/?lang=${language}`}>
          <Emblem size={46} />
          <span>
            <b>{agency.name[language]}</b>
            <small>{at === '/v' ? t('verifyTitle') : t('onlineService')}</small>
          </span>
        </a>
        <nav aria-label={t('menu')}>
          {sections.map(([href, label]) => (
            <a key={href} href={`${href}?lang=${language}`} aria-current={href === at ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <a
          class="en"
          href={`${path}?lang=${other}`}
          lang={other}
          hreflang={other}
          aria-label={t('languageName')}
        >
          {t('languageShort')}
        </a>
      </div>
    </header>
  )
}

function Footer({ language, agency, licence }: Omit<Props, 'children'>) {
  const t = speak(PUBLIC_TEXTS, language, licence)
  const links = [
    ['/service', t('service')],
    ['/v', t('verify')],
    ['/privacy', t('privacy')],
  ] as const
  return (
    <footer class="ft">
      <div class="w">
        <address>
          {th(agency.unit[language])} {agency.name[language]}
          <br />
          <Phrases text={agency.address[language]} />
          <br />
          <span class="nb">{t('phone', { phone: agency.phone })}</span>{' '}
          <span class="nb">{hoursText(agency, language)}</span>
        </address>
        <div>
          {links.map(([href, label]) => (
            <a key={href} href={`${href}?lang=${language}`}>
              {label}
            </a>
          ))}
        </div>
      </div>
    </footer>
  )
}
