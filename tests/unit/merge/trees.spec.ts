import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Resolution, Resolutions } from '@/domain/merge/merged'
import { mergeRichText } from '@/domain/merge/mergeRichText'
import { resolveRichText } from '@/domain/merge/resolveRichText'
import { block, text } from '@/domain/richText'
import { runs } from '../runs'
import { cutTrees, namesIn, trees } from './randomTrees'

const RUNS = { numRuns: runs(1000) }
const resolution = fc.constantFrom<Resolution>('ours', 'theirs', 'both', 'base')

it('has every text of lists, tables and boxes that all three have, whatever is decided, and once', () => {
  fc.assert(
    fc.property(trees, fc.infiniteStream(resolution), ({ base, ours, theirs }, stream) => {
      const everywhere = namesIn(base).filter((name) => namesIn(ours).includes(name) && namesIn(theirs).includes(name))
      const merge = mergeRichText({ base, ours, theirs })
      const resolutions: Resolutions = {}
      for (const { id } of merge.conflicts) resolutions[id] = stream.next().value ?? 'ours'
      const names = namesIn(resolveRichText({ nodes: merge.nodes, resolutions }))
      expect(names.filter((name) => everywhere.includes(name)).sort()).toEqual(everywhere.toSorted())
    }),
    RUNS,
  )
})

it('loses no text that all three have where texts are cut and joined: it is there, or in a conflict', () => {
  fc.assert(
    fc.property(cutTrees, ({ base, ours, theirs }) => {
      const everywhere = namesIn(base).filter((name) => namesIn(ours).includes(name) && namesIn(theirs).includes(name))
      const { value, conflicts } = mergeRichText({ base, ours, theirs })
      const disputed = conflicts.map((one) => block('paragraph', { runs: [text(`${one.ours} ${one.theirs}`)] }))
      const there = [...namesIn(value), ...namesIn(disputed)]
      expect(everywhere.filter((name) => !there.includes(name))).toEqual([])
    }),
    RUNS,
  )
})
