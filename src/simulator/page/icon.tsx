/** A line icon out of the icon package (never out of a message); the words stand beside it or in the button's label. */
export function Icon({ svg, size = '1.2em' }: { svg: string; size?: string }) {
  return (
    <span
      class="icon"
      aria-hidden="true"
      style={{ width: size, height: size }}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}
