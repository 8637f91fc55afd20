import type { SimulatorState } from '../api.ts'
import type { StoredMail, World } from '../world.ts'

const LOG_SHOWN = 500

/** All that the page shows, as plain data. */
export function stateOf(world: World): SimulatorState {
  const now = world.clock.now()
  return {
    seq: world.seq,
    now: now.toISOString(),
    personas: world.people.map(({ blocked: _blocked, wroteAt: _wroteAt, ...persona }) => persona),
    chats: Object.fromEntries(world.chats),
    loading: Object.fromEntries(
      [...world.loading].filter(([, until]) => until > now).map(([id, until]) => [id, until.toISOString()]),
    ),
    richMenus: richMenusOf(world),
    defaultRichMenuId: world.line.defaultRichMenuId,
    log: world.log.slice(-LOG_SHOWN),
    mails: mailsOf(world),
    payments: world.transactions.map(({ transactionId, satang, ref1, ref2, at }) => ({
      transactionId,
      satang,
      ref1,
      ref2,
      at: at.toISOString(),
    })),
    bot: { displayName: world.settings.botName, baseUrl: world.settings.botBaseUrl },
  }
}

export function mailsOf(world: World) {
  return world.mails.map(({ bytes: _bytes, ...mail }: StoredMail) => mail)
}

function richMenusOf(world: World): SimulatorState['richMenus'] {
  const menus = [...world.line.richMenus].map(([id, { definition, image }]) => {
    const imageUrl = image ? `${world.origins.control}/api/richmenus/${id}/image` : ''
    const { size, areas, chatBarText } = definition
    return [id, { imageUrl, size, areas, chatBarText }]
  })
  return Object.fromEntries(menus)
}
