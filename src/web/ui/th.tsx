import type { ComponentChildren } from 'preact'
import { unbrokenParts } from '../../service/compounds.ts'

/**
 * Thai text for display, its compounds unbroken, and the service's own `names`. A nowrap span holds them together, so
 * that the text itself stays clean: what a person copies, searches for or hears is never changed.
 */
export function th(text: string, names?: string[]): ComponentChildren {
  return unbrokenParts(text, names).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} class="nb">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
