import type { Action } from './action'
import { adaptSection } from './adaptSection'
import { addCommonSection } from './addCommonSection'
import { addSection } from './addSection'
import { answerQuestion } from './answerQuestion'
import { approveEdition } from './approveEdition'
import { askAboutUpdate } from './askAboutUpdate'
import { askForChanges } from './askForChanges'
import { bringBackCommonSection } from './bringBackCommonSection'
import { bringBackSection } from './bringBackSection'
import { acceptReadyUpdates, decideOnUpdate } from './decideUpdate'
import { declineProposal } from './declineProposal'
import { deleteToolkit } from './deleteToolkit'
import { divideCommonSection } from './divideCommonSection'
import { joinCommonSection } from './joinCommonSection'
import { keepWorkingCopy } from './keepWorkingCopy'
import { markAnswerRead } from './markAnswerRead'
import { moveCommonSection } from './moveCommonSection'
import { moveSection } from './moveSection'
import { omitSection } from './omitSection'
import { pauseSection, pauseVersion } from './pauseUpdates'
import type { ActionOutcome } from './performAs'
import { proposeSection } from './proposeSection'
import { publishEdition } from './publishEdition'
import { releaseMaster } from './releaseMaster'
import { removeSection, returnSection } from './removeSection'
import { restoreSection } from './restoreSection'
import { retireCommonSection, returnCommonSection } from './retireCommonSection'
import { runAction } from './runAction'
import { saveNationalSection } from './saveNationalSection'
import { saveReleaseNotes } from './saveReleaseNotes'
import { saveSection } from './saveSection'
import { setEditorialUpdates } from './setEditorialUpdates'
import { settleTranslation } from './settleTranslation'
import { startVariant } from './startVariant'
import { submitEdition } from './submitEdition'
import { supplementSection } from './supplementSection'
import { takeBackUpdate } from './takeBackUpdate'
import { takeInWordSections } from './takeInWordSections'
import { takeOverProposal } from './takeOverProposal'
import { translateSection } from './translateSection'
import { withdrawProposal } from './withdrawProposal'
import { withdrawRelease } from './withdrawRelease'

/** All actions that a screen can call by name. */
export const actions = [
  asked(acceptReadyUpdates),
  asked(adaptSection),
  asked(addCommonSection),
  asked(addSection),
  asked(answerQuestion),
  asked(approveEdition),
  asked(askAboutUpdate),
  asked(askForChanges),
  asked(bringBackCommonSection),
  asked(bringBackSection),
  asked(decideOnUpdate),
  asked(declineProposal),
  asked(deleteToolkit),
  asked(divideCommonSection),
  asked(joinCommonSection),
  asked(keepWorkingCopy),
  asked(markAnswerRead),
  asked(omitSection),
  asked(pauseSection),
  asked(pauseVersion),
  asked(proposeSection),
  asked(publishEdition),
  asked(releaseMaster),
  asked(restoreSection),
  asked(saveNationalSection),
  asked(saveReleaseNotes),
  asked(saveSection),
  asked(setEditorialUpdates),
  asked(settleTranslation),
  asked(startVariant),
  asked(submitEdition),
  asked(moveCommonSection),
  asked(moveSection),
  asked(removeSection),
  asked(retireCommonSection),
  asked(returnCommonSection),
  asked(returnSection),
  asked(supplementSection),
  asked(takeBackUpdate),
  asked(takeInWordSections),
  asked(takeOverProposal),
  asked(translateSection),
  asked(withdrawProposal),
  asked(withdrawRelease),
]

type Asked = Omit<Parameters<typeof runAction>[0], 'action'>

/** An action that accepts any request input: its own check is the first to read it. */
function asked<Input, Result>(action: Action<Input, Result>) {
  const run = (given: Asked): Promise<ActionOutcome<unknown>> => runAction({ action, ...given })
  return { name: action.name, run }
}
