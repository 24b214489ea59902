import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeRichText } from '@/domain/merge/merge'
import type { RichText } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { p as paragraph } from '../diff/shownAs'
import { runs } from '../runs'
import { answers, namesDecided, namesInAll } from './names'
import { cutTrees, trees } from './randomTrees'

const RUNS = { numRuns: runs(1000) }

it('has every text of lists, tables and callouts that all three have exactly once, whatever is decided', () => {
  fc.assert(
    fc.property(trees, answers, (texts, stream) => {
      const everywhere = namesInAll(texts)
      const names = namesDecided(texts, stream)
      expect(names.filter((name) => everywhere.includes(name)).sort()).toEqual(everywhere.toSorted())
    }),
    RUNS,
  )
})

it('loses no words if texts are split and joined: they are in the text or in a conflict', () => {
  fc.assert(
    fc.property(cutTrees, (texts) => {
      const { value, conflicts } = mergeRichText(texts)
      const { base, ours, theirs } = {
        base: wordsIn(texts.base),
        ours: wordsIn(texts.ours),
        theirs: wordsIn(texts.theirs),
      }
      const kept = [...base].filter((word) => ours.has(word) && theirs.has(word))
      const putIn = [...ours, ...theirs].filter((word) => !base.has(word))
      const there = wordsIn([...value, ...conflicts.map((one) => paragraph(`${one.ours} ${one.theirs}`))])
      expect([...kept, ...putIn].filter((word) => !there.has(word))).toEqual([])
    }),
    RUNS,
  )
})

function wordsIn(blocks: RichText): Set<string> {
  return new Set(textOf(blocks).match(/\S+/g))
}
