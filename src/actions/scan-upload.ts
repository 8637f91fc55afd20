import type { Context } from '../context.ts'

/**
 * Has the bytes looked at for viruses. `scan_unavailable`: the scanner does not answer; the sender still has the file
 * and is asked to try again. Logged without a name. Not inside a transaction: it asks another process.
 */
export async function scanUpload(
  ctx: Context,
  bytes: Buffer,
): Promise<'clean' | 'file_infected' | 'scan_unavailable'> {
  try {
    const found = await ctx.scanner.scan(bytes)
    if (found === 'infected') ctx.log.warn({ event: 'upload.infected', bytes: bytes.length })
    return found === 'infected' ? 'file_infected' : 'clean'
  } catch (error) {
    ctx.log.error({ event: 'upload.not_scanned', err: error })
    return 'scan_unavailable'
  }
}
