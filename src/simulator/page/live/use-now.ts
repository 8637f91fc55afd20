import { useEffect, useState } from 'preact/hooks'

/** The simulator's clock between two states: it runs on as fast as ours. */
export function useNow(simulatedNow: string): Date {
  const [now, setNow] = useState(() => new Date(simulatedNow))
  useEffect(() => {
    const ahead = Date.parse(simulatedNow) - Date.now()
    const tick = () => setNow(new Date(Date.now() + ahead))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [simulatedNow])
  return now
}
