import type { Refusal } from './refusal'
import { LONGEST_TOOLKIT_SLUG } from './slug'

/** Why a toolkit cannot be deleted: readers or countries have it. Null if it can. */
export function deletionForbids({ releases, versions }: { releases: number; versions: number }): Refusal | null {
  if (releases > 0) return { key: 'refusal.toolkit-released' }
  return versions > 0 ? { key: 'refusal.toolkit-has-versions' } : null
}

/** Returns an address for a deleted toolkit that no other one has, so that another one can have its own. */
export function slugOfDeleted({ id, slug }: { id: string; slug: string }): string {
  return `${slug.slice(0, LONGEST_TOOLKIT_SLUG - id.length - 1)}-${id}`.replace(/-+/g, '-')
}
