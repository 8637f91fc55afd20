import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readChatFile } from '../../src/actions/fetch-chat-file.ts'
import { leaveChat } from '../../src/actions/give-back-chat.ts'
import { tidyUp } from '../../src/actions/tidy-up.ts'
import { viewChat } from '../../src/actions/view-chat.ts'
import { clamdScanner } from '../../src/files/clamd.ts'
import { receivedFile } from '../../src/messages/table.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { job } from '../../src/outbox/table.ts'
import { chatFileKey } from '../../src/question/chat-files.ts'
import { chatFile, chatWord, handOver } from '../../src/question/table.ts'
import { type ClamdPeer, EICAR, startClamd } from '../files/clamd-peer.ts'
import { andThen, closeChat, heardBy, openChat } from '../support/chat.ts'
import { lineUserOf, officerOf, runJobs, type TestContext } from '../support/context.ts'
import { applicantOf, fillDraft } from '../support/people.ts'
import { chunk, exifOf, GPS, photo, png } from '../support/pictures.ts'

let ctx: TestContext
let wanna: ActingOfficer
let clamd: ClamdPeer | undefined
beforeEach(async () => {
  ctx = await openChat()
  wanna = await officerOf(ctx, 'wanna')
  await asksToTalk('kamon')
})
afterAll(closeChat)

const FETCH = { failing: ['fetch-chat-file' as const] }
const PDF = Buffer.from('%PDF-1.7\n%%EOF')
const CONTENT = 'GET /v2/bot/message/:messageId/content'

const asksToTalk = (who: string) => andThen(ctx, ctx.simulator.text(who, 'คุยกับเจ้าหน้าที่'))
const sendsPhoto = (bytes = photo()) => andThen(ctx, ctx.simulator.image('kamon', bytes, 'image/jpeg'))
const sends = (bytes: Buffer, name: string) => andThen(ctx, ctx.simulator.file('kamon', bytes, name))
async function chatOf(persona: string): Promise<string> {
  const applicantId = await applicantOf(ctx, persona)
  const [row] = await ctx.db.select().from(handOver).where(eq(handOver.applicantId, applicantId))
  return row?.id ?? ''
}
async function theLine() {
  const lines = (await viewChat(ctx, wanna, await chatOf('kamon'))).lines
  const line = lines.find(({ kind }) => kind === 'file')
  if (!line) throw new Error('nothing was sent')
  return line
}
const read = async (wordId: string, by = wanna, persona = 'kamon') =>
  readChatFile(ctx, by, { handOverId: await chatOf(persona), wordId })

