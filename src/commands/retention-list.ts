import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type DueItem, listDue } from '../actions/list-disposal.ts'
import { systemClock } from '../clock.ts'
import { loadConfig } from '../config.ts'
import { openDatabase } from '../db/client.ts'
import { useKeyring } from '../db/sealed.ts'
import { keySource } from '../keys/source.ts'
import { bangkokDay } from '../service/dates.ts'
import { loadService } from '../service/load.ts'

const Day = z.iso.date().optional()

/** Prints what would be disposed of on a day, by rule, and each thing by its number. Changes nothing. */
export async function retentionList(args: string[]): Promise<void> {
  const parsed = Day.safeParse(parseArgs({ args, options: { on: { type: 'string' } } }).values.on)
  if (!parsed.success) throw new Error('retention:list takes --on with a day, such as --on 2037-01-01')
  const config = loadConfig()
  useKeyring(await keySource(config).load())
  const connection = await openDatabase(config)
  try {
    const ctx = { db: connection.db, service: loadService(config.SERVICE_DIR) }
    const day = parsed.data ?? bangkokDay(systemClock.now())
    const items: DueItem[] = []
    for await (const each of listDue(ctx, day)) items.push(...each)
    process.stdout.write(`${tableOf(day, items)}\n`)
  } finally {
    await connection.close()
  }
}

/** Pure. */
export function tableOf(day: string, items: DueItem[]): string {
  if (items.length === 0) return `Nothing is due on ${day}.`
  const rules = [...new Set(items.map(({ rule }) => rule))]
  const lines = rules.map((rule) => {
    const of = items.filter((item) => item.rule === rule)
    const waiting = of.filter(({ approval }) => approval === 'needed').length
    const [first] = of
    return `${rule.padEnd(28)}${String(of.length).padStart(6)}${String(waiting).padStart(12)}  ${first?.law.en ?? ''}`
  })
  const each = items.map(({ rule, reference, since, approval }) =>
    `${since}  ${rule.padEnd(28)}${reference.padEnd(20)}${approval === 'needed' ? 'to be approved' : ''}`.trimEnd(),
  )
  const head = `${'rule'.padEnd(28)}${'count'.padStart(6)}${'to approve'.padStart(12)}  law`
  return [
    `Due on ${day}:`,
    head,
    ...lines,
    '',
    'since       rule                        number',
    ...each,
  ].join('\n')
}
