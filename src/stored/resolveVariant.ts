import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { type ByLanguage, LANGUAGES } from '@/domain/language'
import type { ManifestEntry, Release } from '@/domain/release'
import { type BaseSection, resolve } from '@/domain/resolve'
import { type SectionContent, TEXT_FIELDS } from '@/domain/section'
import { contentHash } from './contentHash'
import { loadRelease, loadReleaseSections } from './releases'
import { loadVariantSections, type StoredVariantSection, type Variant } from './variants'

/** A national version as it is now: resolved with the release that it is based on, never with newer text. */
export type ResolvedVariant = {
  baseline: Release
  base: BaseSection[]
  own: StoredVariantSection[]
  sections: { entry: ManifestEntry; content: SectionContent }[]
  /** sha256 of the manifest: reviews and approvals are pinned to it. */
  hash: string
}

export async function resolveVariant({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: Variant
}): Promise<ResolvedVariant> {
  const baseline = await loadBaseline({ req, id: variant.baseline })
  return resolveOn({ variant, baseline, own: await loadVariantSections({ req, variant: variant.id }) })
}

/** A release of the common framework that a version is based on, with its sections. */
export type Baseline = { release: Release; base: BaseSection[] }

export async function loadBaseline({ req, id }: { req: PayloadRequest; id: string }): Promise<Baseline> {
  const release = await loadRelease({ req, id })
  return { release, base: await loadReleaseSections({ req, release }) }
}

/** The version on its basis, with what the country has stored. Other requests are answered between two sections. */
export async function resolveOn({
  variant,
  baseline: { release: baseline, base },
  own,
}: {
  variant: Variant
  baseline: Baseline
  own: StoredVariantSection[]
}): Promise<ResolvedVariant> {
  const common = new Map(base.map((section) => [section.entry.key, section]))
  const sections: ResolvedVariant['sections'] = []
  for (const { entry, content } of resolve({ base, variant: own, languages: variant.languages })) {
    sections.push({ entry: { ...entry, blob: blobOf(content, common.get(entry.key)) }, content })
    await letOthersGo()
  }
  sections.sort((a, b) => (a.entry.key < b.entry.key ? -1 : 1))
  return { baseline, base, own, sections, hash: manifestHash(sections.map(({ entry }) => entry)) }
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
