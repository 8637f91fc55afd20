import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readFile, removeFile } from '../../src/actions/attach-file.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { tidyUp } from '../../src/actions/tidy-up.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { handleLineEvent } from '../../src/conversation/handle.ts'
import { clamdScanner } from '../../src/files/clamd.ts'
import { lineEvent, receivedFile } from '../../src/messages/table.ts'
import type { FileAnswer } from '../../src/service/form.ts'
import { type ClamdPeer, EICAR, startClamd } from '../files/clamd-peer.ts'
import { closeChat, messagesTo, openChat } from '../support/chat.ts'
import { runJobs, type TestContext } from '../support/context.ts'
import { fillDraft, type Owner, PNG, sentBack, submitted } from '../support/people.ts'
import { anotherPng, chunk, exifOf, GPS, photo, png } from '../support/pictures.ts'

let ctx: TestContext
let clamd: ClamdPeer | undefined
beforeEach(async () => {
  ctx = await openChat()
  await clamd?.close()
})
afterAll(async () => {
  await closeChat()
  await clamd?.close()
})

const events = () => ctx.db.select().from(lineEvent)
async function and(doing: () => Promise<unknown>, count = 1) {
  const before = (await events()).length
  await doing()
  await expect.poll(async () => (await events()).length).toBe(before + count)
  await runJobs(ctx)
}
const sends = (bytes: Buffer, type = 'image/jpeg') => and(() => ctx.simulator.image('kamon', bytes, type))
const says = (text: string) => and(() => ctx.simulator.text('kamon', text))

type Said = { text: string; quickReply?: { items: { action: Action }[] }; quoteToken?: string }
type Action = { type: string; label: string; data: string }
async function heard(): Promise<Said[]> {
  const messages = await messagesTo(ctx, 'kamon')
  return messages.map((message) => ({ ...message, text: String(message.altText ?? message.text) }) as Said)
}
const last = async () => (await heard()).at(-1) as Said
const buttons = async () => ((await last()).quickReply?.items ?? []).map(({ action }) => action)
const press = async (label: string) => {
  const action = (await buttons()).find((each) => each.label.includes(label))
  if (!action) throw new Error(`no button ${label}`)
  return and(() => ctx.simulator.action('kamon', action))
}
const filesAt = async (owner: Owner, field: string) =>
  ((await viewCase(ctx, owner)).answers[field] ?? []) as FileAnswer[]
const waiting = () => ctx.db.select().from(receivedFile)

/** A draft from which these documents are still missing. */
async function draftWithout(...fields: string[]): Promise<Owner> {
  const owner = await fillDraft(ctx)
  for (const field of fields)
    for (const { id } of await filesAt(owner, field)) await removeFile(ctx, { ...owner, fileId: id })
  return owner
}

