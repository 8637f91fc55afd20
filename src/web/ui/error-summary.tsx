import { useEffect, useRef } from 'preact/hooks'
import { LiveIcon } from './live-icon.tsx'

export type SummaryItem = { href: string; text: string }
type Props = {
  title: string
  items: SummaryItem[] /** Changes with every attempt, so that focus comes back. */
  attempt?: number
}

/** Everything to mend, in one list, linked to the fields; it takes the focus when it appears. */
export function ErrorSummary({ title, items, attempt = 0 }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [attempt])
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={ref} aria-labelledby="summary-title">
      <h2 id="summary-title">
        <LiveIcon name="circle-alert" /> {title}
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
