import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { sealedText } from '../db/sealed.ts'
import type { Text } from '../service/definition.ts'

/** The last text that the chat could not answer, kept so that one press can pass it on to an officer. */
export const unanswered = pgTable('unanswered', {
  applicantId: uuid('applicant_id').primaryKey(),
  text: sealedText('unanswered.text').notNull(),
  messageId: text('message_id'),
  at: timestamp({ withTimezone: true }).notNull(),
})

export type Unanswered = typeof unanswered.$inferSelect

/**
 * A question for the officers. Its words and those of the answer may be personal data: both are erased some time
 * after the answer, the rest stays to be counted. `lineEventId` makes a repeated press one question.
 */
export const question = pgTable(
  'question',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicantId: uuid('applicant_id').notNull(),
    lineEventId: uuid('line_event_id').notNull().unique(),
    text: sealedText('question.text'),
    /** LINE's: a message taken back takes the question with it. */
    messageId: text('message_id'),
    language: text({ enum: ['th', 'en'] }).notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    /** The day by which the citizen was told to expect an answer. */
    expectedOn: date('expected_on').notNull(),
    answer: sealedText('question.answer'),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    answeredBy: uuid('answered_by'),
    /** When the answer had reached LINE. */
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (t) => [
    index('question_open').on(t.askedAt).where(sql`answered_at is null`),
    index('question_of').on(t.applicantId),
  ],
)
export type Question = typeof question.$inferSelect

/** A question and answer made public by an officer, in words of their own. */
export const publishedQuestion = pgTable('published_question', {
  id: uuid().primaryKey().defaultRandom(),
  /** The question it came from; one is published once. */
  questionId: uuid('question_id').notNull().unique(),
  question: jsonb().$type<Text>().notNull(),
  wordings: jsonb().$type<string[]>().notNull(),
  answer: jsonb().$type<Text>().notNull(),
  publishedBy: uuid('published_by').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
})
export type PublishedQuestion = typeof publishedQuestion.$inferSelect

/** A chat that was given to the officers: it waits, is held by one of them, and ends. Until then the bot is silent. */
export const handOver = pgTable(
  'hand_over',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicantId: uuid('applicant_id').notNull(),
    lineEventId: uuid('line_event_id').notNull().unique(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    officerId: uuid('officer_id'),
    takenAt: timestamp('taken_at', { withTimezone: true }),
    /** Of either side: silence is counted from here. */
    lastWordAt: timestamp('last_word_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endedBy: text('ended_by', { enum: ['officer', 'applicant', 'silence'] }),
  },
  (t) => [uniqueIndex('hand_over_one_open').on(t.applicantId).where(sql`ended_at is null`)],
)
export type HandOver = typeof handOver.$inferSelect

/** What can be said in a chat that was handed over. The last four are the chat's own: taken, given back, … */
export const CHAT_KINDS = [
  'text',
  'file',
  'sticker',
  'location',
  'taken',
  'given_back',
  'silence',
  'left',
] as const

/** One line of a handed-over chat. Words are erased some time after its end. */
export const chatWord = pgTable(
  'chat_word',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** In which order things were said: two may share an instant. */
    seq: integer().notNull().generatedAlwaysAsIdentity(),
    handOverId: uuid('hand_over_id')
      .notNull()
      .references(() => handOver.id),
    from: text({ enum: ['applicant', 'officer', 'system'] }).notNull(),
    kind: text({ enum: CHAT_KINDS }).notNull(),
    text: sealedText('chat_word.text'),
    messageId: text('message_id'),
    at: timestamp({ withTimezone: true }).notNull(),
    /** When it had reached LINE; only what goes to the citizen is sent. */
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (t) => [index('chat_word_of').on(t.handOverId, t.seq)],
)
export type ChatWord = typeof chatWord.$inferSelect

/** Why a file could not be kept; what the scanner or LINE may still say is no reason yet. */
export const FILE_REFUSALS = [
  'file_gone',
  'file_too_large',
  'file_empty',
  'file_wrong_type',
  'file_broken',
  'file_infected',
] as const

/**
 * A photo or file sent in a handed-over chat: a job fetches it. Its name and bytes are erased with the words. The
 * word's id names its bytes in the store.
 */
export const chatFile = pgTable(
  'chat_file',
  {
    wordId: uuid('word_id')
      .primaryKey()
      .references(() => chatWord.id),
    messageId: text('message_id').notNull(),
    state: text({ enum: ['fetching', 'kept', 'refused', 'erased'] })
      .notNull()
      .default('fetching'),
    refusal: text({ enum: FILE_REFUSALS }),
    name: sealedText('chat_file.name'),
    /** By its bytes, once they are there. */
    type: text(),
  },
  (t) => [
    index('chat_file_message').on(t.messageId),
    check('chat_file_state', sql`state in ('fetching','kept','refused','erased')`),
  ],
)
export type ChatFile = typeof chatFile.$inferSelect
export type ChatKind = (typeof CHAT_KINDS)[number]
