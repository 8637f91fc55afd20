/** LINE's own express example pattern: the SDK's middleware checks the signature, events are answered and forgotten. */
import { middleware } from '@line/bot-sdk'
import express from 'express'

const app = express()
app.post(
  '/webhook/line',
  middleware({ channelSecret: process.env.CHANNEL_SECRET ?? '' }),
  (_request: unknown, response: { json(body: object): void }) => {
    response.json({})
  },
)
app.listen(Number(process.env.PORT), '127.0.0.1')
