/** Finger and mouse on the picture: a box is moved, its corner resizes it, and a mouse draws a new one beside them. */
import { useRef } from 'preact/hooks'
import { type Box, moved, resized } from './boxes.ts'

type Boxes = { boxes: Box[]; setBoxes(boxes: Box[]): void; setChosen(index: number): void }
type Drag = { index: number; box: Box; from: { x: number; y: number }; sizes: boolean; all: Box[] }

export function useDrag(stage: { current: HTMLElement | null }, { boxes, setBoxes, setChosen }: Boxes) {
  const drag = useRef<Drag | undefined>(undefined)
  const at = (event: PointerEvent) => {
    const frame = stage.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 }
    return {
      x: (event.clientX - frame.left) / frame.width,
      y: (event.clientY - frame.top) / frame.height,
    }
  }
  /** The box under the pointer, or a new one; a finger beside the boxes scrolls the page instead. */
  function begin(event: PointerEvent): Drag | undefined {
    const target = event.target instanceof Element ? event.target : null
    const index = Number(target?.closest<HTMLElement>('[data-box]')?.dataset.box ?? -1)
    const box = boxes[index]
    const from = at(event)
    if (box) return { index, box, from, sizes: target?.hasAttribute('data-grip') ?? false, all: boxes }
    if (event.pointerType !== 'mouse') return undefined
    const drawn = { ...from, width: 0, height: 0 }
    return { index: boxes.length, box: drawn, from, sizes: true, all: [...boxes, drawn] }
  }
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      drag.current = begin(event)
      if (!drag.current) return
      stage.current?.setPointerCapture(event.pointerId)
      setChosen(drag.current.index)
    },
    onPointerMove(event: PointerEvent) {
      const held = drag.current
      if (!held) return
      const now = at(event)
      const next = (held.sizes ? resized : moved)(held.box, now.x - held.from.x, now.y - held.from.y)
      setBoxes(held.all.map((each, index) => (index === held.index ? next : each)))
    },
    onPointerUp() {
      drag.current = undefined
    },
    onPointerCancel() {
      drag.current = undefined
    },
  }
}
