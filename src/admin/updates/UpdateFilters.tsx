import { CHANGE_CLASSES, type ChangeClass } from '@/domain/changeNote'
import { UPDATE_STATUSES, type UpdateStatus } from '@/domain/updates/updates'
import { ChangeClassIcon } from '@/icons/ChangeClassIcon'
import { UpdateIcon } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import { updatesAddress } from '../words/addresses'
import { updateSignOf } from './UpdateMark'
import type { UpdateRow } from './updateRows'

/** Updates that wait, by status, or those that are decided. */
export type StatusFilter = UpdateStatus | 'decided'

type Classed = Pick<UpdateRow, 'note'>

/** The filters as links with their counts: the address contains the state. Empty filters are left out. */
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
  const statuses = ([...UPDATE_STATUSES, 'decided'] as const)
    .map((one) => ({ one, count: ofStatus(one).filter(has(ofClass)).length }))
    .filter(({ one, count }) => count > 0 || one === status)
  const classes = CHANGE_CLASSES.toReversed()
    .map((one) => ({ one, count: inStatus.filter(has(one)).length }))
    .filter(({ one, count }) => count > 0 || one === ofClass)
  return (
    <div className="stack">
      <nav aria-label={say('admin.updates.by-status')}>
        <ul className="filters">
          <li>
            <a href={addressOf({ status: null, ofClass })} aria-current={status === null ? 'true' : undefined}>
              {say('admin.filter.all')} <b>{every.filter(has(ofClass)).length}</b>
            </a>
          </li>
          {statuses.map(({ one, count }) => (
            <li key={one}>
              <a href={addressOf({ status: one, ofClass })} aria-current={one === status ? 'true' : undefined}>
                {one === 'decided' ? (
                  say('admin.updates.decided')
                ) : (
                  <>
                    <UpdateIcon sign={updateSignOf(one)} /> {say(`words.update.${one}`)}
                  </>
                )}{' '}
                <b>{count}</b>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {classes.length > 0 ? (
        <nav aria-label={say('admin.updates.by-class')}>
          <ul className="filters">
            <li>
              <a href={addressOf({ status, ofClass: null })} aria-current={ofClass === null ? 'true' : undefined}>
                {say('admin.updates.any-class')} <b>{inStatus.length}</b>
              </a>
            </li>
            {classes.map(({ one, count }) => (
              <li key={one}>
                <a href={addressOf({ status, ofClass: one })} aria-current={one === ofClass ? 'true' : undefined}>
                  <ChangeClassIcon of={one} /> {say(`words.change-class.${one}`)} <b>{count}</b>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  )
}
