/** A line icon; decorative always, the words stand beside it or in the button's label. */
export function Icon({ svg, size = '1.2em' }: { svg: string; size?: string }) {
  return (
    <span
      class="icon"
      aria-hidden="true"
      style={{ width: size, height: size }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawings come from the icon package, not from a message
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}
