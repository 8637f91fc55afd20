/** The picture as it is sent: drawn anew with the boxes in it, so that nothing of what they cover is left. */
import { drawPhoto } from '../../client/upload.ts'
import type { Box } from './boxes.ts'

/** Rejects where the browser cannot draw it: then nothing is sent. */
export async function coveredPicture(picture: Blob, boxes: Box[]): Promise<Blob> {
  const bitmap = await createImageBitmap(picture)
  const drawn = await drawPhoto(bitmap, (pen, { width, height }) => {
    pen.fillStyle = '#182233'
    for (const box of boxes)
      pen.fillRect(box.x * width, box.y * height, box.width * width, box.height * height)
  })
  if (!drawn) throw new Error('the picture could not be drawn')
  return drawn
}
