import { setImmediate as letOthersGo } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { type PreparedRelease, preparedIn } from '@/domain/preparedRelease'
import { UPDATE_PARTS } from '@/domain/sectionBaseline'
import {
  type CommonChange,
  changedSections,
  heldBack,
  type MovedText,
  movedText,
  type Regrouping,
  regroupings,
  type SectionUpdate,
  treatmentOf,
  updateAmong,
  waitingIn,
  withMoves,
} from '@/domain/updates/updates'
import { loadContents } from './commonBase'
import type { ListedVersion } from './listedVersions'
import type { ReleaseHead } from './release'
import { besideSides, entriesIn, listedSides, loadBeside, type Newest, pausedNow, sidesOf } from './updates'
import { type ListedVariantSection, loadVariantSectionsById } from './variants'

/**
 * What waited, by everything that it depends on: both sides of the common text, the revision of the country's section,
 * and the languages. To merge a section again takes longer than everything else that an overview needs.
 */
const known = new LRUCache<string, SectionUpdate | 'nothing'>({ max: 50_000 })

/**
 * What waits in a version: as `loadUpdates` says, without the texts, for callers that show many versions. Only sections
 * are read of which the common text changed and that were not compared before. What several sections wait for together
 * comes once. Not in a transaction, which could be
 * rolled back and a revision written again.
 */
export async function loadUpdateStatuses({
  req,
  version,
  newest,
  heads,
  sourceLanguage,
}: {
  req: PayloadRequest
  version: ListedVersion
  newest: Newest | PreparedRelease
  /** The publications of the common framework, newest first. */
  heads: readonly ReleaseHead[]
  sourceLanguage: Language
}): Promise<SectionUpdate[]> {
  if (await req.transactionID) throw new Error('loadUpdateStatuses: not within a transaction')
  const { variant, own, start, entryIn } = version
  const listed = new Map(own.map((section) => [section.key, section]))
  const moved = changedSections({ start, newest, own, entryIn })
  const languages = [...variant.languages, sourceLanguage]
  const names = new Map(moved.map((one) => [one.key, nameOf(one, listed.get(one.key), languages)]))
  const between = { req, moved, newest, version, listed, heads, sourceLanguage }
  const together = await loadTogether(between)
  const grouped = new Map(together.groups.flatMap((group) => [group.key, ...group.others].map((key) => [key, group])))
  const questions = moved.flatMap(({ key }) => {
    const group = grouped.get(key)
    if (group && group.key !== key) return []
    const keys = [key, ...(group?.others ?? [])]
    return { key, keys, name: keys.map((one) => names.get(one)).join(' ') }
  })
  const found = new Map(questions.map(({ name }) => [name, known.get(name)]))
  const unknown = questions.filter(({ name }) => found.get(name) === undefined)
  const asked = new Set(unknown.flatMap(({ keys }) => keys))
  const ids = [...asked].flatMap((key) => listed.get(key)?.id ?? [])
  const texts = await loadVariantSectionsById({ req, ids })
  const open = moved.filter(({ key }) => asked.has(key))
  const contentOf = await loadContents({ req, entries: open.map(entriesIn), prepared: preparedIn(newest) })
  for (const { key, keys, name } of unknown) {
    await letOthersGo()
    const sections = keys.map((one) => {
      const stored = listed.get(one)
      return stored ? texts.get(stored.id) : null
    })
    // One was written again since it was listed: the next view of the screen knows more.
    if (sections.some((one, at) => one === undefined || (one && one.rev !== listed.get(keys[at] ?? '')?.rev))) continue
    const sides = open
      .filter((one) => keys.includes(one.key))
      .map((one) => {
        const section = sections[keys.indexOf(one.key)] ?? null
        return { sides: sidesOf(one, { variant, sourceLanguage, own: section, contentOf }), paused: null }
      })
    const [waiting] = waitingIn(sides, key)
    const update = waiting?.update ?? 'nothing'
    known.set(name, update)
    found.set(name, update)
  }
  const updates = questions.flatMap(({ name }) => {
    const update = found.get(name)
    return update === undefined || update === 'nothing' ? [] : [update]
  })
  // Where all is ready, all comes in together.
  const isMixed = new Set(updates.map(({ status }) => status === 'ready')).size > 1
  const { moves } = together.moves || !isMixed ? together : await loadTogether({ ...between, isAlways: true })
  const complete = moves ? updates.map((update) => withMoves(update, moves)) : updates
  const updateIn = updateAmong(complete)
  return complete.map((update) => heldBack(update, updateIn))
}

/** `moves` is null if no text was read to find them. */
type Together = { groups: Regrouping[]; moves: MovedText | null }

/** The groups and moves of a version, by everything that they depend on. */
const knownTogether = new LRUCache<string, Together>({ max: 500 })

/**
 * The sections that are decided together, and text that moved between those that are decided apart. No text is read where every
 * section was there before, is there now, and is used as it is, unless `isAlways`.
 */
async function loadTogether({
  req,
  moved,
  newest,
  version: { variant, own },
  listed,
  heads,
  sourceLanguage,
  isAlways = false,
}: {
  req: PayloadRequest
  moved: readonly CommonChange[]
  newest: Newest | PreparedRelease
  version: ListedVersion
  listed: ReadonlyMap<string, ListedVariantSection>
  heads: readonly ReleaseHead[]
  sourceLanguage: Language
  isAlways?: boolean
}): Promise<Together> {
  const beside = await loadBeside({ req, variant, newest, own, moved, heads })
  const stands = ({ key }: CommonChange) => {
    const section = listed.get(key)
    return treatmentOf({ mode: section?.mode ?? 'inherit', isPaused: pausedNow(variant, section ?? null) !== null })
  }
  const isAlone = (one: CommonChange) => one.base && one.newest && stands(one) === 'used'
  if (!isAlways && beside.length === 0 && moved.every(isAlone)) return { groups: [], moves: null }
  const languages = [...variant.languages, sourceLanguage]
  const name = JSON.stringify([
    languages,
    moved.map((one) => [blobsOf(one), stands(one)]),
    beside.map((one) => [blobsOf(one), stands(one), one.isDecided]),
  ])
  const known = knownTogether.get(name)
  if (known) return known
  const entries = [...moved, ...beside].map(entriesIn)
  const contentOf = await loadContents({ req, entries, prepared: preparedIn(newest) })
  const given = { variant, own: listed, sourceLanguage, contentOf }
  const sections = listedSides({ moved, ...given })
  const groups = regroupings(sections)
  const moves = movedText({ sections, others: besideSides({ beside, ...given }), groups })
  knownTogether.set(name, { groups, moves })
  return { groups, moves }
}

/** The texts of a section on both sides, by their hashes. */
function blobsOf({ key, base, newest }: CommonChange) {
  return [key, base && UPDATE_PARTS.map((part) => base[part].blob), newest?.blob ?? null]
}

function nameOf(
  { key, base, newest }: CommonChange,
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
