/**
 * A whole story in which every personal value can be recognised, with the log as loud as it gets; then all that the
 * product printed, answered in passing, queued and stored is searched for them.
 */
import { randomUUID } from 'node:crypto'
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { billPaymentPayload } from '../../src/payment/promptpay.ts'
import { lineUserOf, MONDAY_MORNING } from '../support/context.ts'
import { buildAnswers } from '../support/people.ts'
import { atThaid } from '../support/thaid.ts'
import { codeFor } from './factor.ts'
import { picture } from './files.ts'
import { columnsWith, filesWith, foundIn, type Markers, redisWith } from './markers.ts'
import { openStage, type Stage } from './stage.ts'

/**
 * Personal values that may stand in clear in the database, and why. A column that is not here holds none: a new one
 * fails until it is sealed, or until its reason stands here.
 */
const IN_CLEAR: Record<string, string> = {
  'application.holder: last name': 'lists, and the licence, name the holder',
  'application.place: house': 'lists name the place of business',
  'licence.holder: last name': 'the public register names the holder',
  'licence.published: house': 'the licence publishes the place of business',
  'applicant.line_user_id: LINE user': 'to find the person who writes; a number of LINE, nobody’s name',
  'session.line_user_id: LINE user': 'the same',
  'chat.line_user_id: LINE user': 'the same',
  'line_event.line_user_id: LINE user': 'the same',
  'received_file.line_user_id: LINE user': 'the same',
}

const HOUSE = '771/13-ลับ'
const markers: Markers = new Map([
  ['ID number', '1101700207366'],
  ['ID number as printed', '1-1017-00207-36-6'],
  ['wrong ID number', '1101700207360'],
  ['last name', 'ศรีทอง'],
  ['telephone', '0869927713'],
  ['telephone as printed', '086-992-7713'],
  ['house', HOUSE],
  ['birth date', '1987-01-15'],
  ['e-mail', 'leak.marker@example.com'],
  ['file name', 'บัตรลับของฉัน'],
  ['words in a picture', 'EXIFMARK7713'],
  ['chat words', 'มะม่วงเรืองแสง'],
  ['question', 'เลี้ยงช้างบนดาดฟ้า'],
  ['words of an officer', 'ตู้สีม่วงประหลาด'],
  ['LINE user', lineUserOf('kamon')],
])

let stage: Stage
const printed: string[] = []
/** What the product answered in passing: all headers but cookies; whole pages where something went wrong. */
const answered: string[] = []

beforeAll(async () => {
  stage = await openStage({
    env: { LOG_LEVEL: 'trace' },
    now: MONDAY_MORNING,
    said: (text) => printed.push(text),
  })
  await stage.start()
})
afterAll(() => stage?.close())

type Body = { type: string; text: string | Buffer }
type Said = { status: number; location: string; text: string }

/** A browser that keeps cookies and notes down what servers and proxies on its way would see. */
class Browser {
  readonly cookies = new Map<string, string>()
  readonly persona: string
  constructor(persona: string) {
    this.persona = persona
  }

  async signIn(): Promise<string> {
    const { LIFF_BASE_URL, LIFF_ID } = stage.simulator.env
    const src = await stage.simulator.openLiff(this.persona, `${LIFF_BASE_URL}/${LIFF_ID}/l`)
    const idToken = new URLSearchParams(new URL(src).hash.slice(1)).get('id_token') ?? ''
    await this.ask('POST', '/session', { type: 'application/json', text: JSON.stringify({ idToken }) })
    return idToken
  }

