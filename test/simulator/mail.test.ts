import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ now: new Date('2026-11-21T03:00:00Z') })
})
afterAll(() => stage.close())

test('a mail with Thai text and a document arrives whole', async () => {
  const document = Buffer.from('%PDF-1.7 ใบอนุญาต')
  const transport = nodemailer.createTransport(stage.simulator.smtpUrl)
  await transport.sendMail({
    from: stage.simulator.env.MAIL_FROM,
    to: 'kamon@example.com',
    subject: 'ใบอนุญาตประกอบกิจการ',
    text: 'เรียน คุณกมล ศรีทอง\nใบอนุญาตของท่านแนบมานี้',
    attachments: [{ filename: 'ใบอนุญาต.pdf', content: document, contentType: 'application/pdf' }],
  })
  transport.close()
  const { mails } = await stage.simulator.state()
  expect(mails).toMatchObject([
    {
      from: 'licence@anuyat.example',
      to: ['kamon@example.com'],
      subject: 'ใบอนุญาตประกอบกิจการ',
      text: expect.stringContaining('ใบอนุญาตของท่านแนบมานี้'),
      at: expect.stringContaining('2026-11-21T03:00'),
      attachments: [{ name: 'ใบอนุญาต.pdf', type: 'application/pdf', size: document.length }],
    },
  ])
  const path = `/api/mails/${encodeURIComponent(mails[0]?.id ?? '')}/attachments/0`
  const attachment = await fetch(stage.simulator.origins.control + path)
  expect(Buffer.from(await attachment.arrayBuffer())).toEqual(document)
  expect(await stage.simulator.findings()).toEqual([])
})
