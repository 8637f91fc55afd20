import { watch } from 'node:fs'
import { basename, join } from 'node:path'
import { isError } from '../service/check/check-text.ts'
import { bangkokDay } from '../service/dates.ts'
import { checkFolder } from './check/folder.ts'
import { type Demo, openDemo, stopOnSignal } from './demo.ts'
import { line } from './service-check.ts'

/** What runs while somebody writes; the demo, or whatever a test puts in its place. */
type Stage = Pick<Demo, 'address' | 'restart' | 'stop'>
type Preview = { dir: string; open(): Promise<Stage>; say(text: string): void }

/** The demo with this folder, made anew whenever one of its files is saved. With errors the last good one stays. */
export async function servicePreview([dir]: string[]): Promise<void> {
  if (!dir)
    throw new Error('service:preview ตามด้วยโฟลเดอร์ / service:preview needs a folder: services/my-service')
  const dataDir = join('data', `preview-${basename(dir)}`)
  const stop = await preview({
    dir,
    open: () => openDemo({ serviceDir: dir, dataDir }),
    say: (text) => process.stdout.write(`${text}\n`),
  })
  stopOnSignal(stop)
}

/** Looks at the folder now and at every change; `open` once it is sound. Gives what ends it. */
export async function preview({ dir, open, say }: Preview): Promise<() => Promise<void>> {
  let stage: Stage | undefined
  const look = async () => {
    const findings = checkFolder(dir, bangkokDay(new Date()))
    for (const finding of findings) say(line(finding))
    if (findings.some(isError)) return say(stage ? KEPT : WAITING)
    try {
      if (stage) await stage.restart()
      else stage = await open()
      say(`${READY}\n\n  ${stage.address}\n`)
    } catch (cause) {
      say(`${cause instanceof Error ? cause.message : String(cause)}\n${WAITING}`)
    }
  }
  await look()
  const unwatch = onSaved(dir, look)
  return async () => {
    unwatch()
    await stage?.stop()
  }
}

const READY = 'พร้อมแล้ว เปิดที่อยู่นี้ / Ready. Open this address:'
const KEPT = 'ยังมีจุดที่ต้องแก้ หน้าจอใช้ฉบับล่าสุดที่ถูกต้อง / Still to mend: the last good version stays on the screen.'
const WAITING = 'แก้ไฟล์แล้วบันทึก จะลองใหม่เอง / Mend the file and save it; it is tried again by itself.'

/** Editors write a file several times when they save it. */
const QUIET_MS = 300

/** Calls `look` after each burst of changes, never twice at once. */
function onSaved(dir: string, look: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const watcher = watch(dir, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(look)
    }, QUIET_MS)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
