import { beforeEach, describe, expect, test } from 'vitest'
import { attachFile, readFile, removeFile } from '../../src/actions/attach-file.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { withdrawApplication } from '../../src/actions/withdraw-application.ts'
import { Conflict, Invalid, NotFound } from '../../src/errors.ts'
import { openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { applicantOf, fillDraft, getCase, PNG, submitted } from '../support/people.ts'
import { anotherPng, exifOf, GPS, photo } from '../support/pictures.ts'

let ctx: TestContext
beforeEach(async () => {
  ctx = await openTestContext()
})

const problemsOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Invalid)) throw new Error(`expected Invalid, got ${error}`)
  return error.problems.map(({ field, code }) => `${field}: ${code}`)
}

describe('a draft', () => {
  test('is one a person, however often it is started', async () => {
    const applicantId = await applicantOf(ctx)
    const drafts = await Promise.all([1, 2, 3].map(() => startApplication(ctx, applicantId)))
    expect(new Set(drafts.map((draft) => draft.applicationId)).size).toBe(1)
  })

  test('keeps what was typed wrong', async () => {
    const owner = await fillDraft(ctx, { answers: { national_id: '1-1017-00207-36-0' } })
    expect((await viewCase(ctx, owner)).answers.national_id).toBe('1-1017-00207-36-0')
  })

  test('of somebody else is not found', async () => {
    const { applicationId } = await fillDraft(ctx)
    const stranger = { applicationId, applicantId: await applicantOf(ctx, 'teeradet') }
    await expect(viewCase(ctx, stranger)).rejects.toThrow(NotFound)
    await expect(saveDraft(ctx, { ...stranger, answers: {} })).rejects.toThrow(NotFound)
    await expect(submitApplication(ctx, { ...stranger, declared: true })).rejects.toThrow(NotFound)
    await expect(
      attachFile(ctx, { ...stranger, fieldId: 'site_map', name: 'x.png', bytes: PNG }),
    ).rejects.toThrow(NotFound)
    await expect(withdrawApplication(ctx, stranger)).rejects.toThrow(NotFound)
  })

  test('does not let a typed answer pose as an upload', async () => {
    const owner = await fillDraft(ctx)
    const before = (await viewCase(ctx, owner)).answers.id_card
    await saveDraft(ctx, { ...owner, answers: { id_card: 'nothing' } })
    expect((await viewCase(ctx, owner)).answers.id_card).toEqual(before)
  })
})

describe('an upload', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'file_empty'],
    ['a program called .png', Buffer.from('MZ\x90\x00 this is no picture'), 'file_wrong_type'],
    ['a picture cut off in the middle', PNG.subarray(0, 50), 'file_broken'],
    ['more than ten megabytes', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 'file_too_large'],
  ])('%s is refused with what to do', async (_, bytes, code) => {
    const owner = await fillDraft(ctx)
    expect(
      await problemsOf(attachFile(ctx, { ...owner, fieldId: 'site_map', name: 'map.png', bytes })),
    ).toEqual([`site_map: ${code}`])
  })

  test('beyond the number allowed is refused', async () => {
    const owner = await fillDraft(ctx)
    const bytes = anotherPng(2)
    expect(await problemsOf(attachFile(ctx, { ...owner, fieldId: 'id_card', name: 'b.png', bytes }))).toEqual(
      ['id_card: too_many_files'],
    )
  })

  test('sent again, because the answer was lost on the way, is there once', async () => {
    const owner = await fillDraft(ctx)
    const again = await attachFile(ctx, { ...owner, fieldId: 'site_map', name: 'site_map.png', bytes: PNG })
    expect((await viewCase(ctx, owner)).answers.site_map).toEqual([again])
  })

  test('sent twice at the same moment is there once', async () => {
    const owner = await fillDraft(ctx)
    const upload = {
      ...owner,
      fieldId: 'site_map',
      name: 'b.png',
      bytes: anotherPng(3),
    }
    const [one, two] = await Promise.all([attachFile(ctx, upload), attachFile(ctx, upload)])
    expect(one).toEqual(two)
    expect((await viewCase(ctx, owner)).answers.site_map).toHaveLength(2)
  })

  test('is kept without the place where it was taken', async () => {
    const owner = await fillDraft(ctx)
    const bytes = photo(exifOf(6))
    const file = await attachFile(ctx, { ...owner, fieldId: 'site_map', name: 'IMG_1.jpg', bytes })
    const stored = await readFile(ctx, { fileId: file.id, by: owner })
    expect(stored.bytes.includes(GPS)).toBe(false)
    expect(file).toMatchObject({ type: 'image/jpeg', size: stored.bytes.length })
  })

  test('can be removed, twice over', async () => {
    const owner = await fillDraft(ctx)
    const [file] = (await viewCase(ctx, owner)).answers.id_card as { id: string }[]
    await removeFile(ctx, { ...owner, fileId: file?.id ?? '' })
    await removeFile(ctx, { ...owner, fileId: file?.id ?? '' })
    expect((await viewCase(ctx, owner)).answers.id_card).toEqual([])
  })
})

