import type { Mode } from '@/domain/section'
import { type ChoiceReasons, isSameValue, NO_REASON, type VariantValues } from './sectionValues'

/** The reasons that were typed for another choice, while nothing is saved: returning to it shows them again. */
export type TypedReasons = Partial<Record<Mode, ChoiceReasons>>

/**
 * What changes in an editor when the country makes another choice for the section. A reason belongs to one choice: it
 * starts empty for another choice, and is the stored one for the stored choice.
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
  // The common text has no reason and shows none: the stored reason stays, and typed words are not discarded for it.
  if (mode === 'inherit')
    return { changes: { mode, ...(isSameValue(left, NO_REASON) ? reasonsOf(saved) : {}) }, typed: kept }
  const stored = mode === saved.mode ? reasonsOf(saved) : NO_REASON
  return { changes: { mode, ...(kept[mode] ?? stored) }, typed: kept }
}

function reasonsOf({ reason, explanation, sources, changeReasons }: VariantValues): ChoiceReasons {
  return { reason, explanation, sources, changeReasons }
}
