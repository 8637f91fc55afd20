import type { HTTPFetchError } from '@line/bot-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KAMON, openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ friends: ['kamon'] })
})
afterAll(() => stage.close())

const MENU = {
  size: { width: 2500, height: 1686 },
  selected: true,
  name: 'เมนูหลัก',
  chatBarText: 'เมนูบริการ',
  areas: [
    {
      bounds: { x: 0, y: 0, width: 833, height: 843 },
      action: { type: 'message' as const, label: 'สถานะ', text: 'สถานะ' },
    },
  ],
}

/** The head of a PNG of this size: what the simulator reads of a picture. */
function png(width: number, height: number) {
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000', 'hex')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return new Blob([head], { type: 'image/png' })
}

const messageOf = (call: Promise<unknown>) =>
  call.then(
    () => 'not refused',
    (error: HTTPFetchError) => `${error.status} ${JSON.parse(error.body).message}`,
  )

test('a rich menu is made, given its picture once, and becomes everybody’s', async () => {
  const { client, blobs, simulator } = stage
  await client.validateRichMenuObject(MENU)
  const { richMenuId } = await client.createRichMenu(MENU)
  expect(await messageOf(client.setDefaultRichMenu(richMenuId))).toBe(
    '400 must upload richmenu image before applying it to user',
  )
  expect(await messageOf(blobs.setRichMenuImage(richMenuId, png(2500, 843)))).toBe(
    '400 The image size is not allowed for richmenu',
  )
  await blobs.setRichMenuImage(richMenuId, png(2500, 1686))
  expect(await messageOf(blobs.setRichMenuImage(richMenuId, png(2500, 1686)))).toBe(
    '400 An image has already been uploaded to the richmenu',
  )
  expect(await messageOf(client.getDefaultRichMenuId())).toBe('404 no default richmenu')
  await client.setDefaultRichMenu(richMenuId)
  expect(await client.getDefaultRichMenuId()).toEqual({ richMenuId })
  expect(await client.getRichMenu(richMenuId)).toEqual({ richMenuId, ...MENU })
  expect((await client.getRichMenuList()).richmenus).toHaveLength(1)

  const { richMenus, defaultRichMenuId } = await simulator.state()
  expect(defaultRichMenuId).toBe(richMenuId)
  expect((await fetch(richMenus[richMenuId]?.imageUrl ?? '')).headers.get('content-type')).toBe('image/png')
})

test('a picture that is no picture is refused by its bytes', async () => {
  const { richMenuId } = await stage.client.createRichMenu(MENU)
  const disguised = new Blob(['GIF89a'], { type: 'image/png' })
  expect(await messageOf(stage.blobs.setRichMenuImage(richMenuId, disguised))).toBe(
    '415 Unsupported Media Type',
  )
})

test('a person can have a menu of their own', async () => {
  const { client, blobs, simulator } = stage
  const { richMenuId } = await client.createRichMenu(MENU)
  await blobs.setRichMenuImage(richMenuId, png(2500, 1686))
  expect(await messageOf(client.getRichMenuIdOfUser(KAMON))).toBe('404 the user has no richmenu')
  await client.linkRichMenuIdToUser(KAMON, richMenuId)
  expect(await client.getRichMenuIdOfUser(KAMON)).toEqual({ richMenuId })
  expect((await simulator.state()).personas.find(({ id }) => id === 'kamon')?.richMenuId).toBe(richMenuId)
  await client.unlinkRichMenuIdFromUser(KAMON)
  expect((await simulator.state()).personas.find(({ id }) => id === 'kamon')?.richMenuId).toBeUndefined()
})

test('an alias leads to a menu and can be pointed to another', async () => {
  const { client, simulator } = stage
  const first = await client.createRichMenu(MENU)
  const second = await client.createRichMenu(MENU)
  const richMenuAliasId = 'main'
  await client.createRichMenuAlias({ richMenuAliasId, richMenuId: first.richMenuId })
  expect(await messageOf(client.createRichMenuAlias({ richMenuAliasId, richMenuId: first.richMenuId }))).toBe(
    '400 conflict richmenu alias id',
  )
  await client.updateRichMenuAlias(richMenuAliasId, { richMenuId: second.richMenuId })
  expect(await client.getRichMenuAlias(richMenuAliasId)).toEqual({
    richMenuAliasId,
    richMenuId: second.richMenuId,
  })
  expect((await client.getRichMenuAliasList()).aliases).toHaveLength(1)
  await simulator.action('kamon', { type: 'richmenuswitch', richMenuAliasId, data: 'tab' })
  expect(stage.lastEvent().postback).toEqual({
    data: 'tab',
    params: { newRichMenuAliasId: 'main', status: 'SUCCESS' },
  })
  expect(await messageOf(client.getRichMenuAlias('other'))).toBe('404 richmenu alias not found')
})

test('what is deleted is gone, and 100 changes an hour are the limit', async () => {
  const { client } = stage
  const { richMenuId } = await client.createRichMenu(MENU)
  await client.deleteRichMenu(richMenuId)
  expect(await messageOf(client.getRichMenu(richMenuId))).toBe('404 richmenu not found')
  const made = await Promise.all(Array.from({ length: 100 }, () => messageOf(client.createRichMenu(MENU))))
  expect(made).toContain('429 The API rate limit has been exceeded. Try again later.')
  await stage.simulator.advance(3601)
  expect(await messageOf(client.createRichMenu(MENU))).toBe('not refused')
})
