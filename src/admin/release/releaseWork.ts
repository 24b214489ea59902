import type { PayloadRequest } from 'payload'
import { type Became, sectionsToNote } from '@/domain/became'
import { byClass, isOfSubstance, noteProblems, publishedNotes } from '@/domain/changeNote'
import type { Language } from '@/domain/language'
import { proposersOf } from '@/domain/proposals'
import type { Refusal } from '@/domain/refusal'
import { inReadingOrder, MASTER, type ManifestEntry, type Release } from '@/domain/release'
import { type DraftNote, noteOf } from '@/domain/releaseDraft'
import { isEmptyField } from '@/domain/richText/sameText'
import { type Standing, standingOf } from '@/domain/standing'
import { suggestVersion, versionForbids } from '@/domain/versionNumber'
import { type ListedSection, loadListedSections } from '@/stored/listedSections'
import { loadUnreleasedProposals, type Proposal } from '@/stored/proposals'
import { loadReleaseDraft, type StoredDraft } from '@/stored/releaseDrafts'
import { commonAbout } from '@/stored/releaseFacts'
import { releaseState } from '@/stored/releaseState'
import { releasesOf } from '@/stored/releases'
import type { Toolkit } from '@/stored/toolkits'
import { frameworkLanguages } from '../framework/frameworkLanguages'
import { type WorkingText, workingText } from '../framework/workingRows'
import type { TextIn } from '../words/titles'
import { type CountryText, loadCountryTexts } from './countryTexts'
import { loadRemovedSections } from './removedSections'
import { type SectionUse, sectionUse } from './sectionUse'

/** One section that the next release changes, with what is written about it. */
export type ChangedSection = {
  key: string
  /** The number in the working text; for a removed section, in the last release. */
  number: string
  title: TextIn
  became: Exclude<Became, 'same'>
  /** Its entry in the last release; null if it is new. */
  was: ManifestEntry | null
  /** Its numbers before and now, if they differ. */
  place: { before: string; now: string } | null
  /** The blob of its working text, which a note is about; empty if it is removed. */
  about: string
  note: DraftNote
  /** Did its text change after the note was written? */
  isNoteOld: boolean
  use: SectionUse
}

/** The next release of a common framework, as far as it is prepared. */
export type ReleaseWork = {
  toolkit: Toolkit
  sections: ListedSection[]
  languages: Language[]
  releases: Release[]
  common: Standing
  text: WorkingText
  countries: CountryText[]
  draft: StoredDraft
  /** The most important first, then those without a class. */
  changed: ChangedSection[]
  /** The codes of the countries whose proposals it contains, by the key of the section. */
  proposers: ReadonlyMap<string, string[]>
  /** Proposals that were taken over since the last release, and those of them that the working text does not have any more. */
  inText: Proposal[]
  takenOut: Proposal[]
  /** Identifies the texts that are shown. */
  seen: string
  /** The `seq` of the last publication; 0 before the first. */
  after: number
  /** The number that follows from the classes, and the one that the release gets. */
  suggested: string
  version: string
  /** What is still missing for the release, as the action would refuse it. */
  missing: Refusal[]
}

export type ReleaseAsked = {
  req: PayloadRequest
  toolkit: Toolkit
  language: Language
  /** As `2026-12-04`. */
  today: string
}

/** What is prepared for the next release of a common framework; only for those who keep it. */
export async function loadReleaseWork({ req, toolkit, language, today }: ReleaseAsked): Promise<ReleaseWork> {
  const of = { req, toolkit: toolkit.id }
  const [sections, releases, draft, proposals] = await Promise.all([
    loadListedSections(of),
    releasesOf({ ...of, country: MASTER }),
    loadReleaseDraft(of),
    loadUnreleasedProposals(of),
  ])
  const common = standingOf(releases)
  const { lastText: last } = common
  const languages = frameworkLanguages({ sections, toolkit })
  const about = commonAbout(toolkit)
  const text = workingText({ sections, about, last, languages, reader: language })
  const countries = await loadCountryTexts({ ...of, releases })
  const changed = await changedSections({
    req,
    sections,
    last,
    text,
    draft,
    countries,
    titles: [language, ...languages],
  })
  const notes = changed.map(({ note }) => note)
  const suggested = suggestVersion({
    last: last?.version ?? null,
    change: last === null || isOfSubstance(notes) ? 'substantive' : 'editorial',
  })
  const version = draft.release.version || suggested
  const forbidden = versionForbids({ version, last: releases[0]?.version ?? null })
  return {
    toolkit,
    sections,
    languages,
    releases,
    common,
    text,
    countries,
    draft,
    changed,
    proposers: proposersOf(proposals.credited),
    inText: proposals.inText,
    takenOut: proposals.takenOut,
    seen: releaseState({ sections, about }),
    after: releases[0]?.seq ?? 0,
    suggested,
    version,
    missing: [
      ...noteProblems({
        changed: changed.map((section) => ({ key: section.key, title: numbered(section) })),
        notes,
        today,
      }),
      ...(isEmptyField(draft.release.summary)
        ? [{ key: 'refusal.release-notes-missing', field: 'summary' } satisfies Refusal]
        : []),
      ...(forbidden ? [{ ...forbidden, field: 'version' }] : []),
    ],
  }
}

/** The number and the title of a changed section. */
export function numbered({ number, title }: Pick<ChangedSection, 'number' | 'title'>): string {
  return number ? `${number} ${title.text}` : title.text
}

/** The input of `release-master` that publishes exactly what was loaded. */
export function releaseInput({ toolkit, version, draft, changed, seen }: ReleaseWork) {
  return {
    toolkit: toolkit.id,
    version,
    notes: draft.release.summary,
    changes: publishedNotes(changed.map(({ note }) => note)).map(({ key, class: of, note, decideBy }) => ({
      key,
      class: of,
      note,
      decideBy,
    })),
    seen,
    seenNotes: draft.rev,
  }
}

async function changedSections({
  req,
  sections,
  last,
  text,
  draft,
  countries,
  titles,
}: {
  req: PayloadRequest
  sections: readonly ListedSection[]
  last: Release | null
  text: WorkingText
  draft: StoredDraft
  countries: readonly CountryText[]
  titles: readonly Language[]
}): Promise<ChangedSection[]> {
  const removed = await loadRemovedSections({ req, last, removed: text.removed, languages: titles })
  const rows = new Map([...text.rows, ...removed].map(({ key, title }) => [key, title]))
  const before = new Map(inReadingOrder(last?.manifest ?? []).map(({ entry, number }) => [entry.key, number]))
  const changed = sectionsToNote({ last, next: sections }).flatMap(({ key, number, was, is, became }) => {
    const title = rows.get(key)
    if (!title || became === 'same') return []
    const note = noteOf(draft, key)
    const formerly = before.get(key) ?? ''
    const about = is?.entry.blob ?? ''
    return [
      {
        key,
        number: number || formerly,
        title,
        became,
        was: was?.entry ?? null,
        place: number && formerly && number !== formerly ? { before: formerly, now: number } : null,
        about,
        note,
        isNoteOld: note.rev > 0 && !isEmptyField(note.note) && note.about !== about,
        use: sectionUse(key, countries),
      },
    ]
  })
  return byClass(changed.map((section) => ({ ...section, class: section.note.class })))
}
