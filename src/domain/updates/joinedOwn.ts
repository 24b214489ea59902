import { withAdditionInPlace } from '../additionPlace'
import { type ByLanguage, LANGUAGES, type Language } from '../language'
import { resolveSection } from '../merge/merge'
import { type VariantSection, withStandIn } from '../resolve'
import type { RichText } from '../richText/richText'
import { isEmptyField, isSameField } from '../richText/sameText'
import { MOST_CHARACTERS, OWN_FIELDS, type Reasons, TEXT_FIELDS, withWords } from '../section'
import { divided } from './dividedText'
import { joinedBody, type Part, withHeading } from './joinedText'
import {
  additionRead,
  hasOwnSets,
  isNational,
  isReadElsewhere,
  mergeIn,
  readNow,
  shownIn,
  shownReasonsOf,
  type UpdateSides,
} from './sides'

type Together = { head: UpdateSides; others: readonly UpdateSides[] }

/**
 * Returns what the country has of all sections, as if it were one. Where it has words of its own in the text, it adapts that
 * section, and additions are a part of the text. Where it only translated them, it has the translation of all. A
 * translation is a text of its own where the first of them is not translated, or where the common framework has a text
 * of any of them in the language. `whole` has the common text of all of them, and `source` is that of `regrouped`.
 */
export function joinedOwn({
  head,
  others,
  whole,
  source,
}: Together & { whole: UpdateSides; source: RichText | undefined }): VariantSection {
  const { languages, own, sourceLanguage } = head
  const common = whole.base?.content.body ?? {}
  const all = [head, ...others]
  // In some of them the language is that of a translation, and in others it is not.
  const isMixed = (language: Language) =>
    all.some((one) => isTranslated(one, language) && shownIn(one, 'body', language) !== undefined) &&
    (!isTranslated(head, language) || !isEmptyField(common[language]))
  const isTranslation = own.mode !== 'adapt' && !others.some(hasOwnWords) && !languages.some(isMixed)
  if (isTranslation) return withTranslationsOf(others, head)
  let next: VariantSection = {
    ...own,
    ...joinedReasons(all),
    mode: 'adapt',
    // With words of its own among them, the whole is no translation: nobody may drop them unseen.
    translated: own.translated.filter(
      (language) =>
        !isMixed(language) &&
        !all.some(
          (one) =>
            differsIn(one, language) ||
            differsIn(one, languageRead(one, language)) ||
            additionRead(one, language) !== undefined,
        ),
    ),
    title: {},
    summary: {},
    body: {},
    addition: {},
    additionPlace: null,
  }
  let pieces: ReturnType<typeof divided> | null = null
  const inSourceFirst = languages.toSorted((a, b) => Number(b === sourceLanguage) - Number(a === sourceLanguage))
  for (const language of inSourceFirst) {
    // Own words that the mode does not use stay out: they would come into the text with the new mode.
    for (const field of TEXT_FIELDS) next = withWords(next, field, language, shownIn(head, field, language))
    const from = joinedFrom(all, language)
    if (from === 'elsewhere' && !isEmptyField(common[language])) {
      next = withWords(withStandIn(next, { field: 'body', language }, true), 'body', language, [])
    }
    // Without a common text in the language beside them, additions would be all that its readers get.
    const isAlone = from === 'additions' && isEmptyField(whole.newest?.content.body[language])
    if (from === 'elsewhere' || from === 'common' || isAlone) continue
    const parts = all.map((one): Part => {
      // In a translation a part that nobody translated is behind, like one that changed (`withTranslationsOf`).
      const isAsBefore = languageRead(one, language) === language || next.translated.includes(language)
      if (isAsBefore) return partIn(one, language, bodyWithAddition(one, language))
      if (from === 'additions') return withoutHeading(one, additionRead(one, language)?.value)
      pieces ??= divided({
        body: source ?? mergedInSource({ ...whole, own: next }),
        common: common[sourceLanguage] ?? [],
        first: head.own.key,
        keys: others.map(({ own: { key } }) => key),
      })
      return partInSource(one, { language, pieces, all })
    })
    next = withWords(next, 'body', language, joinedBody(parts[0]?.body, parts.slice(1)))
  }
  return next
}

