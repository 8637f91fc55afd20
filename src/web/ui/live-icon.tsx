import { Drawing } from './drawing.tsx'
import { LIVE_ICONS, type LiveIconName } from './live-icons.ts'

export type { LiveIconName }

/** An icon on a page that is hydrated: the browser carries a short table only. */
export const LiveIcon = ({ name }: { name: LiveIconName }) => <Drawing svg={LIVE_ICONS[name]} />
