import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeRichText, type Resolutions, resolveRichText } from '@/domain/merge/merge'
import type { RichText } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { allBlocks, textOf } from '@/domain/richText/walk'
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

it('has every sign and picture as one of the three texts has it, whatever is decided', () => {
  fc.assert(
    fc.property(trees, answers, (texts, stream) => {
      const { nodes, conflicts } = mergeRichText(texts)
      const resolutions: Resolutions = {}
      for (const { id } of conflicts) resolutions[id] = stream.next().value ?? 'ours'
      const written = new Set([texts.base, texts.ours, texts.theirs].flatMap(statements))
      const made = statements(resolveRichText({ nodes, resolutions }))
      expect(made.filter((one) => !written.has(one))).toEqual([])
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

/** The entries and pictures of a text with all their details. */
function statements(blocks: RichText): string[] {
  return allBlocks(blocks).flatMap(({ kind, attrs, runs, children }) => {
    if (kind !== 'entry' && kind !== 'image') return []
    const named = children.map((child) => `${child.attrs.name}: ${textOf([child])}`)
    const values = Object.entries(attrs).map(([name, value]) => `${name}: ${value}`)
    return [[...values.toSorted(), plainTextOf(runs), ...named].join('\n')]
  })
}

function wordsIn(blocks: RichText): Set<string> {
  return new Set(textOf(blocks).match(/\S+/g))
}
