import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLES } from '../../src/messages/examples.ts'
import { loadFlexTemplates, renderMessage } from '../../src/messages/flex.ts'
import { messageFaults } from '../../src/messages/limits.ts'
import type { MessageData, MessageName, OutgoingMessage } from '../../src/messages/message.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'

const templates = loadFlexTemplates({
  dirs: ['flex-templates'],
  assetsUrl: 'https://anuyat.example.go.th/assets',
})
const NAMES = Object.keys(EXAMPLES) as MessageName[]
const CASES = NAMES.flatMap((name) => (['th', 'en'] as const).map((language) => [name, language] as const))

let simulator: Simulator
let line: messagingApi.MessagingApiClient
beforeAll(async () => {
  simulator = await startSimulator({ botBaseUrl: 'https://anuyat.example.go.th' })
  line = new messagingApi.MessagingApiClient({
    channelAccessToken: simulator.env.LINE_CHANNEL_ACCESS_TOKEN ?? '',
    baseURL: simulator.origins.api,
  })
})
afterAll(() => simulator.close())

/** What our own limits and the schemas made from LINE's own types have against it. */
async function faults(message: OutgoingMessage): Promise<unknown> {
  const own = messageFaults([message])
  if (own.length > 0) return own
  try {
    await line.validateReply({ messages: [message as messagingApi.Message] })
    return []
  } catch (error) {
    return error instanceof HTTPFetchError ? JSON.parse(error.body) : error
  }
}

const LONG = 'บริษัท น้ำดื่มใสสะอาดเพื่อชุมชนริมแม่น้ำเจ้าพระยาและปริมณฑล (ประเทศไทย) จำกัด (มหาชน) '.repeat(12)
const FIXED = /url$|^id$|icon|state|digits|applicationid|relinkid/i

/** The same data with every text very long and every list full; or every text empty and every list, too. */
function stretch(value: unknown, to: 'longest' | 'shortest', key = ''): unknown {
  if (typeof value === 'string') return FIXED.test(key) ? value : to === 'longest' ? LONG : ''
  if (Array.isArray(value)) return to === 'longest' ? many(value).map((each) => stretch(each, to, key)) : []
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, stretch(each, to, name)]))
}
const many = (list: unknown[]) => Array.from({ length: 20 }, (_, index) => list[index % list.length])

const render = (name: MessageName, language: 'th' | 'en', data: unknown = EXAMPLES[name]) =>
  renderMessage(templates, name, data as MessageData[typeof name], language)

describe('every message', () => {
  test.each(CASES)('%s (%s) is what LINE takes', async (name, language) => {
    expect(await faults(render(name, language))).toEqual([])
  })

  test.each(CASES)(
    '%s (%s) stays within the limits with very long values and full lists',
    async (name, language) => {
      expect(await faults(render(name, language, stretch(EXAMPLES[name], 'longest')))).toEqual([])
    },
  )

  test.each(CASES)('%s (%s) is whole with empty values and lists', async (name, language) => {
    expect(await faults(render(name, language, stretch(EXAMPLES[name], 'shortest')))).toEqual([])
  })

  test.each(CASES)('%s (%s) leaves no placeholder and no empty notification', (name, language) => {
    const message = render(name, language)
    expect(JSON.stringify(message)).not.toMatch(/\{[\w.]+\}|\$each|\$when|undefined/)
    expect(message).toMatchObject({ altText: expect.stringMatching(/\S/) })
  })

  test('speaks the language asked for', () => {
    const [thai, english] = (['th', 'en'] as const).map((language) =>
      JSON.stringify(render('invoice', language)),
    )
    expect(thai).toContain('ชำระภายใน')
    expect(english).toContain('Pay by')
    expect(english).not.toContain('ชำระภายใน')
  })
})

describe('rendering', () => {
  test('a list becomes one box for each item, and what is too many is counted', () => {
    const items = Array.from({ length: 11 }, (_, index) => ({ name: `รายการ ${index + 1}`, reason: 'ไม่ชัด' }))
    const text = JSON.stringify(render('correction', 'th', { ...EXAMPLES.correction, items }))
    expect(text).toContain('รายการ 8')
    expect(text).not.toContain('"รายการ 9"')
    expect(text).toContain('และอีก 3 รายการ')
  })

  test('a step of the timeline looks as its state says', () => {
    const steps = [{ label: 'ยื่นคำขอ', when: '', state: 'done' as const }]
    const withState = (state: 'done' | 'current' | 'todo') =>
      JSON.stringify(render('status', 'th', { ...EXAMPLES.status, steps: [{ ...steps[0], state }] }))
    expect(new Set([withState('done'), withState('current'), withState('todo')]).size).toBe(3)
  })

  test('values are put in as they are: braces and quotes in an answer do no harm', () => {
    const reason = 'ชื่อ "ร้าน {reference}" \\ ไม่ตรง'
    const message = render('refusal', 'th', { ...EXAMPLES.refusal, reason })
    expect(JSON.stringify(message)).toContain(JSON.stringify(reason).slice(1, -1))
  })

  test('a value that is missing is an error that names it', () => {
    expect(() => render('receipt', 'th', { ...EXAMPLES.receipt, payer: undefined })).toThrow('{payer}')
  })
})

describe("a service's own templates", () => {
  const folderWith = (name: string, content: string) => {
    const dir = join(mkdtempSync(join(tmpdir(), 'flex-')), 'flex-templates')
    mkdirSync(dir)
    writeFileSync(join(dir, `${name}.json`), content)
    return dir
  }
  const load = (dir: string) =>
    loadFlexTemplates({ dirs: ['flex-templates', dir], assetsUrl: 'https://a.example/assets' })
  const bubble = (text: unknown) => ({
    altText: { th: 'ก', en: 'a' },
    contents: {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text }] },
    },
  })

  test('take the place of ours', () => {
    const own = load(folderWith('contact', JSON.stringify(bubble('โทร {phone}'))))
    expect(JSON.stringify(renderMessage(own, 'contact', EXAMPLES.contact, 'th'))).toContain('โทร 053-000-111')
    expect(own.byName.size).toBe(templates.byName.size)
  })

  test.each([
    ['a placeholder that does not exist', JSON.stringify(bubble('{nothing}')), '{nothing} has no value'],
    ['a text LINE would refuse', JSON.stringify(bubble('ก'.repeat(6000))), 'body.contents[0].text'],
    ['broken JSON', '{', 'is not a Flex template'],
    ['something else', '{"altText":"x","contents":{"type":"box"}}', 'is not a Flex template'],
  ])('with %s stop the start and name the file', (_, content, fault) => {
    const dir = folderWith('contact', content)
    expect(() => load(dir)).toThrow(join(dir, 'contact.json'))
    expect(() => load(dir)).toThrow(fault)
  })
})
