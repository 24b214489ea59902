import { setImmediate as letOthersGo } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { UPDATE_PARTS } from '@/domain/sectionBaseline'
import { type EntryIn, type MovedSection, movedSections, type SectionUpdate, updateOf } from '@/domain/updates/updates'
import { loadContents } from './commonBase'
import { entriesIn, type Newest, sidesOf } from './updates'
import { type ListedVariantSection, loadVariantSectionsById, type Variant } from './variants'

/** A version and what its country stored, without texts. */
export type ListedVersion = {
  variant: Variant
  own: readonly ListedVariantSection[]
  start: { id: string; manifest: Newest['manifest'] }
  entryIn: EntryIn
}

/**
 * What waited, by everything that it depends on: both sides of the common text, the revision of the country's section,
 * and the languages. To merge a section again takes longer than everything else that an overview needs.
 */
const known = new LRUCache<string, SectionUpdate | 'nothing'>({ max: 50_000 })

/**
 * What waits in a version: as `loadUpdates` says, without the texts, for callers that show many versions. Only sections
 * are read of which the common text changed and that were not compared before. Not in a transaction, which could be
 * rolled back and a revision written again.
 */
export async function loadUpdateStatuses({
  req,
  version: { variant, own, start, entryIn },
  newest,
  sourceLanguage,
}: {
  req: PayloadRequest
  version: ListedVersion
  newest: Newest
  sourceLanguage: Language
}): Promise<SectionUpdate[]> {
  if (await req.transactionID) throw new Error('loadUpdateStatuses: not within a transaction')
  const listed = new Map(own.map((section) => [section.key, section]))
  const moved = movedSections({ start, newest, own, entryIn }).map((one) => ({
    moved: one,
    stored: listed.get(one.key),
    name: nameOf(one, listed.get(one.key), [...variant.languages, sourceLanguage]),
  }))
  const found = new Map(moved.map(({ name }) => [name, known.get(name)]))
  const unknown = moved.filter(({ name }) => found.get(name) === undefined)
  const texts = await loadVariantSectionsById({ req, ids: unknown.flatMap(({ stored }) => stored?.id ?? []) })
  const contentOf = await loadContents({ req, entries: unknown.map((one) => entriesIn(one.moved)) })
  for (const { moved: one, name, stored } of unknown) {
    await letOthersGo()
    const section = stored ? texts.get(stored.id) : null
    // It was written again since it was listed: the next view of the screen knows more.
    if (section === undefined || (section && section.rev !== stored?.rev)) continue
    const update = updateOf(sidesOf(one, { variant, sourceLanguage, own: section, contentOf })) ?? 'nothing'
    known.set(name, update)
    found.set(name, update)
  }
  return moved.flatMap(({ name }) => {
    const update = found.get(name)
    return update === undefined || update === 'nothing' ? [] : [update]
  })
}

function nameOf(
  { key, base, newest }: MovedSection,
  stored: ListedVariantSection | undefined,
  languages: readonly Language[],
): string {
  const place = (entry: { parent: string | null; rank: string } | null) => entry && [entry.parent, entry.rank]
  return JSON.stringify([
    key,
    base && [UPDATE_PARTS.map((part) => base[part].blob), place(base.place)],
    newest && [newest.blob, place(newest)],
    stored ? [stored.id, stored.rev, stored.updatedAt] : null,
    languages,
  ])
}
