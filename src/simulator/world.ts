import { type ChatEntry, type LogEntry, PERSONAS, type Persona, type SimulatedMail } from './api.ts'
import { startClock, type VirtualClock } from './clock.ts'
import type { FaultPlan } from './faults.ts'
import { messageId } from './ids.ts'
import type { Origins, Settings } from './settings.ts'

/**
 * Everything the simulated world knows, in memory, and the few ways to change it that the page must hear of. The
 * servers around it only translate.
 */
export type World = {
  settings: Settings
  origins: Origins
  clock: VirtualClock
  seq: number
  listeners: Set<(seq: number) => void>
  log: LogEntry[]
  people: Person[]
  chats: Map<string, ChatEntry[]>
  /** Personas who see the loading animation, and until when. */
  loading: Map<string, Date>
  mails: StoredMail[]
  transactions: Transaction[]
  faults: FaultPlan[]
  line: LineAccount
  /** Work that outlives a request: redeliveries and repeated notices. Ended when the simulator closes. */
  timers: Set<NodeJS.Timeout>
  /** One higher after every reset: what was under way in an earlier story is not repeated in the next. */
  story: number
  isClosed: boolean
}

export type Person = Persona & { blocked: boolean; wroteAt?: Date }

export type StoredMail = SimulatedMail & { bytes: Buffer[] }

export type Transaction = {
  transactionId: string
  satang: number
  billerId: string
  ref1: string
  ref2: string
  at: Date
  reversed: boolean
}

/** What LINE keeps about the account. */
type LineAccount = {
  webhookEndpoint: string
  replyTokens: Map<string, ReplyToken>
  retryKeys: Map<string, AcceptedRequest>
  contents: Map<string, Content>
  accessTokens: Map<string, { personaId: string; expiresAt: Date; client: boolean }>
  richMenus: Map<string, RichMenu>
  aliases: Map<string, string>
  defaultRichMenuId?: string
  quota: { limit: number; used: number; month: string }
  /** Events waiting while delivery is held back, to be sent in one body. */
  held?: { event: WebhookEvent; personaId: string }[]
  callTimes: Map<string, Date[]>
}
type ReplyToken = { personaId: string; eventAt: Date; deliveredAt: Date; used: boolean }
type AcceptedRequest = { body: string; at: Date; requestId: string; answer: unknown }
export type Content = { type: string; bytes: Buffer; name?: string }
export type RichMenu = { definition: RichMenuDefinition; image?: Content }
export type RichMenuDefinition = {
  size: { width: number; height: number }
  selected: boolean
  name: string
  chatBarText: string
  areas: { bounds: Bounds; action: Record<string, unknown> }[]
}
type Bounds = { x: number; y: number; width: number; height: number }
export type WebhookEvent = { type: string; [key: string]: unknown }

const MONTHLY_MESSAGES = 5000
const LOG_KEPT = 5000

export function makeWorld(settings: Settings, origins: Origins): World {
  return {
    settings,
    origins,
    clock: startClock(settings.now),
    seq: 0,
    listeners: new Set(),
    ...untouched(settings),
    line: newAccount(settings),
    timers: new Set(),
    story: 0,
    isClosed: false,
  }
}

function untouched(settings: Settings) {
  return {
    log: [] as LogEntry[],
    people: PERSONAS.map((persona) => ({
      ...persona,
      following: settings.friends.includes(persona.id),
      blocked: false,
    })) as Person[],
    chats: new Map<string, ChatEntry[]>(),
    loading: new Map<string, Date>(),
    mails: [] as StoredMail[],
    transactions: [] as Transaction[],
    faults: [] as FaultPlan[],
  }
}

function newAccount(settings: Settings): LineAccount {
  return {
    webhookEndpoint: settings.botBaseUrl + settings.webhookPath,
    replyTokens: new Map(),
    retryKeys: new Map(),
    contents: new Map(),
    accessTokens: new Map(),
    richMenus: new Map(),
    aliases: new Map(),
    quota: { limit: MONTHLY_MESSAGES, used: 0, month: '' },
    callTimes: new Map(),
  }
}

/**
 * Forgets everybody's story: chats, friendships, log, mail, money, faults. What the agency configured in its account
 * (webhook endpoint, rich menus) stays, because the bot publishes it only once; time does not run back either.
 */
export function resetWorld(world: World): void {
  const { webhookEndpoint, richMenus, aliases, defaultRichMenuId } = world.line
  Object.assign(world, untouched(world.settings))
  Object.assign(world.line, newAccount(world.settings), {
    webhookEndpoint,
    richMenus,
    aliases,
    defaultRichMenuId,
    held: undefined,
  })
  world.story += 1
  changed(world)
}

export function changed(world: World): void {
  world.seq += 1
  for (const listener of world.listeners) listener(world.seq)
}

export function writeLog(world: World, entry: Omit<LogEntry, 'seq' | 'at'>): LogEntry {
  const written = { seq: world.seq + 1, at: world.clock.now().toISOString(), ...entry }
  world.log.push(written)
  if (world.log.length > LOG_KEPT) world.log.shift()
  changed(world)
  return written
}

export function addToChat(
  world: World,
  personaId: string,
  from: ChatEntry['from'],
  message: ChatEntry['message'],
  id = messageId(),
): ChatEntry {
  const entry = { id, seq: world.seq + 1, at: world.clock.now().toISOString(), from, message }
  world.chats.set(personaId, [...(world.chats.get(personaId) ?? []), entry])
  if (from === 'bot') world.loading.delete(personaId)
  changed(world)
  return entry
}

export function findPerson(world: World, personaId: string): Person | undefined {
  return world.people.find((person) => person.id === personaId)
}

export function findByLineUserId(world: World, lineUserId: string): Person | undefined {
  return world.people.find((person) => person.lineUserId === lineUserId)
}

const WEEK_MS = 7 * 24 * 3600 * 1000

/** A friend, or somebody who wrote within the last seven days; never one who blocked the account. */
export function isReachable(world: World, person: Person): boolean {
  if (person.blocked) return false
  const sinceMessage = person.wroteAt
    ? world.clock.now().getTime() - person.wroteAt.getTime()
    : Number.POSITIVE_INFINITY
  return person.following || sinceMessage < WEEK_MS
}

type Later = { story: number; milliseconds: number }

/** Runs later, in real time, unless by then the simulator has closed or the story it belongs to was reset. */
export function later(world: World, { story, milliseconds }: Later, work: () => void): void {
  if (world.isClosed) return
  const timer = setTimeout(() => {
    world.timers.delete(timer)
    if (world.story === story) work()
  }, milliseconds)
  world.timers.add(timer)
}
