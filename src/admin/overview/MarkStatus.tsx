import type { Mark } from '@/domain/countryStanding'
import type { UpdateChoice } from '@/domain/updates/updates'
import { ModeIcon } from '@/icons/ModeIcon'
import { SignIcon } from '@/icons/SignIcon'
import { UpdateIcon, type UpdateSign } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import { Status } from '../words/Status'

const SIGNS: Record<Mark, UpdateSign> = {
  decide: 'decide',
  check: 'check',
  ready: 'ready',
  paused: 'paused',
  kept: 'kept',
  told: 'none',
}

export function MarkIcon({ mark }: { mark: Mark }) {
  return <UpdateIcon sign={SIGNS[mark]} />
}

/** What waits in a section of a country, in one short word; screen readers get the whole sentence of the legend. */
export function MarkStatus({ mark, say }: { mark: Mark; say: Translator }) {
  return (
    <span className={mark === 'decide' ? 'mark-word strong' : 'mark-word'}>
      <Status icon={<MarkIcon mark={mark} />}>
        <span aria-hidden="true">{say(`overview.mark.${mark}`)}</span>
        <span className="vh">{say(`overview.means.${mark}`)}</span>
      </Status>
    </span>
  )
}

/** What a country decided, as the coordinator reads it. */
export function ChoiceStatus({ choice, say }: { choice: UpdateChoice; say: Translator }) {
  return <Status icon={<ChoiceIcon choice={choice} />}>{say(`overview.choice.${choice}`)}</Status>
}

function ChoiceIcon({ choice }: { choice: UpdateChoice }) {
  switch (choice) {
    case 'accept':
      return <SignIcon sign="tick" />
    case 'combine':
      return <ModeIcon mode="adapt" />
    case 'keep':
      return <UpdateIcon sign="kept" />
    case 'not-for-us':
      return <ModeIcon mode="omit" />
    case 'park':
      return <SignIcon sign="clock" />
    default:
      return choice satisfies never
  }
}
