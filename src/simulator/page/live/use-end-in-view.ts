import { useEffect, useRef } from 'preact/hooks'

const NEAR_END = 80

/**
 * Keeps the end of a scrolling box in view as its one child grows (pictures come late) or the box is first shown,
 * unless the reader has scrolled up. With another `subject` it starts at the end again.
 */
export function useEndInView(subject: string) {
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = scroller.current
    const content = box?.firstElementChild
    if (!box || !content) return
    let isAtEnd = true
    const follow = () => {
      if (isAtEnd) box.scrollTop = box.scrollHeight
    }
    // Only a move upwards is the reader's: a growing chat leaves the end behind without one.
    let lastTop = 0
    const look = () => {
      const isNearEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END
      if (isNearEnd || box.scrollTop < lastTop) isAtEnd = isNearEnd
      lastTop = box.scrollTop
    }
    const observer = new ResizeObserver(follow)
    observer.observe(content)
    observer.observe(box)
    box.addEventListener('scroll', look)
    follow()
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [subject])
  return scroller
}