/**
 * Returns what of the sections comes into their joined text of a language. elsewhere: nothing, because readers get all of them in
 * the language of the common framework, and go on to get them · common: nothing, because the country has nothing
 * there · additions: the additions that they get there in another language · own: the text that they get of each.
 */
export function joinedFrom(
  all: readonly UpdateSides[],
  language: Language,
): 'elsewhere' | 'common' | 'additions' | 'own' {
  const isElsewhere = (one: UpdateSides) => languageRead(one, language) !== language
  const isNothing = (one: UpdateSides) =>
    [language, one.sourceLanguage].every((of) => isEmptyField(readNow(one, 'body', of)))
  const staysElsewhere = (one: UpdateSides) => (isElsewhere(one) || isNothing(one)) && !isAdditionBeside(one, language)
  // A title of the country's own would stand nowhere: only that of the first section stays one.
  const isTitled = (one: UpdateSides) => hasTitle(one, language) && isNational(one, 'title', language)
  if (all.some(isElsewhere) && all.every(staysElsewhere) && !all.slice(1).some(isTitled)) return 'elsewhere'
  if (all.some((one) => isShown(one, language))) return 'own'
  return all.some((one) => additionRead(one, language) !== undefined) ? 'additions' : 'common'
}

/** The merged text in the language of the common framework; the common one where the version does not have that language. */
function mergedInSource(sides: UpdateSides): RichText {
  const { languages, newest, sourceLanguage } = sides
  if (!languages.includes(sourceLanguage)) return newest?.content.body[sourceLanguage] ?? []
  return resolveSection({ section: mergeIn(sides, sourceLanguage), resolutions: {} }).body
}

/**
 * A section that readers of `language` get in that of the common framework: what the joined text has of it there, under a heading
 * if that has one, or if readers get a title that the country wrote. In the joined text an addition can follow a paragraph of
 * another section: here each is in its own one.
 */
function partInSource(
  one: UpdateSides,
  { language, pieces, all }: { language: Language; pieces: ReturnType<typeof divided>; all: readonly UpdateSides[] },
): Part {
  const of = one.sourceLanguage
  const piece = pieces.get(one.own.key)
  if (!piece) return partIn(one, language, bodyWithAddition(one, language))
  const additionIn = (each: UpdateSides) =>
    (each.languages.includes(of) ? additionRead(each, of)?.value : undefined) ?? []
  const additions = new Set(all.flatMap(additionIn).map(({ id }) => id))
  const own = new Set(additionIn(one).map(({ id }) => id))
  const read = additionRead(one, language)?.value ?? []
  const decided = [...pieces.values()].flatMap(({ body }) => body.filter(({ id }) => own.has(id)))
  const body = withAdditionInPlace({
    place: one.own.additionPlace,
    body: { [of]: piece.body.filter(({ id }) => !additions.has(id)) },
    addition: isSameField(read, additionIn(one)) ? decided : read,
    language: of,
  })
  const isOurTitle = isReadElsewhere(one, { field: 'title', language }) && isNational(one, 'title', of)
  const isWithHeading = piece.title !== null || hasTitle(one, language) || isOurTitle
  // The summary is a paragraph of the joined text, if that has it.
  return isWithHeading ? { ...partIn(one, language, body), summary: '' } : withoutHeading(one, body)
}

function withoutHeading({ own: { key } }: UpdateSides, body: RichText = []): Part {
  return { key, title: '', summary: '', body, isWithoutHeading: true }
}

/** Has the country anything there that is neither the common framework's nor a translation of it? */
export function differs(one: UpdateSides): boolean {
  return hasOwnWords(one) || hasOwnSets(one)
}

function hasOwnWords(one: UpdateSides): boolean {
  return one.languages.some((language) => differsIn(one, language))
}

/** Is there a translation that readers get? The mark stays where the common framework has a text since then. */
function isTranslated({ base, own }: UpdateSides, language: Language): boolean {
  return own.translated.includes(language) && isEmptyField(base?.content.body[language])
}

function differsIn(one: UpdateSides, language: Language): boolean {
  return OWN_FIELDS.some((field) => isNational(one, field, language))
}

function isShown(one: UpdateSides, language: Language): boolean {
  return OWN_FIELDS.some((field) => shownIn(one, field, language) !== undefined) || isAdditionBeside(one, language)
}

