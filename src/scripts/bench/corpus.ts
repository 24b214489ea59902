import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

/** Three texts that people merged, and what they committed. */
const merge = z.object({
  id: z.string(),
  path: z.string(),
  format: z.string(),
  /** A change log, a list of releases: not prose. */
  log_like: z.boolean(),
  /** The origin of the result: `merge` if the merge itself was committed. */
  resolution: z.string(),
  base: z.string(),
  ours: z.string(),
  theirs: z.string(),
  result: z.string().nullable(),
})
/** One whose result is known. */
export const corpusMerge = merge.extend({ result: z.string() })
export type CorpusMerge = z.infer<typeof corpusMerge>

const revision = z.object({ id: z.string(), path: z.string(), old: z.string(), new: z.string() })
export type CorpusRevision = z.infer<typeof revision>

/** The folder of the corpus: beside the project, because it is not part of it. */
export const CORPUS = join(import.meta.dirname, '../../../../shared/corpus')

export function hasCorpus(): boolean {
  return existsSync(join(CORPUS, 'threeway.jsonl.gz')) && existsSync(join(CORPUS, 'revisions.jsonl.gz'))
}

/** The merges in Markdown that people committed as such; without those whose result came later or contains markers. */
export function corpusMerges(): CorpusMerge[] {
  return linesOf('threeway.jsonl.gz').flatMap((line) => {
    const { result, ...rest } = merge.parse(line)
    return rest.resolution === 'merge' && rest.format === 'md' && result !== null ? [{ ...rest, result }] : []
  })
}

export function corpusRevisions(): CorpusRevision[] {
  return linesOf('revisions.jsonl.gz').map((line) => revision.parse(line))
}

function linesOf(file: string): unknown[] {
  const lines = gunzipSync(readFileSync(join(CORPUS, file)))
    .toString('utf8')
    .split('\n')
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line))
}
