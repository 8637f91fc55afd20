/** The floor: Fastify reading the bytes and answering, with neither signature nor storage. */
import Fastify from 'fastify'

const app = Fastify()
app.removeAllContentTypeParsers()
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
app.post('/webhook/line', async () => ({}))
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