/** Is there an addition in a language that is in no other text of the section? */
function isAdditionBeside(one: UpdateSides, language: Language): boolean {
  const read = languageRead(one, language)
  // Where the text is that of another language of the version, the addition stands in that one.
  const isBeside = read === language || !one.languages.includes(read)
  return shownIn(one, 'addition', language) !== undefined || (isBeside && additionRead(one, language) !== undefined)
}

/** Does the country have a title of its own, or a translated one, that readers get? */
function hasTitle(one: UpdateSides, language: Language): boolean {
  return !isEmptyField(shownIn(one, 'title', language))
}

function partIn(one: UpdateSides, language: Language, body: RichText): Part {
  const line = (field: 'title' | 'summary', read: Language) => readNow(one, field, read) ?? ''
  const part = { title: line('title', language), summary: line('summary', languageRead(one, language)), body }
  return withHeading({ key: one.own.key, ...part }, line('title', one.sourceLanguage))
}

/** Returns the language in which readers of `language` get the text of a section. */
export function languageRead(one: UpdateSides, language: Language): Language {
  return isReadElsewhere(one, { field: 'body', language }) ? one.sourceLanguage : language
}

/**
 * Returns the section with the translations of the others in its own, in each language of which it has one. A part that nobody
 * translated is there in the language of the common framework, as readers get it now. `isOnlyIn` narrows the languages.
 */
export function withTranslationsOf(
  others: readonly UpdateSides[],
  head: UpdateSides,
  isOnlyIn: (language: Language) => boolean = () => true,
): VariantSection {
  const [first, ...rest] = [head, ...others].map(withoutOwnWords)
  const languages = head.languages.filter(
    (language) =>
      isTranslated(head, language) &&
      isOnlyIn(language) &&
      rest.some((one) => !isEmptyField(shownIn(one, 'body', language))),
  )
  return languages.reduce((next, language) => {
    const parts = rest.map((one) => partIn(one, language, bodyWithAddition(one, language)))
    return withWords(next, 'body', language, joinedBody(first && bodyWithAddition(first, language), parts))
  }, head.own)
}

/** The section with its translations, and otherwise with the common text. */
function withoutOwnWords(one: UpdateSides): UpdateSides {
  return { ...one, own: { ...one.own, mode: 'inherit', addition: {}, additionPlace: null } }
}

/**
 * Why the country differs in any of the sections, as readers get it: each explanation and each source once, in the order
 * of the text. One after the first is left out if it makes the whole longer than can be stored.
 */
function joinedReasons(sections: readonly UpdateSides[]): Pick<Reasons, 'reason' | 'explanation' | 'sources'> {
  const differing = sections
    // The reason of an addition says nothing about a text that differs.
    .filter(({ own: { mode } }) => mode === 'adapt')
    .map(shownReasonsOf)
  const explanation: ByLanguage<string> = {}
  for (const language of LANGUAGES) {
    const words = joinedOnce(
      differing.map((one) => one.explanation[language]),
      MOST_CHARACTERS.explanation,
    )
    if (words !== '') explanation[language] = words
  }
  const reason = differing.find((one) => one.reason !== null)?.reason ?? null
  const sources = joinedOnce(
    differing.map((one) => one.sources),
    MOST_CHARACTERS.sources,
  )
  return { reason, explanation, sources }
}

function joinedOnce(texts: readonly (string | undefined)[], most: number): string {
  let joined = ''
  for (const one of new Set(texts)) {
    if (one === undefined || isEmptyField(one)) continue
    if (joined === '') joined = one
    else if (joined.length + 1 + one.length <= most) joined = `${joined}\n${one}`
  }
  return joined
}

/** Returns the text that readers get, with the country's addition in its place. */
export function bodyWithAddition(sides: UpdateSides, language: Language): RichText {
  const read = languageRead(sides, language)
  const body: ByLanguage<RichText> = {}
  for (const one of new Set([...sides.languages, read])) body[one] = readNow(sides, 'body', one) ?? []
  const addition = additionRead(sides, language)?.value ?? []
  return withAdditionInPlace({ place: sides.own.additionPlace, body, addition, language: read })
}
