import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { type ByLanguage, LANGUAGES } from '@/domain/language'
import type { Baseline, ManifestEntry, Release, StandsElsewhere } from '@/domain/release'
import { type BaseSection, resolve } from '@/domain/resolve'
import { type SectionContent, TEXT_FIELDS } from '@/domain/section'
import { publishedOrigins } from '@/domain/translatedFrom'
import { commonHeads, type FollowedHeads, loadBase, loadFollowed } from './commonBase'
import { contentHash } from './contentHash'
import type { ReleaseHead } from './release'
import { loadRelease } from './releases'
import { loadVariantSections, type StoredVariantSection, type Variant } from './variants'

/** A national version as it is now: resolved with the common text on which it stands, never with newer text. */
export type ResolvedVariant = {
  /** The release of the common framework that the version follows as a whole. */
  baseline: Release
  /** Sections that still stand on an earlier release, or already on a later one. */
  others: Pick<FollowedHeads, 'behind' | 'ahead'>
  base: BaseSection[]
  /** Texts of the base that no release of the common framework names (`loadBase`). */
  composed: SectionContent[]
  own: StoredVariantSection[]
  sections: { entry: ManifestEntry; content: SectionContent }[]
  /**
   * sha256 of the manifest, to which reviews and approvals are pinned, without what it says about the origin of translations:
   * somebody who confirms a translation changes no words, and what was approved stays approved.
   */
  hash: string
}

export async function resolveVariant({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: Variant
}): Promise<ResolvedVariant> {
  const heads = await commonHeads({ req, toolkit: variant.toolkit })
  return resolveOn({ req, variant, heads, own: await loadVariantSections({ req, variant: variant.id }) })
}

/**
 * The version with what the country has stored. `heads` are all publications of the common framework, newest first.
 * Other requests are answered between two sections.
 */
export async function resolveOn({
  req,
  variant,
  heads,
  own,
}: {
  req: PayloadRequest
  variant: Variant
  heads: readonly ReleaseHead[]
  own: StoredVariantSection[]
}): Promise<ResolvedVariant> {
  const { base, composed } = await loadBase({ req, variant, own })
  const { follows, ...others } = await loadFollowed({ req, variant, own, heads })
  const baseline = await loadRelease({ req, id: follows.id })
  const common = new Map(base.map((section) => [section.entry.key, section]))
  const stored = new Map(own.map((section) => [section.key, section]))
  const sections: ResolvedVariant['sections'] = []
  for (const { entry, content } of resolve({ base, variant: own, languages: variant.languages })) {
    const origins = originsIn({ own: stored.get(entry.key), entry, start: variant.baseline })
    sections.push({ entry: { ...entry, ...origins, blob: blobOf(content, common.get(entry.key)) }, content })
    await letOthersGo()
  }
  sections.sort((a, b) => (a.entry.key < b.entry.key ? -1 : 1))
  const hash = manifestHash(sections.map(({ entry }) => withoutOrigins(entry)))
  return { baseline, others, base, composed, own, sections, hash }
}

function originsIn({
  own,
  entry: { provenance },
  start,
}: {
  own: StoredVariantSection | undefined
  entry: Pick<ManifestEntry, 'provenance'>
  start: string
}): Pick<ManifestEntry, 'translatedFrom'> {
  const translatedFrom = own ? publishedOrigins({ own, provenance, start }) : {}
  return Object.keys(translatedFrom).length > 0 ? { translatedFrom } : {}
}

function withoutOrigins({ translatedFrom: _, ...entry }: ManifestEntry): ManifestEntry {
  return entry
}

/** What a release of the version says about the common framework that it follows. */
export function baselineOf({
  baseline,
  others,
}: Pick<ResolvedVariant, 'others'> & { baseline: Pick<Release, 'id' | 'version' | 'seq'> }): Baseline {
  const { id: release, version, seq } = baseline
  const elsewhere = [...others.behind, ...others.ahead].map(({ release, keys }): StandsElsewhere => {
    return { version: release.version, seq: release.seq, keys }
  })
  return { release, version, seq, ...(elsewhere.length > 0 ? { others: elsewhere } : {}) }
}

/**
 * The hash of a resolved content. If it is the common text it is that of the stored common blob: an old one lacks
 * fields that were added later, and approvals of it must stay valid.
 */
function blobOf(content: SectionContent, base: BaseSection | undefined): string {
  const isCommon =
    base !== undefined &&
    TEXT_FIELDS.every((field) => isSameIn(content[field], base.content[field])) &&
    isSameIn(content.addition, base.content.addition) &&
    content.audiences === base.content.audiences &&
    content.stages === base.content.stages
  return isCommon ? base.entry.blob : contentHash(content)
}

/** Nothing replaced these texts: they are identical objects, not equal ones. */
function isSameIn(one: ByLanguage<unknown>, other: ByLanguage<unknown>): boolean {
  return LANGUAGES.every((language) => one[language] === other[language])
}

/** The hash of a whole version: of its manifest, ordered by key. */
export function manifestHash(manifest: ManifestEntry[]): string {
  return contentHash([...manifest].sort((a, b) => (a.key < b.key ? -1 : 1)))
}
