/**
 * Photos and files in the chat. Each is fetched at once and kept for a day; then its sender is asked which document it
 * is, and it is attached. Run again after a crash, every step here gives the same result.
 */
import { attachReceived } from '../actions/attach-received.ts'
import { discardReceived, receiveFile } from '../actions/receive-file.ts'
import { viewCase } from '../actions/view-case.ts'
import { listAttachmentsSince } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Invalid, NotFound } from '../errors.ts'
import { findReceivedByMessage, listWaitingFiles } from '../messages/received.ts'
import { bangkokDay } from '../service/dates.ts'
import { linkCard } from './cards.ts'
import { newestIn } from './cases.ts'
import {
  attachedWords,
  choicesFor,
  chosenBy,
  documentsOf,
  missingDocuments,
  question,
  said,
  type Target,
} from './file-question.ts'
import { FILE_WORDS, REFUSALS } from './file-words.ts'
import type { Incoming, SentFile } from './incoming.ts'
import type { Saying } from './saying.ts'
import { WORDS } from './words.ts'
import type { World } from './world.ts'

/** `moreFollow`: further files of this person wait to be read; the question is asked after the last of them. */
type FileEvent = { lineUserId: string; sentAt: Date; moreFollow: boolean }
type Asked = { ctx: Context; event: FileEvent; world: World; target: Target }

/** What is said to a file, or to the answer on one; undefined where this is about no file that a case takes. */
export async function answerFiles(
  ctx: Context,
  event: FileEvent,
  incoming: Incoming,
  world: World,
): Promise<Saying[] | undefined> {
  if (incoming.kind === 'unsent') return takeBack(ctx, event, incoming.messageId)
  if (incoming.kind === 'text' && !(await isAnswer(ctx, event, incoming.text))) return undefined
  const pressed = incoming.kind === 'postback' && incoming.data.a === 'file' ? incoming.data : undefined
  if (incoming.kind !== 'file' && incoming.kind !== 'text' && !pressed) return undefined
  const target = await findTarget(ctx, world, pressed?.id)
  if (!target) return pressed ? [{ text: FILE_WORDS.erased[world.language] }] : undefined
  const asked = { ctx, event, world, target }
  if (incoming.kind === 'file') return received(asked, incoming.file)
  if (incoming.kind === 'text') return typed(asked, incoming.text)
  return settled(asked, { fileId: pressed?.f ?? '', fieldId: pressed?.d ?? '' })
}

/** The case that takes files: the one asked for, one returned for a document, else the draft. */
async function findTarget(ctx: Context, world: World, caseId?: string): Promise<Target | undefined> {
  const { cases, applicantId } = world
  const open = caseId
    ? [cases.find(({ id }) => id === caseId)]
    : [newestIn(cases, 'returned'), newestIn(cases, 'draft')]
  for (const each of open) {
    if (each?.status !== 'returned' && each?.status !== 'draft') continue
    const view = await viewCase(ctx, { applicationId: each.id, applicantId })
    const fields = documentsOf(view)
    const since = view.correction?.returnedAt
    const renewed = since ? await listAttachmentsSince(ctx.db, each.id, since) : []
    if (fields.length > 0) return { view, fields, renewed: renewed.map(({ fieldId }) => fieldId) }
  }
  return undefined
}

const MEGABYTE = 1024 * 1024

async function received({ ctx, event, world, target }: Asked, file: SentFile): Promise<Saying[]> {
  const { language } = world
  if (file.format === 'other') return [{ text: FILE_WORDS.onlyPhotos[language] }]
  const max = Math.max(...target.fields.map(({ maxMegabytes }) => maxMegabytes))
  const tooLarge = (file.size ?? 0) > max * MEGABYTE
  const outcome = tooLarge
    ? 'file_too_large'
    : await receiveFile(ctx, { ...file, ...event, maxBytes: max * MEGABYTE })
  const sorry = outcome === 'kept' ? [] : [{ text: said(REFUSALS[outcome], language, { max: String(max) }) }]
  if (event.moreFollow) return sorry
  return [...sorry, ...(await askNext({ ctx, event, world, target }))]
}

