import fc from 'fast-check'
import { mergeRichText, type Resolution, type Resolutions, resolveRichText } from '@/domain/merge/merge'
import type { RichText } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'

type Texts = { base: RichText; ours: RichText; theirs: RichText }

/** The words of the texts; each text begins with its name. */
export const WORDS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'end']

/** The names of all texts, in order. One text has its name twice where both sides' sentences were chosen. */
export function namesIn(blocks: RichText): string[] {
  const lines = textOf(blocks).split('\n')
  return lines.flatMap((line) => [...new Set([...line.matchAll(/\b(?:name|our|their)\d+\b/g)].map(([name]) => name))])
}

/** The names that all three texts contain. */
export function namesInAll({ base, ours, theirs }: Texts): string[] {
  const names = { ours: namesIn(ours), theirs: namesIn(theirs) }
  return namesIn(base).filter((name) => names.ours.includes(name) && names.theirs.includes(name))
}

/** Any answers to any number of conflicts. */
export const answers = fc.infiniteStream(fc.constantFrom<Resolution>('ours', 'theirs', 'both', 'base'))

/** The names in the merged text with these answers to its conflicts. */
export function namesDecided(texts: Texts, stream: fc.Stream<Resolution>): string[] {
  const merge = mergeRichText(texts)
  const resolutions: Resolutions = {}
  for (const { id, about } of merge.conflicts) {
    const answer = stream.next().value ?? 'ours'
    // Both of two versions of one entry, picture or row are two of them.
    resolutions[id] = about === 'details' && answer === 'both' ? 'theirs' : answer
  }
  return namesIn(resolveRichText({ nodes: merge.nodes, resolutions }))
}
