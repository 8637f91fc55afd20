/** Files on their way to the server: sent at once, one after another, each with its progress. */
import { useRef, useState } from 'preact/hooks'
import type { FileField } from '../../../service/definition.ts'
import { type FileAnswer, filesOf } from '../../../service/form.ts'
import { Refused, send } from '../../client/api.ts'
import { shrinkPhoto, upload } from '../../client/upload.ts'
import { FILE_TEXTS, type FileTextKey } from '../../texts/files.ts'
import { speak } from '../../texts/speak.ts'
import type { FormHandle } from './form-handle.ts'

/** `percent` undefined: the photo is still being made smaller. `problem`: it stopped, and why. */
export type Upload = { key: number; file: File; percent?: number; problem?: string; retry: boolean }

/** The server will not take it, now or later: it does not stand in the way of another file. */
export const isRefused = ({ problem, retry }: Upload): boolean => problem !== undefined && !retry

export function useUploads(field: FileField, form: FormHandle) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const nextKey = useRef(0)
  const address = `/l/apply/${form.applicationId}/files`

  const update = (key: number, change: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const drop = (key: number) => setUploads((all) => all.filter((each) => each.key !== key))

  async function transfer({ key, file }: Upload): Promise<void> {
    form.uploading(field.id, 1)
    try {
      update(key, { percent: undefined, problem: undefined })
      const blob = await shrinkPhoto(file)
      const stored = await upload(`${address}/${field.id}`, { blob, name: file.name }, (percent) =>
        update(key, { percent }),
      )
      form.change(field.id, (current) => [...filesOf(current), stored])
      drop(key)
    } catch (error) {
      update(key, uploadProblem(error, form))
    } finally {
      form.uploading(field.id, -1)
    }
  }

  async function addFiles(chosen: Iterable<File>): Promise<void> {
    const added = [...chosen].map((file): Upload => ({ key: nextKey.current++, file, retry: false }))
    setUploads((all) => [...all.filter((each) => !isRefused(each)), ...added])
    for (const each of added) await transfer(each)
  }

  async function removeFile(file: FileAnswer): Promise<void> {
    await send('DELETE', `${address}/${file.id}`)
    form.change(field.id, (current) => filesOf(current).filter((each) => each.id !== file.id))
  }

  return { uploads, addFiles, removeFile, retry: transfer, drop }
}

/** What the server found wrong will be wrong again; a broken line may be tried again. */
function uploadProblem(error: unknown, form: FormHandle): Pick<Upload, 'problem' | 'retry'> {
  const t = speak(FILE_TEXTS, form.language)
  const [found] = error instanceof Refused ? error.problems : []
  if (!found || !(found.code in FILE_TEXTS)) return { problem: t('uploadBroken'), retry: true }
  return { problem: t(found.code as FileTextKey, found.params), retry: false }
}
