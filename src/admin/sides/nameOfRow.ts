import type { RowState } from '@/domain/sideBySide'

/** Returns how a row is named; a row that moved may have other words as well. */
export function nameOfRow({
  state,
  change,
}: {
  state: RowState
  change: { status: string } | null
}): `history.sides.state.${RowState}` | 'history.sides.moved-changed' {
  const isAlsoChanged = state === 'moved' && change !== null && change.status !== 'same'
  return isAlsoChanged ? 'history.sides.moved-changed' : `history.sides.state.${state}`
}
