import type { Release } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import type { SectionFacts } from './outline'
import type { ReleaseHead } from './records'

/**
 * Where pages get what was published: releases and the contents that they name, and nothing that anybody can still change.
 * `queries.ts` reads it from the database.
 */
export type ReaderSource = {
  /** All publications, of the toolkit with this address or of every one, without what they hold. */
  heads: (toolkit?: string) => Promise<ReleaseHead[]>
  release: (id: string) => Promise<Release | undefined>
  /** Contents by hash; a hash that nothing is stored under is absent. */
  contents: (hashes: readonly string[]) => Promise<ReadonlyMap<string, SectionContent>>
  /** The little of each content that lists show, by hash. */
  facts: (hashes: readonly string[]) => Promise<ReadonlyMap<string, SectionFacts>>
}
