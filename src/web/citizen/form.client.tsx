import { hydratePage } from '../client/hydrate.tsx'
import { readData } from '../client/liff.ts'
import { loadControls } from '../ui/fields/load-controls.ts'
import { FormPage, type FormPageProps } from './form-page.tsx'

// Where they cannot be had, the page stays the plain form that the server sent.
void loadControls(readData<FormPageProps>('page-props').fields).then(() => hydratePage(FormPage))
