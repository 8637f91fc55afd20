import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Top row first. A file may import its own folder and any row below its own, never its own row or a row above. */
const ROWS = [
  ['main', 'cli'],
  ['commands'],
  ['start'],
  ['app'],
  ['compose'],
  ['clock'],
  ['line', 'bank', 'identity', 'mail', 'signing', 'files', 'keys', 'web', 'worker', 'simulator'],
  ['conversation'],
  ['actions'],
  ['context'],
  [
    'application',
    'applicant',
    'review',
    'officer',
    'payment',
    'licence',
    'survey',
    'question',
    'proof',
    'mandate',
    'privacy',
    'messages',
    'outbox',
    'documents',
  ],
  ['service'],
  ['db'],
  ['logger'],
  ['config', 'errors'],
]

/** What only ever runs in a browser, or is built for the server by Vite. */
const BROWSER = /^(web\/(client|ui)\/|simulator\/page\/)/

const SRC = join(import.meta.dirname, '../src')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f))

const owner = (file: string) => file.replace(/\/.*$/, '').replace(/\.ts$/, '')
const row = (name: string) => ROWS.findIndex((names) => names.includes(name))

function importsOf(file: string) {
  const text = readFileSync(join(SRC, file), 'utf8')
  return [...text.matchAll(/\bfrom '(\.[^']+)'|\bimport '(\.[^']+)'|\bimport\('(\.[^']+)'\)/g)].map((m) =>
    relative(SRC, join(SRC, dirname(file), m[1] ?? m[2] ?? m[3] ?? '')),
  )
}

test.each(files)('%s imports only what stands below it', (file) => {
  const from = owner(file)
  expect(row(from), `${from} has no row`).toBeGreaterThanOrEqual(0)
  for (const target of importsOf(file)) {
    const to = owner(target.replace(/\.js$/, '.ts'))
    if (to !== from) expect(row(to), `${file} -> ${target}`).toBeGreaterThan(row(from))
  }
})

test('no file reaches itself', () => {
  const path: string[] = []
  const clear = new Set<string>()
  const visit = (file: string) => {
    if (path.includes(file)) throw new Error([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (clear.has(file)) return
    path.push(file)
    importsOf(file)
      .map((f) => f.replace(/\.js$/, '.ts'))
      .filter((f) => files.includes(f))
      .forEach(visit)
    path.pop()
    clear.add(file)
  }
  files.forEach(visit)
})

// Node reads .ts by itself and .tsx not at all: the pages reach it built, through the registry.
test('a .ts file of the server takes only types from a .tsx file', () => {
  const server = files.filter(
    (file) => file.endsWith('.ts') && !/\.client\.ts$/.test(file) && !BROWSER.test(file),
  )
  const taking = server.filter((file) =>
    /^(import|export) (?!type )[^'"]*from '[^']+\.tsx'/m.test(readFileSync(join(SRC, file), 'utf8')),
  )
  expect(taking).toEqual([])
})

test('src names no service', () => {
  const services = readdirSync(join(SRC, '../services')).filter((f) => f !== 'service.schema.json')
  const named = files.filter((f) => services.some((id) => readFileSync(join(SRC, f), 'utf8').includes(id)))
  expect(named).toEqual([])
})

test('no file is longer than 300 lines', () => {
  const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 300)
  expect(long).toEqual([])
})
