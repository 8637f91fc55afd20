/** A value as indented JSON, in a box that scrolls. */
export function Json({ value, label }: { value: unknown; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre class="json" role="region" aria-label={label} tabIndex={0} data-testid="json">
      {JSON.stringify(value, null, 2) ?? ''}
    </pre>
  )
}