describe('submitting', () => {
  test('names everything that is wrong at once and keeps the draft', async () => {
    const owner = await fillDraft(ctx, {
      answers: {
        national_id: '1-1017-00207-36-0',
        birth_date: { day: '29', month: '2', year: '2566' },
        machines: [{ serial: '', spot: 'หน้าร้าน' }],
      },
    })
    expect(await problemsOf(submitApplication(ctx, { ...owner, declared: false }))).toEqual([
      'national_id: bad_thai_id',
      'birth_date: bad_date',
      'machines.0.serial: required',
      'declaration: declaration_needed',
    ])
    expect((await getCase(ctx, owner)).status).toBe('draft')
  })

  test('stores both times of receipt and the due day', async () => {
    ctx.clock.set(new Date('2026-11-27T20:15:00+07:00'))
    const owner = await submitted(ctx)
    const application = await getCase(ctx, owner)
    expect(application.enteredAt).toEqual(new Date('2026-11-27T20:15:00+07:00'))
    expect(application.receivedAt).toEqual(new Date('2026-11-30T08:30:00+07:00'))
    expect(application.dueOn).toBe('2026-12-30')
    expect(application.reference).toBe('สธ-2569-000001')
  })

  test('pressed twice at once gives one number', async () => {
    const owner = await fillDraft(ctx)
    const presses = await Promise.all([1, 2].map(() => submitApplication(ctx, { ...owner, declared: true })))
    expect(presses[0]).toEqual(presses[1])
    const other = await submitted(ctx, { persona: 'teeradet' })
    expect((await getCase(ctx, other)).reference).toBe('สธ-2569-000002')
  })

  test('drops what was hidden and stores digits and dates in their normal form', async () => {
    const owner = await submitted(ctx, { answers: { company_name: 'ค้าง', national_id: '๑-๑๐๑๗-๐๐๒๐๗-๓๖-๖' } })
    const { answers } = await getCase(ctx, owner)
    expect(answers).toMatchObject({ national_id: '1101700207366', birth_date: '1987-01-15' })
    expect(answers).not.toHaveProperty('company_name')
  })

  test('can no longer be edited', async () => {
    const owner = await submitted(ctx)
    await expect(saveDraft(ctx, { ...owner, answers: { first_name: 'อื่น' } })).rejects.toThrow(Conflict)
  })

  test('sends the acknowledgement once and alerts every reviewer once', async () => {
    await submitted(ctx)
    await runJobs(ctx)
    await runJobs(ctx)
    const { chats } = await ctx.simulator.state()
    expect(chats.kamon?.filter((entry) => entry.from === 'bot')).toHaveLength(1)
    expect(chats.wanna?.filter((entry) => entry.from === 'bot')).toHaveLength(1)
    expect(chats.kukiat ?? []).toHaveLength(0)
    expect(await ctx.simulator.findings()).toEqual([])
  })
})
