import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkServiceText, inOrder } from '../../service/check/check-text.ts'
import { error } from '../../service/check/finding.ts'
import { chatTextFindings, ownCardFindings } from './cards.ts'
import { type FileFinding, layoutFindings } from './layouts.ts'

/** Everything to mend in a service folder, file by file. `today` is the Bangkok day, ISO. */
export function checkFolder(dir: string, today: string): FileFinding[] {
  const file = join(dir, 'service.yaml')
  if (!existsSync(file)) return [notThere(file)]
  const { source, definition, findings } = checkServiceText(readFileSync(file, 'utf8'), today)
  const chat = definition ? chatTextFindings(dir, definition).map(source.locate) : []
  return [
    ...inOrder([...findings, ...chat]).map((finding) => ({ ...finding, file })),
    ...(definition ? layoutFindings(dir, definition) : []),
    ...ownCardFindings(dir),
  ]
}

const notThere = (file: string): FileFinding => ({
  ...error(
    [],
    { th: 'ไม่มีไฟล์นี้', en: 'this file is not there' },
    {
      th: 'ระบุโฟลเดอร์ของบริการ เช่น services/ชื่อ หรือสร้างด้วย service:new',
      en: 'name a service folder such as services/name, or make one with service:new',
    },
  ),
  file,
  line: 1,
  column: 1,
})
