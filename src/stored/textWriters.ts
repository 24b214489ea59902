import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { BaseSection, VariantSection } from '@/domain/resolve'
import { differsAt, type Place, placesShownAnew } from '@/domain/shownAnew'
import type { Edition } from './editions'
import { type Changed, changedAt, type Kept, keptRevisions, pathOf, readKept } from './keptRevisions'
import type { StoredVariantSection } from './variants'

/**
 * The maximum number of pairs of texts that are read for one write. Otherwise a person who stores the same words again
 * and again in another form would keep everybody waiting who writes in the section; a person whose changes are not read
 * any more counts as an author.
 */
const MOST_READ = 50

/**
 * The authors whose words come into the open edition by a write, besides people who already take part in it: for text
 * that readers get after it but got neither before it nor when the edition began, and which was stored (hidden until
 * now, or in an earlier text that is restored). These are all who have changed it in these fields until then, because
 * nobody can tell whose words are left. Nobody if readers got it before: it was approved, or its author is known.
 * Histories are read only if something becomes visible.
 */
export async function writersShownAnew({
  req,
  base,
  baseAfter,
  languages,
  own,
  next,
  earlier,
  edition,
  takingPart,
}: {
  req: PayloadRequest
  /** The section of the common framework; null for one that only the country has. */
  base: BaseSection | null
  /** The one on which it stands after the write, if that is another one. */
  baseAfter?: BaseSection | null | undefined
  /** The languages of the national version. */
  languages: readonly Language[]
  own: StoredVariantSection
  /** The state after the write. */
  next: VariantSection
  /** The earlier text that words are taken from; null if none is restored. */
  earlier: StoredVariantSection | null
  /** The open edition of the variant; null if a new one begins. */
  edition: Edition | null
  /** Who already takes part in the edition: nothing is read to find them. */
  takingPart: readonly string[]
}): Promise<string[]> {
  const sources = earlier ? [own, earlier] : [own]
  const placesOf = (from: StoredVariantSection, known: readonly VariantSection[]) =>
    placesShownAnew({ base, baseAfter, languages, own, next, from, known })
  const hidden = sources.map((from) => ({ from, places: placesOf(from, []) }))
  if (hidden.every(({ places }) => places.length === 0)) return []
  const revisions = await keptRevisions({ req, id: own.id, upTo: own.rev })
  if (authorsIn({ revisions, except: takingPart }).length === 0) return []
  const opening = edition && revisions.find(({ at }) => at < edition.openedAt)
  const known = opening && (await readKept({ req, kept: opening }))
  const writers: string[] = []
  for (const { from, places } of hidden) {
    await letOthersGo()
    const until = revisions.filter(({ rev }) => rev <= from.rev)
    const asked = {
      req,
      id: own.id,
      revisions: until,
      upTo: from.rev,
      places: known ? placesOf(from, [known]) : places,
    }
    writers.push(...(await writersAt({ ...asked, except: [...takingPart, ...writers] })))
  }
  return writers
}

/**
 * Everyone who has changed what is stored in these fields, in these revisions, which are all up to `upTo`, newest
 * first. The database says where the stored value differs; whether the words differ is read, one pair after the other,
 * until each author is known to have changed something.
 */
async function writersAt({
  except,
  ...asked
}: {
  req: PayloadRequest
  id: string
  revisions: readonly Kept[]
  upTo: number
  places: readonly Place[]
  /** People who need not be found. */
  except: readonly string[]
}): Promise<string[]> {
  const { req, revisions, places } = asked
  if (places.length === 0 || authorsIn({ revisions, except }).length === 0) return []
  const writers = new Set<string>()
  let read = 0
  for (const changed of await changedAt(asked)) {
    const { by } = changed
    if (by === null || except.includes(by) || writers.has(by)) continue
    for (const place of changed.places) {
      const isChange = read++ >= MOST_READ || (await saysSomethingElse({ req, changed, place }))
      if (!isChange) continue
      writers.add(by)
      break
    }
  }
  return [...writers]
}

async function saysSomethingElse({
  req,
  changed: { before, ...after },
  place,
}: {
  req: PayloadRequest
  changed: Changed
  place: Place
}): Promise<boolean> {
  const at = [pathOf(place)]
  const was = before && (await readKept({ req, kept: before, at }))
  await letOthersGo()
  const is = await readKept({ req, kept: after, at })
  await letOthersGo()
  return differsAt(place, was, is)
}

function authorsIn({ revisions, except }: { revisions: readonly Kept[]; except: readonly string[] }): string[] {
  return revisions.flatMap(({ by }) => (by === null || except.includes(by) ? [] : [by]))
}
