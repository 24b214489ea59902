import type { Language } from './language'
import { type BaseSection, resolve, UNTOUCHED, type VariantSection } from './resolve'
import { type FieldText, isEmptyField, isSameField } from './richText/sameText'
import { inEach, NO_REASONS, type Reasons, type Texts, WRITTEN_FIELDS } from './section'

/** What readers can get of what a country wrote in a section: its words, and why it does something else. */
type Words = Texts & Reasons

/** One place in it that somebody writes. */
export type Place = { field: (typeof WRITTEN_FIELDS)[number]; language: Language } | { field: 'reason' | 'sources' }

const PLACES: readonly Place[] = [...inEach(WRITTEN_FIELDS), { field: 'reason' }, { field: 'sources' }]

type Asked = {
  /** The section of the common framework; null for one that only the country has. */
  base: BaseSection | null
  /** Those of the national version. */
  languages: readonly Language[]
}

/**
 * The places of a section where a write brings out what was stored in `from` (what is there now, or an earlier text that is
 * brought back) and was not shown to readers: not just before, and in none of the states of `known`. What counts is what
 * they get, as `resolve` gives it: a text stays stored while the section is left out or only supplemented, and reasons do
 * while nothing differs from the common text.
 */
export function placesShownAnew({
  base,
  languages,
  own,
  next,
  from,
  known,
}: Asked & {
  /** What is stored before the write. */
  own: VariantSection
  /** What is stored after it. */
  next: VariantSection
  from: VariantSection
  known: readonly VariantSection[]
}): Place[] {
  const shownBy = (section: VariantSection | null) => readersGet({ base, languages, section })
  const after = shownBy(next)
  const got = [own, null, ...known].map(shownBy)
  return PLACES.filter((place) => {
    const isNew = (words: FieldText) =>
      !isEmptyField(words) && !got.some((one) => isSameField(wordsAt(one, place), words))
    const [shown, stored] = [wordsAt(after, place), wordsAt(from, place)]
    if (!isNew(shown) || !isNew(stored)) return false
    return mayBeMadeFrom({ place, own, next }) || isSameField(shown, stored)
  })
}

/**
 * Can other words at this place have been made from those that stood there? A text is changed word by word. A reason is
 * chosen from a list, and the rest of the reasons is written anew for another choice of the country.
 */
function mayBeMadeFrom({ place, own, next }: { place: Place; own: VariantSection; next: VariantSection }): boolean {
  if (place.field === 'reason') return false
  return own.mode === next.mode || (place.field !== 'explanation' && place.field !== 'sources')
}

/** Is something else stored at this place? */
export function differsAt(place: Place, before: Words | undefined, after: Words): boolean {
  return !isSameField(wordsAt(before ?? UNTOUCHED, place), wordsAt(after, place))
}

/** `section` is null where the country has done nothing with it. */
function readersGet({ base, languages, section }: Asked & { section: VariantSection | null }): Words {
  const [resolved] = resolve({ base: base ? [base] : [], variant: section ? [section] : [], languages })
  return resolved ? { ...NO_REASONS, ...resolved.content, ...resolved.entry } : UNTOUCHED
}

function wordsAt(words: Words, place: Place): FieldText {
  return 'language' in place ? words[place.field][place.language] : (words[place.field] ?? undefined)
}
