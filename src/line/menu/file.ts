import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { graphemes } from '../../messages/limits.ts'
import type { Definition, Language } from '../../service/definition.ts'
import { fittingName, putLicenceName } from '../../service/licence-name.ts'

/**
 * A menu under the chat as a file describes it: rich-menu/<tab>.yaml. Each file is a tab; everything else, LINE's
 * object and the picture in both languages, is made from it. In its words {licence} and {licences} are what the service
 * calls its document. Limits: Messaging API reference, "Rich menu".
 */
const NAMED = /\{licences?\}/
const LABEL = 20
const counted = (max: number) =>
  z
    .string()
    .min(1)
    // Words with the document's name in them are measured when the name is known.
    .refine((text) => NAMED.test(text) || graphemes(text) <= max, `at most ${max} signs, as LINE counts them`)
const words = (max: number) => z.strictObject({ th: counted(max), en: counted(max) })

const PLACES = ['apply', 'requests', 'wallet', 'pay', 'worklist', 'guide', 'verifyForm', 'privacy'] as const
const CellFile = z
  .strictObject({
    /** A name of lucide's set. */
    icon: z.string().regex(/^[a-z0-9-]+$/),
    label: words(LABEL),
    /** A page of ours to open, … */
    open: z.enum(PLACES).optional(),
    /** … or what to ask the bot: the `a` of a postback. */
    ask: z
      .string()
      .regex(/^[a-z-]+$/)
      .optional(),
    /** Stands out, on light ground. */
    main: z.boolean().default(false),
    /** Takes two of the three columns. */
    wide: z.boolean().default(false),
  })
  .refine(({ open, ask }) => (open === undefined) !== (ask === undefined), 'either `open` or `ask`')
const MenuFile = z.strictObject({ tab: words(20), bar: words(14), cells: z.array(CellFile).min(1).max(6) })

export type MenuCell = z.infer<typeof CellFile>
/** `id` is the file's name. */
export type Menu = z.infer<typeof MenuFile> & { id: string }

type Licence = Pick<Definition['licence'], 'name' | 'short'>

/**
 * Reads each folder over the one before it: rich-menu/, then the service folder's own. Throws naming the file, also
 * where a label with the document's name, full or short, is longer than LINE allows.
 */
export function loadMenus(dirs: string[], licence: Licence): Menu[] {
  const files = dirs
    .filter((dir) => existsSync(dir))
    .flatMap((dir) => readdirSync(dir).map((file) => join(dir, file)))
    .filter((file) => file.endsWith('.yaml'))
  const byId = new Map(files.map((file) => [basename(file, '.yaml'), file]))
  // The first tab is the one everybody sees first.
  return [...byId]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([id, file]) => named(readMenu(id, file), file, licence))
}

const order = (id: string) => (id === FIRST_TAB ? 0 : 1)
export const FIRST_TAB = 'start'

function readMenu(id: string, file: string): Menu {
  const parsed = MenuFile.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is not a rich menu: ${z.prettifyError(parsed.error)}`)
  return { id, ...parsed.data }
}

function named(menu: Menu, file: string, licence: Licence): Menu {
  const say = (text: string, language: Language): string => {
    const said = fittingName(
      licence,
      (name) => putLicenceName(text, name, language),
      (label) => graphemes(label) <= LABEL,
    )
    if (said === undefined)
      throw new Error(`${file} is not a rich menu: “${text}” is over ${LABEL} signs: give licence.short`)
    return said
  }
  const cells = menu.cells.map((cell) => ({
    ...cell,
    label: { th: say(cell.label.th, 'th'), en: say(cell.label.en, 'en') },
  }))
  return { ...menu, cells }
}