describe('a photo sent in the chat', () => {
  test('is asked about, with the missing documents first, and lands where its sender says', async () => {
    const owner = await draftWithout('id_card', 'water_test')
    await sends(photo(exifOf(6)))
    const question = await last()
    expect(question.text).toContain('รูปนี้คือเอกสารใด')
    expect(question.quoteToken).toBeTruthy()
    const labels = (await buttons()).map(({ label }) => label)
    expect(labels[0]).toMatch(/^1\. /)
    expect(labels.at(-1)).toBe('ไม่ใช่เอกสาร')
    await press('1. ')
    const [file] = await filesAt(owner, 'id_card')
    expect(file).toMatchObject({ type: 'image/jpeg' })
    const stored = await readFile(ctx, { fileId: file?.id ?? '', by: owner })
    expect(stored.bytes.includes(GPS)).toBe(false)
    const answer = (await heard()).at(-2)?.text ?? ''
    expect(answer).toContain('แนบเป็น')
    expect(answer).toContain('ยังขาด')
    expect((await last()).text).toContain('คำขอที่กรอกค้างไว้')
    expect(await ctx.simulator.findings()).toEqual([])
  })

  test('of the last missing document completes them', async () => {
    await draftWithout('id_card')
    await sends(photo())
    await press('1. ')
    expect((await heard()).at(-2)?.text).toContain('เอกสารครบแล้ว')
  })

  test('is attached once, however often the button is pressed or the event comes again', async () => {
    const owner = await draftWithout('id_card', 'site_map')
    await sends(photo())
    const [first, second] = await buttons()
    await and(() => ctx.simulator.action('kamon', first as Action))
    await and(() => ctx.simulator.action('kamon', first as Action))
    await and(() => ctx.simulator.action('kamon', second as Action))
    for (const { id } of await events()) await handleLineEvent(ctx, id)
    expect(await filesAt(owner, 'id_card')).toHaveLength(1)
    expect(await filesAt(owner, 'site_map')).toHaveLength(0)
    expect((await heard()).at(-2)?.text).toContain('แนบหรือลบไปแล้ว')
  })

  test('is kept once and asked about once when the reply is lost on the way', async () => {
    await draftWithout('id_card')
    await ctx.simulator.image('kamon', photo(), 'image/jpeg')
    await expect.poll(async () => (await events()).length).toBe(1)
    await ctx.simulator.fault('POST /v2/bot/message/reply', 'error-500')
    const [event] = await events()
    await expect(handleLineEvent(ctx, event?.id ?? '')).rejects.toMatchObject({ reason: 'unavailable' })
    expect(await handleLineEvent(ctx, event?.id ?? '')).toBe('done')
    expect(await waiting()).toHaveLength(1)
    expect(await heard()).toHaveLength(1)
  })

  test.each(['1', '๑', '1.'])('can be answered by typing %s, where LINE shows no buttons', async (typed) => {
    const owner = await draftWithout('id_card')
    await sends(photo())
    await says(typed)
    expect(await filesAt(owner, 'id_card')).toHaveLength(1)
  })

  test('that is no document is not kept', async () => {
    const owner = await draftWithout('id_card')
    await sends(photo())
    const [file] = await waiting()
    await press('ไม่ใช่เอกสาร')
    expect(await filesAt(owner, 'id_card')).toHaveLength(0)
    expect((await heard()).at(-2)?.text).toBe('ไม่ได้เก็บไฟล์นี้')
    await expect(ctx.files.get(file?.storageKey ?? '')).rejects.toThrow()
  })

  test('does not keep a question from being answered', async () => {
    await draftWithout('id_card')
    await sends(photo())
    await says('ค่าธรรมเนียมเท่าไหร่')
    expect((await last()).text).toContain('ค่าธรรมเนียม')
    await says('1')
    expect((await heard()).at(-2)?.text).toContain('แนบเป็น')
  })

  test('taken back takes its file with it', async () => {
    await draftWithout('id_card')
    await sends(photo())
    const [file] = await waiting()
    const unsend = {
      type: 'unsend',
      mode: 'active',
      timestamp: ctx.clock.now().getTime() + 1,
      webhookEventId: '01JDUNSEND0000000000000000',
      deliveryContext: { isRedelivery: false },
      source: { type: 'user', userId: file?.lineUserId },
      unsend: { messageId: file?.messageId },
    }
    await and(() => ctx.simulator.rawWebhook([unsend]))
    expect(await waiting()).toMatchObject([{ state: 'discarded' }])
    await expect(ctx.files.get(file?.storageKey ?? '')).rejects.toThrow()
    expect(await heard()).toHaveLength(1)
  })

  test('of somebody without a draft leads to the beginning, and is not kept', async () => {
    await sends(photo())
    expect((await last()).text).toContain('เริ่มคำขอก่อน')
    expect(await waiting()).toEqual([])
  })

  test('that nobody claimed is erased after a day', async () => {
    await draftWithout('id_card')
    await sends(photo())
    const [file] = await waiting()
    ctx.clock.advance(23)
    await tidyUp(ctx)
    expect(await ctx.files.get(file?.storageKey ?? '')).toBeTruthy()
    const old = await buttons()
    ctx.clock.advance(2)
    await tidyUp(ctx)
    expect(await waiting()).toEqual([])
    await expect(ctx.files.get(file?.storageKey ?? '')).rejects.toThrow()
    await and(() => ctx.simulator.action('kamon', old[0] as Action))
    expect((await heard()).at(-2)?.text).toContain('แนบหรือลบไปแล้ว')
  })

  test('that was attached stays when the rest is erased', async () => {
    const owner = await draftWithout('id_card')
    await sends(photo())
    await press('1. ')
    ctx.clock.advance(49)
    await tidyUp(ctx)
    const [file] = await filesAt(owner, 'id_card')
    expect((await readFile(ctx, { fileId: file?.id ?? '', by: owner })).bytes.length).toBeGreaterThan(0)
  })

  test('cannot be attached to a case of somebody else, nor once it is submitted', async () => {
    const owner = await draftWithout('water_test')
    await sends(anotherPng(9), 'image/png')
    const [first] = await buttons()
    await and(() => ctx.simulator.action('teeradet', first as Action))
    expect(await filesAt(owner, 'water_test')).toHaveLength(0)
    await fillDraft(ctx)
    await submitApplication(ctx, { ...owner, declared: true })
    await and(() => ctx.simulator.action('kamon', first as Action))
    expect((await viewCase(ctx, owner)).answers.water_test).toHaveLength(1)
  })
})

