import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { findOrphans, sweepFiles, YOUNGEST_DAYS } from '../actions/sweep-files.ts'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config.ts'
import { openDatabase } from '../db/client.ts'
import { localFiles } from '../files/local.ts'

const Days = z.coerce.number().int().min(YOUNGEST_DAYS)

/** Lists the files that nothing names; with --erase they go. */
export async function filesSweep(args: string[]): Promise<void> {
  const options = {
    erase: { type: 'boolean', default: false },
    'older-than': { type: 'string', default: '7' },
  } as const
  const { values } = parseArgs({ args, options })
  const days = Days.safeParse(values['older-than'])
  if (!days.success) throw new Error('files:sweep takes --older-than with a number of days, 1 or more')
  const config = loadConfig()
  const connection = await openDatabase(config)
  try {
    const ctx = { db: connection.db, clock: systemClock }
    const store = localFiles(join(config.DATA_DIR, 'files'))
    const found = await (values.erase ? sweepFiles : findOrphans)(ctx, store, days.data)
    const what = values.erase ? 'erased' : 'would be erased; add --erase to do so'
    process.stdout.write(`${[...found, `${found.length} files ${what}`].join('\n')}\n`)
  } finally {
    await connection.close()
  }
}
