import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type Tone = 'ok' | 'warn' | 'bad' | 'info'
const ICONS: Record<Tone, IconName> = {
  ok: 'circle-check',
  warn: 'triangle-alert',
  bad: 'circle-alert',
  info: 'info',
}

type Props = {
  tone: Tone
  title: ComponentChildren
  icon?: IconName
  children?: ComponentChildren
  live?: boolean
}

/** A coloured note: icon, word and colour say the same. `live`: it appears while the page is open. */
export function Notice({ tone, title, icon, children, live }: Props) {
  return (
    <div class={`notice ${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icon ?? ICONS[tone]} />
      <div>
        <b>{title}</b>
        {children && <span>{children}</span>}
      </div>
    </div>
  )
}

/** A page that says one thing: empty, failed, done. */
export function Statement({
  icon,
  tone = 'info',
  title,
  children,
}: {
  icon: IconName
  tone?: Tone
  title: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <div class="statement">
      <span class={`badge ${tone}`}>
        <Icon name={icon} />
      </span>
      <h1>{title}</h1>
      {children}
    </div>
  )
}
