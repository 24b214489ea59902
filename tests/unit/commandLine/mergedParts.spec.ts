import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRichText } from '@/domain/merge/merge'
import type { RichText } from '@/domain/richText/richText'
import { onVersion } from '@/domain/richText/versions'
import { textOf } from '@/domain/richText/walk'
import { mergedParts } from '@/files/mergedParts'
import { threeWays } from '../diff/randomRichText'

describe('a merged text split into parts', () => {
  it('contains every word of the merge in order and every conflict, whatever was merged', () => {
    fc.assert(
      fc.property(threeWays, (texts) => {
        const merge = mergeRichText(texts)
        const parts = mergedParts(merge)
        for (const side of ['ours', 'base', 'theirs'] as const) {
          const shown = parts.flatMap((part): RichText => (part.is === 'conflict' ? part[side] : part.blocks))
          expect(textOf(shown)).toBe(textOf(onVersion(merge.nodes, side)))
        }
        const told = parts.flatMap((part) => (part.is === 'conflict' ? part.conflicts.map(({ id }) => id) : []))
        // Text that one side moved out of a conflict can be in two places.
        expect([...new Set(told)].toSorted()).toEqual(merge.conflicts.map(({ id }) => id).toSorted())
      }),
      { numRuns: 300 },
    )
  })
})
