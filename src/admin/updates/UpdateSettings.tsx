import type { Language } from '@/domain/language'
import { isPaused } from '@/domain/pause'
import { isAsking } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { today } from '@/stored/today'
import type { Variant } from '@/stored/variants'
import { ActionForm } from '../ActionForm.client'
import { actionWords } from '../actionWords'
import { doneAddress } from '../DoneMessage'
import { updatesAddress } from '../words/addresses'
import type { Setting } from './JustDone'
import { PauseUpdates } from './PauseUpdates'
import { isUrgent, type UpdateRow } from './updateRows'

/** How updates come into a national version: all asked about, editorial ones by themselves, or none during a pause. */
export function UpdateSettings({
  variant,
  rows,
  mayChange,
  language,
  say,
}: {
  variant: Variant
  /** What waits. */
  rows: readonly UpdateRow[]
  mayChange: boolean
  language: Language
  say: Translator
}) {
  const { acceptsEditorial, id, rev } = variant
  const paused = isPaused(variant.paused, today()) ? variant.paused : null
  const fixed = { variant: id, seen: rev }
  const asking = rows.filter(isAsking)
  const screen = updatesAddress(id)
  const setting: Setting = acceptsEditorial ? 'editorial-asked' : 'editorial-comes'
  return (
    <section className="stack" aria-labelledby="settings">
      <h2 id="settings">{say('updates.settings.title')}</h2>
      <p>{say(acceptsEditorial ? 'updates.settings.lets-in' : 'updates.settings.asks')}</p>
      {mayChange ? (
        <ActionForm
          key={`editorial-${acceptsEditorial}`}
          fixed={{ ...fixed, accepts: !acceptsEditorial }}
          choices={[
            {
              action: 'set-editorial-updates',
              label: say(acceptsEditorial ? 'updates.settings.ask' : 'updates.settings.let-in'),
              look: 'second',
            },
          ]}
          words={actionWords(say)}
          next={doneAddress(screen, setting)}
        >
          {null}
        </ActionForm>
      ) : null}
      <PauseUpdates
        key={`pause-${paused !== null}`}
        {...{ paused, fixed, screen, language, say }}
        isOfVersion={false}
        lastDays={asking.map(({ decideBy }) => decideBy)}
        isUrgent={asking.some(isUrgent)}
        action="pause-version"
        mayPause={mayChange}
      />
    </section>
  )
}
