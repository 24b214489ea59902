import type { AboutChange } from '@/domain/aboutChanges'
import { diffText, type Segment } from '@/domain/diff/diff'

type WordsChange = AboutChange & { kind: 'words' }

/** A change in what pages say, with the differing words. */
export type ComparedAbout =
  | Exclude<AboutChange, WordsChange>
  | (Omit<WordsChange, 'before' | 'after'> & { segments: Segment[] })

export function comparedAbout(changes: readonly AboutChange[]): ComparedAbout[] {
  return changes.map((change) => {
    if (change.kind !== 'words') return change
    const { before, after, ...said } = change
    return { ...said, segments: diffText({ before, after }).segments }
  })
}
