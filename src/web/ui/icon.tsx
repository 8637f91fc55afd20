import { Drawing } from './drawing.tsx'
import { ICONS, type IconName } from './icons.ts'

export type { IconName }

/** Any icon, on pages that the server alone renders. */
export const Icon = ({ name }: { name: IconName }) => <Drawing svg={ICONS[name]} />
