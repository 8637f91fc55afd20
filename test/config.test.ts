import { expect, test } from 'vitest'
import { loadConfig } from '../src/config.ts'

const COMPLETE = {
  BASE_URL: 'https://anuyat.example.go.th',
  SERVICE_DIR: 'services/any',
  LINE_CHANNEL_SECRET: 'a-channel-secret',
  LINE_CHANNEL_ACCESS_TOKEN: 'a-channel-token',
  LINE_LOGIN_CHANNEL_ID: '1234567890',
  LIFF_ID: '1234567890-AbCdEfGh',
  BILLER_ID: '099400016550100',
  BANK_API_BASE_URL: 'https://api.partners.scb.co.th',
  BANK_API_KEY: 'a-bank-key',
  BANK_API_SECRET: 'a-bank-secret',
}
const PRODUCTION = {
  ...COMPLETE,
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://anuyat@localhost/anuyat',
  DATA_KEYS_FILE: '/etc/anuyat/data-keys',
}

test('a complete environment gives LINE’s own addresses', () => {
  expect(loadConfig(COMPLETE)).toMatchObject({
    LINE_API_BASE_URL: 'https://api.line.me',
    PORT: 3000,
    ROLE: 'all',
  })
  expect(loadConfig(PRODUCTION).NODE_ENV).toBe('production')
})

test('production takes ThaID and its sandbox', () => {
  const named = (THAID_ISSUER?: string) => loadConfig({ ...PRODUCTION, THAID_ISSUER }).THAID_ISSUER
  expect(named()).toBe('https://imauth.bora.dopa.go.th')
  expect(named('https://imauthsbx.bora.dopa.go.th')).toBe('https://imauthsbx.bora.dopa.go.th')
})

test('one message names everything that is missing', () => {
  for (const name of Object.keys(COMPLETE)) expect(() => loadConfig({})).toThrow(name)
})

test.each([
  ['a simulated LINE', { LINE_API_BASE_URL: 'http://127.0.0.1:4000' }, 'LINE_API_BASE_URL'],
  ['a simulated LIFF SDK', { LIFF_SDK_URL: 'http://127.0.0.1:4000/sdk.js' }, 'LIFF_SDK_URL'],
  ["the simulator's secret", { LINE_CHANNEL_SECRET: 'simulator-channel-secret' }, "simulator's"],
  ["the simulator's bank secret", { BANK_API_SECRET: 'simulator-bank-secret' }, "simulator's"],
  ['a simulated ThaID', { THAID_ISSUER: 'http://127.0.0.1:4000' }, 'THAID_ISSUER'],
  ['another ThaID', { THAID_ISSUER: 'https://bora.dopa.go.th.example.com' }, 'THAID_ISSUER'],
  [
    "ThaID's simulated secret",
    { THAID_CLIENT_ID: 'a', THAID_CLIENT_SECRET: 'simulator-thaid-secret' },
    "simulator's",
  ],
  ['a shifted clock', { CLOCK_URL: 'http://127.0.0.1:4000/clock' }, 'CLOCK_URL'],
  ['the embedded database', { DATABASE_URL: '' }, 'DATABASE_URL'],
  ['plain http', { BASE_URL: 'http://anuyat.example.go.th' }, 'BASE_URL'],
  ['no keys for personal data', { DATA_KEYS_FILE: '' }, 'DATA_KEYS_FILE or DATA_KEYS'],
  [
    'a key store without TLS',
    {
      DATA_KEYS_KMS_URL: 'http://vault.example.go.th:8200/v1/transit/keys/anuyat',
      DATA_KEYS_KMS_TOKEN: 'hvs.example',
    },
    'DATA_KEYS_KMS_URL is not https',
  ],
])('production refuses %s', (_, change, named) => {
  expect(() => loadConfig({ ...PRODUCTION, ...change })).toThrow(named)
})

test.each([
  ['mail without a sender', { SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM'],
  ['a LIFF app of another channel', { LIFF_ID: '9999999999-AbCdEfGh' }, 'LIFF_ID'],
  ['a worker apart on the embedded database', { ROLE: 'worker' }, 'ROLE=worker'],
  ['an address with a path', { BASE_URL: 'https://example.go.th/anuyat' }, 'BASE_URL'],
  ['a ThaID client without its secret', { THAID_CLIENT_ID: 'a' }, 'THAID_CLIENT_SECRET'],
  ['a short biller id', { BILLER_ID: '123' }, 'BILLER_ID'],
  ['two sources of keys', { DATA_KEYS: 'a:b', DATA_KEYS_FILE: 'keys' }, 'name one source'],
  [
    'a key store without a file to unwrap',
    { DATA_KEYS_KMS_URL: 'http://127.0.0.1/v1/transit/keys/a', DATA_KEYS_KMS_TOKEN: 'hvs.example' },
    'DATA_KEYS_FILE is missing',
  ],
  [
    'a key store without its token',
    { DATA_KEYS_FILE: 'keys', DATA_KEYS_KMS_URL: 'http://127.0.0.1/v1/transit/keys/a' },
    'DATA_KEYS_KMS_TOKEN is missing',
  ],
  [
    'a key store’s address that names no key',
    {
      DATA_KEYS_FILE: 'keys',
      DATA_KEYS_KMS_URL: 'http://127.0.0.1/v1/transit',
      DATA_KEYS_KMS_TOKEN: 'hvs.example',
    },
    'DATA_KEYS_KMS_URL does not end in',
  ],
])('%s is refused', (_, change, named) => {
  expect(() => loadConfig({ ...COMPLETE, ...change })).toThrow(named)
})
