import { expect, test } from 'vitest'
import { createLogger, describeError } from '../src/logger.ts'

function logged(content: object): string {
  const lines: string[] = []
  createLogger('info', { write: (line) => lines.push(line) }).info(content)
  return lines.join('')
}

test.each(['token', 'answers', 'name', 'phone', 'nationalId', 'text', 'lineUserId', 'authorization'])(
  '%s is never written, however deep',
  (key) => {
    const line = logged({
      event: 'x',
      [key]: 'ความลับ',
      inner: { [key]: 'ความลับ', deeper: { [key]: 'ความลับ' } },
    })
    expect(line).not.toContain('ความลับ')
    expect(line).toContain('"event":"x"')
  },
)

test('a database error is written without the values it quotes', () => {
  const refused = Object.assign(new Error('duplicate key value (Kamon)'), {
    code: '23505',
    detail: 'Key (name)=(Kamon)',
  })
  const query = new Error('Failed query: insert into applicant values ($1) params: Kamon', { cause: refused })
  expect(
    JSON.stringify([describeError(refused), describeError(query), logged({ err: query })]),
  ).not.toContain('Kamon')
})
