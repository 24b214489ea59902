import type { Language } from '@/domain/language'
import type { ManifestEntry, Release } from '@/domain/release'
import type { Regrouping } from '@/domain/updates/updates'
import type { ReadContents } from '@/stored/blobs'
import type { ReleaseHead } from '@/stored/release'
import type { DifferenceInShort } from './difference'
import type { SectionFacts } from './outline'
import type { LineApart } from './readableLines'
import type { ReleaseChange } from './releaseChange'

/**
 * The data that pages are made from: the list of all publications, and what the database stores under an id or a hash,
 * which never changes. Two pages made from the same list at the same address are equal.
 */
export type ReaderSource = {
  /** All publications of lines that can be read, without their content, in the order of their numbers. */
  heads: readonly ReleaseHead[]
  /** The lines of which a publication cannot be read: none of theirs is among the heads. */
  apart: readonly LineApart[]
  release: (id: string) => Promise<Release | undefined>
  /** Of these releases the one with the highest number that has a section at this address. */
  newestWith: (asked: { releases: readonly string[]; section: string }) => Promise<string | undefined>
  /** Contents by hash, each one or why it cannot be read; what is not stored is left out. See `contentIn`. */
  contents: (hashes: readonly string[]) => Promise<ReadContents>
  /** The few facts about each content that lists show, by hash; contents that cannot be read are left out. */
  facts: (hashes: readonly string[]) => Promise<ReadonlyMap<string, SectionFacts>>
  /** What became of each section from one release to the next for readers of the language, without unchanged sections. */
  changes: (asked: { before: Release; after: Release; language: Language }) => Promise<ReleaseChange[]>
  /** Which sections were divided or joined from one release to the next for readers of the language. */
  regroupings: (asked: { before: Release; after: Release; language: Language }) => Promise<readonly Regrouping[]>
  /** How each section of a manifest differs from the common text, by its key. */
  differences: (asked: {
    manifest: readonly ManifestEntry[]
    language: Language
  }) => Promise<ReadonlyMap<string, DifferenceInShort>>
}
