import type { Answer, Exchange, Routes } from '../exchange.ts'
import { hex32 } from '../ids.ts'
import { changed, findByLineUserId, type RichMenu, type RichMenuDefinition, type World } from '../world.ts'
import { imageFault, imageTypeOf } from './images.ts'
import { refuse } from './refuse.ts'

/** Rich menus: made once, given a picture once, and shown to everybody or to one person. */
export const richMenuRoutes: Routes = {
  'POST /v2/bot/richmenu': create,
  'POST /v2/bot/richmenu/batch': batch,
  'POST /v2/bot/richmenu/validate': () => ({ status: 200, body: {} }),
  'GET /v2/bot/richmenu/list': ({ world }) => ({
    status: 200,
    body: { richmenus: [...world.line.richMenus].map(([richMenuId, menu]) => describe(richMenuId, menu)) },
  }),
  'GET /v2/bot/richmenu/:richMenuId': (exchange) => ({
    status: 200,
    body: describe(exchange.params.richMenuId ?? '', getMenu(exchange)),
  }),
  'DELETE /v2/bot/richmenu/:richMenuId': remove,
  'POST /v2/bot/user/all/richmenu/:richMenuId': setDefault,
  'GET /v2/bot/user/all/richmenu': ({ world }) =>
    idOr404(world.line.defaultRichMenuId, 'no default richmenu'),
  'DELETE /v2/bot/user/all/richmenu': ({ world }) => {
    world.line.defaultRichMenuId = undefined
    return done(world)
  },
  'POST /v2/bot/user/:userId/richmenu/:richMenuId': link,
  'GET /v2/bot/user/:userId/richmenu': (exchange) =>
    idOr404(findUser(exchange)?.richMenuId, 'the user has no richmenu'),
  'DELETE /v2/bot/user/:userId/richmenu': (exchange) => {
    const person = findUser(exchange)
    if (person) person.richMenuId = undefined
    return done(exchange.world)
  },
  'POST /v2/bot/richmenu/alias': createAlias,
  'GET /v2/bot/richmenu/alias/list': ({ world }) => ({
    status: 200,
    body: {
      aliases: [...world.line.aliases].map(([richMenuAliasId, richMenuId]) => ({
        richMenuAliasId,
        richMenuId,
      })),
    },
  }),
  'POST /v2/bot/richmenu/alias/:aliasId': (exchange) => {
    getAlias(exchange)
    return pointAlias(exchange, exchange.params.aliasId ?? '')
  },
  'GET /v2/bot/richmenu/alias/:aliasId': (exchange) => ({
    status: 200,
    body: { richMenuAliasId: exchange.params.aliasId, richMenuId: getAlias(exchange) },
  }),
  'DELETE /v2/bot/richmenu/alias/:aliasId': (exchange) => {
    getAlias(exchange)
    exchange.world.line.aliases.delete(exchange.params.aliasId ?? '')
    return done(exchange.world)
  },
}

/** The picture travels on the data origin. */
export const richMenuImageRoutes: Routes = {
  'POST /v2/bot/richmenu/:richMenuId/content': upload,
  'GET /v2/bot/richmenu/:richMenuId/content': (exchange) => {
    const { image } = getMenu(exchange)
    if (!image) return refuse(404, 'Not found')
    return { status: 200, body: image.bytes, headers: { 'content-type': image.type } }
  },
}

const MENUS_PER_ACCOUNT = 1000
const BATCHES_PER_HOUR = 3
const CHANGES_PER_HOUR = 100
const HOUR_MS = 3600 * 1000

function create(exchange: Exchange): Answer {
  const { world, body } = exchange
  countCall(exchange)
  if (world.line.richMenus.size >= MENUS_PER_ACCOUNT)
    refuse(400, 'The number of rich menus has reached its limit')
  const richMenuId = `richmenu-${hex32()}`
  world.line.richMenus.set(richMenuId, { definition: body as RichMenuDefinition })
  changed(world)
  return { status: 200, body: { richMenuId } }
}

type BatchOperation = { type: string; from?: string; to?: string }

