import type { SanitizedConfig } from 'payload'

/** The names in the database of all collections of the configuration, and of those that keep their revisions. */
export function storedCollections({ collections }: Pick<SanitizedConfig, 'collections'>): string[] {
  return collections.flatMap(({ slug, versions }) => {
    // The adapter puts names into the plural, as mongoose does.
    const name = slug.endsWith('s') || slug === 'media' ? slug : `${slug}s`
    return versions ? [name, `_${slug}_versions`] : [name]
  })
}
