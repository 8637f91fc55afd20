import type { Problem } from '../../errors.ts'
import type { FileAnswer } from '../../service/form.ts'
import { Refused } from './api.ts'
import { signIn } from './sign-in.ts'

/** Sends one file and tells how far it is. `XMLHttpRequest`, because `fetch` cannot say what was sent. */
export async function upload(
  url: string,
  file: { blob: Blob; name: string },
  onProgress: (percent: number) => void,
): Promise<FileAnswer> {
  try {
    return await attempt(url, file, onProgress)
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error
    await signIn()
    return attempt(url, file, onProgress)
  }
}

function attempt(
  url: string,
  file: { blob: Blob; name: string },
  onProgress: (percent: number) => void,
): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.timeout = 180_000
    request.upload.onprogress = (event) => onProgress(Math.round((100 * event.loaded) / event.total))
    request.onload = () => {
      if (request.status === 200) resolve(request.response as FileAnswer)
      else
        reject(new Refused(request.status, (request.response as { problems?: Problem[] } | null)?.problems))
    }
    request.onerror = request.ontimeout = () => reject(new Refused(0))
    const form = new FormData()
    form.append('file', file.blob, file.name)
    request.send(form)
  })
}

const LONGEST_SIDE = 2400
const WORTH_SHRINKING = 600_000

/**
 * A photo of a document, small enough for a mobile network and large enough to read small print. Drawing it anew also
 * drops what a camera writes into a photo, its place among it. What cannot be drawn is sent as it is.
 */
export async function shrinkPhoto(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/')) return file
  try {
    const bitmap = await createImageBitmap(file)
    const isSmall = Math.max(bitmap.width, bitmap.height) <= LONGEST_SIDE
    if (isSmall && file.size < WORTH_SHRINKING && file.type === 'image/png') return file
    return (await drawPhoto(bitmap)) ?? file
  } catch {
    return file
  }
}

/** The picture as a JPEG of that size; `paint` may draw over it. Null where the browser cannot. */
export function drawPhoto(
  bitmap: ImageBitmap,
  paint?: (pen: CanvasRenderingContext2D, size: { width: number; height: number }) => void,
): Promise<Blob | null> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(null)
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  paint?.(pen, canvas)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
}
