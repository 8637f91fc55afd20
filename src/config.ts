import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { KEY_VARIABLES, keyContradictions } from './config/data-keys.ts'

/**
 * The only reader of the environment. Everything is checked once, and one message names all that is missing or
 * contradictory, so that nobody has to start ten times. `.env.example` is generated from `VARIABLES`.
 */

/** LINE's own hosts. Anything else is a simulator, and production refuses it: a forged key set would forge citizens. */
export const LINE_HOSTS = {
  LINE_API_BASE_URL: 'https://api.line.me',
  LINE_DATA_API_BASE_URL: 'https://api-data.line.me',
  LIFF_BASE_URL: 'https://liff.line.me',
  LIFF_SDK_URL: 'https://static.line-scdn.net/liff/edge/2/sdk.js',
} as const

/** Secrets that the simulator uses and prints; they must never guard a real channel. */
export const SIMULATOR_SECRETS = [
  'simulator-channel-secret',
  'simulator-channel-token',
  'simulator-bank-secret',
  'simulator-thaid-secret',
]

/** ThaID of the Department of Provincial Administration. Its sandbox is another host of the same domain. */
export const THAID_HOST = 'https://imauth.bora.dopa.go.th'
const THAID_DOMAIN = '.bora.dopa.go.th'

const Origin = z
  .url({ protocol: /^https?$/ })
  .refine((url) => new URL(url).pathname === '/', 'must be an origin, without a path')
const Port = z.coerce.number().int().min(0).max(65535)
const optional = <T extends z.ZodType>(type: T) => type.optional()

