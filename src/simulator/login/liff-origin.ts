import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Answer, type Exchange, Refusal, type Routes } from '../exchange.ts'
import { findPerson } from '../world.ts'
import { loginHash, openingAddress, pathOfLiffLink } from './liff.ts'
import type { LoginKeys } from './tokens.ts'

/**
 * What an ordinary browser meets at LIFF links and at login: a page that asks who is holding the phone, in the place of
 * LINE's own login. The phone of the simulator's page does not come here; it is given its address by the control API.
 */
export function liffRoutes(keys: LoginKeys): Routes {
  const openApp = (exchange: Exchange) => openLiffApp(exchange, keys)
  return {
    'GET /login': (exchange) => login(exchange, keys),
    'GET /fonts/:file': font,
    'GET /favicon.ico': () => ({ status: 204, body: '' }),
    'GET /:liffId': openApp,
    'GET /:liffId/*': openApp,
  }
}

/** Many machines have no Thai font of their own. */
const FONTS = ['latin-400', 'latin-700', 'thai-400', 'thai-700'].map((part) => `sarabun-${part}-normal.woff2`)
const THAI = 'U+0E01-0E5B,U+200C-200D,U+25CC'

function fontFace(file: string): string {
  const range = file.includes('thai') ? `unicode-range:${THAI};` : ''
  return `@font-face{font-family:Sarabun;font-weight:${file.includes('700') ? 700 : 400};${range}src:url(/fonts/${file})}`
}

function font({ params }: Exchange): Answer {
  const file = FONTS.find((name) => name === params.file)
  if (!file) throw new Refusal(page(404, '<p>ไม่พบ · Not found</p>'), 'no such font')
  const path = createRequire(import.meta.url).resolve(`@fontsource/sarabun/files/${file}`)
  return { status: 200, body: readFileSync(path), headers: { 'content-type': 'font/woff2' } }
}

/** The parameter that the chooser adds; it is no part of the link itself. */
const CHOSEN = 'simulator-persona'

async function openLiffApp(exchange: Exchange, keys: LoginKeys): Promise<Answer> {
  const { world, url } = exchange
  const chosen = url.searchParams.get(CHOSEN)
  url.searchParams.delete(CHOSEN)
  const path = pathOfLiffLink(world, world.origins.liff + url.pathname + url.search)
  if (path === undefined)
    throw new Refusal(page(404, '<p>ไม่พบ LIFF app นี้ · There is no such LIFF app.</p>'), 'no such LIFF app')
  const person = chosen === null ? undefined : findPerson(world, chosen)
  if (!person) return chooser(exchange)
  exchange.personaId = person.id
  return redirect(await openingAddress(world, keys, { person, path, client: false }))
}

/** `liff.login()` of an ordinary browser; comes back to the page that asked. */
async function login(exchange: Exchange, keys: LoginKeys): Promise<Answer> {
  const { world, url } = exchange
  const back = URL.parse(url.searchParams.get('redirect_uri') ?? '')
  if (back?.origin !== new URL(world.settings.botBaseUrl).origin)
    throw new Refusal(
      page(400, '<p>redirect_uri ไม่อยู่ใต้ LIFF endpoint · redirect_uri is not below the LIFF endpoint.</p>'),
      'redirect_uri is not the bot’s',
    )
  const person = findPerson(world, url.searchParams.get(CHOSEN) ?? '')
  if (!person) return chooser(exchange)
  exchange.personaId = person.id
  back.hash = String(await loginHash(world, keys, { person, client: false }))
  return redirect(back.href)
}

function chooser({ world, url }: Exchange): Answer {
  const choices = world.people.map((person) => {
    const link = new URL(url)
    link.searchParams.set(CHOSEN, person.id)
    const href = escapeHtml(link.pathname + link.search)
    return `<li><a href="${href}"><b>${escapeHtml(person.displayName)}</b><span>${escapeHtml(person.about)}</span></a></li>`
  })
  return page(
    200,
    `<h1>เข้าสู่ระบบด้วย LINE <small>(จำลอง · simulated)</small></h1><p>เลือกผู้ใช้ที่จะสวมบท · Choose whom to play</p><ul>${choices.join('')}</ul>`,
  )
}

const STYLE = `${FONTS.map(fontFace).join('')}body{font:16px/1.5 Sarabun,system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem;color:#1b2434}
h1{font-size:1.4rem}small{font-weight:400;color:#5b6577}ul{list-style:none;padding:0}
a{display:block;padding:.8rem 1rem;margin:.6rem 0;border:1px solid #c9d2e0;border-radius:.6rem;color:inherit;text-decoration:none}
a:hover,a:focus{border-color:#06c755;outline:2px solid #06c755}span{display:block;color:#5b6577}`

function page(status: number, body: string): Answer {
  const html = `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>LINE Login (จำลอง)</title><style>${STYLE}</style>${body}</html>`
  return { status, body: html, headers: { 'content-type': 'text/html; charset=utf-8' } }
}

function redirect(location: string): Answer {
  return { status: 302, headers: { location } }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
