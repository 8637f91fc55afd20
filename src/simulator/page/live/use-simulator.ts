import { useEffect, useRef, useState } from 'preact/hooks'
import type { SimulatorState } from '../../api.ts'
import { client } from './client.ts'

const RETRY_MS = 1500

/** The simulator's state, kept fresh: every event asks for it anew, one request at a time. */
export function useSimulator(): { state?: SimulatorState; isConnected: boolean } {
  const [state, setState] = useState<SimulatorState>()
  const [isConnected, setConnected] = useState(true)
  const refresh = useRef(oneAtATime(async () => setState(await client.state())))

  useEffect(() => {
    const update = () => refresh.current().catch(() => setConnected(false))
    update()
    return listen('/api/events', {
      open: () => {
        setConnected(true)
        update()
      },
      message: update,
      lost: () => setConnected(false),
    })
  }, [])
  return { state, isConnected }
}

type Listener = { open: () => void; message: () => void; lost: () => void }

/** EventSource gives up when the answer is no stream (the simulator starting again), so we knock ourselves. */
function listen(path: string, listener: Listener): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const connect = () => {
    source = new EventSource(path)
    source.onopen = listener.open
    source.onmessage = listener.message
    source.onerror = () => {
      listener.lost()
      source?.close()
      timer = setTimeout(connect, RETRY_MS)
    }
  }
  connect()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

/** Calls during a run are answered by one more run after it. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let isAskedAgain = false
  const start = async (): Promise<void> => {
    do {
      isAskedAgain = false
      await run()
    } while (isAskedAgain)
  }
  return () => {
    isAskedAgain = running !== undefined
    running ??= start().finally(() => {
      running = undefined
    })
    return running
  }
}
