import type { PayloadRequest } from 'payload'
import { keptIn, type Mark, markCounts, openIn } from '@/domain/countryStanding'
import type { Language } from '@/domain/language'
import type { PreparedRelease } from '@/domain/preparedRelease'
import { commonHeads } from './commonBase'
import { type DecidedVersion, loadDecidedVersions, waitingSections } from './listedVersions'
import type { Proposal } from './proposals'
import { commonStanding } from './releases'
import { loadSettledUpdates } from './settledUpdates'
import type { Toolkit } from './toolkits'
import { decisionsThatHold } from './updateDecisions'
import { loadUpdateStatuses } from './updateStatuses'
import { loadUpdates } from './updates'
import type { Variant } from './variants'

/** What the next release of the common framework will mean for a national version. */
export type NextUpdates = {
  variant: Variant
  /** How many updates will have each mark, with those that wait there already (`markCounts`). */
  sections: Record<Mark, number>
  /** How many decisions on the release in use are still open. */
  open: number
}

/**
 * What will wait in each national version after the next release, found as it will be found then, and kept in memory for it
 * (`loadUpdateStatuses`). What a country's own proposals settle with it will not wait. Not in a transaction.
 */
export async function loadNextUpdates({
  req,
  toolkit,
  variants,
  next,
  proposals,
}: {
  req: PayloadRequest
  toolkit: Toolkit
  variants: readonly Variant[]
  next: PreparedRelease
  /** Those that the next release is the first to contain. */
  proposals: readonly Pick<Proposal, 'id' | 'variant'>[]
}): Promise<NextUpdates[]> {
  const line = { req, toolkit: toolkit.id }
  const [{ inUse }, heads, versions] = await Promise.all([
    commonStanding(line),
    commonHeads(line),
    loadDecidedVersions({ req, variants }),
  ])
  const found: NextUpdates[] = []
  for (const version of versions) {
    const { variant } = version
    const given = { req, version, heads, sourceLanguage: toolkit.sourceLanguage }
    const now = inUse ? await loadUpdateStatuses({ ...given, newest: inUse }) : []
    const inText = proposals.flatMap((one) => (one.variant === variant.id ? [one.id] : []))
    const settling = inText.length > 0 ? await loadAfterSettling({ ...given, newest: next, inText }) : null
    const then = settling ?? {
      updates: await loadUpdateStatuses({ ...given, newest: next }),
      ...{ own: version.own, decisions: decisionsThatHold(version.decisions) },
    }
    const waiting = waitingSections(then.updates, { variant, own: then.own })
    const modes = new Map(then.own.map(({ key, mode }) => [key, mode]))
    found.push({
      variant,
      sections: markCounts({ waiting, kept: keptIn({ decisions: then.decisions, modes }) }),
      open: openIn({ waiting: waitingSections(now, version) }).length,
    })
  }
  return found
}

/** What waits after the country's own proposals settled with the next release what they settle; null if that is nothing. */
async function loadAfterSettling({
  req,
  version: { decisions, variant },
  newest,
  sourceLanguage,
  inText,
}: {
  req: PayloadRequest
  version: DecidedVersion
  newest: PreparedRelease
  sourceLanguage: Language
  inText: readonly string[]
}) {
  const { settled, own } = await loadSettledUpdates({ req, variant, newest, sourceLanguage, decisions, inText })
  if (settled.length === 0) return null
  const nextOf = new Map(settled.map(({ next }) => [next.key, next]))
  const after = own.map((section) => ({ ...section, ...nextOf.get(section.key) }))
  const waiting = await loadUpdates({ req, variant, newest, sourceLanguage, own: after })
  const settlements = settled.map(({ byProposal, decision: { choice }, waiting: { update } }) => {
    const { became, key, status } = update
    return { became, byProposal, choice, key, status }
  })
  return {
    updates: waiting.map(({ update }) => update),
    own: after,
    decisions: [...settlements, ...decisionsThatHold(decisions)],
  }
}
