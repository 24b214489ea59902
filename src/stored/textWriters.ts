import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { BaseSection, VariantSection } from '@/domain/resolve'
import { differsAt, type Place, placesShownAnew } from '@/domain/shownAnew'
import type { Edition } from './editions'
import { type Changed, changedAt, type Kept, keptRevisions, pathOf, readKept } from './keptRevisions'
import type { StoredVariantSection } from './variants'

/**
 * As many pairs of texts are read for one write. Whoever stored the same words again and again in another form would otherwise keep
 * everybody waiting who writes in the section; whose changes are not read any more is taken for a writer.
 */
const MOST_READ = 50

/**
 * Whose words come into the open edition with a write, beside those of people who take part in it anyway: of what readers get
 * after it and got neither before it nor when the edition began, and which was stored (hidden until now, or in an earlier text
 * that is brought back). That is everyone who has changed it at these places until then, since nobody can tell whose words are
 * left. Nobody where readers got it before: it was approved, or who wrote it is known. Histories are read only where something
 * comes out.
 */
export async function writersShownAnew({
  req,
  base,
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
  /** Those of the national version. */
  languages: readonly Language[]
  own: StoredVariantSection
  /** What the write makes of it. */
  next: VariantSection
  /** The earlier text that words are taken from; null where none is brought back. */
  earlier: StoredVariantSection | null
  /** The open one of the variant; null where a new one begins. */
  edition: Edition | null
  /** Who takes part in the edition without that: nothing is read to name them. */
  takingPart: readonly string[]
}): Promise<string[]> {
  const sources = earlier ? [own, earlier] : [own]
  const placesOf = (from: StoredVariantSection, known: readonly VariantSection[]) =>
    placesShownAnew({ base, languages, own, next, from, known })
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
 * Everyone who has changed what is stored at these places, in these revisions, which are all until `upTo`, newest first. The
 * database says where something else is stored; whether it says something else is read, one pair after the other, until each
 * author is known to have changed something.
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
  /** Who need not be named. */
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
