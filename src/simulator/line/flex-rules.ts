import { actionFindings } from './action-rules.ts'
import type { Detail } from './refuse.ts'
import { childOf, countFindings, isNode, listOf, mediaFindings, type Node } from './rules.ts'

/**
 * What LINE asks of a Flex message beyond the types of its fields: what may stand inside what, how sizes and colours
 * are written, and how big the whole may be.
 */
const KB = 1024
const MAX_BUBBLE_BYTES = 30 * KB
const MAX_CAROUSEL_BYTES = 50 * KB
const MAX_ANIMATED = 10
const BLOCKS = ['header', 'hero', 'body', 'footer']
const HERO_TYPES = ['box', 'image', 'video']
const SIZES_FOR_VIDEO = ['kilo', 'mega', 'giga']

const CHILDREN: { [layout: string]: string[] } = {
  horizontal: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  vertical: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  baseline: ['icon', 'text', 'filler'],
}

const STEP = 'none|xs|sm|md|lg|xl|xxl'
const PX = '\\d+(\\.\\d+)?px'
const PERCENT = '\\d+(\\.\\d+)?%'
const written = (...forms: string[]) => new RegExp(`^(${forms.join('|')})$`)
const GAP = written(STEP, PX)
const PADDING = written(STEP, PX, PERCENT)
const LENGTH = written(PX, PERCENT)
const COLOR = /^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$/

/** How the text fields that the schema leaves open are written. */
const FORMS: { [field: string]: RegExp } = {
  margin: GAP,
  spacing: GAP,
  lineSpacing: written(PX),
  paddingAll: PADDING,
  paddingTop: PADDING,
  paddingBottom: PADDING,
  paddingStart: PADDING,
  paddingEnd: PADDING,
  offsetTop: PADDING,
  offsetBottom: PADDING,
  offsetStart: PADDING,
  offsetEnd: PADDING,
  width: LENGTH,
  height: LENGTH,
  maxWidth: LENGTH,
  maxHeight: LENGTH,
  cornerRadius: GAP,
  borderWidth: written('none', 'light', 'normal', 'medium', 'semi-bold', 'bold', PX),
  color: COLOR,
  backgroundColor: COLOR,
  borderColor: COLOR,
  separatorColor: COLOR,
  startColor: COLOR,
  centerColor: COLOR,
  endColor: COLOR,
  angle: /^\d+(\.\d+)?deg$/,
  aspectRatio: /^\d+(\.\d+)?:\d+(\.\d+)?$/,
}

const STEPS_OF_SIZE = 'xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl'
/** `size` means another thing in each component, and `height` of a button is a word. */
const OWN_FORMS: { [type: string]: { [field: string]: RegExp } } = {
  text: { size: written(STEPS_OF_SIZE, PX) },
  span: { size: written(STEPS_OF_SIZE, PX) },
  icon: { size: written(STEPS_OF_SIZE, PX) },
  image: { size: written(STEPS_OF_SIZE, 'full', PX, PERCENT) },
  button: { height: written('sm', 'md') },
}

export function flexFindings(contents: Node, path: string, botBaseUrl: string): Detail[] {
  return [
    ...(contents.type === 'carousel' ? carouselFindings(contents, path) : bubbleFindings(contents, path)),
    ...partFindings(contents, path, botBaseUrl),
    ...sizeFindings(contents, path),
  ]
}

function carouselFindings(carousel: Node, path: string): Detail[] {
  const bubbles = listOf(carousel, 'contents', path)
  const sizes = new Set(bubbles.map(([bubble]) => bubble.size ?? 'mega'))
  const findings = countFindings(carousel, 'contents', [1, 12], path)
  if (sizes.size > 1) findings.push({ property: `${path}.contents`, message: 'bubbles differ in size' })
  for (const [bubble, at] of bubbles) {
    if (isNode(bubble.hero) && bubble.hero.type === 'video')
      findings.push({ property: `${at}.hero`, message: 'a video cannot stand in a carousel' })
    findings.push(...bubbleFindings(bubble, at))
  }
  return findings
}

