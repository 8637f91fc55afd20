/** The camera in the page, with a frame that shows where card or face belong. */
import camera from 'lucide-static/icons/camera.svg?raw'
import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../service/definition.ts'
import { drawPhoto } from '../client/upload.ts'
import { IDENTITY_TEXTS } from '../texts/identity.ts'
import { speak } from '../texts/speak.ts'
import { Drawing } from './drawing.tsx'

type Subject = 'card' | 'selfie'
type Props = {
  subject: Subject
  stream: MediaStream
  language: Language
  onDone(photo: Blob): void
  onCancel(): void
}

const FACING: Record<Subject, string> = { card: 'environment', selfie: 'user' }

/** Asks for the camera; rejects where there is none, or it was not allowed. */
export const openCamera = (subject: Subject): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: FACING[subject], width: { ideal: 1920 }, height: { ideal: 1080 } },
  })

/** Shows the camera at this place until a photo was taken, or given up. The camera is let go in either case. */
export function takePhoto(
  place: Element,
  props: Pick<Props, 'subject' | 'stream' | 'language'>,
): Promise<Blob | undefined> {
  return new Promise((resolve) => {
    const end = (photo?: Blob) => {
      for (const track of props.stream.getTracks()) track.stop()
      render(null, place)
      resolve(photo)
    }
    render(<Camera {...props} onDone={end} onCancel={() => end()} />, place)
  })
}

function Camera({ subject, stream, language, onDone, onCancel }: Props) {
  const t = speak(IDENTITY_TEXTS, language)
  const video = useRef<HTMLVideoElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [photo, setPhoto] = useState<{ blob: Blob; address: string }>()
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
    if (!photo) heading.current?.focus()
    return () => photo && URL.revokeObjectURL(photo.address)
  }, [photo])
  const shoot = async () => {
    if (!video.current?.videoWidth) return
    const blob = await drawPhoto(await createImageBitmap(video.current))
    if (blob) setPhoto({ blob, address: URL.createObjectURL(blob) })
  }
  return (
    <section class={`camera of-${subject}`}>
      <h2 ref={heading} tabIndex={-1}>
        {photo ? t('taken') : t(`frame_${subject}`)}
      </h2>
      <div class="finder">
        {photo ? (
          <img src={photo.address} alt={t('taken')} />
        ) : (
          <>
            <video ref={video} autoplay playsInline muted />
            <i aria-hidden="true" />
          </>
        )}
      </div>
      <div class="camera-tools">
        {photo ? (
          <>
            <button class="btn sec" type="button" onClick={() => setPhoto(undefined)}>
              {t('retake')}
            </button>
            <button class="btn" type="button" onClick={() => onDone(photo.blob)}>
              {t('use')}
            </button>
          </>
        ) : (
          <>
            <button class="btn sec" type="button" onClick={onCancel}>
              {t('close')}
            </button>
            <button class="btn" type="button" onClick={shoot}>
              <Drawing svg={camera} /> {t('shoot')}
            </button>
          </>
        )}
      </div>
    </section>
  )
}
