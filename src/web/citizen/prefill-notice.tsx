/** Says that answers were taken over, and from which application; one press takes them out again. */
import type { Language } from '../../service/definition.ts'
import { PREFILL_TEXTS } from '../texts/prefill.ts'
import { speak } from '../texts/speak.ts'
import { Notice } from '../ui/notice.tsx'

type Props = { applicationId: string; reference: string; language: Language }

export function PrefillNotice({ applicationId, reference, language }: Props) {
  const t = speak(PREFILL_TEXTS, language)
  return (
    <>
      <Notice tone="info" icon="history" title={t('title')}>
        {t('body', { reference })}
      </Notice>
      <form class="block" method="post" action={`/l/apply/${applicationId}/clear-prefill`}>
        <button class="btn sec sm" type="submit">
          {t('clear')}
        </button>
      </form>
    </>
  )
}
