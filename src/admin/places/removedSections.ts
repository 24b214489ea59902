import type { ResolvedVariant } from '@/stored/resolveVariant'
import type { StoredVariantSection } from '@/stored/variants'

/** The sections that left a version and that the common framework does not have for it, the last one first. */
export function removedSections({ own, sections }: Pick<ResolvedVariant, 'own' | 'sections'>): StoredVariantSection[] {
  const there = new Set(sections.map(({ entry }) => entry.key))
  return own
    .filter(({ key, mode }) => mode === 'omit' && !there.has(key))
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
}
