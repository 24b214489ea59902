import { setImmediate } from 'node:timers/promises'
import { type ComparedSection, comparedSection } from '@/domain/comparedSections'
import { regroupedPairs } from '@/domain/regroupedPairs'
import { inReadingOrder, type Release } from '@/domain/release'
import { withdrawalOf } from '@/domain/standing'
import type { ReleaseHead } from '@/stored/release'
import {
  type ChangesView,
  changedIn,
  type LeadingChanges,
  leadingLanguage,
  MOST_COMPARED,
  type ReleaseSpan,
  releaseSpan,
} from './changesView'
import { outlineOf } from './outline'
import type { Page } from './page'
import { ChangesPage } from './pages/ChangesPage'
import { NoChangesPage } from './pages/NoChangesPage'
import { SectionChangesPage } from './pages/SectionChangesPage'
import { blobsOf, placedChange, type ReleaseChange } from './releaseChange'
import { releaseOf } from './releaseOf'
import type { ReaderSource } from './source'
import { titlesIn } from './titlesIn'
import type { VersionView } from './versionView'

/**
 * What changed between two releases, or in one of their sections; undefined if neither has it. The words of a withdrawn
 * release are not shown.
 */
export async function pageOfChanges({
  version,
  earlier,
  heads,
  sentences,
  source,
}: {
  /** The later release. */
  version: VersionView
  earlier: ReleaseHead
  heads: readonly ReleaseHead[]
  sentences: boolean
  source: ReaderSource
}): Promise<Page | undefined> {
  const { language, release: later } = version
  const choices = choicesIn(heads)
  const [withdrawn] = [later, earlier].flatMap((release) => {
    const withdrawal = withdrawalOf(release, heads)
    return withdrawal ? [{ release, withdrawal }] : []
  })
  if (withdrawn || earlier.seq === later.seq) {
    const view = { version, earlier, choices, ...(withdrawn ? { withdrawn } : {}) }
    return { status: withdrawn ? 410 : 200, language, element: <NoChangesPage view={view} /> }
  }
  const releases = { before: await releaseOf(source, earlier), after: await releaseOf(source, later) }
  const changes = await source.changes({ ...releases, language })
  const first = leadingLanguage({ version, earlier })
  const leading = first && { language: first, changes: await source.changes({ ...releases, language: first }) }
  const given = { version, earlier, heads, changes, leading, releases, choices, source }
  const { section } = version.address
  return section === undefined ? changesPage(given) : sectionPage({ ...given, section, sentences })
}

/** The releases that can be compared, oldest first: all that are not withdrawn. */
function choicesIn(heads: readonly ReleaseHead[]): ReleaseHead[] {
  return heads
    .filter((head) => head.kind === 'release' && !withdrawalOf(head, heads))
    .toSorted((one, other) => one.seq - other.seq)
}

type Given = {
  version: VersionView
  earlier: ReleaseHead
  heads: readonly ReleaseHead[]
  changes: readonly ReleaseChange[]
  leading: LeadingChanges | null
  releases: { before: Release; after: Release }
  choices: ReleaseHead[]
  source: ReaderSource
}

async function changesPage({ source, ...given }: Given): Promise<Page> {
  const { version, changes, releases, choices } = given
  const { language, toolkit } = version
  const removed = changes.filter(({ became }) => became === 'removed').map(({ section }) => section.entry)
  const { facts, isComplete } = await titlesIn(source, { manifest: [...releases.after.manifest, ...removed] })
  const span = releaseSpan({ ...given, facts })
  const changed = changedIn(span)
  const first = new Set(changed.slice(0, MOST_COMPARED).map(({ key }) => key))
  const keys = new Set([...changed, ...(span.elsewhere?.changes ?? [])].map(({ key }) => key))
  const view: ChangesView = {
    span,
    compared: await compared({ ...given, only: changes.filter(({ key }) => first.has(key)), source }),
    choices,
    changed: changed.length,
    same: outlineOf({ release: releases.after, facts, language, source: toolkit.sourceLanguage }).filter(
      ({ key }) => !keys.has(key),
    ),
  }
  return { status: 200, language, isPartial: !isComplete, element: <ChangesPage view={view} /> }
}

