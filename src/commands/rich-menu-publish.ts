import { richMenuOf } from '../compose.ts'
import { loadConfig } from '../config.ts'
import { publishRichMenu } from '../line/rich-menu.ts'
import { loadService } from '../service/load.ts'

export async function richMenuPublish(): Promise<void> {
  const config = loadConfig()
  await publishRichMenu(config, richMenuOf(loadService(config.SERVICE_DIR)))
  process.stdout.write('The rich menu is published.\n')
}
