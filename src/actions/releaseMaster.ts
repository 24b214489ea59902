import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { LANGUAGES } from '@/domain/language'
import { openProblemsOfCommon } from '@/domain/readiness'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { isEmptyField } from '@/domain/richText/sameText'
import { aboutNow } from '@/stored/releaseFacts'
import { isSameRelease, releaseState } from '@/stored/releaseState'
import { commonStanding } from '@/stored/releases'
import { loadWorkingSections } from '@/stored/sections'
import { workingEntry } from '@/stored/workingEntry'
import { defineAction } from './action'
import { id, words } from './input'
import { insertRelease } from './insertRelease'
import { storeBlobs } from './storeBlobs'

/**
 * Publishes the working text of the common framework as its next release; countries then see that newer common text is
 * available.
 */
export const releaseMaster = defineAction({
  name: 'release-master',
  input: z.object({
    toolkit: id,
    version: z.string().trim().min(1).max(20),
    notes: words(5000).default(''),
    /** What the person saw: the working text, and how the pages describe the toolkit (`releaseState`). */
    seen: z.string().min(1).max(200),
  }),
  async run(context, { toolkit, version, notes, seen }) {
    if (!hasRoleEverywhere(context.actor, KEEPERS)) return refuse('refusal.role-release')
    const sections = await loadWorkingSections({ req: context.req, toolkit })
    // An unknown toolkit has no sections either.
    if (sections.length === 0) return refuse('refusal.nothing-to-release')
    const about = await aboutNow({ req: context.req, toolkit, country: MASTER })
    if (seen !== releaseState({ sections, about })) return refuse('refusal.release-moved-on')
    const contents = sections.map(({ content }) => content)
    const problems = contents.flatMap((content) => openProblemsOfCommon(content, LANGUAGES))
    if (problems.length > 0) return { ok: false, because: problems }
    const hashes = await storeBlobs(context, contents)
    const manifest = sections.map(({ content, ...place }, index) =>
      workingEntry({ ...place, key: content.key }, hashes[index] ?? ''),
    )
    // Withdrawn text can be released again unchanged.
    const { inUse } = await commonStanding({ req: context.req, toolkit })
    if (inUse && isSameRelease({ release: inUse, manifest, about }))
      return refuse('refusal.nothing-changed', { version: inUse.version })
    const languages = LANGUAGES.filter((language) => contents.some(({ title }) => !isEmptyField(title[language])))
    const release = await insertRelease(context, {
      toolkit,
      country: MASTER,
      version,
      kind: 'release',
      languages,
      notes,
      manifest,
      contents,
      about,
    })
    return { ok: true, result: release }
  },
})
