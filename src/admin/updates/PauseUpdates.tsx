import { earliest } from '@/domain/day'
import type { Language } from '@/domain/language'
import type { Pause } from '@/domain/pause'
import { UpdateIcon } from '@/icons/UpdateIcon'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { today } from '@/stored/today'
import { ActionForm } from '../ActionForm.client'
import { actionWords } from '../actionWords'
import { doneAddress } from '../DoneMessage'
import { Status } from '../words/Status'
import type { Setting } from './JustDone'
import { sayPause } from './sayPause'

type Given = {
  /** The pause that holds today; null if none does. */
  paused: Pause | null
  /** Does it hold for the whole version, and not for this section? */
  isOfVersion: boolean
  mayPause: boolean
  /** The last days for decisions on what would be paused. */
  lastDays: readonly (string | null)[]
  /** Would an urgent change be paused? */
  isUrgent: boolean
  /** The action that pauses, and what it is about. */
  action: 'pause-section' | 'pause-version'
  fixed: Record<string, unknown>
  /** The address of the screen, which says what was done. */
  screen: string
  language: Language
  say: Translator
}

/** Says why updates of a section or of a whole version wait and ends that, or pauses them. */
export function PauseUpdates({
  paused,
  isOfVersion,
  mayPause,
  lastDays,
  isUrgent,
  action,
  fixed,
  screen,
  language,
  say,
}: Given) {
  const isSection = action === 'pause-section'
  // A day that is over is told by the update itself.
  const decideBy = earliest(lastDays.filter((day) => day !== null && day >= today()))
  if (paused)
    return (
      <div className="note stack-s">
        <p>
          <Status icon={<UpdateIcon sign="paused" />}>{sayPause(paused, { language, say })}</Status>
        </p>
        {isOfVersion ? <p>{say('updates.pause.of-version')}</p> : null}
        {mayPause && !isOfVersion ? (
          <ActionForm
            fixed={{ ...fixed, ends: true }}
            choices={[{ action, label: say('updates.pause.end'), look: 'second' }]}
            words={actionWords(say)}
            next={doneAddress(screen, 'pause-ended' satisfies Setting)}
          >
            {null}
          </ActionForm>
        ) : null}
      </div>
    )
  if (!mayPause) return null
  return (
    <details className="pause">
      <summary>{say(isSection ? 'updates.pause.open' : 'updates.pause.open-version')}</summary>
      <ActionForm
        fixed={fixed}
        optional={['until']}
        choices={[{ action, label: say('updates.pause.do'), look: 'second' }]}
        words={actionWords(say)}
        next={doneAddress(screen, 'paused' satisfies Setting)}
      >
        <p className="muted">{say(isSection ? 'updates.pause.what' : 'updates.pause.what-version')}</p>
        {isUrgent ? <p className="note">{say('updates.pause.urgent')}</p> : null}
        {decideBy ? (
          <p className="note">{say('updates.pause.decide-by', { date: longDate(decideBy, language) })}</p>
        ) : null}
        <div className="field">
          <label htmlFor="pause-reason">{say('editor.why.reason')}</label>
          <input id="pause-reason" name="reason" type="text" maxLength={2000} />
        </div>
        <div className="field">
          <label htmlFor="pause-until">
            {say('updates.pause.until')} <span className="hint">{say('updates.pause.until-hint')}</span>
          </label>
          <input id="pause-until" name="until" type="date" />
        </div>
      </ActionForm>
    </details>
  )
}
