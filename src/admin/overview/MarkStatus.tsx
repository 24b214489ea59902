import type { ReactNode } from 'react'
import { type DecidedSection, MARKS, type Mark } from '@/domain/countryStanding'
import { MODES, type Mode } from '@/domain/section'
import { UPDATE_CHOICES } from '@/domain/updates/updates'
import { ModeIcon } from '@/icons/ModeIcon'
import { SignIcon } from '@/icons/SignIcon'
import { UpdateIcon, type UpdateSign } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import { ModeStatus, Status } from '../words/Status'

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

type Choice = DecidedSection['choice']

/** The statuses that the cells of a table show. */
export type Statuses = {
  modes: Readonly<Record<Mode, ReactNode>>
  marks: Readonly<Record<Mark, ReactNode>>
  choices: Readonly<Record<Choice, ReactNode>>
}

/**
 * Makes each status once: a table has thousands of cells, and an element that many of them show is rendered and sent to
 * the browser only once.
 */
export function statusesOf(say: Translator): Statuses {
  return {
    modes: each(MODES, (mode) => <ModeStatus mode={mode} say={say} />),
    marks: each(MARKS, (mark) => <MarkStatus mark={mark} say={say} />),
    choices: each([...UPDATE_CHOICES, 'noted', 'settled'], (choice) => <ChoiceStatus choice={choice} say={say} />),
  }
}

function each<Key extends string>(keys: readonly Key[], show: (key: Key) => ReactNode): Record<Key, ReactNode> {
  return Object.fromEntries(keys.map((key) => [key, show(key)])) as Record<Key, ReactNode>
}

/** What waits in a section of a country, in one short word; screen readers get the whole sentence of the legend. */
function MarkStatus({ mark, say }: { mark: Mark; say: Translator }) {
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
function ChoiceStatus({ choice, say }: { choice: Choice; say: Translator }) {
  return <Status icon={<ChoiceIcon choice={choice} />}>{say(`overview.choice.${choice}`)}</Status>
}

function ChoiceIcon({ choice }: { choice: Choice }) {
  switch (choice) {
    case 'accept':
    case 'noted':
    case 'settled':
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
