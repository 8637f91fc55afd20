/** A line icon beside a word. It is never the only carrier of a meaning, so it is hidden from screen readers. */
export function Drawing({ svg }: { svg: string }) {
  return (
    <svg
      class="i"
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      dangerouslySetInnerHTML={{ __html: inside(svg) }}
    />
  )
}

/** What stands between `<svg …>` and `</svg>`; the build has cut it out already, a test run has not. */
function inside(svg: string): string {
  return /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1] ?? svg
}
