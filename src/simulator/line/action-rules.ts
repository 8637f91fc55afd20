import type { Detail } from './refuse.ts'
import { isAscii, type Limit, lengthFindings, type Node } from './rules.ts'

/** What a tap may do, by the place of what is tapped. */
export type Place = 'flex' | 'flexButton' | 'quickReply' | 'template' | 'imageCarousel' | 'richMenu'

const EVERYWHERE = ['postback', 'message', 'uri', 'datetimepicker', 'clipboard']

const PLACES: Record<Place, { types: string[]; label: { max: number; required: boolean } }> = {
  flex: { types: EVERYWHERE, label: { max: 40, required: false } },
  flexButton: { types: EVERYWHERE, label: { max: 40, required: true } },
  quickReply: {
    types: [...EVERYWHERE, 'camera', 'cameraRoll', 'location'],
    label: { max: 20, required: true },
  },
  template: { types: EVERYWHERE, label: { max: 20, required: true } },
  imageCarousel: { types: EVERYWHERE, label: { max: 20, required: false } },
  richMenu: { types: [...EVERYWHERE, 'richmenuswitch'], label: { max: 20, required: false } },
}

const LIMITS: { [type: string]: Limit[] } = {
  postback: [
    { field: 'data', min: 1, max: 300 },
    { field: 'displayText', max: 300, counting: 'grapheme' },
    { field: 'text', max: 300, counting: 'grapheme' },
    { field: 'fillInText', max: 300, counting: 'grapheme' },
  ],
  message: [{ field: 'text', min: 1, max: 300, counting: 'grapheme' }],
  uri: [{ field: 'uri', min: 1, max: 1000 }],
  datetimepicker: [{ field: 'data', min: 1, max: 300 }],
  clipboard: [{ field: 'clipboardText', min: 1, max: 1000 }],
  richmenuswitch: [{ field: 'data', min: 1, max: 300 }],
}

const REQUIRED: { [type: string]: string[] } = {
  postback: ['data'],
  message: ['text'],
  uri: ['uri'],
  datetimepicker: ['data', 'mode'],
  clipboard: ['clipboardText'],
  richmenuswitch: ['richMenuAliasId', 'data'],
}

const SCHEMES = ['http:', 'https:', 'line:', 'tel:']
const DATE = '(19|20)\\d\\d-\\d\\d-\\d\\d'
const TIME = '\\d\\d:\\d\\d'
const MOMENTS: { [mode: string]: RegExp } = {
  date: new RegExp(`^${DATE}$`),
  time: new RegExp(`^${TIME}$`),
  datetime: new RegExp(`^${DATE}[tT]${TIME}$`),
}

export function actionFindings(action: Node, place: Place, path: string): Detail[] {
  const type = String(action.type)
  const { types, label } = PLACES[place]
  if (!types.includes(type))
    return [{ property: `${path}.type`, message: `an action ${type} is not allowed in ${place}` }]
  const required = [...(REQUIRED[type] ?? []), ...(label.required ? ['label'] : [])]
  const limits: Limit[] = [
    { field: 'label', min: label.required ? 1 : 0, max: label.max, counting: 'grapheme' },
    ...(LIMITS[type] ?? []),
  ]
  return [
    ...required
      .filter((field) => action[field] === undefined)
      .map((field) => ({ property: `${path}.${field}`, message: 'must be specified' })),
    ...lengthFindings(action, limits, path),
    ...(RULES[type]?.(action, path) ?? []),
  ]
}

const RULES: { [type: string]: (action: Node, path: string) => Detail[] } = {
  uri: uriFindings,
  postback: postbackFindings,
  datetimepicker: momentFindings,
}

function uriFindings({ uri }: Node, path: string): Detail[] {
  const url = typeof uri === 'string' && isAscii(uri) ? URL.parse(uri) : null
  return url && SCHEMES.includes(url.protocol) ? [] : [{ property: `${path}.uri`, message: 'invalid uri' }]
}

function postbackFindings({ displayText, text, fillInText, inputOption }: Node, path: string): Detail[] {
  const findings: Detail[] = []
  if (displayText !== undefined && text !== undefined)
    findings.push({ property: `${path}.displayText`, message: 'cannot stand together with text' })
  if (fillInText !== undefined && inputOption !== 'openKeyboard')
    findings.push({ property: `${path}.fillInText`, message: 'needs inputOption openKeyboard' })
  return findings
}

function momentFindings(action: Node, path: string): Detail[] {
  const form = MOMENTS[String(action.mode)]
  return ['initial', 'max', 'min']
    .filter((field) => action[field] !== undefined && !form?.test(String(action[field])))
    .map((field) => ({ property: `${path}.${field}`, message: `is not a ${action.mode}` }))
}
