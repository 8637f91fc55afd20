/** The frame of the officers' pages: a sidebar on the desk, nothing but the page itself on a phone inside LINE. */
import type { ComponentChildren } from 'preact'
import type { ActingOfficer } from '../../review/officer.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Emblem } from '../ui/emblem.tsx'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { OFFICER_TEXTS } from './texts.ts'

/** What every officer's page is given. `path` is its own address, for the switch of language. */
export type DeskProps = {
  language: Language
  agency: Definition['agency']
  officer: ActingOfficer
  path: string
  /** Cases to do, shown beside the worklist. */
  waiting?: number
}

type Props = DeskProps & { children: ComponentChildren; narrow?: boolean }

export function Desk({ children, narrow, ...props }: Props) {
  const t = speak(OFFICER_TEXTS, props.language)
  return (
    <div class="desk">
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <Sidebar {...props} />
      <main id="main" class={narrow ? 'main narrow' : 'main'}>
        {children}
        <LanguageSwitch language={props.language} path={props.path} />
      </main>
    </div>
  )
}

function Sidebar({ language, agency, officer, waiting }: DeskProps) {
  const t = speak(OFFICER_TEXTS, language)
  return (
    <nav class="side" aria-label={t('menu')}>
      <div class="org">
        <Emblem size={40} />
        <div>
          <b>{agency.name[language]}</b>
          <span>{th(agency.unit[language])}</span>
        </div>
      </div>
      <a class="on" href="/o">
        <Icon name="inbox" />
        {t('inbox')}
        {waiting !== undefined && waiting > 0 && <em class="num">{waiting}</em>}
      </a>
      <a href="/service">
        <Icon name="book-open" />
        {t('citizenGuide')}
      </a>
      <a href="/v">
        <Icon name="shield-check" />
        {t('verifyLicence')}
      </a>
      <div class="me">
        <Avatar name={officer.name} />
        <div>
          <b>{officer.name}</b>
          {officer.position}
        </div>
      </div>
    </nav>
  )
}

function LanguageSwitch({ language, path }: { language: Language; path: string }) {
  const other = language === 'th' ? 'en' : 'th'
  const join = path.includes('?') ? '&' : '?'
  return (
    <p class="lang">
      <a href={`${path}${join}lang=${other}`} lang={other} hreflang={other}>
        <Icon name="languages" />
        {speak(OFFICER_TEXTS, language)('otherLanguage')}
      </a>
    </p>
  )
}

const TITLES = /^(นางสาว|นาย|นาง|ดร\.)/
const LEADING_VOWELS = /^[เแโใไ]/

/** The first letter of the name without its title; in Thai the consonant after a leading vowel. */
export function Avatar({ name }: { name: string }) {
  const bare = name.replace(TITLES, '').trim().replace(LEADING_VOWELS, '')
  return (
    <span class="av" aria-hidden="true">
      {bare.slice(0, 1)}
    </span>
  )
}
