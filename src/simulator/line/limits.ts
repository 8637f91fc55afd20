import { actionFindings, type Place } from './action-rules.ts'
import { flexFindings } from './flex-rules.ts'
import type { Detail } from './refuse.ts'
import {
  childOf,
  countFindings,
  isNode,
  type Limit,
  lengthFindings,
  listOf,
  mediaFindings,
  type Node,
} from './rules.ts'

/** The limits that LINE's reference states and no schema knows, for messages and rich menus. */
const ALT_TEXT: Limit = { field: 'altText', min: 1, max: 1500 }
const LOCATION_TEXT = { min: 1, max: 100 }

const LIMITS: { [type: string]: Limit[] } = {
  text: [{ field: 'text', min: 1, max: 5000 }],
  textV2: [{ field: 'text', min: 1, max: 5000 }],
  flex: [ALT_TEXT],
  template: [ALT_TEXT],
  imagemap: [ALT_TEXT],
  location: [
    { field: 'title', ...LOCATION_TEXT },
    { field: 'address', ...LOCATION_TEXT },
  ],
}

const COUNTS: { [type: string]: { [field: string]: [number, number] } } = {
  text: { emojis: [1, 20] },
  imagemap: { actions: [1, 50] },
}

const MEDIA = ['originalContentUrl', 'previewImageUrl', 'baseUrl']

export function messageFindings(messages: unknown, botBaseUrl: string): Detail[] {
  return listOf({ messages }, 'messages', '').flatMap(([message, at]) =>
    oneMessage(message, at.slice(1), botBaseUrl),
  )
}

function oneMessage(message: Node, path: string, botBaseUrl: string): Detail[] {
  const type = String(message.type)
  const contents = type === 'flex' ? childOf(message, 'contents', path) : []
  const template = type === 'template' ? childOf(message, 'template', path) : []
  return [
    ...lengthFindings(message, LIMITS[type] ?? [], path),
    ...Object.entries(COUNTS[type] ?? {}).flatMap(([field, range]) =>
      countFindings(message, field, range, path),
    ),
    ...mediaFindings(message, MEDIA, path, botBaseUrl),
    ...childOf(message, 'quickReply', path).flatMap((reply) => quickReplyFindings(...reply, botBaseUrl)),
    ...childOf(message, 'sender', path).flatMap((sender) => senderFindings(...sender, botBaseUrl)),
    ...contents.flatMap(([flex, at]) => flexFindings(flex, at, botBaseUrl)),
    ...template.flatMap(([given, at]) => templateFindings(given, at)),
  ]
}

function quickReplyFindings(quickReply: Node, path: string, botBaseUrl: string): Detail[] {
  return [
    ...countFindings(quickReply, 'items', [1, 13], path),
    ...listOf(quickReply, 'items', path).flatMap(([item, at]) => [
      ...mediaFindings(item, ['imageUrl'], at, botBaseUrl),
      ...ownActions(item, at, 'quickReply'),
    ]),
  ]
}

function senderFindings(sender: Node, path: string, botBaseUrl: string): Detail[] {
  const findings = mediaFindings(sender, ['iconUrl'], path, botBaseUrl)
  if (/line/i.test(String(sender.name ?? '')))
    findings.push({ property: `${path}.name`, message: 'must not contain LINE' })
  return findings
}

type TemplateRule = {
  text?: number
  /** A title or picture leaves less room for the text. */
  textBesideTitle?: number
  actions: [number, number]
  place: Place
}

const TEMPLATES: { [type: string]: TemplateRule } = {
  buttons: { text: 160, textBesideTitle: 60, actions: [1, 4], place: 'template' },
  confirm: { text: 240, actions: [2, 2], place: 'template' },
  carousel: { text: 120, textBesideTitle: 60, actions: [1, 3], place: 'template' },
  image_carousel: { actions: [1, 1], place: 'imageCarousel' },
}

function templateFindings(template: Node, path: string): Detail[] {
  const rule = TEMPLATES[String(template.type)]
  if (!rule) return []
  const columns = listOf(template, 'columns', path)
  const panels = columns.length > 0 ? columns : ([[template, path]] as [Node, string][])
  return [
    ...countFindings(template, 'columns', [1, 10], path),
    ...panels.flatMap(([panel, at]) => panelFindings(panel, rule, at)),
  ]
}

function panelFindings(panel: Node, rule: TemplateRule, path: string): Detail[] {
  const hasTitle = panel.title !== undefined || panel.thumbnailImageUrl !== undefined
  const max = hasTitle ? (rule.textBesideTitle ?? rule.text ?? 0) : (rule.text ?? 0)
  return [
    ...lengthFindings(
      panel,
      [
        { field: 'text', min: 1, max, counting: 'grapheme' },
        { field: 'title', min: 1, max: 40, counting: 'grapheme' },
      ],
      path,
    ),
    ...countFindings(panel, 'actions', rule.actions, path),
    ...listOf(panel, 'actions', path).flatMap(([action, at]) => actionFindings(action, rule.place, at)),
    ...ownActions(panel, path, rule.place),
  ]
}

function ownActions(node: Node, path: string, place: Place): Detail[] {
  return childOf(node, 'action', path).flatMap(([action, at]) => actionFindings(action, place, at))
}

const MENU_FIELDS = ['size', 'selected', 'name', 'chatBarText', 'areas']
const MENU_LIMITS: Limit[] = [
  { field: 'name', min: 1, max: 300, counting: 'grapheme' },
  { field: 'chatBarText', min: 1, max: 14, counting: 'grapheme' },
]

export function richMenuFindings(menu: unknown): Detail[] {
  if (!isNode(menu)) return []
  const missing = MENU_FIELDS.filter((field) => menu[field] === undefined)
  if (missing.length > 0) return missing.map((property) => ({ property, message: 'must be specified' }))
  const size = menu.size as Size
  return [
    ...menuSizeFindings(size),
    ...lengthFindings(menu, MENU_LIMITS, ''),
    ...countFindings(menu, 'areas', [0, 20], ''),
    ...listOf(menu, 'areas', '').flatMap(([area, at]) => [
      ...boundsFindings(area.bounds as Bounds, size, at),
      ...ownActions(area, at, 'richMenu'),
    ]),
  ].map((detail) => ({ ...detail, property: detail.property.replace(/^\./, '') }))
}

type Size = { width: number; height: number }
type Bounds = Size & { x: number; y: number }

function menuSizeFindings({ width, height }: Size): Detail[] {
  const rules: [boolean, string, string][] = [
    [width >= 800 && width <= 2500, 'size.width', 'Must be between 800 and 2500'],
    [height >= 250, 'size.height', 'Must be at least 250'],
    [width / height >= 1.45, 'size', 'width/height must be at least 1.45'],
  ]
  return rules.filter(([holds]) => !holds).map(([, property, message]) => ({ property, message }))
}

function boundsFindings({ x, y, width, height }: Bounds, size: Size, path: string): Detail[] {
  const isInside =
    x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= size.width && y + height <= size.height
  return isInside ? [] : [{ property: `${path}.bounds`, message: 'reaches outside the rich menu' }]
}
