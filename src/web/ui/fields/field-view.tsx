import type { Field } from '../../../service/definition.ts'
import type { PlainAnswer } from '../../../service/form.ts'
import { FileControl } from './file-control.tsx'
import { changed, type FormHandle } from './form-handle.ts'
import { PlainFieldView } from './plain-field-view.tsx'
import { RepeatControl } from './repeat-control.tsx'

/** One field of a page, whatever its type. */
export function FieldView({ field, form }: { field: Field; form: FormHandle }) {
  const value = form.answers[field.id]
  if (field.type === 'repeat') return <RepeatControl field={field} value={value} form={form} />
  if (field.type === 'file') return <FileControl field={field} value={value} form={form} />
  return (
    <PlainFieldView
      field={field}
      path={field.id}
      value={value as PlainAnswer | undefined}
      form={form}
      onChange={(change) =>
        form.change(field.id, (current) => changed(change, current as PlainAnswer | undefined))
      }
    />
  )
}
