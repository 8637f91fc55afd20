import type { Exchange, Routes } from '../exchange.ts'
import { requireChannelToken } from './account.ts'
import { refuse } from './refuse.ts'
import { richMenuImageRoutes } from './rich-menus.ts'

/** LINE's data origin: bytes that people sent, and pictures of rich menus. */
const routes: Routes = {
  'GET /v2/bot/message/:messageId/content': content,
  'GET /v2/bot/message/:messageId/content/transcoding': (exchange) => {
    content(exchange)
    return { status: 200, body: { status: 'succeeded' } }
  },
  ...richMenuImageRoutes,
}

export const dataRoutes: Routes = Object.fromEntries(
  Object.entries(routes).map(([operation, handler]) => [
    operation,
    (exchange: Exchange) => {
      requireChannelToken(exchange)
      return handler(exchange)
    },
  ]),
)

function content({ world, params }: Exchange) {
  const found = world.line.contents.get(params.messageId ?? '')
  if (!found) return refuse(404, 'not found')
  return { status: 200, body: found.bytes, headers: { 'content-type': found.type } }
}
