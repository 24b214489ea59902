import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { LANGUAGES } from '@/domain/language'
import { titleOf, undescribedIn } from '@/domain/readiness'
import { refuse } from '@/domain/refusal'
import { MASTER, type ManifestEntry } from '@/domain/release'
import { newestMaster } from '@/stored/releases'
import { manifestHash } from '@/stored/resolveVariant'
import { loadSections } from '@/stored/sections'
import { stateOf } from '@/stored/stateOf'
import { defineAction } from './action'
import { id } from './input'
import { insertRelease } from './insertRelease'
import { storeBlobs } from './storeBlobs'

/** Publishes the working text of the common framework as its next release; countries see it as an update that waits. */
export const releaseMaster = defineAction({
  name: 'release-master',
  input: z.object({
    toolkit: id,
    version: z.string().trim().min(1).max(20),
    notes: z.string().max(5000).default(''),
    /** The state of the working text that the person saw (`stateOf`). */
    seen: z.string().min(1).max(200),
  }),
  async run(context, { toolkit, version, notes, seen }) {
    if (!hasRoleEverywhere(context.actor, KEEPERS)) return refuse('refusal.role-release')
    const sections = (await loadSections({ req: context.req, toolkit })).filter(({ retired }) => !retired)
    if (sections.length === 0) return refuse('refusal.nothing-to-release')
    if (seen !== stateOf(sections)) return refuse('refusal.release-moved-on')
    const contents = sections.map(({ content }) => content)
    const undescribed = contents.flatMap((content) =>
      undescribedIn({ section: titleOf(content, LANGUAGES), texts: [content.body] }),
    )
    if (undescribed.length > 0) return { ok: false, because: undescribed }
    const hashes = await storeBlobs(context, contents)
    const manifest = sections.map(
      ({ slug, parent, rank, content }, index): ManifestEntry => ({
        key: content.key,
        slug,
        parent,
        rank,
        mode: 'inherit',
        blob: hashes[index] ?? '',
        provenance: {},
      }),
    )
    const last = await newestMaster({ req: context.req, toolkit })
    if (last && last.manifestHash === manifestHash(manifest))
      return refuse('refusal.nothing-changed', { version: last.version })
    const languages = LANGUAGES.filter((language) => contents.some(({ title }) => title[language] !== undefined))
    const release = await insertRelease(context, {
      toolkit,
      country: MASTER,
      version,
      kind: 'release',
      languages,
      notes,
      manifest,
      contents,
    })
    return { ok: true, result: release }
  },
})
