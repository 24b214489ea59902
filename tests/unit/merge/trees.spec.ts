import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeRichText } from '@/domain/merge/mergeRichText'
import { block, text } from '@/domain/richText'
import { runs } from '../runs'
import { answers, namesDecided, namesIn, namesInAll } from './names'
import { cutTrees, trees } from './randomTrees'

const RUNS = { numRuns: runs(1000) }

it('has every text of lists, tables and boxes that all three have, whatever is decided, and once', () => {
  fc.assert(
    fc.property(trees, answers, (texts, stream) => {
      const everywhere = namesInAll(texts)
      const names = namesDecided(texts, stream)
      expect(names.filter((name) => everywhere.includes(name)).sort()).toEqual(everywhere.toSorted())
    }),
    RUNS,
  )
})

it('loses no text that all three have where texts are cut and joined: it is there, or in a conflict', () => {
  fc.assert(
    fc.property(cutTrees, (texts) => {
      const everywhere = namesInAll(texts)
      const { value, conflicts } = mergeRichText(texts)
      const disputed = conflicts.map((one) => block('paragraph', { runs: [text(`${one.ours} ${one.theirs}`)] }))
      const there = [...namesIn(value), ...namesIn(disputed)]
      expect(everywhere.filter((name) => !there.includes(name))).toEqual([])
    }),
    RUNS,
  )
})
