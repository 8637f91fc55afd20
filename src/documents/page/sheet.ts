import { PAGE } from '../pdf/path.ts'
import type { Template } from '../template.ts'

/** Where things stand on a page. Points from its top. */
export type Sheet = {
  isFramed: boolean
  left: number
  width: number
  top: number
  /** Top of the verification strip, which only the first page has. */
  stripTop: number
  bottom: { first: number; later: number }
  /** Baseline of the page foot. */
  foot: number
}
export type PageKind = 'first' | 'next' | 'back'

/** Height of the running head on pages that continue the front. */
const RUNNING_HEAD = 31.5
/** Above the strip; more where the label of a test certificate stands there. */
const STRIP_GAP = { plain: 9, test: 17.5 }

const FRAMED = { margin: 68, top: 56, strip: 141, bottom: 66.5, foot: 49 }
const PLAIN = { margin: 62, top: 45.5, strip: 130, bottom: 52.5, foot: 31.5 }

export function sheetOf(layout: Template['layout'], isTest: boolean): Sheet {
  const isFramed = layout.frame !== undefined
  const { margin, top, strip, bottom, foot } = isFramed ? FRAMED : PLAIN
  const left = layout.margin ?? margin
  const stripTop = PAGE.height - strip
  return {
    isFramed,
    left,
    width: PAGE.width - 2 * left,
    top,
    stripTop,
    bottom: { first: stripTop - (isTest ? STRIP_GAP.test : STRIP_GAP.plain), later: PAGE.height - bottom },
    foot: PAGE.height - foot,
  }
}

export const bottomOf = (sheet: Sheet, kind: PageKind): number =>
  kind === 'first' ? sheet.bottom.first : sheet.bottom.later

export const topOf = (sheet: Sheet, kind: PageKind): number =>
  kind === 'next' ? sheet.top + RUNNING_HEAD : sheet.top
