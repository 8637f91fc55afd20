import { z } from 'zod'

/**
 * The language of layouts, services/<id>/documents/<kind>.yaml: a document is a list of blocks. Texts may hold
 * `{{path}}` and `{{path|filter}}`; where a list is asked for, a text that is only a path stands for the list.
 * Lengths are points.
 */

const Points = z.number().min(0)
const Share = z.number().min(0).max(1)
const listOf = <T extends z.ZodType>(item: T) => z.union([z.array(item), z.string()])

/** Label and value, or two pairs on one line. */
const Pairs = z.union([
  z.tuple([z.string(), z.string()]),
  z.tuple([z.string(), z.string(), z.string(), z.string()]),
])
/** An optional row is left out where its value is empty. */
const FieldRow = z.union([Pairs, z.strictObject({ optional: Pairs })])
export type FieldRow = z.infer<typeof FieldRow>

const Fields = z.strictObject({
  rows: z.array(FieldRow).min(1),
  /** Width of the label columns. */
  label: Points.default(112),
  label2: Points.optional(),
  after: Points.default(3.5),
})
export type Fields = z.infer<typeof Fields>

const Clause = z.strictObject({
  no: z.string(),
  text: z.string(),
  fields: z.array(FieldRow).optional(),
  label: Points.default(112),
  items: listOf(z.string()).optional(),
  /** Before the number of an item: "4." makes 4.1, 4.2 … */
  itemPrefix: z.string().default(''),
  /** The words that stand here when the items do not fit and move to an annex. */
  annex: z.string().optional(),
  after: Points.default(0),
})
export type Clause = z.infer<typeof Clause>

const Letterhead = z.strictObject({
  style: z.enum(['centre', 'left']),
  /** Radius of the emblem. */
  r: z.number().min(16).max(40).optional(),
})
export type Letterhead = z.infer<typeof Letterhead>

const Title = z.strictObject({
  th: z.string(),
  en: z.string().optional(),
  size: z.enum(['display', 'title']).default('display'),
  align: z.enum(['centre', 'left']).default('centre'),
  after: Points.default(7),
})
export type Title = z.infer<typeof Title>

const Paragraph = z.strictObject({
  th: z.string(),
  size: z.enum(['body', 'small']).default('body'),
  align: z.enum(['left', 'centre', 'filled']).default('filled'),
  strong: z.boolean().default(false),
  after: Points.default(0),
})
export type Paragraph = z.infer<typeof Paragraph>

const Head = z.strictObject({ th: z.string(), en: z.string().optional() })
export type Head = z.infer<typeof Head>

const List = z.strictObject({ items: listOf(z.string()), after: Points.default(0) })
export type List = z.infer<typeof List>

const Column = z.strictObject({
  /** Header. */
  h: z.string(),
  /** Weight of its width. */
  w: z.number().positive(),
  align: z.enum(['left', 'centre', 'right']).default('left'),
})
const Table = z.strictObject({
  cols: z.array(Column).min(1),
  rows: listOf(listOf(z.string())),
  total: z.strictObject({ label: z.string(), words: z.string().optional(), value: z.string() }).optional(),
  /** Empty rows to be written on, and how high they are. */
  blank: z.number().int().min(0).default(0),
  blankHeight: Points.default(31.5),
  grid: z.boolean().default(false),
  size: z.enum(['body', 'small']).default('body'),
})
export type Table = z.infer<typeof Table>

const Sign = z.strictObject({
  name: z.string(),
  position: z.string(),
  /** "ปฏิบัติราชการแทน…"; left out where empty. */
  acting: z.string().default(''),
  capacity: z.string().default(''),
  /** Where its axis stands in the measure. */
  at: Share.default(0.7),
})
export type Sign = z.infer<typeof Sign>

const Issue = z.strictObject({
  /** Number, words, date: twice. */
  dates: z.array(z.tuple([z.string(), z.string(), z.string()])).length(2),
  sign: Sign,
})
export type Issue = z.infer<typeof Issue>

