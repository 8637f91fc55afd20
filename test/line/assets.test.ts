import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { NotFound } from '../../src/errors.ts'
import { flexAssets } from '../../src/line/assets.ts'
import { EXAMPLES } from '../../src/messages/examples.ts'
import { loadFlexTemplates, renderMessage } from '../../src/messages/flex.ts'
import type { MessageName } from '../../src/messages/message.ts'

async function start() {
  const app = Fastify()
  app.setErrorHandler((error, _request, reply) => reply.code(error instanceof NotFound ? 404 : 500).send())
  await app.register(flexAssets, { dirs: ['flex-templates', 'no-such-folder'] })
  return app
}

test('every picture that a message shows is there', async () => {
  const app = await start()
  const templates = loadFlexTemplates({ dirs: ['flex-templates'], assetsUrl: 'https://a.example/assets' })
  const shown = (Object.keys(EXAMPLES) as MessageName[]).map((name) =>
    JSON.stringify(renderMessage(templates, name, EXAMPLES[name], 'th')),
  )
  const paths = new Set(
    [...shown.join().matchAll(/"https:\/\/a\.example(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? ''),
  )
  expect(paths.size).toBeGreaterThan(5)
  for (const url of paths) {
    const answer = await app.inject({ url })
    expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 200, 'image/png'])
  }
})

test('a phone that has the picture is not sent it again', async () => {
  const app = await start()
  const { headers } = await app.inject({ url: '/assets/flex/emblem.png' })
  const again = await app.inject({
    url: '/assets/flex/emblem.png',
    headers: { 'if-none-match': String(headers.etag) },
  })
  expect(again.statusCode).toBe(304)
})

test.each(['nothing.png', '..%2Fanswer.json', 'emblem'])('%s is not found', async (file) => {
  expect((await (await start()).inject({ url: `/assets/flex/${file}` })).statusCode).toBe(404)
})
