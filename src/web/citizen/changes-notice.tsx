/** What a new version of the form asks otherwise, at the top of a draft that was begun before. */
import { Fragment } from 'preact'
import type { Changes } from '../../service/changes.ts'
import type { Language, Text } from '../../service/definition.ts'
import { CHANGES_TEXTS } from '../texts/changes.ts'
import { speak } from '../texts/speak.ts'
import { Notice } from '../ui/notice.tsx'
import { th } from '../ui/th.tsx'

const KINDS = ['added', 'changed', 'removed'] as const

export function ChangesNotice({ changes, language }: { changes: Changes; language: Language }) {
  const t = speak(CHANGES_TEXTS, language)
  const toLookAt = changes.added.length + changes.changed.length > 0
  return (
    <Notice tone="info" title={t('title')}>
      {th(t(toLookAt ? 'body' : 'bodyRemoved'))}
      {KINDS.filter((kind) => changes[kind].length > 0).map((kind) => (
        <Fragment key={kind}>
          <br />
          {t(kind)}: {th(changes[kind].map((label) => label[language]).join(', '))}
        </Fragment>
      ))}
    </Notice>
  )
}

/** The privacy notice as it is now; it is ticked where the application is sent. */
export function NewNotice({ text, language }: { text: Text; language: Language }) {
  const t = speak(CHANGES_TEXTS, language)
  return (
    <Notice tone="info" icon="shield-check" title={t('noticeTitle')}>
      {text[language]} <b>{t('noticeAhead')}</b>
    </Notice>
  )
}