async function sectionPage({
  section,
  sentences,
  source,
  ...given
}: Given & { section: string; sentences: boolean }): Promise<Page | undefined> {
  const { version, changes, releases } = given
  const change = changes.find(({ section: { entry } }) => entry.slug === section)
  const same = releases.after.manifest.filter(({ slug }) => slug === section)
  if (!change && same.length === 0) return undefined
  // Its neighbours are listed with their titles.
  const manifest = [...changes.map(({ section: { entry } }) => entry), ...same]
  const { facts, isComplete } = await titlesIn(source, { manifest })
  const span = releaseSpan({ ...given, facts })
  const all = changedIn(span)
  const elsewhere = span.elsewhere?.changes.find(({ section: { here: place } }) => place.slug === section)
  const place = change ? all.findIndex(({ key }) => key === change.key) : -1
  const here = all[place]?.section
  const found = change && (await compared({ ...given, only: [change], source })).get(change.key)
  return {
    status: 200,
    language: version.language,
    isPartial: !isComplete,
    element: (
      <SectionChangesPage
        view={{
          span,
          here: here?.here ?? sameSection({ span, release: releases.after, facts, section }),
          changed: here && found ? { section: here, compared: found } : null,
          elsewhere:
            span.elsewhere && elsewhere ? { language: span.elsewhere.language, section: elsewhere.section } : null,
          previous: place > 0 ? all[place - 1]?.section : undefined,
          next: place >= 0 ? all[place + 1]?.section : undefined,
          sentences,
        }}
      />
    ),
  }
}

function sameSection({
  span: { version },
  release,
  facts,
  section,
}: {
  span: ReleaseSpan
  release: Release
  facts: Awaited<ReturnType<typeof titlesIn>>['facts']
  section: string
}) {
  const { language, toolkit } = version
  const outline = outlineOf({ release, facts, language, source: toolkit.sourceLanguage })
  const unknown = { slug: section, number: '', title: { value: section, language, standsIn: false } }
  return outline.find(({ slug }) => slug === section) ?? unknown
}

/**
 * What differs in each of these sections (`only`), by key. Of the others only those are read with which they were divided or joined.
 */
async function compared({
  changes,
  only,
  releases,
  version,
  source,
}: Given & { only: readonly ReleaseChange[] }): Promise<Map<string, ComparedSection>> {
  const { language } = version
  const wanted = new Set(only.map(({ key }) => key))
  const regroupings = await source.regroupings({ ...releases, language })
  const groups = regroupings.filter(({ key, others }) => [key, ...others].some((one) => wanted.has(one)))
  const needed = new Set([...wanted, ...groups.flatMap(({ key, others }) => [key, ...others])])
  const read = changes.filter(({ key }) => needed.has(key))
  const contents = await source.contents([...new Set(read.flatMap(blobsOf))])
  const pairs = new Map(read.map((change) => [change.key, placedChange(change, contents)]))
  const together = regroupedPairs(groups, [...pairs.values()])
  const { before: earlier } = releases
  const numbers = new Map(inReadingOrder(earlier.manifest).map(({ entry, number }) => [entry.key, number]))
  const found = new Map<string, ComparedSection>()
  for (const { key } of only) {
    const pair = pairs.get(key)
    if (!pair) continue
    const section = comparedSection({
      ...{ pair, together: together.get(key), numberBefore: numbers.get(key) ?? '' },
      ...{ language, source: version.toolkit.sourceLanguage, languagesBefore: earlier.languages },
    })
    found.set(key, section)
    // Other requests are answered in between.
    await setImmediate()
  }
  return found
}
