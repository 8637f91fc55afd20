import { join } from 'node:path'
import { scbBank } from './bank/scb.ts'
import { followClock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Clock, Context } from './context.ts'
import { type Connection, openDatabase } from './db/client.ts'
import { currentKeyring } from './db/sealed.ts'
import { parseTemplate } from './documents/template.ts'
import { clamdScanner } from './files/clamd.ts'
import { localFiles } from './files/local.ts'
import { sealedFiles } from './files/sealed.ts'
import { lineIdTokens } from './identity/line-id-token.ts'
import { thaid } from './identity/thaid.ts'
import { followKeys } from './keys/follow.ts'
import { createMessenger } from './line/messenger.ts'
import type { MenuSource } from './line/rich-menu.ts'
import type { Logger } from './logger.ts'
import { smtpMailer } from './mail/smtp.ts'
import { loadFlexTemplates } from './messages/flex.ts'
import { links } from './messages/links.ts'
import { titleWords } from './service/compounds.ts'
import { loadService, neededLayouts, type Service } from './service/load.ts'
import { loadSigner } from './signing/signer.ts'

export type Composed = { ctx: Context; connection: Connection; close(): Promise<void> }

/** The product's own templates, then the service folder's over them. */
export function flexTemplateDirs(serviceDir: string): string[] {
  return [join(import.meta.dirname, '../flex-templates'), join(serviceDir, 'flex-templates')]
}

/** The product's rich menu, then the service folder's over it. */
export function richMenuDirs(serviceDir: string): string[] {
  return [join(import.meta.dirname, '../rich-menu'), join(serviceDir, 'rich-menu')]
}

/** The menus of a service, with what it calls its document. */
export const richMenuOf = ({ dir, definition }: Service): MenuSource => ({
  dirs: richMenuDirs(dir),
  licence: definition.licence,
})

/** Builds the Context; the only file that names real adapters. What it opens, `close` closes. */
export async function compose(config: Config, log: Logger): Promise<Composed> {
  const service = loadService(config.SERVICE_DIR)
  checkDocuments(service)
  const flex = loadFlexTemplates({
    dirs: flexTemplateDirs(service.dir),
    assetsUrl: links(config).assets,
    licence: service.definition.licence.name,
    names: titleWords(service.definition),
  })
  const signer = await loadSigner(config)
  const clock: Clock & { stop?(): void } = config.CLOCK_URL
    ? await followClock(config.CLOCK_URL)
    : systemClock
  const stopFollowing = await followKeys(config, log)
  const connection = await openDatabase(config)
  const ctx: Context = {
    config,
    db: connection.db,
    clock,
    log,
    service,
    flex,
    signer,
    messenger: createMessenger(config, log),
    mailer: smtpMailer(config),
    bank: scbBank(config),
    identity: lineIdTokens(config, clock),
    digitalId: thaid(config, clock),
    files: sealedFiles(localFiles(join(config.DATA_DIR, 'files')), currentKeyring),
    scanner: clamdScanner(config),
    wakeRelay: () => {},
  }
  const close = async () => {
    clock.stop?.()
    stopFollowing()
    await connection.close()
  }
  return { ctx, connection, close }
}

/** A layout with a fault must stop the start, not the first citizen's licence. */
function checkDocuments({ dir, documents, definition }: Service): void {
  for (const kind of new Set([...neededLayouts(definition), ...Object.keys(documents)])) {
    const file = join(dir, 'documents', `${kind}.yaml`)
    if (documents[kind] === undefined) throw new Error(`${file} is not there`)
    try {
      parseTemplate(documents[kind])
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : ''}`)
    }
  }
}
