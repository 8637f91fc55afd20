import { ICONS, type IconName } from './icons.ts'

export type { IconName }

/** A line icon beside a word. It is never the only carrier of a meaning, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="i"
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: fixed drawings of our own table, never input
      dangerouslySetInnerHTML={{ __html: inside(ICONS[name]) }}
    />
  )
}

/** What stands between `<svg …>` and `</svg>`; the build has cut it out already, a test run has not. */
function inside(svg: string): string {
  return /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1] ?? svg
}
