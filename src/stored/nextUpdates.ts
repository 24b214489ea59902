import type { PayloadRequest } from 'payload'
import { keptIn, type Mark, markCounts, openIn } from '@/domain/countryStanding'
import type { SectionUpdate } from '@/domain/updates/updates'
import { commonHeads, loadStandingReleases } from './commonBase'
import { commonStanding } from './releases'
import type { Toolkit } from './toolkits'
import { decisionsThatHold, loadUpdateDecisions } from './updateDecisions'
import { loadUpdateStatuses, waitingSections } from './updateStatuses'
import type { Newest } from './updates'
import { loadListedVariantSections, type Variant } from './variants'

/** What the next release of the common framework will mean for a national version. */
export type NextUpdates = {
  variant: Variant
  /** How many sections will have each mark, with those that wait there already. */
  sections: Record<Mark, number>
  /** How many decisions on the release in use are still open. */
  open: number
}

/**
 * What will wait in each national version after the next release, found as it will be found then (`loadUpdateStatuses`), and kept in
 * memory for it. Not in a transaction.
 */
export async function loadNextUpdates({
  req,
  toolkit,
  variants,
  next,
}: {
  req: PayloadRequest
  toolkit: Toolkit
  variants: readonly Variant[]
  /** The next release, as it is prepared. */
  next: Newest
}): Promise<NextUpdates[]> {
  const ids = variants.map(({ id }) => id)
  const line = { req, toolkit: toolkit.id }
  const [{ inUse }, heads, listed, decisions] = await Promise.all([
    commonStanding(line),
    commonHeads(line),
    loadListedVariantSections({ req, variants: ids }),
    loadUpdateDecisions({ req, variants: ids }),
  ])
  const found: NextUpdates[] = []
  for (const variant of variants) {
    const own = listed.get(variant.id) ?? []
    const version = { variant, own, ...(await loadStandingReleases({ req, variant, own })) }
    const given = { req, version, heads, sourceLanguage: toolkit.sourceLanguage }
    const now = inUse ? await loadUpdateStatuses({ ...given, newest: inUse }) : []
    const then = await loadUpdateStatuses({ ...given, newest: next })
    const kept = keptIn({
      decisions: decisionsThatHold(decisions.filter((one) => one.variant === variant.id)),
      modes: new Map(own.map(({ key, mode }) => [key, mode])),
    })
    const stored = new Map(own.map((section) => [section.key, section]))
    const waitingFor = (updates: readonly SectionUpdate[]) =>
      new Map(updates.flatMap((one) => waitingSections(one, { variant, stored })).map((one) => [one.key, one]))
    const sections = markCounts({ waiting: waitingFor(then), kept })
    found.push({ variant, sections, open: openIn({ waiting: waitingFor(now) }).length })
  }
  return found
}
