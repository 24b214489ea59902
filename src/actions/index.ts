import type { Action } from './action'
import { adaptSection } from './adaptSection'
import { addSection } from './addSection'
import { approveEdition } from './approveEdition'
import { askForChanges } from './askForChanges'
import { bringBackCommonSection } from './bringBackCommonSection'
import { bringBackSection } from './bringBackSection'
import { omitSection } from './omitSection'
import { publishEdition } from './publishEdition'
import { releaseMaster } from './releaseMaster'
import { restoreSection } from './restoreSection'
import { saveSection } from './saveSection'
import { startVariant } from './startVariant'
import { submitEdition } from './submitEdition'
import { supplementSection } from './supplementSection'
import { translateSection } from './translateSection'
import { withdrawRelease } from './withdrawRelease'

/** Everything that a screen can ask for by name. */
export const actions = [
  adaptSection,
  addSection,
  approveEdition,
  askForChanges,
  bringBackCommonSection,
  bringBackSection,
  omitSection,
  publishEdition,
  releaseMaster,
  restoreSection,
  saveSection,
  startVariant,
  submitEdition,
  supplementSection,
  translateSection,
  withdrawRelease,
] as unknown as Action<unknown, unknown>[]
