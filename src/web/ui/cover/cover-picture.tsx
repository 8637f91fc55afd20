import { render } from 'preact'
import { CoverEditor, type CoverProps } from './cover-editor.tsx'

/** Shows the picture at this place until it is covered, or given up: then there is nothing to send. */
export function coverPicture(
  place: Element,
  props: Pick<CoverProps, 'picture' | 'language' | 'card' | 'desk'>,
): Promise<Blob | undefined> {
  return new Promise((resolve) => {
    const end = (covered?: Blob) => {
      render(null, place)
      resolve(covered)
    }
    render(<CoverEditor {...props} onDone={end} onCancel={() => end()} />, place)
  })
}
