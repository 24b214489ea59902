import { isSameJson } from '@/domain/canonicalJson'
import type { Language } from '@/domain/language'
import type { PlacedSection } from '@/domain/release'
import { isSameField } from '@/domain/richText/sameText'
import type { TEXT_FIELDS } from '@/domain/section'
import { type SectionBaseline, UPDATE_PARTS, type UpdatePart } from '@/domain/sectionBaseline'
import type { CommonRelease } from './commonFramework'

/**
 * On which release each part of each section stands, as this program follows it from the decisions: to be compared with
 * what is stored and with what the product asks.
 */
export type Standing = { start: string; releases: readonly CommonRelease[]; of: Map<string, SectionBaseline> }

/** The common text on which a section stands; null if the country does not have it from the common framework. */
export function commonUnder({ start, releases, of }: Standing, key: string): PlacedSection | null {
  const baseline = of.get(key) ?? {}
  const sectionIn = (release: string) => releases.find(({ id }) => id === release)?.sections.get(key)
  const place = sectionIn(baseline.place ?? start)
  if (!place) return null
  const partOf = (part: UpdatePart) => (sectionIn(baseline[part] ?? start) ?? place).content
  const { policy, guidance, rules } = partOf('policy')
  const content = {
    ...place.content,
    ...{ title: partOf('title').title, summary: partOf('summary').summary, body: partOf('body').body },
    ...{ audiences: partOf('audiences').audiences, stages: partOf('stages').stages, policy, guidance, rules },
  }
  return { entry: place.entry, content }
}

/** The parts of a section that the newest release has otherwise than the text on which it stands. */
export function changesFor(standing: Standing, key: string, languages: readonly Language[]): UpdatePart[] {
  const [was, is] = [commonUnder(standing, key), standing.releases.at(-1)?.sections.get(key) ?? null]
  if (!was && !is) return []
  if (!was || !is) return [...UPDATE_PARTS]
  const [before, after] = [was.content, is.content]
  const isSameIn = (field: (typeof TEXT_FIELDS)[number] | 'guidance'): boolean =>
    languages.every((language) => isSameField(before[field][language], after[field][language]))
  const isSame: Record<UpdatePart, boolean> = {
    title: isSameIn('title'),
    summary: isSameIn('summary'),
    body: isSameIn('body'),
    audiences: isSameJson(before.audiences, after.audiences),
    stages: isSameJson(before.stages, after.stages),
    policy: before.policy === after.policy && isSameIn('guidance') && isSameJson(before.rules, after.rules),
    place: was.entry.parent === is.entry.parent && was.entry.rank === is.entry.rank,
  }
  return UPDATE_PARTS.filter((part) => !isSame[part])
}

/** All sections that the country or the newest release has. */
export function keysOf({ start, releases, of }: Standing): string[] {
  const started = releases.find(({ id }) => id === start)?.sections.keys() ?? []
  return [...new Set([...started, ...(releases.at(-1)?.sections.keys() ?? []), ...of.keys()])]
}
