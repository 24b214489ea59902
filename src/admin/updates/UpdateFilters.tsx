import type { ChangeClass } from '@/domain/changeNote'
import { UPDATE_STATUSES, type UpdateStatus } from '@/domain/updates/updates'
import { UpdateIcon } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import { updatesAddress } from '../words/addresses'
import { ClassFilters } from '../words/ClassFilters'
import { FilterLinks } from '../words/FilterLinks'
import { updateSignOf } from './UpdateMark'
import type { UpdateRow } from './updateRows'

/** Updates that wait, by status, or those that are decided. */
export type StatusFilter = UpdateStatus | 'decided'

type Classed = { note: { class: ChangeClass } | null }

/** The filters of the updates, by status and by class. */
export function UpdateFilters({
  variant,
  rows,
  decided,
  status,
  ofClass,
  say,
}: {
  variant: string
  rows: readonly UpdateRow[]
  decided: readonly Classed[]
  /** The chosen filters; null for all. */
  status: StatusFilter | null
  ofClass: ChangeClass | null
  say: Translator
}) {
  const ofStatus = (one: StatusFilter): readonly Classed[] =>
    one === 'decided' ? decided : rows.filter((row) => row.status === one)
  const has = (one: ChangeClass | null) => (row: Classed) => one === null || row.note?.class === one
  const every: readonly Classed[] = [...rows, ...decided]
  const inStatus = status === null ? every : ofStatus(status)
  const addressOf = (asked: { status: StatusFilter | null; ofClass: ChangeClass | null }) =>
    updatesAddress(variant, { status: asked.status ?? '', class: asked.ofClass ?? '' })
  const statuses = ([...UPDATE_STATUSES, 'decided'] as const).map((one) => ({
    key: one,
    name: <StatusName status={one} say={say} />,
    count: ofStatus(one).filter(has(ofClass)).length,
    address: addressOf({ status: one, ofClass }),
    isChosen: one === status,
  }))
  const all = {
    ...{ key: 'all', name: say('admin.filter.all'), count: every.filter(has(ofClass)).length, isAll: true },
    ...{ address: addressOf({ status: null, ofClass }), isChosen: status === null },
  }
  return (
    <div className="stack">
      <FilterLinks label={say('admin.updates.by-status')} filters={[all, ...statuses]} />
      <ClassFilters
        label={say('admin.updates.by-class')}
        all={say('admin.updates.any-class')}
        classes={inStatus.map(({ note }) => note?.class ?? null)}
        chosen={ofClass}
        addressOf={(of) => addressOf({ status, ofClass: of })}
        say={say}
      />
    </div>
  )
}

function StatusName({ status, say }: { status: StatusFilter; say: Translator }) {
  if (status === 'decided') return say('admin.updates.decided')
  return (
    <>
      <UpdateIcon sign={updateSignOf(status)} /> {say(`words.update.${status}`)}
    </>
  )
}
