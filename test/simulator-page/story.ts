import { join } from 'node:path'
import { EXAMPLES } from '../../src/messages/examples.ts'
import { loadFlexTemplates, renderMessage } from '../../src/messages/flex.ts'
import type { MessageName } from '../../src/messages/message.ts'
import { type LogEntry, PERSONAS, type SimulatorState } from '../../src/simulator/api.ts'
import { say } from './fake-simulator.ts'

const ROOT = join(import.meta.dirname, '../..')
const TODAY = '2026-11-22'

/** A day in the demo as the page gets it: two citizens, two officers, cards, calls with and without faults, mails. */
export function story(url: string, menuImage: string): SimulatorState {
  const state: SimulatorState = {
    seq: 1,
    now: `${TODAY}T03:42:20Z`,
    personas: PERSONAS.map((persona) => ({ ...persona, following: persona.id !== 'teeradet' })),
    chats: {},
    loading: {},
    richMenus: { main: richMenu(menuImage) },
    defaultRichMenuId: 'main',
    log: calls(),
    mails: mails(),
    payments: [],
    bot: { displayName: 'เทศบาลเมืองริมน้ำ', baseUrl: url },
  }
  const card = cardsOf(url)
  say(state, 'kamon', 'bot', card('greeting'), '2026-11-21T13:10:00Z')
  say(state, 'kamon', 'user', text('ค่าธรรมเนียมเท่าไหร่'), `${TODAY}T03:41:08Z`)
  say(state, 'kamon', 'bot', text('ค่าธรรมเนียม 300 บาทต่อตู้ต่อปี ชำระเมื่อได้รับอนุญาตแล้วค่ะ'), `${TODAY}T03:41:09Z`)
  say(state, 'kamon', 'user', text('ตู้น้ำ 2 ตู้'), `${TODAY}T03:42:14Z`)
  say(state, 'kamon', 'bot', { ...card('answer'), quickReply: QUICK_REPLIES }, `${TODAY}T03:42:15Z`)
  say(state, 'wanna', 'bot', card('officer-review'), `${TODAY}T03:30:00Z`)
  say(state, 'kukiat', 'bot', text('ยังไม่มีเรื่องรอท่านพิจารณาค่ะ'), `${TODAY}T01:30:00Z`)
  return state
}

/** Any of the product's own messages, filled with its example data and with pictures this server has. */
export function cardsOf(url: string) {
  const templates = loadFlexTemplates({
    dirs: [join(ROOT, 'flex-templates')],
    assetsUrl: `${url}/assets`,
    names: ['ตู้น้ำดื่มหยอดเหรียญ'],
  })
  return <N extends MessageName>(name: N): { type: string; [key: string]: unknown } => {
    const data = { ...EXAMPLES[name], ...(name === 'invoice' && { qrImageUrl: `${url}/qr/1.png` }) }
    return renderMessage(templates, name, data, 'th')
  }
}

const text = (words: string) => ({ type: 'text', text: words })
const replies = ['เตรียมเอกสารอะไร', 'ยื่นแทนผู้อื่นได้ไหม', 'คุยกับเจ้าหน้าที่']
const QUICK_REPLIES = {
  items: replies.map((label) => ({ type: 'action', action: { type: 'message', label, text: label } })),
}

function richMenu(imageUrl: string): SimulatorState['richMenus'][string] {
  const labels = ['ยื่นคำขอ', 'ติดตามคำขอ', 'ใบอนุญาตของฉัน', 'ชำระเงิน', 'ค้นหาข้อมูล', 'ติดต่อเจ้าหน้าที่']
  const areas = labels.map((label, index) => ({
    bounds: { x: (index % 3) * 833, y: index < 3 ? 0 : 843, width: 833, height: 843 },
    action: { type: 'uri', label, uri: `https://liff.line.me/1234567890-AbCdEfGh/page-${index}` },
  }))
  return { imageUrl, size: { width: 2500, height: 1686 }, areas, chatBarText: 'เมนูบริการ' }
}

type Call = Pick<LogEntry, 'kind' | 'title' | 'status' | 'body'> & { time: string; findings?: string[] }

function calls(): LogEntry[] {
  const list: Call[] = [
    webhook('03:41:08', 'ค่าธรรมเนียมเท่าไหร่'),
    reply('03:41:09', [{ type: 'text', text: 'ค่าธรรมเนียม 300 บาทต่อตู้ต่อปี' }]),
    {
      time: '03:42:02',
      kind: 'api',
      title: 'POST /v2/bot/message/push',
      status: 400,
      findings: ['messages[0].text: Length must be between 0 and 5000 (it is 5012)'],
      body: { to: PERSONAS[2].lineUserId, messages: [{ type: 'text', text: '…' }] },
    },
    webhook('03:42:15', 'ตู้น้ำ 2 ตู้'),
    reply('03:42:15', [
      { type: 'flex', altText: 'ค่าธรรมเนียม', contents: { type: 'bubble' }, quickReply: QUICK_REPLIES },
    ]),
  ]
  return list.map(({ time, findings = [], ...call }, index) => ({
    seq: 100 + index,
    at: `${TODAY}T${time}Z`,
    personaId: 'kamon',
    findings,
    ...call,
  }))
}

function webhook(time: string, said: string): Call {
  const event = { type: 'message', message: { type: 'text', text: said } }
  return {
    time,
    kind: 'webhook',
    title: 'message · text',
    status: 200,
    body: { destination: 'U00', events: [event] },
  }
}

function reply(time: string, messages: unknown[]): Call {
  const body = { replyToken: '8cf9239d56244f4197887e939187e19e', messages }
  return { time, kind: 'api', title: 'POST /v2/bot/message/reply', status: 200, body }
}

function mails(): SimulatorState['mails'] {
  return [
    {
      id: '1',
      at: `${TODAY}T02:15:00Z`,
      from: 'เทศบาลเมืองริมน้ำ <no-reply@rimnam.example.go.th>',
      to: ['kamon@example.com'],
      subject: 'ใบอนุญาตประกอบกิจการตู้น้ำดื่มหยอดเหรียญ เลขที่ 12/2569',
      text: 'เรียน คุณกมล ศรีทอง\n\nเทศบาลเมืองริมน้ำได้ออกใบอนุญาตให้ท่านแล้ว เอกสารแนบเป็นต้นฉบับที่ลงลายมือชื่อดิจิทัล ตรวจสอบได้ด้วยคิวอาร์ในเอกสาร',
      attachments: [{ name: 'ใบอนุญาต-12-2569.pdf', type: 'application/pdf', size: 184_320 }],
    },
  ]
}