/** The question about the oldest waiting file; one that no document takes any more is given up and told. */
async function askNext({ ctx, event, world, target }: Asked): Promise<Saying[]> {
  const today = bangkokDay(world.now)
  const { language } = world
  const waiting = await listWaitingFiles(ctx.db, event.lineUserId)
  const usable = waiting.filter((file) => choicesFor(target, file, today).length > 0)
  const useless = waiting.filter((file) => !usable.includes(file))
  for (const { id } of useless) await discardReceived(ctx, { id, lineUserId: event.lineUserId })
  const [first, ...rest] = usable
  const given = useless.length > 0 ? [{ text: FILE_WORDS.noPlace[language] }] : []
  return first ? [...given, question({ target, waiting: [first, ...rest], language, today })] : given
}

async function isAnswer(ctx: Context, { lineUserId }: FileEvent, text: string): Promise<boolean> {
  return text.length <= 200 && (await listWaitingFiles(ctx.db, lineUserId)).length > 0
}

async function typed(asked: Asked, text: string): Promise<Saying[] | undefined> {
  const { ctx, event, world, target } = asked
  const [file] = await listWaitingFiles(ctx.db, event.lineUserId)
  if (!file) return undefined
  const chosen = chosenBy(text, choicesFor(target, file, bangkokDay(world.now)))
  if (!chosen) return undefined
  return settled(asked, { fileId: file.id, fieldId: chosen === 'none' ? '' : chosen.id })
}

type Settlement = { fileId: string; fieldId: string }

/** Attached or dropped as its sender said; then the next file's question, or the way on. */
async function settled(asked: Asked, { fileId, fieldId }: Settlement): Promise<Saying[]> {
  const { ctx, event, world, target } = asked
  const file = { id: fileId, lineUserId: event.lineUserId }
  const outcome = await (fieldId ? attachTo(asked, { fileId, fieldId }) : dropped(ctx, file, world.language))
  const now = (await findTarget(ctx, world, target.view.id)) ?? target
  const next = await askNext({ ...asked, target: now })
  const wayOn: Saying[] = next.length > 0 ? next : [onwardCard(now, world)]
  return [outcome ?? attached(now, fieldId, world), ...wayOn]
}

function attached(target: Target, fieldId: string, world: World): Saying {
  const field = target.fields.find(({ id }) => id === fieldId)
  const missing = missingDocuments(target, bangkokDay(world.now))
  return attachedWords(field, missing, world.language)
}

/** Undefined when it is attached; else why not. */
async function attachTo(asked: Asked, { fileId, fieldId }: Settlement): Promise<Saying | undefined> {
  const { ctx, event, world, target } = asked
  const claim = { receivedId: fileId, lineUserId: event.lineUserId, applicationId: target.view.id, fieldId }
  try {
    await attachReceived(ctx, { ...claim, applicantId: world.applicantId })
    return undefined
  } catch (error) {
    if (error instanceof NotFound) return { text: FILE_WORDS.erased[world.language] }
    if (!(error instanceof Invalid)) throw error
    const label = target.fields.find(({ id }) => id === fieldId)?.label[world.language] ?? fieldId
    const full = error.problems[0]?.code === 'too_many_files'
    return { text: said(full ? FILE_WORDS.full : FILE_WORDS.unfit, world.language, { label }) }
  }
}

async function dropped(
  ctx: Context,
  file: { id: string; lineUserId: string },
  language: World['language'],
): Promise<Saying> {
  await discardReceived(ctx, file)
  return { text: FILE_WORDS.dropped[language] }
}

/** A message taken back takes its file with it, unless it is part of a case already (LINE asks for this). */
async function takeBack(ctx: Context, { lineUserId }: FileEvent, messageId: string): Promise<Saying[]> {
  const file = await findReceivedByMessage(ctx.db, messageId)
  if (file?.lineUserId === lineUserId) await discardReceived(ctx, file)
  return []
}

function onwardCard({ view }: Target, world: World): Saying {
  const { title, text, label } = view.correction ? WORDS.sendCorrection : WORDS.goOn
  const url = view.correction ? world.links.correct(view.id) : world.links.apply
  const { language } = world
  const card = { title: title[language], text: text[language], label: label[language], url }
  return { message: 'link-card', data: linkCard(card, world) }
}
