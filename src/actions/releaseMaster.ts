import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { sectionsToNote } from '@/domain/became'
import { CHANGE_CLASSES, MOST_NOTE_CHARACTERS, noteProblems, publishedNotes } from '@/domain/changeNote'
import { dayOf } from '@/domain/day'
import { LANGUAGES, type Language } from '@/domain/language'
import { proposersOf } from '@/domain/proposals'
import { openProblemsOfCommon, titleOf } from '@/domain/readiness'
import { refuse } from '@/domain/refusal'
import { MASTER, type ManifestEntry, type Release } from '@/domain/release'
import { draftAfterRelease } from '@/domain/releaseDraft'
import { isEmptyField } from '@/domain/richText/sameText'
import type { SectionContent } from '@/domain/section'
import { loadBlobs } from '@/stored/blobs'
import { loadUnreleasedProposals } from '@/stored/proposals'
import { loadReleaseDraft } from '@/stored/releaseDrafts'
import { aboutNow } from '@/stored/releaseFacts'
import { isSameRelease, releaseState } from '@/stored/releaseState'
import { commonStanding } from '@/stored/releases'
import { loadWorkingSections } from '@/stored/sections'
import { workingEntry } from '@/stored/workingEntry'
import { acceptEditorial } from './acceptEditorial'
import { defineAction } from './action'
import { id, isEachOnce, key, seen, words } from './input'
import { insertRelease } from './insertRelease'
import { MOST_RELEASE_CHARACTERS } from './saveReleaseNotes'
import { markReleasedProposals } from './settleUpdates'
import { storeBlobs } from './storeBlobs'
import { storeReleaseDraft } from './storeReleaseDraft'

const note = z.object({
  key,
  class: z.enum(CHANGE_CLASSES),
  note: words(MOST_NOTE_CHARACTERS),
  /** A day that does not exist is refused with its own sentence (`noteProblems`). */
  decideBy: z.string().max(20).nullable().default(null),
})

/**
 * Publishes the working text of the common framework as its next release; countries then see that newer common text is
 * available. It says of each section that changed since the last release what changed and what to do, how much that
 * matters, and by when to decide. Where a country wants it, editorial changes come into its version at once, and what it
 * proposed itself is common text for it without a question.
 */
export const releaseMaster = defineAction({
  name: 'release-master',
  input: z.object({
    toolkit: id,
    version: z.string().trim().min(1).max(MOST_RELEASE_CHARACTERS.version),
    notes: words(MOST_RELEASE_CHARACTERS.notes).default(''),
    /** What is said of each changed section; nothing in the first release. */
    changes: z
      .array(note)
      .max(5000)
      .refine((given) => isEachOnce(given.map((one) => one.key)))
      .default([]),
    /** What the person saw: the working text, and how the pages describe the toolkit (`releaseState`). */
    seen: z.string().min(1).max(200),
    /** The revision of the kept notes that the person saw; 0 if nothing was kept. */
    seenNotes: seen.default(0),
  }),
  async run(context, { toolkit, version, notes, changes, seen: state, seenNotes }) {
    if (!hasRoleEverywhere(context.actor, KEEPERS)) return refuse('refusal.role-release')
    const sections = await loadWorkingSections({ req: context.req, toolkit })
    // An unknown toolkit has no sections either.
    if (sections.length === 0) return refuse('refusal.nothing-to-release')
    const about = await aboutNow({ req: context.req, toolkit, country: MASTER })
    if (state !== releaseState({ sections, about })) return refuse('refusal.release-moved-on')
    const draft = await loadReleaseDraft({ req: context.req, toolkit })
    if (seenNotes !== draft.rev) return refuse('refusal.release-notes-moved-on')
    const contents = sections.map(({ content }) => content)
    const problems = contents.flatMap((content) => openProblemsOfCommon(content, LANGUAGES))
    if (problems.length > 0) return { ok: false, because: problems }
    const hashes = await storeBlobs(context, contents)
    const manifest = sections.map(({ content, ...place }, index) =>
      workingEntry({ ...place, key: content.key }, hashes[index] ?? ''),
    )
    // Withdrawn text can be released again unchanged.
    const { inUse, lastText } = await commonStanding({ req: context.req, toolkit })
    if (inUse && isSameRelease({ release: inUse, manifest, about }))
      return refuse('refusal.nothing-changed', { version: inUse.version })
    const changed = await changedSections({
      req: context.req,
      last: lastText,
      manifest,
      contents,
      source: about.sourceLanguage,
    })
    const unsaid = noteProblems({ changed, notes: changes, today: dayOf(context.now) })
    if (unsaid.length > 0) return { ok: false, because: unsaid }
    const proposals = await loadUnreleasedProposals({ req: context.req, toolkit })
    const languages = LANGUAGES.filter((language) => contents.some(({ title }) => !isEmptyField(title[language])))
    const release = await insertRelease(context, {
      toolkit,
      country: MASTER,
      version,
      kind: 'release',
      languages,
      notes,
      changes: publishedNotes(changes, proposersOf(proposals.credited)),
      manifest,
      contents,
      about,
    })
    const published = { ...release, manifest }
    await markReleasedProposals(context, { proposals, newest: published, sourceLanguage: about.sourceLanguage })
    await acceptEditorial(context, { toolkit, release: published, sourceLanguage: about.sourceLanguage })
    if (draft.id !== null)
      await storeReleaseDraft(context, { toolkit, stored: draft, next: draftAfterRelease(draft, changes) })
    return { ok: true, result: release }
  },
})

/** The sections of which the release must say something, with the titles that people know. */
async function changedSections({
  req,
  last,
  manifest,
  contents,
  source,
}: {
  req: PayloadRequest
  last: Release | null
  manifest: readonly ManifestEntry[]
  contents: readonly SectionContent[]
  source: Language
}): Promise<{ key: string; title: string }[]> {
  const changed = sectionsToNote({ last, next: manifest.map((entry) => ({ entry })) })
  const gone = changed.flatMap(({ became, section }) => (became === 'removed' ? [section.entry.blob] : []))
  const known = [...contents, ...(await loadBlobs({ req, hashes: gone })).values()]
  const titles = new Map(known.map((content) => [content.key, titleOf(content, [source])]))
  return changed.map(({ key: of }) => ({ key: of, title: titles.get(of) ?? of }))
}
