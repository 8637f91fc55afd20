import { hydratePage } from '../client/hydrate.tsx'
import { FormPage } from './form-page.tsx'

hydratePage(FormPage)