const Collector = z.strictObject({ name: z.string(), position: z.string(), role: z.string() })
export type Collector = z.infer<typeof Collector>

const Box = z.strictObject({
  head: z.string().optional(),
  lines: listOf(z.string()).default([]),
  items: listOf(z.string()).default([]),
  size: z.enum(['body', 'small']).default('body'),
  after: Points.default(7),
})
export type Box = z.infer<typeof Box>

const Corner = z.strictObject({ left: z.string(), right: z.string() })
export type Corner = z.infer<typeof Corner>

/** A word that the law wants stamped on a document, in red, with the day; nothing is drawn where it is empty. */
const Stamp = z.strictObject({ word: z.string(), date: z.string().default('') })
export type Stamp = z.infer<typeof Stamp>

const orText = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (typeof value === 'string' ? { th: value } : value), type)
/** A block without options may stand as `- seal:`. */
const orNothing = <T extends z.ZodType>(type: T) => z.preprocess((value) => value ?? {}, type)

/** Every block by its name. */
const BLOCKS = {
  corner: Corner,
  stamp: Stamp,
  letterhead: Letterhead,
  title: Title,
  clause: Clause,
  fields: Fields,
  p: orText(Paragraph),
  head: orText(Head),
  list: List,
  /** `flex` shares what is left of the front, so that signatures stand at its foot. */
  space: z.union([Points, z.literal('flex')]),
  rule: orNothing(z.strictObject({})),
  table: Table,
  issue: Issue,
  sign: Sign,
  /** The agency's electronic seal; takes no height, `collector` stands beside it. */
  seal: orNothing(z.strictObject({ at: Share.default(0.22) })),
  collector: Collector,
  box: Box,
  /** Begins the back page. */
  back: orNothing(z.strictObject({})),
} as const
export type BlockName = keyof typeof BLOCKS
export type BlockOptions = { [K in BlockName]: z.infer<(typeof BLOCKS)[K]> }
/** Exactly one name, with its options. */
export type Block = { [K in BlockName]: { name: K; options: BlockOptions[K] } }[BlockName]

const isBlockName = (name: string): name is BlockName => Object.hasOwn(BLOCKS, name)

const Block = z.record(z.string(), z.unknown()).transform((entry, context): Block => {
  const [name = '', ...others] = Object.keys(entry)
  if (!isBlockName(name) || others.length > 0) {
    const found = [name, ...others].join(', ')
    context.addIssue({
      code: 'custom',
      message: `a block is one of ${Object.keys(BLOCKS).join(', ')}, not ${found}`,
    })
    return z.NEVER
  }
  const parsed = BLOCKS[name].safeParse(entry[name])
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      context.addIssue({ code: 'custom', message: issue.message, path: [name, ...issue.path] })
    return z.NEVER
  }
  return { name, options: parsed.data } as Block
})

export const Template = z.strictObject({
  /** The PDF's title. */
  title: z.string(),
  /** Stands in the foot and in the running head. */
  short: z.string(),
  numerals: z.enum(['thai', 'arabic']).default('thai'),
  layout: z
    .strictObject({
      frame: z.literal('guilloche').optional(),
      margin: z.number().min(50).max(100).optional(),
    })
    .default({}),
  /** Words that never break inside. */
  glossary: z.array(z.string().min(2)).default([]),
  blocks: z.array(Block).min(1),
})
export type Template = z.infer<typeof Template>

/** Throws an Error that names every fault. */
export function parseTemplate(unknown: unknown): Template {
  const parsed = Template.safeParse(unknown)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `- ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The document layout is not right:\n${faults.join('\n')}`)
}

/** A list that was given in the data by its path. Throws where the data held something else. */
export function asList<T>(list: T[] | string): T[] {
  if (typeof list === 'string') throw new Error(`A layout needs a list where the data has “${list}”`)
  return list
}
