/** From a page's name and properties to the whole HTML answer. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import { type Config, LINE_HOSTS } from '../config.ts'
import { ensureBuilt } from './build.ts'
import type { LiffConfig } from './client/liff.ts'
import type { Area, PageProps } from './page.ts'
import type { PageName, PropsOf } from './pages.tsx'
import type { Rendered } from './server.tsx'

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>
type ServerBundle = { renderBody(name: string, props: PageProps): Rendered }

type Renderer = {
  /** Folder of the browser's files, for `/assets/`. */
  client: string
  html(name: string, props: PageProps, nonce: string): string
  policy(nonce: string): string
}

declare module 'fastify' {
  interface FastifyInstance {
    renderer: Renderer
  }
}

/** Answers with a page. `status` is for pages that tell of a failure. */
export function renderPage<N extends PageName>(
  reply: FastifyReply,
  name: N,
  props: PropsOf<N>,
  status = 200,
): FastifyReply {
  const { renderer } = reply.server
  const nonce = randomBytes(16).toString('base64')
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', renderer.policy(nonce))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'strict-origin-when-cross-origin')
    .send(packed(reply, renderer.html(name, props as PageProps, nonce)))
}

/** With the sheet inside, a page is a third of its size when packed: the first paint does not wait for the rest. */
function packed(reply: FastifyReply, html: string): string | Buffer {
  reply.header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(reply.request.headers['accept-encoding'] ?? '')) return html
  reply.header('content-encoding', 'gzip')
  return gzipSync(html)
}

/** Loads the built pages once, at the start. */
export async function openRenderer(config: Config): Promise<Renderer> {
  const { client, server } = await ensureBuilt()
  const bundle = (await import(pathToFileURL(join(server, 'server.mjs')).href)) as ServerBundle
  const manifest = JSON.parse(readFileSync(join(client, 'manifest.json'), 'utf8')) as Manifest
  const sheet = sheetReader(client, manifest)
  return {
    client,
    policy: (nonce) => contentPolicy(config, nonce),
    html(name, props, nonce) {
      const page = bundle.renderBody(name, props)
      return document({
        page,
        language: props.language,
        nonce,
        css: sheet(page.area),
        scripts: page.client ? scriptFiles(manifest, page.client, page.modules) : [],
        props: page.hydrate ? props : undefined,
        liff: { id: config.LIFF_ID, sdk: config.LIFF_SDK_URL, url: liffUrl(config) },
      })
    },
  }
}

/** The LIFF app's permanent link; a path may follow. */
export const liffUrl = (config: Config) => `${new URL(config.LIFF_BASE_URL).origin}/${config.LIFF_ID}`

/** Sheets go inside the page: on a slow line that saves one whole round trip before the first paint. */
function sheetReader(client: string, manifest: Manifest): (area: Area) => string {
  const read = new Map<Area, string>()
  return (area) => {
    const known = read.get(area)
    if (known !== undefined) return known
    const entry = manifest[`src/web/${area}/${area}.css`]
    const css = entry ? readFileSync(join(client, entry.file), 'utf8') : ''
    read.set(area, css)
    return css
  }
}

/** The entry's file, then all that it will import, so that the browser fetches them side by side. */
function scriptFiles(manifest: Manifest, client: string, modules: string[]): string[] {
  const key = [`src/web/${client}.client.tsx`, `src/web/${client}.client.ts`].find((each) => manifest[each])
  if (!key) throw new Error(`no client entry ${client}`)
  const files: string[] = []
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || files.includes(chunk.file)) return
    files.push(chunk.file)
    for (const each of chunk.imports ?? []) visit(each)
  }
  visit(key)
  for (const each of modules) visit(`src/web/${each}.tsx`)
  return files
}

type Document = {
  page: Rendered
  language: string
  nonce: string
  css: string
  scripts: string[]
  props: PageProps | undefined
  liff: LiffConfig
}

function document({ page, language, nonce, css, scripts, props, liff }: Document): string {
  const [entry, ...imports] = scripts
  const description = page.description
    ? `<meta name="description" content="${escapeHtml(page.description)}">`
    : ''
  const preload = imports.map((file) => `<link rel="modulepreload" href="/${file}">`).join('')
  const script = entry
    ? `${json('liff-config', liff)}${props ? json('page-props', props) : ''}<script type="module" nonce="${nonce}" src="/${entry}"></script>`
    : ''
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="format-detection" content="telephone=no"><title>${escapeHtml(page.title)}</title><link rel="icon" href="${FAVICON}">${description}${preload}
<style nonce="${nonce}">${css}</style>${entry ? scriptMark(nonce) : ''}</head>
<body class="${page.area}"><div id="page">${page.body}</div>${script}</body></html>`
}

/** Hides what is only for a browser without script; given back when our script has not come to life in time. */
function scriptMark(nonce: string): string {
  const mark =
    "const c=document.documentElement.classList;c.add('js');setTimeout(()=>c.contains('live')||c.remove('js'),8000)"
  return `<script nonce="${nonce}">${mark}</script>`
}

/** A mark for the tab; without it a browser asks for /favicon.ico. */
const FAVICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='8' fill='%230d2446'/%3E%3Ccircle cx='8' cy='8' r='4' fill='%23dcc180'/%3E%3C/svg%3E"

/**
 * Data for the browser. `<` is escaped: no answer can close the element and begin a script.
 * NOTE an element's id becomes a global name: `liff` would stand in the way of LINE's own.
 */
function json(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

function contentPolicy(config: Config, nonce: string): string {
  const sdk = new URL(config.LIFF_SDK_URL).origin
  // LINE's SDK fetches its words and older extensions from sister hosts of its own.
  const sisters = sdk === new URL(LINE_HOSTS.LIFF_SDK_URL).origin ? ['https://*.line-scdn.net'] : [sdk]
  const line = [config.LINE_API_BASE_URL, config.LIFF_BASE_URL, 'https://access.line.me']
  const rules = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, sdk, ...sisters],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'connect-src': ["'self'", ...line.map((url) => new URL(url).origin), ...sisters],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    // A form that is answered by a redirect is bound by this as well: the one that begins at ThaID.
    'form-action': ["'self'", ...(config.THAID_CLIENT_ID ? [new URL(config.THAID_ISSUER).origin] : [])],
    'frame-src': ["'self'"],
    'frame-ancestors': ["'self'", ...framers(config)],
  }
  return Object.entries(rules)
    .map(([name, values]) => `${name} ${[...new Set(values)].join(' ')}`)
    .join('; ')
}

/** LINE's app shows a page in a web view of its own; another LIFF origin may frame it, from its host's any port. */
function framers(config: Config): string[] {
  const { protocol, hostname, origin } = new URL(config.LIFF_BASE_URL)
  return origin === LINE_HOSTS.LIFF_BASE_URL ? [] : [`${protocol}//${hostname}:*`]
}
