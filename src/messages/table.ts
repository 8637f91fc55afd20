import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sealedJson, sealedText } from '../db/sealed.ts'
import type { Answers } from '../service/form.ts'

/**
 * A webhook event of LINE, kept from the moment it was answered 200. The unique event id catches redeliveries;
 * the body is erased once it was handled.
 */
export const lineEvent = pgTable(
  'line_event',
  {
    id: uuid().primaryKey().defaultRandom(),
    eventId: text('event_id').notNull().unique(),
    lineUserId: text('line_user_id'),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    body: sealedJson<Record<string, unknown>>('line_event.body'),
    /** Whether its job stands in the ledger; until then the event itself is the promise that it will be handled. */
    queued: boolean().notNull().default(false),
    /** Set just before the reply leaves: after a crash the same token tells whether it had arrived. */
    replyTried: boolean('reply_tried').notNull().default(false),
    handledAt: timestamp('handled_at', { withTimezone: true }),
  },
  // One small index over what is not handled yet serves the relay and the conversation: every index costs the webhook.
  (t) => [index('line_event_open').on(t.queued, t.lineUserId, t.occurredAt).where(sql`handled_at is null`)],
)
export type LineEvent = typeof lineEvent.$inferSelect

/** One chat: who is in it now, and a lease so that a person's events are handled one after the other. */
export const chat = pgTable('chat', {
  lineUserId: text('line_user_id').primaryKey(),
  topic: text(),
  /** Answers to "for my case", taken over by the draft that is begun next. */
  estimate: sealedJson<Answers>('chat.estimate'),
  leaseUntil: timestamp('lease_until', { withTimezone: true }),
  leaseBy: uuid('lease_by'),
})

/**
 * A photo or file sent in a chat, until its sender has said which document it is. Attached, its bytes belong to the
 * case; all others are erased a day later. The message's id catches a redelivery.
 */
export const receivedFile = pgTable(
  'received_file',
  {
    id: uuid().primaryKey().defaultRandom(),
    lineUserId: text('line_user_id').notNull(),
    messageId: text('message_id').notNull().unique(),
    state: text({ enum: ['waiting', 'attached', 'discarded'] })
      .notNull()
      .default('waiting'),
    name: sealedText('received_file.name').notNull(),
    type: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text('storage_key').notNull(),
    /** Lets the question show the photo it is about. */
    quoteToken: text('quote_token'),
    /** When it was sent: several are asked about in this order. */
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('received_file_waiting').on(t.lineUserId, t.sentAt),
    check('received_file_state', sql`state in ('waiting','attached','discarded')`),
  ],
)
export type ReceivedFile = typeof receivedFile.$inferSelect
