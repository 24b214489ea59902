import type { PayloadRequest } from 'payload'
import { blocksBefore } from '@/domain/additionPlace'
import type { ByLanguage, Language } from '@/domain/language'
import { inReadingOrder, MASTER } from '@/domain/release'
import type { Mode, SectionContent } from '@/domain/section'
import { type ResolvedVariant, resolveVariant } from '@/stored/resolveVariant'
import { loadWorkingSections } from '@/stored/sections'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import { loadVariant, type Variant } from '@/stored/variants'

/** A section of a working text with its place, and the revision that is stored for it. */
export type TextOfSection = {
  content: SectionContent
  rev: number | null
  mode: Mode | null
  number: string
  depth: number
}

/** A working text, in reading order. */
export type WorkingText = {
  toolkit: Toolkit
  country: string
  languages: readonly Language[]
  sections: TextOfSection[]
}

type Asked = { req: PayloadRequest; id: string }

/** The working text of a national version, without the sections that it does not use; null if it is not for this person. */
export async function loadVersionText({ req, id }: Asked): Promise<WorkingText | null> {
  const variant = await loadVariant({ req, id })
  const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
  if (!variant || !toolkit) return null
  return versionText({ variant, toolkit, resolved: await resolveVariant({ req, variant }) })
}

/** The same of a version that is loaded. */
export function versionText({
  variant,
  toolkit,
  resolved: { own, sections },
}: {
  variant: Variant
  toolkit: Toolkit
  resolved: Pick<ResolvedVariant, 'own' | 'sections'>
}): WorkingText {
  const revisions = new Map(own.map(({ key, rev }) => [key, rev]))
  const contents = new Map(sections.map(({ entry, content }) => [entry.key, content]))
  return {
    ...{ toolkit, country: variant.country, languages: variant.languages },
    sections: inReadingOrder(sections.map(({ entry }) => entry)).flatMap(({ entry, number, depth }) => {
      const content = contents.get(entry.key)
      if (!content || entry.mode === 'omit') return []
      return [{ content, number, depth, mode: entry.mode, rev: revisions.get(entry.key) ?? null }]
    }),
  }
}

/** The working text of a common framework; null if it is not for this person. */
export async function loadFrameworkText({ req, id }: Asked): Promise<WorkingText | null> {
  const toolkit = await loadToolkitById({ req, id })
  if (!toolkit) return null
  const sections = await loadWorkingSections({ req, toolkit: toolkit.id })
  if (sections.length === 0) return null
  const byKey = new Map(sections.map((section) => [section.content.key, section]))
  const entries = sections.map(({ content: { key }, parent, rank }) => ({ key, parent, rank }))
  const languages = sections.flatMap(({ content }) => languagesOf(content.title))
  return {
    ...{ toolkit, country: MASTER, languages: [...new Set([toolkit.sourceLanguage, ...languages])] },
    sections: inReadingOrder(entries).flatMap(({ entry, number, depth }) => {
      const section = byKey.get(entry.key)
      return section ? [{ content: section.content, rev: section.rev, mode: null, number, depth }] : []
    }),
  }
}

function languagesOf(title: ByLanguage<string>): Language[] {
  return Object.keys(title) as Language[]
}

/** Which sections of a text are asked for: one, one with those below it, or all. */
export type Part = { key: string; below: boolean } | null

/** The sections of the part, whose depth begins at 1; null if the text has no such section. */
export function partOf(text: WorkingText, part: Part): TextOfSection[] | null {
  if (part === null) return text.sections
  const at = text.sections.findIndex(({ content }) => content.key === part.key)
  const first = text.sections[at]
  if (!first) return null
  if (!part.below) return [{ ...first, depth: 1 }]
  const after = text.sections.slice(at + 1)
  const end = after.findIndex(({ depth }) => depth <= first.depth)
  const below = end < 0 ? after : after.slice(0, end)
  return [first, ...below].map((section) => ({ ...section, depth: section.depth - first.depth + 1 }))
}

/** How many blocks of the body stand before the addition. */
export function additionAt({ additionPlace: place, body }: SectionContent, language: Language): number {
  return blocksBefore({ place, body, language })
}
