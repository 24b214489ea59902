import type { PayloadRequest } from 'payload'
import type { ReportedDecision } from '@/domain/adaptationReport'
import { grouped } from '@/domain/grouped'
import type { ByLanguage } from '@/domain/language'
import type { ChangedAt } from '@/domain/section'
import { type DecidedSection, declinedChanges, saidDecision } from '@/domain/updates/updates'
import { loadBlobs } from './blobs'
import { loadBaseOf, loadContents } from './commonBase'
import { loadManifest } from './manifests'
import type { RecordedDecision } from './updateDecisions'
import type { Variant } from './variants'

type Asked = {
  req: PayloadRequest
  variant: Pick<Variant, 'baseline'>
  /** Those that hold. */
  made: readonly RecordedDecision[]
  /** The number of a release. */
  versionOf: (release: string) => string
}

/** Decisions as a report has them: each once, also where one on several sections was recorded for each of them. */
export async function loadReportedDecisions({ req, variant, made, versionOf }: Asked): Promise<ReportedDecision[]> {
  const groups = grouped(made, ({ at, id, release, together }) =>
    together.length > 0 ? [release, at, ...together].join(' ') : id,
  )
  const reported: ReportedDecision[] = []
  for (const records of groups.values()) {
    const [one] = records
    const said = one && saidDecision(one)
    if (!one || !said) continue
    const { as: role, at, bySetting, id, key, note, release, together } = one
    reported.push({
      ...{ id, at, choice: said.choice, note, role },
      keys: together.length > 0 ? together : [key],
      version: versionOf(release),
      // Each section has its own reason, and only those that differ have one.
      reason: records.flatMap((record) => saidDecision(record)?.reason ?? [])[0] ?? null,
      by: bySetting ? 'setting' : 'person',
      declined: await declinedBy({ req, variant, records }),
    })
  }
  return reported
}

async function declinedBy({
  req,
  variant,
  records,
}: Pick<Asked, 'req' | 'variant'> & { records: readonly RecordedDecision[] }): Promise<ChangedAt[]> {
  const [one] = records
  if (!one?.declined) return []
  const { became, declined, key, release, together } = one
  const manifest = await loadManifest({ req, release })
  const sections: DecidedSection[] = []
  for (const of of together.length > 0 ? together : [key]) {
    const record = records.find((other) => other.key === of) ?? null
    const entry = manifest.find((other) => other.key === of)
    sections.push({
      key: of,
      base: await loadBaseOf({ req, variant, key: of, own: record }),
      newest: entry ? { entry, content: (await loadContents({ req, entries: [{ entry }] }))(entry) } : null,
    })
  }
  return declinedChanges({ sections, became, declined })
}

/** The titles, before the last decision on each, of sections that were decided on and that a text does not have any more. */
export async function loadGoneTitles({
  req,
  made,
  here,
}: Pick<Asked, 'req' | 'made'> & {
  /** The keys of the sections that the text has. */
  here: ReadonlySet<string>
}): Promise<Map<string, ByLanguage<string>>> {
  const gone = made
    .filter(({ key, textBefore }) => !here.has(key) && textBefore !== null)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const contents = await loadBlobs({ req, hashes: gone.flatMap(({ textBefore }) => textBefore ?? []) })
  return new Map(gone.map(({ key, textBefore }) => [key, contents.get(textBefore ?? '')?.title ?? {}]))
}
