import { addControls, type Controls } from './controls.ts'
import type { LazyModule } from './lazy-controls.ts'

const LOADERS: Record<LazyModule, () => Promise<{ CONTROLS: Partial<Controls> }>> = {
  'address-control': () => import('./address-control.tsx'),
  'computed-control': () => import('./computed-control.tsx'),
  'consent-control': () => import('./consent-control.tsx'),
  'file-control': () => import('./file-control.tsx'),
  'location-control': () => import('./location-control.tsx'),
  'lookup-control': () => import('./lookup-control.tsx'),
  'multi-control': () => import('./multi-control.tsx'),
  'person-name-control': () => import('./person-name-control.tsx'),
  'repeat-control': () => import('./repeat-control.tsx'),
  'signature-control': () => import('./signature-control.tsx'),
}

/** Makes these controls known. */
export async function loadControls(modules: LazyModule[]): Promise<void> {
  const loaded = await Promise.all(modules.map((name) => LOADERS[name]()))
  for (const { CONTROLS } of loaded) addControls(CONTROLS)
}
