/** Where the keys come from under which personal data is stored: docs/decisions/0009-encryption-at-rest.md. */
import { z } from 'zod'

export const KEY_VARIABLES = {
  DATA_KEYS: {
    type: z.string().optional(),
    about:
      'keys under which personal data is stored, id:base64 with commas between, the current one first; one way of several, see docs/running.md',
    example: '2026a:',
  },
  DATA_KEYS_FILE: {
    type: z.string().optional(),
    about: 'file with these keys, one a line; in a trial run one is made in DATA_DIR',
    example: '/etc/anuyat/data-keys',
  },
  DATA_KEYS_KMS_URL: {
    type: z.url({ protocol: /^https?$/ }).optional(),
    about: 'key of HashiCorp Vault (Transit) under which DATA_KEYS_FILE is wrapped; leave out if it is not',
    example: 'https://vault.example.go.th:8200/v1/transit/keys/anuyat',
  },
  DATA_KEYS_KMS_TOKEN: {
    type: z.string().min(8).optional(),
    about: 'token for it; needed with DATA_KEYS_KMS_URL',
    example: '',
  },
} as const

type KeyConfig = { [K in keyof typeof KEY_VARIABLES]: z.infer<(typeof KEY_VARIABLES)[K]['type']> } & {
  NODE_ENV: string
}

/** One source of keys, not two that may differ; in production one of the agency's own. */
export function keyContradictions(config: KeyConfig): string[] {
  const { DATA_KEYS, DATA_KEYS_FILE, NODE_ENV } = config
  const faults: string[] = []
  if (DATA_KEYS && DATA_KEYS_FILE) faults.push('DATA_KEYS and DATA_KEYS_FILE are both set: name one source')
  if (NODE_ENV === 'production' && !DATA_KEYS && !DATA_KEYS_FILE)
    faults.push(
      'DATA_KEYS_FILE or DATA_KEYS is missing: production keeps personal data under keys of its own',
    )
  return [...faults, ...kmsContradictions(config)]
}

function kmsContradictions(config: KeyConfig): string[] {
  const { DATA_KEYS_FILE, DATA_KEYS_KMS_URL, DATA_KEYS_KMS_TOKEN, NODE_ENV } = config
  if (!DATA_KEYS_KMS_URL)
    return DATA_KEYS_KMS_TOKEN ? ['DATA_KEYS_KMS_URL is missing: DATA_KEYS_KMS_TOKEN is for it'] : []
  const url = new URL(DATA_KEYS_KMS_URL)
  const faults: string[] = []
  if (!DATA_KEYS_FILE) faults.push('DATA_KEYS_FILE is missing: DATA_KEYS_KMS_URL unwraps that file')
  if (!DATA_KEYS_KMS_TOKEN) faults.push('DATA_KEYS_KMS_TOKEN is missing: DATA_KEYS_KMS_URL needs it')
  if (!/^\/v1\/.+\/keys\/[\w.-]+$/.test(url.pathname))
    faults.push('DATA_KEYS_KMS_URL does not end in /v1/<mount>/keys/<name>')
  // A Vault agent on this machine speaks plain http and nothing leaves it.
  if (
    NODE_ENV === 'production' &&
    url.protocol !== 'https:' &&
    !['localhost', '127.0.0.1'].includes(url.hostname)
  )
    faults.push('DATA_KEYS_KMS_URL is not https')
  return faults
}
