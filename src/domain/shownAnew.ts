import { canonicalJson } from './canonicalJson'
import type { Language } from './language'
import { type BaseSection, resolve, UNTOUCHED, type VariantSection } from './resolve'
import { type FieldText, isEmptyField, isSameField } from './richText/sameText'
import { inEach, NO_REASONS, type Reasons, type Texts, WRITTEN_FIELDS } from './section'

/** The texts and reasons of a section that readers can get. */
type Words = Texts & Reasons

/** One place in a section that somebody writes. */
export type Place =
  | { field: (typeof WRITTEN_FIELDS)[number]; language: Language }
  | { field: 'reason' | 'sources' | 'changeReasons' }

const PLACES: readonly Place[] = [
  ...inEach(WRITTEN_FIELDS),
  { field: 'reason' },
  { field: 'sources' },
  { field: 'changeReasons' },
]

type Asked = {
  /** The section of the common framework; null if only the country has it. */
  base: BaseSection | null
  /** The languages of the national version. */
  languages: readonly Language[]
}

/**
 * Returns the places of a section where a write shows readers text that they have not seen: not right before, and in
 * none of the `known` states. The text, edited or not, was stored in `from`: the present state, or an earlier one that
 * the write takes up. Readers get what `resolve` returns: a text is stored but not shown while the section is left out
 * or only supplemented, and so are reasons while nothing differs from the common text.
 */
export function placesShownAnew({
  base,
  baseAfter = base,
  languages,
  own,
  next,
  from,
  known,
}: Asked & {
  /** The section of the common framework on which it stands after the write, if that is another one. */
  baseAfter?: BaseSection | null | undefined
  /** What is stored before the write. */
  own: VariantSection
  /** What is stored after it. */
  next: VariantSection
  from: VariantSection
  known: readonly VariantSection[]
}): Place[] {
  const shownBy = (section: VariantSection | null) => readersGet({ base, languages, section })
  const onNewBase = (section: VariantSection | null) => readersGet({ base: baseAfter, languages, section })
  const after = onNewBase(next)
  const got = [...[own, null, ...known].map(shownBy), onNewBase(null)]
  return PLACES.filter((place) => {
    const isNew = (words: FieldText) =>
      !isEmptyField(words) && !got.some((one) => isSameField(wordsAt(one, place), words))
    const [shown, stored] = [wordsAt(after, place), wordsAt(from, place)]
    if (!isNew(shown) || !isNew(stored)) return false
    return mayBeMadeFrom({ place, own, next }) || isSameField(shown, stored)
  })
}

/**
 * Can new words at this place have been made from those that were stored there? A text is edited word by word. A reason
 * is chosen from a list, and explanation and sources are written anew if the mode changes.
 */
function mayBeMadeFrom({ place, own, next }: { place: Place; own: VariantSection; next: VariantSection }): boolean {
  if (place.field === 'reason') return false
  return own.mode === next.mode || !['explanation', 'sources', 'changeReasons'].includes(place.field)
}

/** Do two states differ at this place? If `before` is undefined, the country had not touched the section. */
export function differsAt(place: Place, before: Words | undefined, after: Words): boolean {
  return !isSameField(wordsAt(before ?? UNTOUCHED, place), wordsAt(after, place))
}

/** `section` is null if the country has not touched it. */
function readersGet({ base, languages, section }: Asked & { section: VariantSection | null }): Words {
  const [resolved] = resolve({ base: base ? [base] : [], variant: section ? [section] : [], languages })
  return resolved ? { ...NO_REASONS, ...resolved.content, ...resolved.entry } : UNTOUCHED
}

function wordsAt(words: Words, place: Place): FieldText {
  // Names of places are no words that somebody wrote as a reason.
  if (place.field === 'changeReasons')
    return words.changeReasons.length === 0
      ? undefined
      : canonicalJson(words.changeReasons.map(({ at: _, ...one }) => one))
  return 'language' in place ? words[place.field][place.language] : (words[place.field] ?? undefined)
}
