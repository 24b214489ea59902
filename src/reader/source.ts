import type { Release } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import type { SectionFacts } from './outline'
import type { ReaderCountry, ReaderToolkit, ReleaseHead } from './records'
import type { Picture } from './richText/reading'

/** Where pages get what was published. `queries.ts` reads it from the database. */
export type ReaderSource = {
  toolkits: () => Promise<ReaderToolkit[]>
  countries: () => Promise<ReaderCountry[]>
  /** All publications, of one toolkit or of every one, without what they hold. */
  heads: (toolkit?: string) => Promise<ReleaseHead[]>
  release: (id: string) => Promise<Release | undefined>
  /** Contents by hash; a hash that nothing is stored under is absent. */
  contents: (hashes: readonly string[]) => Promise<ReadonlyMap<string, SectionContent>>
  /** The little of each content that lists show, by hash. */
  facts: (hashes: readonly string[]) => Promise<ReadonlyMap<string, SectionFacts>>
  pictures: (ids: readonly string[]) => Promise<Record<string, Picture>>
}
