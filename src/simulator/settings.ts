/** What the caller may choose; the rest is the simulator's own. */
export type SimulatorOptions = {
  botBaseUrl: string
  /** Where the bot takes webhooks until it sets another endpoint through the API. */
  webhookPath?: string
  channelSecret?: string
  channelToken?: string
  loginChannelId?: string
  liffId?: string
  billerId?: string
  bankKey?: string
  bankSecret?: string
  thaidClientId?: string
  thaidSecret?: string
  /** Address to listen on. The bot's own address should use the same host, or browsers drop its cookies in the phone. */
  host?: string
  /** 0 or absent: any free port. */
  ports?: Partial<Record<OriginName | 'smtp', number>>
  /** The simulated time at the start; it runs on from there. */
  now?: Date
  /** Personas who are friends already, without a webhook having said so: the officers, if nothing is said. */
  friends?: string[]
  /** The account's name in the chat. */
  botName?: string
  /** Pauses before an unanswered webhook comes again. LINE's own are undisclosed. */
  redeliveryPausesMs?: number[]
  /** Pause before the bank repeats an unanswered notice: 12 s in reality. */
  noticePauseMs?: number
}

export const ORIGINS = ['api', 'data', 'liff', 'cdn', 'control', 'bank', 'thaid'] as const
export type OriginName = (typeof ORIGINS)[number]
export type Origins = Record<OriginName, string>

const DEFAULTS = {
  webhookPath: '/webhook/line',
  channelSecret: 'simulator-channel-secret',
  channelToken: 'simulator-channel-token',
  loginChannelId: '2000000001',
  liffId: '2000000001-Simulate',
  billerId: '099400016550100',
  bankKey: 'simulator-bank-key',
  bankSecret: 'simulator-bank-secret',
  thaidClientId: 'simulator-thaid',
  thaidSecret: 'simulator-thaid-secret',
  host: '127.0.0.1',
  redeliveryPausesMs: [1000, 2000, 4000, 8000, 15_000],
  noticePauseMs: 1000,
  friends: ['wanna', 'pranee', 'kukiat'],
  botName: 'เทศบาลเมืองริมน้ำ',
  ports: {} as NonNullable<SimulatorOptions['ports']>,
}

/** The LINE Official Account that the bot speaks for. */
export const BOT = {
  userId: `U${'b07'.padEnd(32, '0')}`,
  basicId: '@anuyat',
} as const

export type Settings = typeof DEFAULTS & { botBaseUrl: string; now?: Date }

export function settle(options: SimulatorOptions): Settings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const botBaseUrl = options.botBaseUrl.replace(/\/$/, '')
  return { ...DEFAULTS, ...Object.fromEntries(given), botBaseUrl }
}

/** The whole environment by which the product finds the simulator, but for its own BASE_URL. */
export function environment(settings: Settings, origins: Origins, smtpUrl: string): Record<string, string> {
  return {
    LINE_CHANNEL_SECRET: settings.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: settings.channelToken,
    LINE_LOGIN_CHANNEL_ID: settings.loginChannelId,
    LIFF_ID: settings.liffId,
    LINE_API_BASE_URL: origins.api,
    LINE_DATA_API_BASE_URL: origins.data,
    LIFF_BASE_URL: origins.liff,
    LIFF_SDK_URL: `${origins.cdn}/liff/edge/2/sdk.js`,
    BILLER_ID: settings.billerId,
    BANK_API_BASE_URL: origins.bank,
    BANK_API_KEY: settings.bankKey,
    BANK_API_SECRET: settings.bankSecret,
    THAID_ISSUER: origins.thaid,
    THAID_CLIENT_ID: settings.thaidClientId,
    THAID_CLIENT_SECRET: settings.thaidSecret,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'licence@anuyat.example',
    CLOCK_URL: `${origins.control}/clock`,
  }
}