  async ask(method: string, path: string, body?: Body, accept = 'text/html'): Promise<Said> {
    const cookie = [...this.cookies].map((each) => each.join('=')).join('; ')
    const headers = {
      cookie,
      accept,
      'sec-fetch-site': 'same-origin',
      ...(body && { 'content-type': body.type }),
    }
    const init = { method, headers, body: body?.text as BodyInit, redirect: 'manual' as const }
    const response = await fetch(new URL(path, stage.baseUrl), init)
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      this.cookies.set(name, value)
    }
    const text = await response.text()
    for (const [name, value] of response.headers)
      if (name !== 'set-cookie') answered.push(`${name}: ${value}`)
    if (response.status === 404 || response.status >= 500) answered.push(text)
    return { status: response.status, location: response.headers.get('location') ?? '', text }
  }

  get = (path: string) => this.ask('GET', path)
  post = (path: string, fields: [string, string][] = []) =>
    this.ask('POST', path, {
      type: 'application/x-www-form-urlencoded',
      text: new URLSearchParams(fields).toString(),
    })

  async postFiles(path: string, files: [field: string, bytes: Buffer][], fields: [string, string][] = []) {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    for (const [field, bytes] of files)
      form.append(field, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'บัตรลับของฉัน.png')
    const whole = new Response(form)
    const type = whole.headers.get('content-type') ?? ''
    return this.ask('POST', path, { type, text: Buffer.from(await whole.arrayBuffer()) }, 'application/json')
  }
}

/** A picture that says, where cameras do, who took it. */
function photo(): Buffer {
  const plain = picture(900, 700, [200, 210, 230])
  const words = Buffer.from('Comment\0EXIFMARK7713')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(words.length)
  return Buffer.concat([
    plain.subarray(0, 33),
    length,
    Buffer.from('tEXt'),
    words,
    Buffer.alloc(4),
    plain.subarray(33),
  ])
}

const ANSWERS = () => {
  const address = { ...(buildAnswers().home_address as object), houseNo: HOUSE }
  const secret = { phone: '086-992-7713', email: 'leak.marker@example.com' }
  return buildAnswers({ ...secret, home_address: address, shop_address: address } as never)
}

const arrives = (persona: string, holds: string) =>
  stage.simulator.waitFor(
    ({ chats }) =>
      (chats[persona] ?? []).some((entry) => entry.from === 'bot' && JSON.stringify(entry).includes(holds)),
    60_000,
  )
/** The page once it holds these words: a message is worked on by a job. */
async function pageWith(officer: Browser, path: string, words: string): Promise<string> {
  await expect
    .poll(async () => (await officer.get(path)).text.includes(words), { timeout: 30_000, interval: 200 })
    .toBe(true)
  return (await officer.get(path)).text
}
const seenAt = () => new Date().toISOString()

async function join_(officer: Browser, link: string): Promise<void> {
  const code = new URL(link).searchParams.get('code') ?? ''
  markers.set(`invitation code of ${officer.persona}`, code)
  await officer.post('/o/join', [['code', 'made-up-code']])
  await officer.post('/o/join', [['code', code]])
  const { text } = await officer.get('/o/factors/new')
  const secret = (/class="num secret">([A-Z2-7 ]+)</.exec(text)?.[1] ?? '').replace(/\s/g, '')
  markers.set(`TOTP secret of ${officer.persona}`, secret)
  await officer.post('/o/factors/totp', [['code', '000000']])
  await officer.post('/o/factors/totp', [['code', await codeFor(stage, secret)]])
}

const versionOn = async (officer: Browser, page: string) =>
  /name="version" value="(\d+)"/.exec((await officer.get(page)).text)?.[1] ?? ''

