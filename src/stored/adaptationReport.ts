import type { PayloadRequest } from 'payload'
import type { Actor } from '@/domain/actor'
import {
  type AdaptationReport,
  adaptationReport,
  isInRelease,
  type ReportAbout,
  type Reported,
  type ReportedSection,
} from '@/domain/adaptationReport'
import type { ByLanguage, Language } from '@/domain/language'
import { isPaused } from '@/domain/pause'
import type { ManifestEntry, Release } from '@/domain/release'
import { standingOf, withdrawalOf } from '@/domain/standing'
import { loadBlobs } from './blobs'
import { commonHeads } from './commonBase'
import { loadCountry } from './countries'
import { newestEdition } from './editions'
import { loadMembers } from './members'
import type { ReleaseHead } from './release'
import { commonStanding, releasesOf } from './releases'
import { loadGoneTitles, loadReportedDecisions } from './reportedDecisions'
import { baselineOf, resolveOn } from './resolveVariant'
import { loadReviewEvents } from './reviewHistory'
import { today } from './today'
import { loadToolkitById, type Toolkit } from './toolkits'
import { sameAsInUse } from './unchangedSince'
import { decisionsThatHold, loadUpdateDecisions } from './updateDecisions'
import { loadUpdates } from './updates'
import { loadVariant, loadVariantSections, type Variant } from './variants'

/** The report on a national version with everything that is said at its top. */
export type LoadedReport = ReportAbout & {
  variant: Variant
  toolkit: Toolkit
  /** The country's name as an administrator wrote it. */
  countryName: ByLanguage<string>
  report: AdaptationReport
}

type Asked = {
  req: PayloadRequest
  actor: Actor
  /** The id of the national version. */
  variant: string
  of: Reported
  /** The language in which titles and explanations are read if they have one. */
  language: Language
}

/**
 * Loads it with the person's request; null if the version does not exist or is not for this person, or if a release is
 * asked for and there is none.
 */
export async function loadAdaptationReport({
  req,
  actor,
  variant: id,
  of,
  language,
}: Asked): Promise<LoadedReport | null> {
  const variant = await loadVariant({ req, id })
  const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
  if (!variant || !toolkit) return null
  const line = { req, toolkit: toolkit.id }
  const [releases, heads, common, decided, country, edition] = await Promise.all([
    releasesOf({ ...line, country: variant.country }),
    commonHeads(line),
    commonStanding(line),
    loadUpdateDecisions({ req, variants: [variant.id] }),
    loadCountry({ req, country: variant.country }),
    newestEdition({ req, variant: variant.id }),
  ])
  const { inUse, lastText, withdrawal } = standingOf(releases)
  if (of === 'release' && !lastText) return null
  const text =
    of === 'release' && lastText
      ? await releasedText({ req, release: lastText })
      : await workingText({ req, variant, heads, inUse })
  // The review that led to the release; of the working text, that of the newest edition.
  const reviewed = of === 'release' ? lastText?.edition : edition?.id
  const events = reviewed ? await loadReviewEvents({ req, edition: reviewed }) : []
  const shown = of === 'release' ? lastText : null
  const headOf = (release: string) => heads.find((one) => one.id === release)
  const versionOf = (release: string) => headOf(release)?.version ?? ''
  const here = new Set(text.sections.map(({ entry }) => entry.key))
  const made = decisionsThatHold(decided).filter(
    ({ at, key, release }) =>
      !shown || isInRelease({ decision: { at, key, seq: headOf(release)?.seq ?? 0 }, release: shown }),
  )
  const decisions = await loadReportedDecisions({ req, variant, made, versionOf })
  const follows = heads.find(({ id: one }) => one === text.follows)
  if (!follows) throw new Error(`Release ${text.follows} is not there`)
  const languages = of === 'release' && lastText ? lastText.languages : variant.languages
  const newest = common.inUse
  const day = today()
  const own = of === 'working' ? await loadVariantSections({ req, variant: variant.id }) : []
  const updates =
    of === 'working' && newest
      ? await loadUpdates({ req, variant, own, newest, sourceLanguage: toolkit.sourceLanguage })
      : []
  return {
    ...{ of, variant, toolkit, languages },
    countryName: country?.name ?? {},
    title: (of === 'release' && lastText?.about.title) || toolkit.title,
    sample: toolkit.sample,
    source: toolkit.sourceLanguage,
    release: lastText && { version: lastText.version, publishedAt: lastText.publishedAt },
    isWithdrawn: withdrawal !== null,
    sameAs: text.sameAs,
    follows: {
      ...{ version: follows.version, publishedAt: follows.publishedAt },
      isWithdrawn: withdrawalOf(follows, heads) !== undefined,
    },
    newer: newest && newest.seq > follows.seq ? { version: newest.version } : null,
    elsewhere: text.elsewhere.map(({ keys, seq, version }) => ({ keys, version, isOlder: seq < follows.seq })),
    people: await loadMembers({ req, actor, country: variant.country, at: new Date().toISOString() }),
    steps: events.map(({ at, event }) => ({ at, event })),
    waiting: updates.map(({ update, sides }) => ({
      ...{ key: update.key, status: update.status },
      title: (sides.newest ?? sides.base)?.content.title ?? {},
    })),
    paused: of === 'working' && isPaused(variant.paused, day) ? variant.paused : null,
    pausedSections: own.flatMap(({ key, paused }) => (paused && isPaused(paused, day) ? [{ key, pause: paused }] : [])),
    report: adaptationReport({
      ...{ language, languages, decisions },
      source: toolkit.sourceLanguage,
      sections: text.sections,
      elsewhere: text.elsewhere,
      goneTitles: await loadGoneTitles({ req, made, here }),
    }),
  }
}

type ReportedTexts = {
  sections: ReportedSection[]
  /** The id of the release of the common framework that the text follows. */
  follows: string
  elsewhere: { version: string; seq: number; keys: string[] }[]
  /** The number of the release in use that says the same; null of a release. */
  sameAs: string | null
}

async function releasedText({ req, release }: { req: PayloadRequest; release: Release }): Promise<ReportedTexts> {
  const { baseline, manifest } = release
  const contents = await loadBlobs({ req, hashes: manifest.flatMap(hashesOf) })
  const sections = manifest.map((entry): ReportedSection => {
    const content = contents.get(entry.blob)
    const common = entry.baseBlob === undefined ? null : contents.get(entry.baseBlob)
    if (!content || common === undefined) throw new Error(`Release ${release.id}: a text of ${entry.key} is not there`)
    return { entry, content, common }
  })
  return { sections, follows: baseline?.release ?? '', elsewhere: baseline?.others ?? [], sameAs: null }
}

function hashesOf({ baseBlob, blob }: ManifestEntry): string[] {
  return baseBlob === undefined ? [blob] : [blob, baseBlob]
}

async function workingText({
  req,
  variant,
  heads,
  inUse,
}: {
  req: PayloadRequest
  variant: Variant
  heads: readonly ReleaseHead[]
  inUse: Release | null
}): Promise<ReportedTexts> {
  const resolved = await resolveOn({
    req,
    variant,
    heads,
    own: await loadVariantSections({ req, variant: variant.id }),
  })
  const common = new Map(resolved.base.map((section) => [section.entry.key, section.content]))
  const sections = resolved.sections.map((section) => ({ ...section, common: common.get(section.entry.key) ?? null }))
  return {
    sections,
    follows: resolved.baseline.id,
    elsewhere: baselineOf(resolved).others ?? [],
    sameAs: await sameAsInUse({ req, variant, resolved, inUse }),
  }
}
