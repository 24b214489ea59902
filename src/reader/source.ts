import type { Release } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import type { ReleaseHead } from '@/stored/release'
import type { SectionFacts } from './outline'

/**
 * The data that pages are made from: the list of all publications, and what the database stores under an id or a hash,
 * which never changes. Two pages made from the same list at the same address are equal.
 */
export type ReaderSource = {
  /** All publications, without their content, in the order of their numbers. */
  heads: readonly ReleaseHead[]
  release: (id: string) => Promise<Release | undefined>
  /** Of these releases the one with the highest number that has a section at this address. */
  newestWith: (asked: { releases: readonly string[]; section: string }) => Promise<string | undefined>
  /** Contents by hash; unknown hashes are omitted. */
  contents: (hashes: readonly string[]) => Promise<ReadonlyMap<string, SectionContent>>
  /** The few facts about each content that lists show, by hash. */
  facts: (hashes: readonly string[]) => Promise<ReadonlyMap<string, SectionFacts>>
}
