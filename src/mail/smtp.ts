import { createTransport } from 'nodemailer'
import type { Mailer } from '../context.ts'

type Settings = { SMTP_URL?: string; MAIL_FROM?: string; BASE_URL: string }

/** Mail by SMTP, or a mailer that says it is not configured. The mail's id becomes its Message-ID. */
export function smtpMailer({ SMTP_URL, MAIL_FROM, BASE_URL }: Settings): Mailer {
  if (!SMTP_URL) return { configured: false, send: async () => {} }
  const transport = createTransport(SMTP_URL, { from: MAIL_FROM })
  const domain = new URL(BASE_URL).hostname
  return {
    configured: true,
    async send({ id, to, subject, text, attachments }) {
      const files = attachments.map(({ name, type, bytes }) => ({
        filename: name,
        contentType: type,
        content: bytes,
      }))
      await transport.sendMail({ messageId: `<${id}@${domain}>`, to, subject, text, attachments: files })
    },
  }
}
