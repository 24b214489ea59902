import type { PayloadRequest } from 'payload'
import { joinedNote, notesBetween, releasesBetween } from '@/domain/changeGroups'
import { type CountryStanding, type DecidedSection, keptIn, type WaitingSection } from '@/domain/countryStanding'
import { followedOverTime, type Step } from '@/domain/followedOverTime'
import type { Language } from '@/domain/language'
import { type ChangeRow, changeRows, type SectionRow, sectionRows } from '@/domain/overviewRows'
import { inReadingOrder, type ManifestEntry, type Release } from '@/domain/release'
import { type Said, saidIn } from '@/domain/said'
import { type Standing, standingOf, withdrawalOf } from '@/domain/standing'
import { questionsThatAre } from '@/domain/updateQuestions'
import { keysOf, notesOnUpdates, saidDecision, standingEntries } from '@/domain/updates/updates'
import { loadBehindLanguages } from './behindLanguages'
import { commonHeads, type FollowedHeads, loadContents, loadFollowed } from './commonBase'
import { type EditionsOfVariant, loadEditionsOf } from './editions'
import {
  type DecidedVersion,
  type ListedVersion,
  loadDecidedVersions,
  modesIn,
  waitingSections,
} from './listedVersions'
import { loadManifests } from './manifests'
import type { ReleaseHead } from './release'
import { commonStanding, nationalHeads } from './releases'
import type { Toolkit } from './toolkits'
import { decisionsThatHold, type RecordedDecision } from './updateDecisions'
import { loadUpdateQuestions, type StoredQuestion } from './updateQuestions'
import { loadUpdateStatuses } from './updateStatuses'
import type { Variant } from './variants'

/** One national version in an overview. */
export type CountryOverview = {
  variant: Variant
  standing: CountryStanding
  /** The release of the common framework that it follows, and whether that was withdrawn. */
  follows: ReleaseHead
  /** Sections that still stand on an earlier release, or already on a later one. */
  others: Pick<FollowedHeads, 'behind' | 'ahead'>
  isBasisWithdrawn: boolean
  /** What the country asked about updates and is not answered. */
  questions: StoredQuestion[]
  edition: EditionsOfVariant['newest'] | null
  /** Its publications, newest first. */
  releases: ReleaseHead[]
  /** The releases of the common framework that it followed, oldest first. */
  steps: Step[]
}

/** All national versions of a toolkit, as an overview shows them. No version is resolved for it. */
export type Overview = {
  common: Standing
  /** All publications of the common framework, newest first. */
  heads: ReleaseHead[]
  countries: CountryOverview[]
  sections: SectionRow[]
  /** The release that holds before the newest one; null if there is none, and then no changes. */
  previous: ReleaseHead | null
  changes: ChangeRow[]
  /** The versions without texts, for `loadAlikeSections`. */
  versions: ListedVersion[]
}

type Asked = {
  req: PayloadRequest
  toolkit: Toolkit
  /** In the order of the columns. */
  variants: readonly Variant[]
  /** The language in which titles are read if they have one. */
  reader: Language
  /** As `2026-12-04`. */
  today: string
}

/** Loads it with the person's request: a person who may read the versions of some countries gets those alone. */
export async function loadOverview({ req, toolkit, variants, reader, today }: Asked): Promise<Overview> {
  const ids = variants.map(({ id }) => id)
  const line = { req, toolkit: toolkit.id }
  const [common, heads, versions, questions, releases, editions] = await Promise.all([
    commonStanding(line),
    commonHeads(line),
    loadDecidedVersions({ req, variants }),
    loadUpdateQuestions({ req, variants: ids }),
    nationalHeads({ ...line, countries: variants.map(({ country }) => country) }),
    loadEditionsOf({ req, variants: ids }),
  ])
  const countries: CountryOverview[] = []
  for (const version of versions) {
    const { variant } = version
    countries.push(
      await loadCountry({
        ...{ req, toolkit, version, common, heads },
        questions: questions.filter((one) => one.variant === variant.id),
        releases: releases.filter(({ country }) => country === variant.country),
        editions: editions.get(variant.id) ?? null,
      }),
    )
  }
  const standings = countries.map(({ standing }) => standing)
  const last = common.lastText
  if (!last) return { common, heads, countries, versions, sections: [], previous: null, changes: [] }
  const gone = goneEntries({ manifest: last.manifest, versions, countries })
  const previous = previousOf({ last, heads })
  const before = previous ? ((await loadManifests({ req, releases: [previous.id] })).get(previous.id) ?? []) : []
  const titleOf = await titlesIn({ req, entries: [...last.manifest, ...gone, ...before], reader, toolkit })
  return {
    ...{ common, heads, countries, versions, previous },
    sections: sectionRows({ manifest: last.manifest, gone, standings, titleOf }),
    changes: previous
      ? changeRows({
          ...{ before, after: last.manifest, standings, titleOf, today },
          notes: notesBetween({ line: heads, from: previous, to: last }),
        })
      : [],
  }
}

