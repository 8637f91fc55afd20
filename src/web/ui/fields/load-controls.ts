import type { Field } from '../../../service/definition.ts'
import { addControls, type Controls } from './controls.ts'
import { type LazyModule, modulesOf } from './lazy-controls.ts'

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

/** All that these fields need, before a page is brought to life: later there may be no network. */
export async function loadControls(fields: Field[]): Promise<void> {
  const loaded = await Promise.all(modulesOf(fields).map((name) => LOADERS[name]()))
  for (const { CONTROLS } of loaded) addControls(CONTROLS)
}
