import type { ComponentChildren } from 'preact'

export type Fact = { label: ComponentChildren; value: ComponentChildren; id?: string }

/** Labels and values side by side. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact, index) => (
        <div key={fact.id ?? index}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
