/** The frame of the officers' pages: a sidebar on the desk, nothing but the page itself on a phone inside LINE. */
import type { ComponentChildren } from 'preact'
import type { ActingOfficer } from '../../officer/officer.ts'
import { CASE_ROLES, hasRole, PROOF_ROLES, REVIEW_ROLES } from '../../officer/roles.ts'
import { ANSWER_ROLES } from '../../question/rules.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Emblem } from '../ui/emblem.tsx'
import { Icon } from '../ui/icon.tsx'
import { th } from '../ui/th.tsx'
import { ACCOUNT_TEXTS } from './account-texts.ts'
import { ACTING_TEXTS } from './relink-texts.ts'
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
  /** The service offers video calls. */
  meets?: boolean
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
  {
    href: '/o',
    at: /^\/o($|\?|\/cases)/,
    icon: 'inbox',
    words: 'inbox',
    count: 'waiting',
    roles: CASE_ROLES,
  },
  {
    href: '/o/questions',
    at: /^\/o\/(questions|chats)/,
    icon: 'messages-square',
    words: 'questions',
    count: 'asking',
    roles: ANSWER_ROLES,
  },
  {
    href: '/o/intake',
    at: /^\/o\/intake/,
    icon: 'file-plus',
    words: 'intake',
    count: 'calls',
    roles: REVIEW_ROLES,
  },
  {
    href: '/o/appointments',
    at: /^\/o\/appointments/,
    icon: 'calendar-clock',
    words: 'appointments',
    roles: PROOF_ROLES,
    only: 'meets',
  },
  {
    href: '/o/privacy',
    at: /^\/o\/privacy(?!\/access)/,
    icon: 'shield-check',
    words: 'privacy',
    roles: ['dpo'],
  },
  {
    href: '/o/privacy/access',
    at: /^\/o\/privacy\/access/,
    icon: 'history',
    words: 'looks',
    roles: ['auditor', 'dpo'],
  },
  {
    href: '/o/relinks',
    at: /^\/o\/relinks/,
    icon: 'refresh-cw',
    words: 'relinks',
    roles: [...PROOF_ROLES, 'admin'],
  },
  { href: '/o/officers', at: /^\/o\/officers/, icon: 'users', words: 'officers', roles: ['admin'] },
  {
    href: '/o/delegations',
    at: /^\/o\/delegations/,
    icon: 'user-check',
    words: 'delegationsMenu',
    roles: ['admin'],
  },
] as const

function Entries({ language, path, officer, meets, ...counts }: DeskProps) {
  const t = speak({ ...ACTING_TEXTS, ...ACCOUNT_TEXTS, ...OFFICER_TEXTS }, language)
  const shown = ENTRIES.filter((entry) => hasRole(officer, entry.roles) && (meets || !('only' in entry)))
  return shown.map((entry) => {
    const isHere = entry.at.test(path)
    const number = 'count' in entry ? (counts[entry.count] ?? 0) : 0
    return (
      <a
        key={entry.href}
        class={isHere ? 'on' : ''}
        href={entry.href}
        aria-current={isHere ? 'page' : undefined}
      >
        <Icon name={entry.icon} />
        {t(entry.words)}
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
  const { language, agency, officer, path } = props
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
        {t('verifyDocument')}
      </a>
      <a class="me" href="/o/sessions" aria-current={path.startsWith('/o/sessions') ? 'page' : undefined}>
        <Avatar name={officer.name} />
        <div>
          <b>{officer.name}</b>
          {officer.position}
          {officer.acting?.map(({ role, for: { kind, position } }) => (
            <span key={role} class="acting">
              {speak(ACCOUNT_TEXTS, language)(kind)} {position}
            </span>
          ))}
        </div>
      </a>
    </nav>
  )
}

function LanguageSwitch({ language, path }: { language: Language; path: string }) {
  const other = language === 'th' ? 'en' : 'th'
  const join = path.includes('?') ? '&' : '?'
  return (
    <p class="lang">
      <a class="own-account" href="/o/sessions">
        <Icon name="user" />
        {speak(ACCOUNT_TEXTS, language)('account')}
      </a>
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