async function loadCountry({
  req,
  toolkit,
  version,
  common,
  heads,
  questions,
  releases,
  editions,
}: {
  req: PayloadRequest
  toolkit: Toolkit
  version: DecidedVersion
  common: Standing
  heads: ReleaseHead[]
  questions: readonly StoredQuestion[]
  releases: ReleaseHead[]
  editions: EditionsOfVariant | null
}): Promise<CountryOverview> {
  const { decisions, own, variant } = version
  const { follows, ...others } = await loadFollowed({ req, variant, own, heads })
  const newest = common.inUse
  const updates = newest
    ? await loadUpdateStatuses({ req, version, newest, heads, sourceLanguage: toolkit.sourceLanguage })
    : []
  const holding = decisionsThatHold(decisions)
  const stored = new Map(own.map((section) => [section.key, section]))
  const notes = newest && notesOnUpdates({ line: heads, start: variant.baseline, newest })
  // Sections that are decided together each show what waits.
  const said = new Map(
    updates.flatMap((update) => {
      const baselineOf = (key: string) => stored.get(key)?.baseline ?? {}
      const note = joinedNote(notes?.notesOn({ ...update, baselineOf }) ?? [])
      return keysOf(update).map((key) => [key, note])
    }),
  )
  const waiting = new Map<string, WaitingSection>()
  for (const [key, one] of waitingSections(updates, version)) {
    const note = said.get(key)
    waiting.set(key, { ...one, class: note?.class ?? null, decideBy: note?.decideBy ?? null })
  }
  const activity = [
    ...own.map(({ updatedAt }) => updatedAt),
    ...decisions.map(({ at }) => at),
    ...questions.map(({ at }) => at),
    ...releases.map(({ publishedAt }) => publishedAt),
    ...(editions ? [editions.newest.stateSince] : []),
  ].toSorted()
  const published = heads.filter(({ kind }) => kind === 'release').toReversed()
  const withdrawn = published.filter((one) => withdrawalOf(one, heads))
  const holds = published.filter((one) => !withdrawn.includes(one))
  const start = heads.find(({ id }) => id === variant.baseline) ?? follows
  const modes = modesIn(version)
  const decided = decidedOn(holding, newest)
  const { sourceLanguage } = toolkit
  const behind = await loadBehindLanguages({ req, version, keys: new Set(decided.keys()), sourceLanguage })
  const standing: CountryStanding = {
    country: variant.country,
    variant: variant.id,
    modes,
    waiting,
    decided: new Map([...decided].map(([key, one]) => [key, { ...one, behind: behind.get(key) ?? [] }])),
    // While the common framework is withdrawn there is nothing to keep the text against.
    kept: newest ? keptIn({ decisions: holding, modes }) : new Set(),
    follows,
    behind: newest ? releasesBetween({ line: heads, from: follows, to: newest }).length : 0,
    lastActivity: activity.at(-1) || null,
  }
  const manifests = await loadManifests({ req, releases: [start, ...published].map(({ id }) => id) })
  const withSections = (head: ReleaseHead) => ({ ...head, manifest: manifests.get(head.id) ?? [] })
  return {
    ...{ variant, standing, follows, others, releases },
    questions: questionsThatAre('open', questions, { waits: new Set(standing.waiting.keys()), decisions: holding }),
    isBasisWithdrawn: withdrawalOf(follows, heads) !== undefined,
    edition: editions?.newest ?? null,
    steps: followedOverTime({
      start: { at: editions?.startedAt || start.publishedAt, release: withSections(start) },
      line: holds.map(withSections),
      withdrawn: withdrawn.map(withSections),
      decisions: holding,
      unasked: new Set(own.flatMap(({ key, mode }) => (mode === 'omit' || mode === 'local' ? [key] : []))),
      follows,
    }),
  }
}

/** The decisions on the newest release; of several on one section the last. */
function decidedOn(
  holding: readonly RecordedDecision[],
  newest: Release | null,
): Map<string, Omit<DecidedSection, 'behind'>> {
  const decided = new Map<string, Omit<DecidedSection, 'behind'>>()
  for (const one of holding.toReversed()) {
    const said = one.release === newest?.id ? saidDecision(one) : null
    if (said) decided.set(one.key, { ...said, note: one.note, at: one.at })
  }
  return decided
}

/** Sections that versions have from the common framework and that it no longer has, those on newer releases first. */
function goneEntries({
  manifest,
  versions,
  countries,
}: {
  manifest: readonly ManifestEntry[]
  versions: readonly ListedVersion[]
  countries: readonly CountryOverview[]
}): ManifestEntry[] {
  const seen = new Set(manifest.map(({ key }) => key))
  const seqOf = new Map(countries.map(({ variant, follows }) => [variant.id, follows.seq]))
  const bySeq = versions.toSorted((a, b) => (seqOf.get(b.variant.id) ?? 0) - (seqOf.get(a.variant.id) ?? 0))
  const gone: ManifestEntry[] = []
  for (const { start, own, entryIn } of bySeq) {
    const entries = standingEntries({ start, own, entryIn }).map(({ entries: { place, title } }) => {
      return { ...place, blob: title.blob }
    })
    for (const { entry } of inReadingOrder(entries)) {
      if (seen.has(entry.key)) continue
      seen.add(entry.key)
      gone.push(entry)
    }
  }
  return gone
}

/** The release that holds before the newest one. */
function previousOf({ last, heads }: { last: Release; heads: readonly ReleaseHead[] }): ReleaseHead | null {
  const earlier = heads.filter(({ kind, seq }) => kind === 'release' && seq < last.seq)
  return earlier.find((one) => !withdrawalOf(one, heads)) ?? standingOf(earlier).lastText
}

async function titlesIn({
  req,
  entries,
  reader,
  toolkit,
}: {
  req: PayloadRequest
  entries: readonly ManifestEntry[]
  reader: Language
  toolkit: Toolkit
}): Promise<(entry: ManifestEntry) => Said<string>> {
  const contentOf = await loadContents({ req, entries: entries.map((entry) => ({ entry })) })
  const source = toolkit.sourceLanguage
  return (entry) =>
    saidIn(contentOf(entry).title, { language: reader, source }) ?? {
      value: entry.slug,
      language: reader,
      standsIn: false,
    }
}
