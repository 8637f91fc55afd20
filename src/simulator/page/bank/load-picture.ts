import type { Picture } from './qr-grid.ts'

/** Small drawings (an SVG may be 45 units wide) are enlarged so that every module has several pixels. */
const SMALLEST_SIDE = 600

/** The pixels behind an address. Another origin's pixels may not be read here, so the simulator passes those on. */
export async function pictureAt(url: string): Promise<Picture> {
  const isOurs = url.startsWith('data:') || new URL(url).origin === location.origin
  const response = await fetch(isOurs ? url : `/api/image?url=${encodeURIComponent(url)}`)
  if (!response.ok) throw new Error(`${response.status}`)
  return pictureOf(await response.blob())
}

export async function pictureOf(blob: Blob): Promise<Picture> {
  const url = URL.createObjectURL(blob)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return pixelsOf(image)
  } finally {
    URL.revokeObjectURL(url)
  }
}

function pixelsOf(image: HTMLImageElement): Picture {
  const scale = Math.max(1, SMALLEST_SIDE / Math.max(1, Math.min(image.naturalWidth, image.naturalHeight)))
  const width = Math.round((image.naturalWidth || SMALLEST_SIDE) * scale)
  const height = Math.round((image.naturalHeight || SMALLEST_SIDE) * scale)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.imageSmoothingEnabled = false
  pen.drawImage(image, 0, 0, width, height)
  return { width, height, rgba: pen.getImageData(0, 0, width, height).data }
}
