import { richMenuDirs } from '../compose.ts'
import { loadConfig } from '../config.ts'
import { publishRichMenu } from '../line/rich-menu.ts'

export async function richMenuPublish(): Promise<void> {
  const config = loadConfig()
  await publishRichMenu(config, richMenuDirs(config.SERVICE_DIR))
  process.stdout.write('The rich menu is published.\n')
}
