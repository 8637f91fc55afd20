/** Every control, for the server, which draws any page. */
import { CONTROLS as address } from './address-control.tsx'
import { CONTROLS as computed } from './computed-control.tsx'
import { CONTROLS as consent } from './consent-control.tsx'
import { addControls } from './controls.ts'
import { CONTROLS as file } from './file-control.tsx'
import { CONTROLS as location } from './location-control.tsx'
import { CONTROLS as lookup } from './lookup-control.tsx'
import { CONTROLS as multi } from './multi-control.tsx'
import { CONTROLS as personName } from './person-name-control.tsx'
import { CONTROLS as repeat } from './repeat-control.tsx'
import { CONTROLS as signature } from './signature-control.tsx'

addControls({
  ...address,
  ...computed,
  ...consent,
  ...file,
  ...location,
  ...lookup,
  ...multi,
  ...personName,
  ...repeat,
  ...signature,
})
