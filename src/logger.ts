import { type Logger, pino } from 'pino'

export type { Logger }

/**
 * One logger. Logs say what happened (`event: 'payment.confirmed'`) and to which ids; never a name, number,
 * answer, token or message text. The paths below are the second net, not the rule; test/logger.test.ts tries them.
 */
const SECRET_PATHS = [
  'authorization',
  'cookie',
  'token',
  'idToken',
  'replyToken',
  'accessToken',
  'text',
  'answers',
  'name',
  'phone',
  'email',
  'nationalId',
  'lineUserId',
]

/** An error without the values it carries: a database error's message and detail repeat what was stored. */
export function describeError(error: unknown): {
  type: string
  message: string
  code?: string
  stack?: string
} {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' }
  const { name, code, cause } = error as Error & { code?: string }
  const isQuery = error.message.startsWith('Failed query')
  if (isQuery) return { ...describeError(cause), type: 'database' }
  const isDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  return {
    type: name,
    message: isDatabase ? 'refused by the database' : error.message,
    code,
    stack: isDatabase ? undefined : error.stack,
  }
}

function logWithoutErrorMessage(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn): void {
  const [first] = args as unknown[]
  method.apply(this, first instanceof Error ? ([{ err: first }] as never) : args)
}

/** `level` as in pino; `destination` is for tests. */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    // pino would copy an error's message into `msg`, with the values a database error quotes.
    errorKey: 'unused',
    hooks: { logMethod: logWithoutErrorMessage },
    redact: { paths: SECRET_PATHS.flatMap((path) => [path, `*.${path}`, `*.*.${path}`]), censor: '[hidden]' },
  }
  return destination ? pino(options, destination) : pino(options)
}
