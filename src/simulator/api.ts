/**
 * What the simulator's page and the tests may ask of the simulator, on its own origin (never mixed with LINE's
 * paths). Everything the page shows is in `SimulatorState`; `/api/events` (server-sent events) says when it changed.
 *
 * GET  /api/state                     → SimulatorState
 * GET  /api/events                    → SSE, one `data: <seq>` line for every change
 * POST /api/personas/:id/follow|block → webhooks `follow` / `unfollow`
 * POST /api/personas/:id/text         {text}
 * POST /api/personas/:id/action       {action, params?} an action of Flex, quick reply or rich menu: postback, message, uri…
 *                                     (params: what a date picker gave) → {open?, copy?} the address to open, for
 *                                     uri actions; the text to copy, for clipboard actions
 * POST /api/personas/:id/image        {base64, type}
 * POST /api/personas/:id/file         {base64, name}
 * GET  /api/contents/:messageId       the bytes of an image or a file that a persona sent (`message.originalContentUrl`)
 * POST /api/liff                      {personaId, url} → {src} the address for the phone's LIFF window
 * POST /api/clock                     {advanceSeconds} → {now}
 * POST /api/bank/pay                  {qr, satang?, times?} the payer scans this QR text; → {transactionId}
 * POST /api/bank/notice               {…} a raw notice, true or forged, exactly as given
 * POST /api/bank/reverse              {transactionId} the bank takes a payment back
 * POST /api/webhooks/hold|release     keep events back; {together?, reversed?} let them go
 * POST /api/webhooks/raw              {events, signature?: good|bad|missing} any events, once → {status}
 * POST /api/faults                    {operation, nth?, fault} see FAULTS in faults.ts
 * GET  /api/image?url=                a picture of the bot's, for a page that must read its pixels
 * GET  /api/findings                  → LogEntry[] that have findings
 * GET  /api/mails                     → SimulatedMail[]
 * GET  /api/mails/:id/attachments/:n  the bytes of an attachment
 * POST /api/reset                     forget everything
 * GET  /clock                         → {now: ISO} what CLOCK_URL points at
 */
export type Persona = {
  id: string
  /** `U` + 32 hex. */
  lineUserId: string
  displayName: string
  about: string
  kind: 'citizen' | 'officer'
  following: boolean
  /** Plays the authenticator app of an officer. */
  totpSecret?: string
  richMenuId?: string
}

/** One bubble in a chat, either side. `message` is as LINE had it. */
export type ChatEntry = {
  id: string
  seq: number
  at: string
  from: 'user' | 'bot'
  message: { type: string; [key: string]: unknown }
}

export type LogEntry = {
  seq: number
  at: string
  kind: 'webhook' | 'api' | 'login' | 'liff' | 'bank' | 'mail'
  /** `POST /v2/bot/message/reply` or `message · text`. */
  title: string
  personaId?: string
  status: number
  /** Findings of the strict checks, in full; empty when the call was right. */
  findings: string[]
  /** What was sent: the webhook, the request, the notice, the mail. */
  body: unknown
  answer?: unknown
}

export type SimulatorState = {
  seq: number
  now: string
  personas: Persona[]
  chats: Record<string, ChatEntry[]>
  /** Personas who see the loading animation, and until when. */
  loading: Record<string, string>
  richMenus: Record<
    string,
    {
      imageUrl: string
      size: { width: number; height: number }
      areas: { bounds: Bounds; action: Record<string, unknown> }[]
      chatBarText: string
    }
  >
  defaultRichMenuId?: string
  log: LogEntry[]
  mails: SimulatedMail[]
  payments: { transactionId: string; satang: number; ref1: string; ref2: string; at: string }[]
  bot: { displayName: string; baseUrl: string }
}
type Bounds = { x: number; y: number; width: number; height: number }
export type SimulatedMail = {
  id: string
  /** As its sender named it; a mail sent again carries the same. */
  messageId?: string
  at: string
  from: string
  to: string[]
  subject: string
  text: string
  attachments: { name: string; type: string; size: number }[]
}

/**
 * The people of the demo. Ids are stable so that seeded officers can be bound to them. `totpSecret` plays an officer's
 * authenticator app: base32, known to everybody, and seeded by the demo and the tests alone.
 */
export const PERSONAS = [
  {
    id: 'kamon',
    lineUserId: 'U0000000000000000000000000000000a',
    displayName: 'กมล ศรีทอง',
    about: 'ผู้ประกอบการ',
    kind: 'citizen',
  },
  {
    id: 'teeradet',
    lineUserId: 'U0000000000000000000000000000000b',
    displayName: 'ธีรเดช คงมั่น',
    about: 'ผู้ใช้ใหม่',
    kind: 'citizen',
  },
  {
    id: 'wanna',
    lineUserId: 'U0000000000000000000000000000000c',
    displayName: 'วรรณา แก้วใส',
    about: 'เจ้าหน้าที่ตรวจคำขอ',
    kind: 'officer',
    totpSecret: 'WANNAKAEWSAI234567ANUYATDEMOAAAA',
  },
  {
    id: 'pranee',
    lineUserId: 'U0000000000000000000000000000000e',
    displayName: 'ปราณี สุขใจ',
    about: 'หัวหน้าที่ให้ความเห็น',
    kind: 'officer',
    totpSecret: 'PRANEESUKJAI234567ANUYATDEMOBBBB',
  },
  {
    id: 'kukiat',
    lineUserId: 'U0000000000000000000000000000000d',
    displayName: 'กู้เกียรติ ฟ้ารุ่งเรืองกิจ',
    about: 'นายกเทศมนตรี ผู้อนุญาต',
    kind: 'officer',
    totpSecret: 'KUKIATFARUNG234567ANUYATDEMOCCCC',
  },
] as const
