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
  /** Citizens who wait for an answer, in the chat or for a question's. */
  asking?: number
  /** Applicants who have to be called. */
  calls?: number
}

/** `entry`: a page to start from, which on a phone shows the way to the others. */
type Props = DeskProps & { children: ComponentChildren; narrow?: boolean; entry?: boolean }

export function Desk({ children, narrow, entry, ...props }: Props) {
  const t = speak(OFFICER_TEXTS, props.language)
  return (
    <div class="desk">
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <Sidebar {...props} />
      <main id="main" class={narrow ? 'main narrow' : 'main'}>
        {entry && <PhoneNav {...props} />}
        {children}
        <LanguageSwitch language={props.language} path={props.path} />
      </main>
    </div>
  )
}

/** The officers' own pages: where the address begins with `at`, one is there. */
const ENTRIES = [
  { href: '/o', at: /^\/o($|\?|\/cases)/, icon: 'inbox', words: 'inbox', count: 'waiting' },
  {
    href: '/o/questions',
    at: /^\/o\/(questions|chats)/,
    icon: 'messages-square',
    words: 'questions',
    count: 'asking',
  },
  { href: '/o/intake', at: /^\/o\/intake/, icon: 'file-plus', words: 'intake', count: 'calls' },
] as const

function Entries({ language, path, ...counts }: DeskProps) {
  const t = speak(OFFICER_TEXTS, language)
  return ENTRIES.map(({ href, at, icon, words, count }) => {
    const isHere = at.test(path)
    const number = counts[count] ?? 0
    return (
      <a key={href} class={isHere ? 'on' : ''} href={href} aria-current={isHere ? 'page' : undefined}>
        <Icon name={icon} />
        {t(words)}
        {number > 0 && <em class="num">{number}</em>}
      </a>
    )
  })
}

function PhoneNav(props: DeskProps) {
  return (
    <nav class="phone-nav" aria-label={speak(OFFICER_TEXTS, props.language)('menu')}>
      <Entries {...props} />
    </nav>
  )
}

function Sidebar(props: DeskProps) {
  const { language, agency, officer } = props
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
      <Entries {...props} />
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
