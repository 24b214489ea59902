import type { Release } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import type { SectionFacts } from './outline'
import type { ReleaseHead } from './records'

/**
 * What pages are made of: the list of all publications, and what the database holds under an id or a hash, which never changes. Two
 * pages that are made of the same list at the same address are the same.
 */
export type ReaderSource = {
  /** All publications, without what they hold, in the order of their numbers. */
  heads: readonly ReleaseHead[]
  release: (id: string) => Promise<Release | undefined>
  /** Of these releases the one with the highest number that has a section at this address. */
  newestWith: (asked: { releases: readonly string[]; section: string }) => Promise<string | undefined>
  /** Contents by hash; a hash that nothing is stored under is absent. */
  contents: (hashes: readonly string[]) => Promise<ReadonlyMap<string, SectionContent>>
  /** The little of each content that lists show, by hash. */
  facts: (hashes: readonly string[]) => Promise<ReadonlyMap<string, SectionFacts>>
}
