import type { Mode } from '@/domain/section'
import { isSameValue, NO_REASON, type Reasons, type VariantValues } from './sectionValues'

/** The reasons that were typed for another choice, while nothing is saved: coming back to it finds them. */
export type TypedReasons = Partial<Record<Mode, Reasons>>

/**
 * What changes in an editor where the country chooses to do something else with the section. A reason is for what the
 * country does: it starts empty under another choice, and is the stored one where the choice is the stored one.
 */
export function chosenMode({
  mode,
  saved,
  values,
  typed,
}: {
  mode: Mode
  saved: VariantValues
  values: VariantValues
  typed: TypedReasons
}): { changes: Partial<VariantValues>; typed: TypedReasons } {
  const left = reasonsOf(values)
  const kept: TypedReasons = values.mode === 'inherit' ? typed : { ...typed, [values.mode]: left }
  // The common text has no reason and shows none: what is stored stays, and words that were typed are not dropped for it.
  if (mode === 'inherit')
    return { changes: { mode, ...(isSameValue(left, NO_REASON) ? reasonsOf(saved) : {}) }, typed: kept }
  const stored = mode === saved.mode ? reasonsOf(saved) : NO_REASON
  return { changes: { mode, ...(kept[mode] ?? stored) }, typed: kept }
}

function reasonsOf({ reason, explanation, sources }: VariantValues): Reasons {
  return { reason, explanation, sources }
}