describe('several files', () => {
  test('sent together are asked about once, one after the other, in order', async () => {
    const owner = await draftWithout('id_card', 'site_map', 'water_test')
    await ctx.simulator.holdWebhooks()
    for (const number of [1, 2, 3]) await ctx.simulator.image('kamon', anotherPng(number), 'image/png')
    await and(() => ctx.simulator.releaseWebhooks({ together: true }), 3)
    expect(await heard()).toHaveLength(1)
    expect((await last()).text).toContain('มี 3 ไฟล์')
    await press('1. ')
    expect((await last()).text).toContain('มี 2 ไฟล์')
    await press('1. ')
    await press('1. ')
    for (const [field, number] of [
      ['id_card', 1],
      ['site_map', 2],
      ['water_test', 3],
    ] as const) {
      const [file] = await filesAt(owner, field)
      const { bytes } = await readFile(ctx, { fileId: file?.id ?? '', by: owner })
      expect(bytes).toEqual(anotherPng(number))
    }
    expect((await heard()).at(-2)?.text).toContain('เอกสารครบแล้ว')
  })
})

describe('a file that cannot be taken', () => {
  const PDF = Buffer.from('%PDF-1.7\n%%EOF')

  test('is told from one that can: a PDF is asked about by its name', async () => {
    const owner = await draftWithout('water_test')
    await and(() => ctx.simulator.file('kamon', PDF, 'ผลตรวจน้ำ.pdf'))
    expect((await last()).text).toContain('ไฟล์ “ผลตรวจน้ำ.pdf” คือเอกสารใด')
    await press('1. ')
    expect(await filesAt(owner, 'water_test')).toMatchObject([{ name: 'ผลตรวจน้ำ.pdf' }])
  })

  test.each([
    ['another kind of file', Buffer.from('PK\x03\x04 word'), 'ไม่ใช่รูปหรือ PDF'],
    ['an empty one', Buffer.alloc(0), 'ว่างเปล่า'],
    ['a broken picture', PNG.subarray(0, 50), 'เปิดไฟล์นี้ไม่ได้'],
    ['one too large', Buffer.alloc(11 * 1024 * 1024), 'ใหญ่เกิน 10 MB'],
  ])('%s', async (_, bytes, words) => {
    await draftWithout('water_test')
    await and(() => ctx.simulator.file('kamon', bytes, 'ไฟล์.docx'))
    expect((await last()).text).toContain(words)
    expect(await waiting()).toEqual([])
  })

  test('LINE has no longer', async () => {
    await draftWithout('water_test')
    await ctx.simulator.fault('GET /v2/bot/message/:messageId/content', 'content-gone')
    await sends(photo())
    expect((await last()).text).toContain('โปรดส่งใหม่')
  })

  test('LINE is still preparing is asked for again', async () => {
    await draftWithout('water_test')
    await ctx.simulator.fault('GET /v2/bot/message/:messageId/content', 'content-preparing')
    await sends(photo())
    expect((await last()).text).toContain('รูปนี้คือเอกสารใด')
  })

  test('has a virus', async () => {
    await draftWithout('water_test')
    clamd = await startClamd()
    ctx.scanner = clamdScanner({ CLAMD_URL: clamd.url })
    await sends(png(chunk('iCCP', EICAR)), 'image/png')
    expect((await last()).text).toContain('พบไวรัส')
    expect(await waiting()).toEqual([])
  })

  test('could not be looked at, and is to be sent again', async () => {
    await draftWithout('water_test')
    ctx.scanner = clamdScanner({ CLAMD_URL: 'tcp://127.0.0.1:9' })
    await sends(photo())
    expect((await last()).text).toContain('ส่งใหม่อีกครั้งในไม่กี่นาที')
  })

  test('has no place left, and is not kept', async () => {
    await draftWithout()
    const large = anotherPng(5)
    for (let count = 0; count < 12; count++) {
      await sends(anotherPng(100 + count), 'image/png')
      if ((await last()).text.includes('ไม่มีเอกสารใดที่รับไฟล์นี้ได้แล้ว')) break
      await press('1. ')
    }
    await sends(large, 'image/png')
    expect((await last()).text).toContain('ไม่มีเอกสารใดที่รับไฟล์นี้ได้แล้ว')
    expect((await waiting()).filter(({ state }) => state === 'waiting')).toEqual([])
  })
})

describe('during a correction', () => {
  async function returned(fields: string[]): Promise<Owner> {
    const owner = await submitted(ctx)
    await runJobs(ctx)
    await sentBack(ctx, owner, fields)
    await runJobs(ctx)
    ctx.clock.advance(1)
    return owner
  }

  test('a photo may only become a document the officer named, and takes the old one’s place', async () => {
    const owner = await returned(['id_card', 'shop_name'])
    const [before] = await filesAt(owner, 'id_card')
    await sends(photo())
    expect(await buttons()).toHaveLength(2)
    await press('1. ')
    const after = await filesAt(owner, 'id_card')
    expect(after).toHaveLength(1)
    expect(after[0]?.id).not.toBe(before?.id)
    expect((await last()).text).toContain('ส่งกลับให้เจ้าหน้าที่')
  })

  test('without a document among the items a photo leads to them', async () => {
    await returned(['shop_name'])
    await sends(photo())
    expect((await last()).text).toContain('รายการที่ต้องแก้ไข')
    expect(await waiting()).toEqual([])
  })
})
