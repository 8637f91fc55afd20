import type { Person, World } from '../world.ts'
import { issueAccessToken, issueIdToken, type LoginKeys } from './tokens.ts'

/**
 * Opening a LIFF app. LINE opens the app's endpoint with the wanted path in `liff.state` and the tokens in the hash;
 * the SDK keeps the tokens, and goes on to the path.
 *
 * Several personas share one browser here, as they never do in life. Each opening brings its own tokens, which the SDK
 * shim puts in place of the former person's before anything else; but the product's own session cookie still belongs
 * to the former person at that moment, and another origin's cookies cannot be cleared. The product therefore
 * compares the token's user with its session whenever LIFF starts, which real shared phones need as well.
 */
type Opening = { person: Person; path: string; client: boolean }

/** The address that LINE's in-app browser (`client`) or an ordinary browser is sent to. */
export async function openingAddress(world: World, keys: LoginKeys, opening: Opening): Promise<string> {
  const state = opening.path === '/' || opening.path === '' ? '' : encodeURIComponent(opening.path)
  const query = state ? `?liff.state=${state}` : ''
  return `${world.settings.botBaseUrl}/${query}#${await loginHash(world, keys, opening)}`
}

export async function loginHash(world: World, keys: LoginKeys, { person, client }: Omit<Opening, 'path'>) {
  return new URLSearchParams({
    access_token: issueAccessToken(world, person, client),
    context_token: contextToken(world, person, client),
    id_token: await issueIdToken(world, keys, person),
    client_id: world.settings.loginChannelId,
  })
}

/** The path under the LIFF app that this link means, or undefined when it is not a link to our app. */
export function pathOfLiffLink(world: World, link: string): string | undefined {
  const url = URL.parse(link)
  if (url?.origin !== world.origins.liff) return undefined
  const [, liffId, rest = ''] = url.pathname.match(/^\/([^/]+)(\/.*)?$/) ?? []
  return liffId === world.settings.liffId ? rest + url.search : undefined
}

/** Only ever decoded by the SDK, never verified. */
function contextToken(world: World, person: Person, client: boolean): string {
  const context = {
    type: client ? 'utou' : 'external',
    liffId: world.settings.liffId,
    endpointUrl: `${world.settings.botBaseUrl}/`,
    permanentLinkPattern: 'concat',
    viewType: 'full',
    userId: person.lineUserId,
    scope: ['openid', 'profile', 'chat_message.write'],
    availability: {},
  }
  return `x.${Buffer.from(JSON.stringify(context)).toString('base64url')}.y`
}
