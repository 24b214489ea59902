import { type WordsRead, wordsRead } from '@/domain/became'
import type { Language } from '@/domain/language'
import { type ManifestEntry, type Release, standsOn } from '@/domain/release'
import type { RichText } from '@/domain/richText/richText'
import type { Said } from '@/domain/said'
import { type Audience, type Mode, type SectionContent, type Stage, TEXT_FIELDS } from '@/domain/section'
import { languageRead, translatedIn } from '@/domain/translating'
import { type Why, whyOf } from '@/domain/why'
import { numberingOf } from '@/textView/numbering'
import type { Picture } from '@/textView/options'
import type { BehindCommon } from './behindCommon'
import { type Difference, differenceOf } from './difference'
import { keysChangedInCommon, type OutlineEntry, outlineOf, type SectionFacts } from './outline'
import type { VersionView } from './versionView'

export type SectionView = {
  version: VersionView
  here: OutlineEntry
  mode: Mode
  /**
   * The country has adapted it in another language: in this one all words are the common text, original or translated.
   */
  isAdaptedElsewhere: boolean
  /** How much of the common text is a translation by the country. */
  translated: 'whole' | 'partly' | null
  /** Where the translation lags behind the common text on which the section stands; null if it is not known to. */
  behind: BehindCommon | null
  /** Could the translation be older than that text, and its release does not say from which text it was made? */
  isOriginUnknown: boolean
  summary?: Said<string>
  body?: Said<RichText>
  addition?: Said<RichText>
  /** How many blocks of the body stand before the addition; undefined if all do. */
  additionAt?: number | undefined
  why: Why | null
  audiences: Audience[]
  stages: Stage[]
  difference: Difference
  /**
   * Does a newer common framework change this section, so that the country has to decide on it? Null if there is none or
   * it cannot be read.
   */
  changesInCommon: boolean | null
  /** Its address in the newer common framework; undefined if that does not have it, or there is none. */
  newerSlug?: string
  outline: OutlineEntry[]
  /** Sections directly below this one. */
  below: OutlineEntry[]
  /** Sections above this one, from the top. */
  above: OutlineEntry[]
  previous?: OutlineEntry
  next?: OutlineEntry
  /** The first eight characters of the content's hash, with which a printed page can be compared with the site. */
  checkCode: string
  pictures: Record<string, Picture>
  /** Boxes of the checklists that the address ticks. */
  ticked: ReadonlySet<number>
}

export function sectionView({
  version,
  release,
  entry,
  content,
  base,
  facts,
  newerCommon,
  behind = null,
  pictures = {},
  ticked = new Set(),
}: {
  version: VersionView
  release: Release
  entry: ManifestEntry
  content: SectionContent
  base?: SectionContent
  facts: ReadonlyMap<string, SectionFacts>
  newerCommon?: Release
  behind?: BehindCommon | 'unknown' | null
  pictures?: Record<string, Picture>
  ticked?: ReadonlySet<number>
}): SectionView {
  const { language, toolkit } = version
  const source = toolkit.sourceLanguage
  const outline = outlineOf({ release, facts, language, source })
  const index = Math.max(
    0,
    outline.findIndex(({ key }) => key === entry.key),
  )
  const here = outline[index] ?? unknownPlace(entry)
  const read = wordsRead({ entry, content }, { language, source })
  const translated =
    entry.mode === 'omit' ? null : translatedIn({ provenance: entry.provenance, content, language, read })
  const toRead = (other: OutlineEntry) => other.mode !== 'omit'
  return {
    version,
    here,
    mode: entry.mode,
    isAdaptedElsewhere: entry.mode === 'adapt' && isCommonIn({ entry, language, read }),
    translated,
    behind: translated && behind !== 'unknown' ? behind : null,
    isOriginUnknown: translated !== null && (behind === 'unknown' || isOriginUnknown({ release, entry })),
    summary: read.summary,
    body: read.body,
    addition: read.addition,
    additionAt: read.additionAt,
    why: whyOf(entry, { language, source }),
    audiences: content.audiences,
    stages: content.stages,
    difference: version.isCommon ? { is: 'same' } : differenceOf({ entry, content, base, language }),
    changesInCommon: newerCommon ? keysChangedInCommon({ release, common: newerCommon }).has(entry.key) : null,
    newerSlug: newerCommon?.manifest.find(({ key }) => key === entry.key)?.slug,
    outline,
    below: directlyBelow(outline, index),
    above: above(outline, index),
    previous: outline.slice(0, index).findLast(toRead),
    next: outline.slice(index + 1).find(toRead),
    checkCode: `${entry.blob.slice(0, 4)}-${entry.blob.slice(4, 8)}`,
    pictures,
    ticked,
  }
}

/** The number of tick boxes in its texts. */
export function boxesOn({ mode, body, addition }: Pick<SectionView, 'mode' | 'body' | 'addition'>): number {
  // The text of an unused section is shown, but cannot be ticked.
  if (mode === 'omit') return 0
  const texts = [body, addition].map((said) => numberingOf({ blocks: said?.value ?? [], topLevel: 2 }))
  return texts.reduce((boxes, { checks }) => boxes + checks.size, 0)
}

/**
 * Is every field the common text in the language, original or translated, or is it replaced by common text in another
 * language? A field that the country emptied is not common text, although there is nothing to read. A release from
 * before fields had an origin does not say so.
 */
function isCommonIn({
  entry: { provenance },
  language,
  read,
}: {
  entry: ManifestEntry
  language: Language
  read: WordsRead
}): boolean {
  return TEXT_FIELDS.every((field) => {
    const origins = provenance[field] ?? {}
    const origin = origins[language]
    const readIn = languageRead({ field, language, read })
    if (origin === undefined || origin === 'national') return false
    // A summary that only the country has, in another language, replaces the empty one.
    if (readIn !== language) return origins[readIn] !== 'national'
    return origin !== 'missing' || !Object.values(origins).includes('national')
  })
}

/** On its first release a text stands as it was translated: there was no other one. */
function isOriginUnknown({ release: { baseline }, entry }: { release: Release; entry: ManifestEntry }): boolean {
  return baseline !== undefined && !baseline.saysOrigins && standsOn(baseline, entry.key).seq > 1
}

function directlyBelow(outline: OutlineEntry[], index: number): OutlineEntry[] {
  const depth = outline[index]?.depth ?? 0
  const after = outline.slice(index + 1)
  const end = after.findIndex((entry) => entry.depth <= depth)
  return (end === -1 ? after : after.slice(0, end)).filter((entry) => entry.depth === depth + 1)
}

function above(outline: OutlineEntry[], index: number): OutlineEntry[] {
  const result: OutlineEntry[] = []
  let depth = outline[index]?.depth ?? 1
  for (let at = index - 1; at >= 0 && depth > 1; at--) {
    const entry = outline[at]
    if (!entry || entry.depth >= depth) continue
    result.unshift(entry)
    depth = entry.depth
  }
  return result
}

function unknownPlace(entry: ManifestEntry): OutlineEntry {
  return {
    key: entry.key,
    slug: entry.slug,
    number: '',
    depth: 1,
    mode: entry.mode,
    title: { value: entry.slug, language: 'en', standsIn: false },
    stages: [],
  }
}
