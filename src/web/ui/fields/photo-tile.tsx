/** Photos as pictures, not as file names. */
import x from 'lucide-static/icons/x.svg?raw'
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../service/definition.ts'
import type { FileAnswer } from '../../../service/form.ts'
import { FILE_TEXTS } from '../../texts/files.ts'
import { speak } from '../../texts/speak.ts'
import { Drawing } from '../drawing.tsx'
import { LiveIcon } from '../live-icon.tsx'
import { fileSize } from './file-size.ts'
import type { Upload } from './use-uploads.ts'

type PhotoProps = { file: FileAnswer; language: Language; onRemove(): void }

export function PhotoTile({ file, language, onRemove }: PhotoProps) {
  const t = speak(FILE_TEXTS, language)
  const remove = (event: Event) => {
    event.preventDefault()
    onRemove()
  }
  return (
    <li class="tile">
      <a
        href={`/files/${file.id}`}
        target="_blank"
        rel="noopener"
        aria-label={t('newTab', { name: file.name })}
      >
        {file.type.startsWith('image/') ? (
          <img src={`/files/${file.id}`} alt="" loading="lazy" />
        ) : (
          <LiveIcon name="file-text" />
        )}
      </a>
      <span class="done">
        <LiveIcon name="check" /> <span class="sr">{t('uploaded')}</span> {fileSize(file.size)}
      </span>
      <button class="off" type="submit" name="_removeFile" value={file.id} onClick={remove}>
        <Drawing svg={x} /> <span class="sr">{t('removeOf', { label: file.name })}</span>
      </button>
    </li>
  )
}

export type UploadProps = { upload: Upload; language: Language; onRetry(): void; onDrop(): void }

export function UploadTile({ upload, language, onRetry, onDrop }: UploadProps) {
  const t = speak(FILE_TEXTS, language)
  const { file, percent, problem } = upload
  const picture = usePicture(file)
  const words = problem ?? (percent === undefined ? t('shrinking') : t('uploading', { percent }))
  return (
    <li class={problem ? 'tile failed' : 'tile'}>
      {picture && <img src={picture} alt="" />}
      {!problem && <progress class="bar" max={100} value={percent ?? 0} aria-label={file.name} />}
      <span class={problem ? 'words' : 'sr'} role="status">
        {words}
      </span>
      <UploadButtons upload={upload} language={language} onRetry={onRetry} onDrop={onDrop} />
    </li>
  )
}

/** What can be done about a file that was not sent. */
export function UploadButtons({ upload: { problem, retry }, language, onRetry, onDrop }: UploadProps) {
  const t = speak(FILE_TEXTS, language)
  if (!problem) return null
  return (
    <span class="buttons">
      {retry && (
        <button class="btn sm" type="button" onClick={onRetry}>
          <LiveIcon name="refresh-cw" /> {t('retry')}
        </button>
      )}
      <button class="btn sec sm" type="button" onClick={onDrop}>
        {t('cancel')}
      </button>
    </span>
  )
}

/** The photo itself, while it is on its way. */
function usePicture(file: File): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!file.type.startsWith('image/')) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
