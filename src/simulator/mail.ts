import { randomUUID } from 'node:crypto'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { changed, type StoredMail, type World, writeLog } from './world.ts'

/** The mail server at the far end: takes every mail, without login and encryption, and shows it. */
export type Mailbox = { port: number; close(): Promise<void> }

export async function openMailbox(world: World, host: string, port: number): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    async onData(stream, session, done) {
      try {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk)
        await keep(world, Buffer.concat(chunks), session)
        done()
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)))
      }
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function keep(world: World, raw: Buffer, { envelope }: SMTPServerSession): Promise<void> {
  const email = await PostalMime.parse(raw)
  const to = envelope.rcptTo.map((recipient) => recipient.address)
  const mail = storedMail(email, to, world.clock.now())
  const isRepeated = world.mails.some(({ messageId }) => messageId !== '' && messageId === mail.messageId)
  world.mails.push(mail)
  const { bytes: _bytes, ...shown } = mail
  const findings = [...findingsOf(email), ...(isRepeated ? ['a mail with this Message-ID came before'] : [])]
  writeLog(world, { kind: 'mail', title: mail.subject, status: 250, findings, body: shown })
  changed(world)
}

function storedMail(email: Email, to: string[], at: Date): StoredMail {
  const bytes = email.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer))
  return {
    id: randomUUID(),
    messageId: email.messageId ?? '',
    at: at.toISOString(),
    from: email.from?.address ?? '',
    to,
    subject: email.subject ?? '',
    text: email.text ?? '',
    attachments: email.attachments.map(({ filename, mimeType }, i) => ({
      name: filename ?? '',
      type: mimeType,
      size: bytes[i]?.length ?? 0,
    })),
    bytes,
  }
}

/** What a receiving mail server would frown at. */
function findingsOf(email: Email): string[] {
  const expected = {
    From: email.from,
    Subject: email.subject,
    'Message-ID': email.messageId,
    Date: email.date,
  }
  return Object.entries(expected)
    .filter(([, value]) => !value)
    .map(([name]) => `the mail has no ${name}`)
}