function bubbleFindings(bubble: Node, path: string): Detail[] {
  const findings: Detail[] = []
  if (BLOCKS.every((block) => bubble[block] === undefined))
    findings.push({ property: path, message: 'At least one block must be specified' })
  for (const [hero, at] of childOf(bubble, 'hero', path)) {
    if (!HERO_TYPES.includes(String(hero.type)))
      findings.push({
        property: `${at}.type`,
        message: `Must be one of the following values: [${HERO_TYPES}]`,
      })
    if (hero.type === 'video' && !SIZES_FOR_VIDEO.includes(String(bubble.size ?? 'mega')))
      findings.push({ property: `${at}.type`, message: 'a video needs a bubble of kilo, mega or giga' })
  }
  return findings
}

/** LINE names kilobytes; that they are of UTF-8 and 1024 is assumed. */
function sizeFindings(contents: Node, path: string): Detail[] {
  const isCarousel = contents.type === 'carousel'
  const bubbles = isCarousel ? listOf(contents, 'contents', path) : ([[contents, path]] as [Node, string][])
  const tooBig = bubbles.filter(([bubble]) => bytesOf(bubble) > MAX_BUBBLE_BYTES)
  const findings = tooBig.map(([, at]) => ({ property: at, message: 'a bubble is limited to 30 KB' }))
  if (isCarousel && bytesOf(contents) > MAX_CAROUSEL_BYTES)
    findings.push({ property: path, message: 'a carousel is limited to 50 KB' })
  const animated = JSON.stringify(contents).split('"animated":true').length - 1
  if (animated > MAX_ANIMATED) findings.push({ property: path, message: 'at most 10 images are animated' })
  return findings
}

const bytesOf = (node: Node) => Buffer.byteLength(JSON.stringify(node))

/** Judges this part by its own rules and then every part inside it. */
function partFindings(part: Node, path: string, botBaseUrl: string): Detail[] {
  const own = RULES[String(part.type)]?.(part, path) ?? []
  const place = part.type === 'button' ? 'flexButton' : 'flex'
  const actions = childOf(part, 'action', path).flatMap(([action, at]) => actionFindings(action, place, at))
  const inside = Object.keys(part)
    .filter((field) => field !== 'action')
    .flatMap((field) => [...childOf(part, field, path), ...listOf(part, field, path)])
    .flatMap(([child, at]) => partFindings(child, at, botBaseUrl))
  return [
    ...own,
    ...formFindings(part, path),
    ...mediaFindings(part, ['url', 'previewUrl'], path, botBaseUrl),
    ...actions,
    ...inside,
  ]
}

function formFindings(part: Node, path: string): Detail[] {
  const forms = { ...FORMS, ...OWN_FORMS[String(part.type)] }
  return Object.entries(part)
    .filter(([field, value]) => typeof value === 'string' && forms[field] && !forms[field].test(value))
    .map(([field, value]) => ({ property: `${path}.${field}`, message: `invalid property: ${value}` }))
}

const RULES: { [type: string]: (part: Node, path: string) => Detail[] } = {
  box: boxFindings,
  text: textFindings,
  span: ({ text }, path) => (text === '' ? [{ property: `${path}.text`, message: 'May not be empty' }] : []),
  image: (image, path) => ratioFindings(image, path),
}

function boxFindings(box: Node, path: string): Detail[] {
  const allowed = CHILDREN[String(box.layout)] ?? []
  return listOf(box, 'contents', path).flatMap(([child, at]) => {
    const type = String(child.type)
    if (!allowed.includes(type))
      return [{ property: `${at}.type`, message: `a ${type} cannot stand in a ${box.layout} box` }]
    const misplaced = box.layout === 'baseline' ? ['gravity', 'offsetBottom'] : []
    return misplaced
      .filter((field) => child[field] !== undefined)
      .map((field) => ({ property: `${at}.${field}`, message: 'cannot stand in a baseline box' }))
  })
}

function textFindings(text: Node, path: string): Detail[] {
  const spans = listOf(text, 'contents', path)
  if (spans.length === 0 && !text.text) return [{ property: `${path}.text`, message: 'May not be empty' }]
  return spans
    .filter(([span]) => span.type !== 'span')
    .map(([span, at]) => ({ property: `${at}.type`, message: `a ${span.type} cannot stand in a text` }))
}

/** An image may be up to three times as high as it is wide. */
function ratioFindings({ aspectRatio }: Node, path: string): Detail[] {
  const [width = 1, height = 1] = String(aspectRatio ?? '1:1')
    .split(':')
    .map(Number)
  return height > width * 3 ? [{ property: `${path}.aspectRatio`, message: 'is higher than 1:3' }] : []
}
