/** Pieces shared by the pages of accounts. */
import type { ComponentChildren } from 'preact'
import { OFFICER_ROLES, type OfficerRole } from '../../officer/roles.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { ACCOUNT_TEXTS, REFUSAL_TEXTS, type Refusal, ROLE_TEXTS } from './account-texts.ts'

/** What came of the change before. */
export type Told = { done: boolean; problem?: Refusal }

export function ToldNotice({ language, done, problem }: Told & { language: Language }) {
  const t = speak(ACCOUNT_TEXTS, language)
  if (problem)
    return (
      <p class="alert bad" role="alert">
        <Icon name="circle-alert" />
        <span>
          <b>{t('problemTitle')}</b> {speak(REFUSAL_TEXTS, language)(problem)}
        </span>
      </p>
    )
  return done ? (
    <p class="alert ok" role="status">
      <Icon name="circle-check" />
      {t('done')}
    </p>
  ) : null
}

type ButtonProps = { action: string; children: ComponentChildren; tone?: 'sec' | 'danger'; label?: string }

/** A form of one button: every change is a post. */
export function PostButton({ action, children, tone = 'sec', label }: ButtonProps) {
  return (
    <form class="post-button" method="post" action={action}>
      <button class={`btn ${tone}`} type="submit" aria-label={label}>
        {children}
      </button>
    </form>
  )
}

export function RoleChoice({ language, chosen }: { language: Language; chosen: OfficerRole[] }) {
  const t = speak(ROLE_TEXTS, language)
  return (
    <fieldset class="checklist">
      <legend>{speak(ACCOUNT_TEXTS, language)('roles')}</legend>
      {OFFICER_ROLES.map((role) => (
        <label key={role} class="check">
          <input type="checkbox" name="role" value={role} checked={chosen.includes(role)} />
          <span>{t(role)}</span>
        </label>
      ))}
    </fieldset>
  )
}

type TextProps = { id: string; label: string; value?: string; hint?: string; numeric?: boolean }

export function TextInput({ id, label, value = '', hint, numeric }: TextProps) {
  return (
    <>
      <label class="lab" for={id}>
        {label}
        {hint && <small> {hint}</small>}
      </label>
      <input class={numeric ? 'in num' : 'in'} id={id} name={id} value={value} required autocomplete="off" />
    </>
  )
}
