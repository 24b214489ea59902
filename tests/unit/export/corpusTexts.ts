import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

const corpus = resolve(import.meta.dirname, '../../../../shared/corpus')

/** The folder of the real documents; null, with a message, if they are missing. */
export const CORPUS: string | null = existsSync(corpus) ? corpus : null
if (CORPUS === null) console.warn(`Skipped: the corpus is not at ${corpus}`)

/** Every nth distinct text of two public histories. */
export function historyTexts(every: number): string[] {
  if (CORPUS === null) return []
  const texts = new Set<string>()
  for (const name of ['threeway', 'revisions']) {
    const lines = gunzipSync(readFileSync(`${CORPUS}/${name}.jsonl.gz`))
      .toString('utf8')
      .split('\n')
    for (const line of lines.filter(Boolean)) {
      const record: Record<string, unknown> = JSON.parse(line)
      for (const key of ['base', 'ours', 'theirs', 'result', 'old', 'new']) {
        const text = record[key]
        if (typeof text === 'string') texts.add(text)
      }
    }
  }
  return [...texts].filter((_, index) => index % every === 0)
}

/** How often each word occurs, without list numbers. */
export function wordCounts(text: string): Record<string, number> {
  const counts: Record<string, number> = {}
  const withoutNumbers = text
    .normalize('NFC')
    .replace(/^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*\d{1,9}[.)](?=\s|$)/gm, '')
  for (const [word] of withoutNumbers.matchAll(/[\p{L}\p{N}]+/gu)) counts[`w ${word}`] = (counts[`w ${word}`] ?? 0) + 1
  return counts
}
