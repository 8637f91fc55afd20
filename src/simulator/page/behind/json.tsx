/** A value as indented JSON, in a box that scrolls. */
export function Json({ value, label }: { value: unknown; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="json" aria-label={label} tabIndex={0} data-testid="json">
      <pre>{JSON.stringify(value, null, 2) ?? ''}</pre>
    </section>
  )
}
