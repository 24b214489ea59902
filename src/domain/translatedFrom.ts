import { LANGUAGES, type Language } from './language'
import type { MadeFrom, TranslatedFrom } from './madeFrom'
import type { Provenance } from './release'
import { isEmptyField, isSameField } from './richText/sameText'
import { TEXT_FIELDS, type TextField, type Texts } from './section'
import type { SectionBaseline } from './sectionBaseline'

/** What is known about translations of a section, now or at an earlier time. */
type Translations = Pick<Texts, TextField> & {
  translated: readonly Language[]
  baseline: SectionBaseline
  translatedFrom: TranslatedFrom
}

/** From which release a translation was made; every part is given. */
export type KnownOrigin = Record<TextField, string> & { settled: Record<string, string> }

/**
 * Returns from which release a translation was made. If nothing is stored, that is the release on which the part stands:
 * before this was recorded, no update could be accepted. `start` is the release on which the country started.
 */
export function originOfTranslation({
  own: { baseline, translatedFrom },
  language,
  start,
}: {
  own: Pick<Translations, 'baseline' | 'translatedFrom'>
  language: Language
  start: string
}): KnownOrigin {
  const { settled = {}, ...made } = translatedFrom[language] ?? {}
  const standing = standsOn({ baseline, start })
  return { ...standing, ...made, settled }
}

/** Returns the same for all translations of a section, with what is not stored yet. */
export function knownOrigins({ own, start }: { own: Translations; start: string }): TranslatedFrom {
  return Object.fromEntries(own.translated.map((language) => [language, originOfTranslation({ own, language, start })]))
}

/**
 * Was a translation made from other releases than those on which its section stands, in any part? Only then can it be behind the
 * common text.
 */
export function isFromOther({ own, language, start }: Parameters<typeof originOfTranslation>[0]): boolean {
  const origin = originOfTranslation({ own, language, start })
  const standing = standsOn({ baseline: own.baseline, start })
  return Object.keys(origin.settled).length > 0 || TEXT_FIELDS.some((field) => origin[field] !== standing[field])
}

/**
 * Returns what a release says of the translations of a section: from which releases of the common framework each one was made
 * that was not, in every part, made from those on which the section stands.
 */
export function publishedOrigins({
  own,
  provenance,
  start,
}: {
  own: Pick<Translations, 'translated' | 'baseline' | 'translatedFrom'>
  provenance: Provenance
  start: string
}): TranslatedFrom {
  const standing = standsOn({ baseline: own.baseline, start })
  const origins: TranslatedFrom = {}
  for (const language of LANGUAGES.filter((one) => own.translated.includes(one))) {
    const fields = TEXT_FIELDS.filter((field) => provenance[field]?.[language] === 'translation')
    const origin = originOfTranslation({ own, language, start })
    const made: MadeFrom = Object.assign({}, ...fields.map((field) => partOf(origin, field)))
    if (made.settled || fields.some((field) => origin[field] !== standing[field])) origins[language] = made
  }
  return origins
}

/** Returns the release on which each text of a section stands. */
export function standsOn({ baseline, start }: Pick<Translations, 'baseline'> & { start: string }) {
  const { title = start, summary = start, body = start } = baseline
  return { title, summary, body }
}

/**
 * Returns from which release each translation is made after a write. Words that stay keep their release, also if the
 * section stands on another one now. Words of an earlier state that come back were made from the release of that time;
 * if only some of its paragraphs come back, the whole body counts as made then, so that nothing is overlooked. Other
 * words are made from the release on which the part stands: `bodyAfterEdit` says what an edit of an earlier body settles.
 */
export function translatedFromAfter({
  before,
  after,
  earlier,
  start,
  bodyAfterEdit,
}: {
  before: Translations
  after: Omit<Translations, 'translatedFrom'>
  /** The state that words are taken from, if an earlier one is restored. */
  earlier: Translations | null
  start: string
  bodyAfterEdit: (language: Language, origin: KnownOrigin) => Pick<MadeFrom, 'body' | 'settled'>
}): TranslatedFrom {
  const result: TranslatedFrom = {}
  const standing = standsOn({ baseline: after.baseline, start })
  for (const language of LANGUAGES.filter((one) => after.translated.includes(one))) {
    const was = before.translated.includes(language)
    const is = originOfTranslation({ own: before, language, start })
    const then = earlier?.translated.includes(language)
      ? originOfTranslation({ own: earlier, language, start })
      : undefined
    const made: MadeFrom = {}
    for (const field of TEXT_FIELDS) {
      const words = after[field][language]
      if (isEmptyField(words)) continue
      const stays = was && isSameField(words, before[field][language])
      const from = stays ? is : then
      if (from) Object.assign(made, partOf(from, field))
      else if (field === 'body' && was && !isEmptyField(before.body[language]))
        Object.assign(made, bodyAfterEdit(language, is))
      else made[field] = standing[field]
    }
    result[language] = made
  }
  return result
}

function partOf(origin: KnownOrigin, field: TextField): MadeFrom {
  const { settled } = origin
  const withSettled = field === 'body' && Object.keys(settled).length > 0
  return { [field]: origin[field], ...(withSettled ? { settled } : {}) }
}
