import type { Language } from '@/domain/language'
import { picturesOf } from '@/domain/pictures'
import type { Refusal } from '@/domain/refusal'
import type { About, ManifestEntry, Release } from '@/domain/release'
import { isEmptyField } from '@/domain/richText/sameText'
import type { SectionContent } from '@/domain/section'
import { versionForbids } from '@/domain/versionNumber'
import { aboutNow, picturesNow } from '@/stored/releaseFacts'
import { newestRelease } from '@/stored/releases'
import { manifestHash } from '@/stored/resolveVariant'
import type { ActionContext } from './action'
import { recordAuditEvent } from './recordAuditEvent'
import { Refused } from './refused'

/**
 * Publishes: stores the manifest as the next release of its line. The insert under the unique index
 * (toolkit, country, seq) is the commit point. The blobs that it names must have been stored in this transaction or
 * before. Refuses a number that is not higher than the last one, and a release without notes.
 */
export async function insertRelease(
  context: ActionContext,
  given: {
    toolkit: string
    country: string
    version: string
    kind: Release['kind']
    languages: Language[]
    notes: string
    changes?: Release['changes']
    manifest: ManifestEntry[]
    contents: SectionContent[]
    /** What was approved; if nothing was, the stored values apply. */
    about?: About
    baseline?: Release['baseline']
    edition?: string
  },
): Promise<{ id: string; version: string; seq: number }> {
  const { payload, req, now } = context
  const last = await newestRelease({ req, toolkit: given.toolkit, country: given.country })
  const forbidden = [versionProblem({ given, last }), notesProblem(given)].filter((one) => one !== null)
  if (forbidden.length > 0) throw new Refused(forbidden)
  const seq = (last?.seq ?? 0) + 1
  const { toolkit, country, contents } = given
  // A withdrawal takes back what was published, and says nothing new about the toolkit.
  const said = given.kind === 'withdrawal' ? last?.about : given.about
  const about = said ?? (await aboutNow({ req, toolkit, country }))
  const doc = await payload.create({
    collection: 'releases',
    data: {
      toolkit,
      country,
      slug: about.slug,
      seq,
      version: given.version,
      kind: given.kind,
      languages: given.languages,
      publishedAt: now,
      notes: given.notes,
      changes: given.changes ?? [],
      manifest: given.manifest,
      manifestHash: manifestHash(given.manifest),
      baseline: given.baseline ?? null,
      about: about,
      pictures: await picturesNow({ req, contents }),
      files: picturesOf(contents),
      edition: given.edition ?? null,
    },
    depth: 0,
    overrideAccess: false,
    req,
  })
  await recordAuditEvent({
    req,
    country: given.country,
    action: `release.${given.kind}`,
    subject: `releases/${doc.id}`,
    details: { version: given.version, seq, manifestHash: manifestHash(given.manifest) },
  })
  return { id: String(doc.id), version: given.version, seq }
}

function versionProblem({
  given,
  last,
}: {
  given: { version: string; kind: Release['kind'] }
  last: Release | null
}): Refusal | null {
  // A withdrawal keeps the number of what it withdraws.
  return given.kind === 'withdrawal' ? null : versionForbids({ version: given.version, last: last?.version ?? null })
}

/** From the notes, countries and readers decide what a release means for them. */
function notesProblem({ kind, notes }: { kind: Release['kind']; notes: string }): Refusal | null {
  return kind === 'release' && isEmptyField(notes) ? { key: 'refusal.release-notes-missing' } : null
}
