import { type ComponentType, hydrate } from 'preact'
import { startBehaviour } from './behaviour.ts'
import { readData } from './liff.ts'
import { keepInStep } from './sign-in.ts'

/** Brings a page to life with the properties the server rendered it from; LINE comes after that. */
export function hydratePage<P extends object>(Component: ComponentType<P>): void {
  const root = document.getElementById('page')
  if (root) hydrate(<Component {...readData<P>('page-props')} />, root)
  startBehaviour()
  void keepInStep()
}
