/** Photos and PDFs of one document. Without script the button below the file box sends them with the form. */
import image from 'lucide-static/icons/image.svg?raw'
import { useRef } from 'preact/hooks'
import type { FileField, FileType, Language } from '../../../service/definition.ts'
import { type FileAnswer, filesOf } from '../../../service/form.ts'
import { FILE_TEXTS } from '../../texts/files.ts'
import { speak } from '../../texts/speak.ts'
import { Drawing } from '../drawing.tsx'
import { LiveIcon } from '../live-icon.tsx'
import type { Controls, WholeProps } from './controls.ts'
import { fileSize } from './file-size.ts'
import { describedBy, type FormHandle, idOf } from './form-handle.ts'
import { Frame } from './frame.tsx'
import { PhotoTile, UploadButtons, type UploadProps, UploadTile } from './photo-tile.tsx'
import { isRefused, useUploads } from './use-uploads.ts'

const TYPE_NAMES: Record<FileType, string> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
}

function FileControl({ field, value, form }: WholeProps<FileField>) {
  const t = speak(FILE_TEXTS, form.language)
  const files = filesOf(value)
  const place = useRef<HTMLDivElement>(null)
  const { uploads, addFiles, removeFile, retry, drop } = useUploads(field, form, place)
  const problem = form.problemAt(field.id)
  const room = field.maxFiles - files.length - uploads.filter((each) => !isRefused(each)).length
  const aside =
    files.length > 0 && field.maxFiles > 1
      ? t('fileCount', { count: files.length, max: field.maxFiles })
      : undefined
  const File = field.photo ? PhotoTile : FileRow
  const Sending = field.photo ? UploadTile : UploadRow
  return (
    <div class="card document">
      <Frame field={field} path={field.id} language={form.language} problem={problem} aside={aside} group>
        <ul class={field.photo ? 'tiles' : 'files'}>
          {files.map((file) => (
            <File key={file.id} file={file} language={form.language} onRemove={() => removeFile(file)} />
          ))}
          {uploads
            .filter(({ waits }) => !waits)
            .map((each) => (
              <Sending
                key={each.key}
                upload={each}
                language={form.language}
                onRetry={() => retry(each)}
                onDrop={() => drop(each.key)}
              />
            ))}
        </ul>
        <div ref={place} />
        {field.idCard && room > 0 && <p class="hint">{t('coverCard')}</p>}
        {room > 0 && (
          <FileInput
            field={field}
            form={form}
            more={files.length > 0}
            wrong={Boolean(problem)}
            onChoose={addFiles}
          />
        )}
      </Frame>
    </div>
  )
}

type InputProps = {
  field: FileField
  form: FormHandle
  more: boolean
  wrong: boolean
  onChoose(files: Iterable<File>): void
}

function FileInput({ field, form, more, wrong, onChoose }: InputProps) {
  const t = speak(FILE_TEXTS, form.language)
  const types = field.formats.map((type) => TYPE_NAMES[type]).join(', ')
  const id = idOf(field.id)
  const shared = {
    type: 'file',
    name: field.id,
    'aria-describedby': describedBy(field.id, { hint: Boolean(field.hint), problem: wrong }),
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const input = event.currentTarget
      onChoose([...(input.files ?? [])])
      input.value = ''
    },
  } as const
  const words = field.photo ? (more ? 'anotherPhoto' : 'takePhoto') : more ? 'anotherFile' : 'chooseFile'
  return (
    <>
      <label class={wrong ? 'drop wrong' : 'drop'} for={id}>
        <LiveIcon name={more && !field.photo ? 'plus' : 'camera'} />
        <span>
          <b>{t(words)}</b>
          <small>{t('fileLimits', { types, max: field.maxMegabytes })}</small>
        </span>
        {field.photo ? (
          <input id={id} accept="image/*" capture="environment" {...shared} />
        ) : (
          <input id={id} accept={field.formats.join(',')} multiple={field.maxFiles > 1} {...shared} />
        )}
      </label>
      {field.photo && (
        // A photo that was taken before, or on another camera.
        <label class="drop small" for={`${id}-stored`}>
          <Drawing svg={image} />
          {t('chooseStored')}
          <input
            id={`${id}-stored`}
            accept={field.formats.join(',')}
            multiple={field.maxFiles > 1}
            {...shared}
          />
        </label>
      )}
      <button class="btn sec sm nojs-only" type="submit" name="_upload" value={field.id}>
        <LiveIcon name="upload" /> {t('upload')}
      </button>
    </>
  )
}

function FileRow({ file, language, onRemove }: { file: FileAnswer; language: Language; onRemove(): void }) {
  const t = speak(FILE_TEXTS, language)
  const remove = (event: Event) => {
    event.preventDefault()
    onRemove()
  }
  return (
    <li class="file">
      <a
        class="thumb"
        href={`/files/${file.id}`}
        target="_blank"
        rel="noopener"
        aria-label={t('newTab', { name: file.name })}
      >
        {file.type.startsWith('image/') ? (
          <img src={`/files/${file.id}`} alt="" width="56" height="56" loading="lazy" />
        ) : (
          <LiveIcon name="file-text" />
        )}
      </a>
      <div>
        <b class="name">{file.name}</b>
        <span class="done">
          <LiveIcon name="check" /> {t('uploaded')} · {fileSize(file.size)}
        </span>
      </div>
      <button class="remove" type="submit" name="_removeFile" value={file.id} onClick={remove}>
        <LiveIcon name="trash-2" /> <span class="sr">{t('removeOf', { label: file.name })}</span>
      </button>
    </li>
  )
}

function UploadRow(props: UploadProps) {
  const { language } = props
  const { file, percent, problem } = props.upload
  const t = speak(FILE_TEXTS, language)
  const words = problem ?? (percent === undefined ? t('shrinking') : t('uploading', { percent }))
  return (
    <li class={problem ? 'file failed' : 'file'}>
      <span class="thumb">
        <LiveIcon name={problem ? 'file-x' : 'cloud-upload'} />
      </span>
      <div>
        <b class="name">{file.name}</b>
        <span>{fileSize(file.size)}</span>
        <progress class="bar" max={100} value={percent ?? 0} aria-label={file.name} />
        <span class="words" role="status">
          {words}
        </span>
        <UploadButtons {...props} />
      </div>
    </li>
  )
}

export const CONTROLS = { file: FileControl } satisfies Partial<Controls>
