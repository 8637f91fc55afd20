import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Routes } from '../exchange.ts'

const SDK = readFileSync(join(import.meta.dirname, 'liff-sdk.js'), 'utf8')

/** Where the LIFF SDK comes from, the moving edge and any fixed version. */
export const cdnRoutes: Routes = {
  'GET /liff/edge/2/sdk.js': ({ world }) => script(world.origins),
  'GET /liff/edge/versions/:version/sdk.js': ({ world }) => script(world.origins),
}

function script({ api, liff }: { api: string; liff: string }) {
  return {
    status: 200,
    body: `const SIMULATOR = ${JSON.stringify({ api, liff })}\n${SDK}`,
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
    },
  }
}