describe('a file sent while the chat is with the officers', () => {
  test('is kept for them without what the camera wrote, and the bot says nothing', async () => {
    await fillDraft(ctx)
    const before = await heardBy(ctx, 'kamon')
    await sendsPhoto(photo(exifOf(6)))
    const { id, file } = await theLine()
    expect(file).toEqual({ state: 'kept', name: 'photo.jpg', type: 'image/jpeg' })
    expect((await read(id)).bytes.includes(GPS)).toBe(false)
    expect(await heardBy(ctx, 'kamon')).toEqual(before)
    expect(await ctx.db.select().from(receivedFile)).toEqual([])
    expect(await ctx.simulator.findings()).toEqual([])
  })

  test('is a PDF under its own name', async () => {
    await sends(PDF, 'ผลตรวจน้ำ.pdf')
    const { id, file } = await theLine()
    expect(file).toEqual({ state: 'kept', name: 'ผลตรวจน้ำ.pdf', type: 'application/pdf' })
    expect((await read(id)).bytes).toEqual(PDF)
  })

  test('is named in no job', async () => {
    await sends(PDF, 'ผลตรวจน้ำของกมล.pdf')
    expect(JSON.stringify(await ctx.db.select().from(job))).not.toContain('กมล')
  })

  test('is shown by no other chat, and to nobody without a part in the review', async () => {
    await asksToTalk('teeradet')
    await sendsPhoto()
    const { id } = await theLine()
    await expect(read(id, wanna, 'teeradet')).rejects.toMatchObject({ code: 'file' })
    await expect(read('none')).rejects.toMatchObject({ code: 'file' })
    await expect(read(id, { ...wanna, roles: [] })).rejects.toMatchObject({ code: 'not_your_step' })
  })

  test.each([
    ['neither picture nor PDF', Buffer.from('PK\x03\x04 word'), 'file_wrong_type'],
    ['empty', Buffer.alloc(0), 'file_empty'],
    ['broken', photo().subarray(0, 60), 'file_broken'],
    ['too large', Buffer.alloc(11 * 1024 * 1024), 'file_too_large'],
  ])('that is %s is not kept, and the officer sees why', async (_, bytes, refusal) => {
    await sends(bytes, 'a.docx')
    const { id, file } = await theLine()
    expect(file).toEqual({ state: 'refused', refusal })
    await expect(read(id)).rejects.toMatchObject({ code: 'file' })
  })

  test('that LINE no longer has is told to the officer', async () => {
    await ctx.simulator.fault(CONTENT, 'content-gone')
    await sendsPhoto()
    expect((await theLine()).file).toEqual({ state: 'refused', refusal: 'file_gone' })
  })

  test('with a virus is not kept', async () => {
    clamd = await startClamd()
    ctx.scanner = clamdScanner({ CLAMD_URL: clamd.url })
    await sendsPhoto(png(chunk('iCCP', EICAR)))
    await clamd.close()
    expect((await theLine()).file).toEqual({ state: 'refused', refusal: 'file_infected' })
  })

  test('is fetched again while the scanner is silent, and given up after some time', async () => {
    const { scanner } = ctx
    ctx.scanner = clamdScanner({ CLAMD_URL: 'tcp://127.0.0.1:9' })
    await ctx.simulator.image('kamon', photo(), 'image/jpeg')
    await runJobs(ctx, FETCH)
    expect((await theLine()).file).toEqual({ state: 'fetching' })
    ctx.clock.advance(0.1)
    await runJobs({ ...ctx, scanner })
    expect((await theLine()).file).toMatchObject({ state: 'kept' })
    await ctx.db.update(chatFile).set({ state: 'fetching' })
    ctx.clock.advance(2)
    expect((await theLine()).file).toEqual({ state: 'lost' })
  })

  test('is fetched by a job, once, however often its event comes', async () => {
    await sendsPhoto()
    await runJobs(ctx)
    expect(await ctx.db.select().from(chatFile)).toHaveLength(1)
    const jobs = await ctx.db.select().from(job).where(eq(job.name, 'fetch-chat-file'))
    expect(jobs).toMatchObject([{ state: 'done' }])
  })

  test('such as a film is only told of', async () => {
    const user = { type: 'user', userId: lineUserOf('kamon') }
    const film = {
      type: 'message',
      mode: 'active',
      timestamp: ctx.clock.now().getTime() + 1,
      webhookEventId: '01JDFILM00000000000000000',
      deliveryContext: { isRedelivery: false },
      source: user,
      replyToken: '0'.repeat(32),
      message: { type: 'video', id: '1', quoteToken: 'q', contentProvider: { type: 'line' } },
    }
    await andThen(ctx, ctx.simulator.rawWebhook([film]))
    expect((await theLine()).file).toBeUndefined()
  })
})

describe('the file', () => {
  const isGone = async (wordId: string) => {
    await expect(read(wordId)).rejects.toMatchObject({ code: 'file' })
    await expect(ctx.files.get(chatFileKey(wordId))).rejects.toThrow()
    expect(await ctx.db.select().from(chatFile)).toMatchObject([{ state: 'erased', name: null }])
  }
  const takesBack = async (messageId: string) => {
    const unsend = {
      type: 'unsend',
      mode: 'active',
      timestamp: ctx.clock.now().getTime() + 1,
      webhookEventId: '01JDUNSEND000000000000000',
      deliveryContext: { isRedelivery: false },
      source: { type: 'user', userId: lineUserOf('kamon') },
      unsend: { messageId },
    }
    await andThen(ctx, ctx.simulator.rawWebhook([unsend]))
  }
  const messageId = async () => (await ctx.db.select().from(chatFile))[0]?.messageId ?? ''

  test('goes when its message is taken back, also before it was fetched, and the page is told', async () => {
    await sendsPhoto()
    const { id } = await theLine()
    const { stamp } = await viewChat(ctx, wanna, await chatOf('kamon'))
    await takesBack(await messageId())
    await isGone(id)
    expect((await viewChat(ctx, wanna, await chatOf('kamon'))).stamp).not.toBe(stamp)
  })

  test('taken back while the scanner is silent is not kept afterwards', async () => {
    const { scanner } = ctx
    ctx.scanner = clamdScanner({ CLAMD_URL: 'tcp://127.0.0.1:9' })
    await ctx.simulator.image('kamon', photo(), 'image/jpeg')
    await runJobs(ctx, FETCH)
    ctx.scanner = scanner
    await takesBack(await messageId())
    ctx.clock.advance(0.1)
    await runJobs(ctx)
    await isGone((await theLine()).id)
  })

  test('is erased with the words, 90 days after the chat', async () => {
    await sends(PDF, 'ผลตรวจน้ำ.pdf')
    const { id } = await theLine()
    await leaveChat(ctx, await applicantOf(ctx))
    ctx.clock.advance(24 * 89)
    await tidyUp(ctx)
    await runJobs(ctx)
    expect((await read(id)).bytes).toEqual(PDF)
    ctx.clock.advance(24 * 2)
    await tidyUp(ctx)
    await runJobs(ctx)
    await isGone(id)
    expect((await ctx.db.select().from(chatWord)).every(({ text }) => text === null)).toBe(true)
  })
})