describe('after a whole story', () => {
  const [kamon, wanna, kukiat] = ['kamon', 'wanna', 'kukiat'].map((persona) => new Browser(persona)) as [
    Browser,
    Browser,
    Browser,
  ]
  let id = ''

  test('people sign in, and officers join with a second factor', async () => {
    for (const person of [kamon, wanna, kukiat]) {
      markers.set(`ID token of ${person.persona}`, await person.signIn())
      markers.set(`session of ${person.persona}`, person.cookies.get('anuyat_session') ?? 'none')
    }
    await join_(wanna, stage.invitations.wanna)
    await join_(kukiat, stage.invitations.kukiat)
    expect((await kukiat.get('/o')).status).toBe(200)
    expect([...markers.values()].every((value) => value.length > 5)).toBe(true)
  })

  test('a citizen asks in the chat, passes a question on, and talks with an officer', async () => {
    await stage.simulator.follow('kamon')
    await stage.simulator.text('kamon', 'ค่าธรรมเนียมเท่าไหร่')
    await stage.simulator.text('kamon', 'วันนี้เลี้ยงช้างบนดาดฟ้าได้ไหม โทร 0869927713')
    await arrives('kamon', 'ask-officer')
    await stage.simulator.action('kamon', { type: 'postback', data: 'a=ask-officer' })
    await arrives('wanna', 'มีคำถามรอตอบ')
    await stage.simulator.text('kamon', 'คุยกับเจ้าหน้าที่')
    await sleep(1500)
    await stage.simulator.text('kamon', 'มะม่วงเรืองแสง')
    await stage.simulator.file('kamon', photo(), 'บัตรลับของฉัน.png')
    const text = await pageWith(wanna, '/o/questions', '/o/chats/')
    const chat = /\/o\/chats\/([0-9a-f-]{36})/.exec(text)?.[1] ?? ''
    await wanna.post(`/o/chats/${chat}/take`)
    await wanna.post(`/o/chats/${chat}/say`, [
      ['text', 'มะม่วงเรืองแสง รับทราบ'],
      ['id', randomUUID()],
      ['word', randomUUID()],
    ])
    await pageWith(wanna, `/o/chats/${chat}`, 'มะม่วงเรืองแสง')
    await wanna.post(`/o/chats/${chat}/give-back`)
    const question = /\/o\/questions\/([0-9a-f-]{36})/.exec(text)?.[1] ?? ''
    await wanna.post(`/o/questions/${question}/answer`, [['answer', 'เลี้ยงช้างบนดาดฟ้าไม่ได้']])
  })

  test('fills in, sends photos of card and face, hands in', async () => {
    id = (await kamon.post('/l/apply')).location.split('/').at(-1) ?? ''
    const wrong = { national_id: '1-1017-00207-36-0', _shown: 'national_id' }
    await kamon.post(`/l/apply/${id}/applicant`, Object.entries({ ...wrong, birth_date: '1987-01-15' }))
    const put = await kamon.ask('PUT', `/l/apply/${id}/answers`, {
      type: 'application/json',
      text: JSON.stringify({ answers: ANSWERS() }),
    })
    expect(put.status).toBe(200)
    for (const field of ['id_card', 'site_map', 'water_test'])
      expect((await kamon.postFiles(`/l/apply/${id}/files/${field}`, [['file', photo()]])).status).toBe(200)
    await kamon.postFiles(`/l/apply/${id}/identity/photos`, [
      ['card', photo()],
      ['selfie', photo()],
    ])
    const filed = await kamon.post(`/l/apply/${id}/check`, [['declared', 'yes']])
    expect(filed.text.match(/class="problem[^<]*<?[^<]*/g) ?? []).toEqual([])
    expect(filed.status).toBe(303)
    await arrives('kamon', 'ใบรับคำขอ')
  })

  async function byThaid(): Promise<void> {
    const begun = await kamon.post(`/l/identity/thaid/for/${id}`)
    const back = await atThaid(begun.location)
    markers.set('code of ThaID', back.searchParams.get('code') ?? 'none')
    markers.set('state of ThaID', back.searchParams.get('state') ?? 'none')
    const returned = await kamon.get(back.pathname + back.search)
    expect((await kamon.get(returned.location)).status).toBe(200)
    // The way is used up: the same answer again, and one with a state of nobody's.
    await kamon.get(back.pathname + back.search)
    await kamon.get(`${back.pathname}?code=x&state=0000000000000000000000`)
  }

  test('an officer looks it up by number, refuses the photos, returns it; it is proven by ThaID, corrected, approved, paid and issued', async () => {
    expect((await wanna.post('/o/search', [['q', '1-1017-00207-36-6']])).status).toBe(200)
    expect((await wanna.post('/o/search', [['q', '1101700207360']])).text).toContain('<')
    await wanna.post(`/o/cases/${id}/claim`)
    const [, proof = ''] =
      /name="proof" value="([^"]+)"/.exec((await wanna.get(`/o/cases/${id}/identity`)).text) ?? []
    const refused = await wanna.post(`/o/cases/${id}/identity/refuse`, [
      ['proof', proof],
      ['reason', 'ตู้สีม่วงประหลาด'],
    ])
    expect(refused.status).toBe(303)
    await byThaid()
    const back: [string, string][] = [
      ...([
        ['version', await versionOn(wanna, `/o/cases/${id}/return`)],
        ['seenAt', seenAt()],
      ] as [string, string][]),
      ...([
        ['stage', 'send'],
        ['item', 'machines'],
      ] as [string, string][]),
      ...([
        ['ready.machines', ''],
        ['own.machines', 'ตู้สีม่วงประหลาด'],
      ] as [string, string][]),
    ]
    await wanna.post(`/o/cases/${id}/return`, back)
    await arrives('kamon', 'ตู้สีม่วงประหลาด')
    const machines = { 'machines.0.serial': 'RN-011', 'machines.0.spot': 'หน้าร้าน', _shown: 'machines' }
    await kamon.post(`/l/cases/${id}/correct`, Object.entries(machines))
    await decide(wanna, 'endorse', ['identity', 'site', 'water', 'machines'])
    await kukiat.post(`/o/cases/${id}/claim`)
    await decide(kukiat, 'approve', [])
    await arrives('kamon', 'ใบแจ้งค่าธรรมเนียม')
    stage.simulator.fault('POST /v2/bot/message/push', 'error-500')
    await stage.simulator.pay(await invoiceQr())
    await arrives('kamon', 'เปิดเอกสาร (PDF)')
    await stage.simulator.waitFor(({ mails }) => mails.length > 0, 60_000)
    await stage.simulator.action('kamon', { type: 'postback', data: `a=survey&id=${id}&s=5` })
  })

  async function decide(officer: Browser, outcome: 'endorse' | 'approve', checks: string[]): Promise<void> {
    const page = `/o/cases/${id}/decide/${outcome}`
    const { status } = await officer.post(page, [
      ['version', await versionOn(officer, page)],
      ['seenAt', seenAt()],
      ['stage', 'send'],
      ['conditions', 'ตู้สีม่วงประหลาด'],
      ['reason', 'ตู้สีม่วงประหลาด'],
      ...checks.map((check): [string, string] => ['check', check]),
    ])
    expect(status).toBe(303)
  }

  async function invoiceQr(): Promise<string> {
    const { text } = await kamon.get(`/l/cases/${id}/pay`)
    const ref1 = /\b69\d{6}\b/.exec(text)?.[0] ?? ''
    const ref2 = />([2-9A-HJ-NP-Z]{4})</.exec(text)?.[1] ?? ''
    return billPaymentPayload({ billerId: stage.simulator.env.BILLER_ID ?? '', ref1, ref2, satang: 30_000 })
  }

  test('somebody comes to the counter, and a copy of one’s own data is asked for', async () => {
    const draft = randomUUID()
    const day = { day: '23', month: '11', year: '2569' }
    const start = { draft, channel: 'counter', notice: 'yes', ...day }
    expect((await wanna.post('/o/intake', Object.entries(start))).status).toBe(303)
    const { phone, email } = ANSWERS() as Record<string, string>
    const typed = { first_name: 'กมล', last_name: 'ศรีทอง', national_id: '1101700207366', phone, email }
    await wanna.post(
      `/o/intake/${draft}/applicant`,
      Object.entries({ ...typed, applicant_type: 'person' }) as never,
    )
    expect((await kamon.post('/l/my-data/copies')).status).toBe(303)
    const asked = { id: randomUUID(), kind: 'erase', words: 'มะม่วงเรืองแสง โทร 0869927713' }
    expect((await kamon.post('/l/my-data/requests', Object.entries(asked))).status).toBe(303)
    await sleep(2000)
    const [, copy] = /"(\/l\/my-data\/copies\/[^"]*json)"/.exec((await kamon.get('/l/my-data')).text) ?? []
    expect((await kamon.get(copy ?? '')).text.includes('1101700207366')).toBe(true)
  })

  test('things go wrong: bad addresses, bad bodies, signs no database takes, files gone or out of reach', async () => {
    const nobody = new Browser('kamon')
    for (const path of [
      '/1101700207366',
      '/v/1101700207366',
      '/l/cases/1101700207366',
      '/o/cases/ศรีทอง',
      '/%zz1101700207366',
    ])
      for (const person of [nobody, kamon, wanna]) await person.get(path)
    await kamon.get(`/l/apply/${id}?phone=0869927713&q=ศรีทอง`)
    const json = (text: string) => ({ type: 'application/json', text })
    await nobody.ask('POST', '/session', json('{"idToken":"1101700207366'))
    await nobody.ask('POST', '/session', json(JSON.stringify({ idToken: 'eyJ.1101700207366.ศรีทอง' })))
    await kamon.ask('PUT', `/l/apply/${id}/answers`, json('{"answers":{"last_name":"ศรีทอง"'))
    await kamon.ask(
      'PUT',
      `/l/apply/${id}/answers`,
      json(JSON.stringify({ answers: { last_name: 'ศรีทอง\0' } })),
    )
    await wanna.post('/o/search', [['q', 'ศรีทอง 1101700207366\0']])
    await kamon.ask('POST', '/l/apply', { type: 'text/xml', text: '<a>ศรีทอง</a>' })
    await stage.simulator.notice({
      transactionId: '1101700207366',
      payerName: 'ศรีทอง',
      billPaymentRef1: '0869927713',
    })
    await stage.simulator.rawWebhook([{ type: 'message', message: { text: 'มะม่วงเรืองแสง' } }], 'bad')
    await stage.simulator.rawWebhook([{ type: 'message', message: 'มะม่วงเรืองแสง' }])
    const kept = /\/files\/([0-9a-f-]{36})/.exec((await wanna.get(`/o/cases/${id}`)).text)?.[1] ?? ''
    expect((await wanna.get(`/files/${kept}`)).status).toBe(200)
    await takeFilesAway(async () => (await wanna.get(`/files/${kept}`)).status)
  })

  /** Asked for, a file that is gone is not there; one whose folder cannot be read is a failure of ours. */
  async function takeFilesAway(ask: () => Promise<number>): Promise<void> {
    const files = join(stage.env.DATA_DIR ?? '', 'files')
    renameSync(files, `${files}.away`)
    expect(await ask()).toBe(404)
    writeFileSync(files, 'not a folder')
    expect(await ask()).toBe(500)
    rmSync(files, { recursive: true, force: true })
    renameSync(`${files}.away`, files)
  }

  test('nothing personal was printed', async () => {
    await stage.simulator.text('kamon', 'มะม่วงเรืองแสง')
    await stage.kill()
    const log = printed.join('')
    const told = ['http.answered', 'job.failed', 'web.failed', 'cases.searched']
    expect(told.filter((event) => !log.includes(`"event":"${event}"`))).toEqual([])
    expect(leaksIn(log)).toEqual([])
  })

  /** The marker and the line around it, without which nobody finds the place. */
  function leaksIn(log: string): string[] {
    return log
      .split('\n')
      .flatMap((line) => foundIn(line, markers).map((word) => `${word}: ${line.slice(0, 300)}`))
  }

  test('no header, address or page of a failure repeated it', async () => {
    expect(answered.length).toBeGreaterThan(200)
    expect(answered.filter((each) => !isKnown(each)).flatMap((each) => leaksIn(each))).toEqual([])
  })

  /**
   * What may be answered: the state in the way to ThaID, by the standard; the name of a file to who may open it; and a
   * code that is none, to who typed it.
   */
  const isKnown = (said: string) =>
    /^location: http.*state=|^content-disposition: inline/.test(said) || said.includes('action="/v"')

  test('the database holds it sealed, but for what must be found or shown', async () => {
    const found = await columnsWith(stage.env, markers)
    expect(found.filter((each) => !(each in IN_CLEAR))).toEqual([])
    expect(found).toContain('application.holder: last name')
  })

  test('files and queue hold it sealed, or not at all', async () => {
    expect(readdirSync(stage.env.DATA_DIR ?? '')).toContain('files')
    expect(filesWith(stage.env.DATA_DIR ?? '', markers)).toEqual([])
    expect(await redisWith(stage.env, markers)).toEqual([])
  })

  test('and a leak would have been found', () => {
    for (const [word, value] of markers) {
      for (const line of [
        value,
        JSON.stringify({ event: 'x', it: value }),
        `/o?q=${encodeURIComponent(value)}`,
      ])
        expect(leaksIn(`{"level":"debug"}\n${line}`).some((each) => each.startsWith(word))).toBe(true)
    }
  })
})
