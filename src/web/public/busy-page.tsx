/** Too many checks from one place. */
import { speak } from '../texts/speak.ts'
import { Icon } from '../ui/icon.tsx'
import { Site, type SiteProps } from './site.tsx'
import { PUBLIC_TEXTS } from './texts.ts'

export type BusyPageProps = SiteProps & { seconds: number }

export function BusyPage({ seconds, ...site }: BusyPageProps) {
  const t = speak(PUBLIC_TEXTS, site.language)
  return (
    <Site {...site} at="/v">
      <section class="res mute" role="alert">
        <Icon name="clock" />
        <div>
          <h1>{t('busyTitle')}</h1>
          <p>{t('busyBody', { seconds })}</p>
        </div>
      </section>
    </Site>
  )
}
