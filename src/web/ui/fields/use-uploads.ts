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
export type Upload = {
  key: number
  file: File
  percent?: number
  problem?: string
  retry: boolean
  /** The picture with what need not be seen covered: that alone is sent. */
  covered?: Blob
  /** That is being drawn: nothing is on its way yet. */
  waits?: boolean
}

/** The server will not take it, now or later: it does not stand in the way of another file. */
export const isRefused = ({ problem, retry }: Upload): boolean => problem !== undefined && !retry

export function useUploads(field: FileField, form: FormHandle, place: { current: Element | null }) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const nextKey = useRef(0)
  const address = `/l/apply/${form.applicationId}/files`

  const update = (key: number, change: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const drop = (key: number) => setUploads((all) => all.filter((each) => each.key !== key))

  /** What is sent: small, and of an ID card without religion and blood group; undefined when it was given up. */
  async function picture({ key, file, covered }: Upload): Promise<Blob | undefined> {
    if (!field.idCard || !file.type.startsWith('image/') || !place.current) return shrinkPhoto(file)
    if (covered) return covered
    update(key, { waits: true })
    const { coverPicture } = await import('../cover/cover-picture.tsx')
    const done = await coverPicture(place.current, { picture: file, language: form.language, card: true })
    update(key, { covered: done, waits: false })
    return done
  }

  async function transfer(given: Upload): Promise<void> {
    const { key, file } = given
    form.uploading(field.id, 1)
    try {
      update(key, { percent: undefined, problem: undefined })
      const blob = await picture(given)
      if (!blob) return drop(key)
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
function uploadProblem(error: unknown, form: FormHandle): Pick<Upload, 'problem' | 'retry' | 'waits'> {
  const t = speak(FILE_TEXTS, form.language)
  const [found] = error instanceof Refused ? error.problems : []
  if (!found || !(found.code in FILE_TEXTS)) return { problem: t('uploadBroken'), retry: true, waits: false }
  return { problem: t(found.code as FileTextKey, found.params), retry: false }
}
