/** For pages that need no hydration: session kept in step, and the small behaviours. */
import { startBehaviour } from './behaviour.ts'
import { keepInStep } from './sign-in.ts'

startBehaviour()
void keepInStep()
