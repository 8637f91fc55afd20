import type { Config } from './config.ts'
import type { Database } from './db/client.ts'
import type { SignerIdentity } from './documents/signer.ts'
import type { Logger } from './logger.ts'
import type { FlexTemplates } from './messages/flex.ts'
import type { OutgoingMessage } from './messages/message.ts'
import type { Proven } from './service/definition.ts'
import type { Service } from './service/load.ts'

/** What an action is given: our own database and clock, and the outside world as interfaces. */
export type Context = {
  config: Config
  db: Database
  clock: Clock
  log: Logger
  service: Service
  flex: FlexTemplates
  messenger: Messenger
  mailer: Mailer
  bank: Bank
  identity: IdentityProvider
  digitalId: DigitalId
  signer: Signer
  files: FileStore
  scanner: Scanner
  /** Wakes the relay after a commit that wrote jobs. Losing it costs at most a second. */
  wakeRelay(): void
}

export type Clock = { now(): Date }

/** LINE's chat. Every call either happened, or is known not to have happened, or throws and may be repeated. */
export type Messenger = {
  /** Answers with the free reply token. `refused`: LINE no longer takes this token. */
  reply(token: string, messages: OutgoingMessage[]): Promise<'sent' | 'refused'>
  /** Sends unasked. The same `retryKey` (a UUID) is delivered once, however often it is sent within 24 hours. */
  push(lineUserId: string, messages: OutgoingMessage[], retryKey: string): Promise<void>
  /** Display name and language, or undefined when LINE does not tell (blocked, not a friend). */
  profile(lineUserId: string): Promise<{ displayName: string; language?: string } | undefined>
  /** Puts a tab of the menu under this person's chat. Changes nothing where the agency has published no such menu. */
  showMenu(lineUserId: string, menu: { tab: string; language: 'th' | 'en' }): Promise<void>
  /**
   * The bytes of a photo or file that somebody sent. `gone`: taken back, or kept by LINE no longer; `preparing`: to be
   * had later; `too_large`: more than `maxBytes`, of which no more is fetched.
   */
  content(messageId: string, maxBytes: number): Promise<Buffer | 'gone' | 'preparing' | 'too_large'>
}

export type Mail = {
  /** Becomes the Message-ID: a repeated mail can be recognised as the same one. */
  id: string
  to: string
  subject: string
  text: string
  attachments: { name: string; type: string; bytes: Buffer }[]
}
/** `configured` is false where the agency named no mail server: then nothing is sent, and the case says so. */
export type Mailer = { readonly configured: boolean; send(mail: Mail): Promise<void> }

/** What a bank says about money, in our words. `paidAt` is an instant; `satang` an integer. */
export type BankTransaction = {
  bank: string
  transactionId: string
  ref1: string
  ref2: string
  satang: number
  paidAt: Date
}
export type Bank = {
  readonly name: string
  /** Asks the bank which payments it holds under these references on this Bangkok day (ISO). */
  inquire(ref1: string, ref2: string, day: string): Promise<BankTransaction[]>
}

/**
 * Verifies a LINE ID token (signature, issuer, audience, times). `tokenKey` is the same for every writing of the same
 * token. Throws Unauthenticated.
 */
export type IdentityProvider = {
  verify(idToken: string): Promise<{ lineUserId: string; name?: string; tokenKey: string; expiresAt: Date }>
}

/** Who somebody is, as a digital ID vouches for it. What was not asked for, or not given, is absent. */
export type DigitalIdentity = {
  issuer: string
  /** The issuer's own name for the person. */
  subject: string
  /** 13 digits, check digit right. */
  idNumber: string
  name: { title: string; first: string; last: string }
  /** ISO day. */
  birthDate?: string
  address?: { text: string; raw: unknown }
  /** How surely the issuer knew the person, in its own words: "2.3". */
  ial?: string
}

/** Why no identity came of it. `code` is for the log: it never holds what was sent. */
export type DigitalIdProblem = {
  problem: 'refused' | 'late' | 'unavailable' | 'untrusted' | 'incomplete' | 'not_a_citizen'
  code: string
}

/** ThaID. Not `configured`, the way is not offered. */
export type DigitalId = {
  readonly configured: boolean
  /** Where a browser is sent, and what to keep until it comes back. Throws when ThaID does not answer. */
  begin(asked: readonly Proven[]): Promise<{ url: string; state: string; nonce: string; verifier: string }>
  /** Redeems what came back, once. Every outcome is a value, an outage too. */
  finish(
    returned: { code?: string; error?: string; iss?: string },
    kept: { nonce: string; verifier: string },
  ): Promise<DigitalIdentity | DigitalIdProblem>
}

export type Signer = {
  readonly identity: SignerIdentity
  /** Fills the signature that `renderDocument` reserved. PAdES baseline B-B (ETSI EN 319 142-1). */
  sign(pdf: Buffer): Promise<Buffer>
}

/** Bytes by key; a key is written once and never changed. */
export type FileStore = {
  put(key: string, bytes: Buffer): Promise<void>
  /** Throws NotFound. */
  get(key: string): Promise<Buffer>
  /** Erases the bytes; a key that is not there is erased already. */
  remove(key: string): Promise<void>
}

/** Looks for viruses. Throws when it cannot tell; not `configured`, it finds everything clean. */
export type Scanner = { readonly configured: boolean; scan(bytes: Buffer): Promise<'clean' | 'infected'> }