/** Every variable the product reads: its check, what it is for, and an example. */
export const VARIABLES = {
  NODE_ENV: {
    type: z.enum(['development', 'production', 'test']).default('development'),
    about: 'production turns on the checks of a real service',
    example: 'production',
  },
  BASE_URL: {
    type: Origin,
    about: 'the public https address of this service',
    example: 'https://anuyat.example.go.th',
  },
  HOST: { type: z.string().default('127.0.0.1'), about: 'address to listen on', example: '0.0.0.0' },
  PORT: { type: Port.default(3000), about: 'port to listen on', example: '3000' },
  ROLE: {
    type: z.enum(['all', 'web', 'worker']).default('all'),
    about: 'which half this process runs',
    example: 'all',
  },
  LOG_LEVEL: {
    type: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    about: 'how much is logged',
    example: 'info',
  },
  SERVICE_DIR: {
    type: z.string(),
    about: 'folder of the service this bot gives',
    example: 'services/my-service',
  },
  DATA_DIR: {
    type: z.string().default('data'),
    about: 'uploads, documents and, without DATABASE_URL, the embedded database',
    example: '/var/lib/anuyat',
  },
  DATABASE_URL: {
    type: optional(z.url({ protocol: /^postgres(ql)?$/ })),
    about: 'PostgreSQL; leave out for the embedded database (trial only: not safe against power loss)',
    example: 'postgres://anuyat:secret@localhost:5432/anuyat',
  },
  REDIS_URL: {
    type: optional(z.url({ protocol: /^rediss?$/ })),
    about: 'Redis for the queue; leave out to keep the queue in the database',
    example: 'redis://localhost:6379',
  },
  LINE_CHANNEL_SECRET: { type: z.string().min(8), about: 'Messaging API channel secret', example: '' },
  LINE_CHANNEL_SECRET_PREVIOUS: {
    type: optional(z.string().min(8)),
    about: 'the old secret while it is being rotated',
    example: '',
  },
  LINE_CHANNEL_ACCESS_TOKEN: {
    type: z.string().min(8),
    about: 'Messaging API channel access token',
    example: '',
  },
  LINE_LOGIN_CHANNEL_ID: {
    type: z.string().regex(/^\d{6,}$/, 'must be the numeric id of the LINE Login channel'),
    about: 'LINE Login channel that holds the LIFF app; ID tokens must be issued to it',
    example: '1234567890',
  },
  LIFF_ID: {
    type: z.string().regex(/^\d+-\w+$/, 'must look like 1234567890-AbCdEfGh'),
    about: 'LIFF app; its endpoint is BASE_URL, size full, scopes openid and profile',
    example: '1234567890-AbCdEfGh',
  },
  LINE_API_BASE_URL: {
    type: Origin.default(LINE_HOSTS.LINE_API_BASE_URL),
    about: 'LINE API origin',
    example: LINE_HOSTS.LINE_API_BASE_URL,
  },
  LINE_DATA_API_BASE_URL: {
    type: Origin.default(LINE_HOSTS.LINE_DATA_API_BASE_URL),
    about: 'LINE data API origin',
    example: LINE_HOSTS.LINE_DATA_API_BASE_URL,
  },
  LIFF_BASE_URL: {
    type: Origin.default(LINE_HOSTS.LIFF_BASE_URL),
    about: 'origin of LIFF links',
    example: LINE_HOSTS.LIFF_BASE_URL,
  },
  LIFF_SDK_URL: {
    type: z.url().default(LINE_HOSTS.LIFF_SDK_URL),
    about: 'address of the LIFF SDK',
    example: LINE_HOSTS.LIFF_SDK_URL,
  },
  BILLER_ID: {
    type: z.string().regex(/^\d{15}$/, 'must be 15 digits: 13-digit tax id and 2-digit suffix'),
    about: 'PromptPay bill-payment biller id',
    example: '099400016550100',
  },
  BANK_API_BASE_URL: {
    type: z.url({ protocol: /^https?$/ }),
    about: 'address of the bank API (SCB Open API shape), with its path where it has one',
    example: 'https://api.partners.scb.co.th',
  },
  BANK_API_KEY: { type: z.string().min(8), about: 'bank application key', example: '' },
  BANK_API_SECRET: { type: z.string().min(8), about: 'bank application secret', example: '' },
  THAID_ISSUER: {
    type: Origin.default(THAID_HOST),
    about: "ThaID's OpenID issuer; in production a host of the Department of Provincial Administration",
    example: THAID_HOST,
  },
  THAID_CLIENT_ID: {
    type: optional(z.string().min(1)),
    about: 'client of this service at ThaID; leave out to offer the other ways to prove who one is',
    example: '',
  },
  THAID_CLIENT_SECRET: {
    type: optional(z.string().min(8)),
    about: 'its secret; needed with THAID_CLIENT_ID',
    example: '',
  },
  THAID_API_KEY: {
    type: optional(z.string().min(1)),
    about: 'sent to ThaID as x-imauth-apikey, for clients that were given one',
    example: '',
  },
  SMTP_URL: {
    type: optional(z.url({ protocol: /^smtps?$/ })),
    about: 'mail server; leave out to deliver in the chat and on the web only',
    example: 'smtps://user:password@mail.example.go.th',
  },
  MAIL_FROM: {
    type: optional(z.email()),
    about: 'sender of mail; needed with SMTP_URL',
    example: 'licence@example.go.th',
  },
  CLAMD_URL: {
    type: optional(z.url({ protocol: /^(tcp|unix)$/ })),
    about:
      'ClamAV daemon that looks at every upload, tcp://host:3310 or unix:///path; leave out to look at none',
    example: 'tcp://localhost:3310',
  },
  SIGNING_P12: {
    type: optional(z.string()),
    about: 'PKCS#12 file with the key that signs; leave out to make a test certificate on first run',
    example: '/etc/anuyat/signer.p12',
  },
  SIGNING_P12_PASSWORD: {
    type: optional(z.string()),
    about: 'its password; needed with SIGNING_P12',
    example: '',
  },
  ...KEY_VARIABLES,
  CLOCK_URL: {
    type: optional(z.url()),
    about: 'where a trial run asks for its shifted time; never in production',
    example: '',
  },
} as const

type Variables = { -readonly [K in keyof typeof VARIABLES]: z.infer<(typeof VARIABLES)[K]['type']> }
export type Config = Readonly<Variables>

/** What the database commands need; the rest of the environment may be missing where only they run. */
export function loadDatabaseConfig(
  env: NodeJS.ProcessEnv = { ...readDotEnv(), ...process.env },
): Pick<Config, 'DATABASE_URL' | 'DATA_DIR'> {
  const url = VARIABLES.DATABASE_URL.type.safeParse(env.DATABASE_URL || undefined)
  if (!url.success) throw new ConfigError('DATABASE_URL must be a postgres:// address')
  return { DATABASE_URL: url.data, DATA_DIR: VARIABLES.DATA_DIR.type.parse(env.DATA_DIR || undefined) }
}

export class ConfigError extends Error {}

