import type { Fonts, Weight } from '../fonts/sarabun.ts'
import { breakHeading } from './heading.ts'
import { breakParagraph, type Line } from './paragraph.ts'

/** Points. The baseline lies 0.3 of the leading above a line's foot. */
export type TextStyle = { weight: Weight; size: number; leading: number; colour: string }
type Sized = Pick<TextStyle, 'weight' | 'size'>

/** Cuts text into lines, for one document: the names that stand in it never break inside. */
export type Typesetter = {
  width(text: string, style: Sized): number
  paragraph(text: string, style: Sized, width: number): Line[]
  /** `share`: how much of the width one line may take before the heading is cut. */
  heading(text: string, style: Sized, width: number, share?: number): Line[]
}

export function createTypesetter(fonts: Fonts, names: readonly string[]): Typesetter {
  const width = (text: string, { weight, size }: Sized) => (fonts[weight].width(text) * size) / 1000
  return {
    width,
    paragraph: (text, style, room) => breakParagraph(text, names, room, (part) => width(part, style)),
    heading: (text, style, room, share) =>
      breakHeading(text, names, room, (part) => width(part, style), share),
  }
}