/** Moves everybody who is shown one menu to another, or to none. LINE does it in its own time; here it is at once. */
function batch(exchange: Exchange): Answer {
  const { world, body } = exchange
  countCall(exchange, BATCHES_PER_HOUR)
  for (const { type, from, to } of (body as { operations: BatchOperation[] }).operations) {
    if (type === 'link' && !world.line.richMenus.has(to ?? '')) refuse(400, 'richmenu not found')
    for (const person of world.people)
      if (type === 'unlinkAll' || person.richMenuId === from) person.richMenuId = to
  }
  changed(world)
  return { status: 202, body: {} }
}

function remove(exchange: Exchange): Answer {
  const { world, params } = exchange
  countCall(exchange)
  getMenu(exchange)
  world.line.richMenus.delete(params.richMenuId ?? '')
  if (world.line.defaultRichMenuId === params.richMenuId) world.line.defaultRichMenuId = undefined
  for (const person of world.people)
    if (person.richMenuId === params.richMenuId) person.richMenuId = undefined
  return done(world)
}

/** Menus may be made and deleted 100 times an hour: a bot that publishes all of them at each start would hit it. */
function countCall({ world, operation }: Exchange, perHour = CHANGES_PER_HOUR): void {
  const now = world.clock.now()
  const recent = (world.line.callTimes.get(operation) ?? []).filter(
    (at) => now.getTime() - at.getTime() < HOUR_MS,
  )
  if (recent.length >= perHour) refuse(429, 'The API rate limit has been exceeded. Try again later.')
  world.line.callTimes.set(operation, [...recent, now])
}

function upload(exchange: Exchange): Answer {
  const { world, bytes } = exchange
  const menu = getMenu(exchange)
  const type = imageTypeOf(bytes)
  if (!type || exchange.headers['content-type'] !== type) refuse(415, 'Unsupported Media Type')
  if (menu.image) refuse(400, 'An image has already been uploaded to the richmenu')
  const fault = imageFault(bytes, menu.definition.size)
  if (fault) {
    exchange.findings.push(fault)
    refuse(400, 'The image size is not allowed for richmenu')
  }
  menu.image = { type, bytes }
  return done(world)
}

function setDefault(exchange: Exchange): Answer {
  const menu = getMenu(exchange)
  if (!menu.image) refuse(400, 'must upload richmenu image before applying it to user')
  exchange.world.line.defaultRichMenuId = exchange.params.richMenuId
  return done(exchange.world)
}

/** Linking somebody who is no friend answers 200 and does nothing. */
function link(exchange: Exchange): Answer {
  const menu = getMenu(exchange)
  if (!menu.image) refuse(400, 'must upload richmenu image before applying it to user')
  const person = findUser(exchange)
  exchange.personaId = person?.id
  if (person?.following) person.richMenuId = exchange.params.richMenuId
  return done(exchange.world)
}

function createAlias(exchange: Exchange): Answer {
  const { richMenuAliasId } = exchange.body as { richMenuAliasId: string }
  if (exchange.world.line.aliases.has(richMenuAliasId)) refuse(400, 'conflict richmenu alias id')
  return pointAlias(exchange, richMenuAliasId)
}

function pointAlias({ world, body }: Exchange, aliasId: string): Answer {
  const { richMenuId } = body as { richMenuId: string }
  if (!world.line.richMenus.has(richMenuId)) refuse(400, 'richmenu not found')
  world.line.aliases.set(aliasId, richMenuId)
  return done(world)
}

function getAlias({ world, params }: Exchange): string {
  return world.line.aliases.get(params.aliasId ?? '') ?? refuse(404, 'richmenu alias not found')
}

function getMenu({ world, params }: Exchange): RichMenu {
  return world.line.richMenus.get(params.richMenuId ?? '') ?? refuse(404, 'richmenu not found')
}

function findUser({ world, params }: Exchange) {
  return findByLineUserId(world, params.userId ?? '')
}

function idOr404(richMenuId: string | undefined, message: string): Answer {
  return richMenuId === undefined ? refuse(404, message) : { status: 200, body: { richMenuId } }
}

function describe(richMenuId: string, { definition }: RichMenu) {
  return { richMenuId, ...definition }
}

function done(world: World): Answer {
  changed(world)
  return { status: 200, body: {} }
}