/**
 * Environment → Config. `env` defaults to the process's, with `.env` of the working directory beneath it.
 * Throws ConfigError whose message lists every missing, malformed or contradictory variable.
 */
export function loadConfig(env: NodeJS.ProcessEnv = { ...readDotEnv(), ...process.env }): Config {
  const found: Record<string, unknown> = {}
  const faults: string[] = []
  for (const [name, { type, about }] of Object.entries(VARIABLES)) {
    const value = env[name] === '' ? undefined : env[name]
    const parsed = type.safeParse(value)
    if (parsed.success) found[name] = parsed.data
    else
      faults.push(
        value === undefined
          ? `${name} is missing: ${about}`
          : `${name} ${parsed.error.issues[0]?.message ?? 'is wrong'}`,
      )
  }
  const config = found as Config
  if (faults.length === 0) faults.push(...contradictions(config))
  if (faults.length > 0) throw new ConfigError(`The configuration is not complete:\n- ${faults.join('\n- ')}`)
  return Object.freeze(config)
}

function contradictions(config: Config): string[] {
  const faults: string[] = []
  if (config.SMTP_URL && !config.MAIL_FROM) faults.push('MAIL_FROM is missing: SMTP_URL needs a sender')
  if (Boolean(config.THAID_CLIENT_ID) !== Boolean(config.THAID_CLIENT_SECRET))
    faults.push('THAID_CLIENT_ID and THAID_CLIENT_SECRET belong together: one of them is missing')
  if (config.SIGNING_P12 && config.SIGNING_P12_PASSWORD === undefined)
    faults.push('SIGNING_P12_PASSWORD is missing: SIGNING_P12 needs it')
  if (config.SIGNING_P12 && !existsSync(config.SIGNING_P12))
    faults.push('SIGNING_P12 names a file that is not there')
  if (config.ROLE !== 'all' && !config.DATABASE_URL)
    faults.push(`ROLE=${config.ROLE} needs DATABASE_URL: the embedded database serves one process`)
  if (!config.LIFF_ID.startsWith(`${config.LINE_LOGIN_CHANNEL_ID}-`))
    faults.push('LIFF_ID does not belong to LINE_LOGIN_CHANNEL_ID')
  faults.push(...keyContradictions(config))
  return config.NODE_ENV === 'production' ? [...faults, ...unfitForProduction(config)] : faults
}

function unfitForProduction(config: Config): string[] {
  const faults: string[] = []
  for (const [name, host] of Object.entries(LINE_HOSTS)) {
    const value = config[name as keyof typeof LINE_HOSTS]
    if (new URL(value).origin !== new URL(host).origin)
      faults.push(`${name} is not LINE's: production talks to ${host} only`)
  }
  // Whoever answers as the issuer decides who a citizen is.
  const thaid = new URL(config.THAID_ISSUER)
  if (thaid.protocol !== 'https:' || !thaid.hostname.endsWith(THAID_DOMAIN))
    faults.push(`THAID_ISSUER is not https below ${THAID_DOMAIN.slice(1)}: production asks ThaID itself`)
  const secrets = [
    config.LINE_CHANNEL_SECRET,
    config.LINE_CHANNEL_ACCESS_TOKEN,
    config.BANK_API_SECRET,
    config.THAID_CLIENT_SECRET ?? '',
  ]
  if (secrets.some((secret) => SIMULATOR_SECRETS.includes(secret)))
    faults.push("a secret is the simulator's: production needs the channel's own")
  if (config.CLOCK_URL) faults.push('CLOCK_URL is set: production keeps real time')
  if (!config.DATABASE_URL)
    faults.push(
      'DATABASE_URL is missing: production needs PostgreSQL (the embedded database is not safe against power loss)',
    )
  if (!config.BASE_URL.startsWith('https://')) faults.push('BASE_URL is not https')
  if (!config.BANK_API_BASE_URL.startsWith('https://')) faults.push('BANK_API_BASE_URL is not https')
  return faults
}

function readDotEnv(): Record<string, string> {
  if (!existsSync('.env')) return {}
  const pairs = readFileSync('.env', 'utf8').matchAll(/^([A-Z_0-9]+)=(.*)$/gm)
  return Object.fromEntries(
    [...pairs].map(([, name, value]) => [name, value?.trim().replace(/^(["'])(.*)\1$/, '$2') ?? '']),
  )
}
