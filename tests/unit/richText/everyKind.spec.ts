import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRichText, diffRichText } from '@/domain/diff/diff'
import { mergeRichText, resolveRichText } from '@/domain/merge/merge'
import { blockOf, numbering, treeOf } from '@/domain/pairing/tree'
import { isTextAttribute } from '@/domain/richText/blockKinds'
import { canonicalRichText } from '@/domain/richText/canonical'
import { isEmptyFrame, isEmptyText } from '@/domain/richText/empty'
import type { Block, RichText } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { allBlocks } from '@/domain/richText/walk'
import { exportToolkit } from '@/export/markdown/exportToolkit'
import { readDocument } from '@/import/readDocument'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { PNG } from '../import/readText'
import { runs } from '../runs'
import { blockOfKind, FLOW_KINDS, textsWith } from './randomOfKind'

/*
 * One law for each operation and each row of the table of kinds, generated from the table: a new kind is tested without
 * a new test.
 */
describe.each(FLOW_KINDS)('a text with a block of kind %s', (kind) => {
  const texts = textsWith(kind)
  const holds = (law: (given: { base: RichText; ours: RichText; theirs: RichText }) => void, count = 60) =>
    fc.assert(fc.property(texts, law), { numRuns: runs(count) })

  it('has one canonical form, which keeps the block with all of its words', () => {
    fc.assert(
      fc.property(blockOfKind(kind), (one) => {
        const once = canonicalRichText([one])
        expect(canonicalRichText(once)).toEqual(once)
        expect(once.map((block) => block.kind)).toEqual([kind])
        expect(wordsOf(once)).toEqual(wordsOf([one]))
        expect(isEmptyText(once[0] ?? one) || isEmptyFrame(once[0] ?? one)).toBe(false)
      }),
      { numRuns: runs(100) },
    )
  })

  it('is read back unchanged from its stored form', () => {
    holds(({ base }) => {
      expect(fromLexical(toLexical(base))).toEqual(canonicalRichText(base))
    })
  })

  it('has a difference from an edited version that can be applied in both directions', () => {
    holds(({ base, ours }) => {
      const change = diffRichText({ before: base, after: ours })
      expect(seen(applyRichText({ change }))).toEqual(seen(ours))
      expect(seen(applyRichText({ change, accept: () => false }))).toEqual(seen(base))
      const inverse = diffRichText({
        before: applyRichText({ change }),
        after: applyRichText({ change, accept: () => false }),
      })
      expect(seen(applyRichText({ change: inverse }))).toEqual(seen(base))
    })
  })

  it('is unchanged if nothing is accepted, and has no difference from itself', () => {
    holds(({ base, ours }) => {
      const change = diffRichText({ before: base, after: ours })
      expect(seen(applyRichText({ change, accept: () => false }))).toEqual(seen(base))
      expect(diffRichText({ before: base, after: structuredClone(base) }).status).toBe('same')
    })
  })

  it('merges to theirs if only theirs changed, to ours if only ours changed, and loses no words of either', () => {
    holds(({ base, ours, theirs }) => {
      expect(seen(mergeRichText({ base, ours: base, theirs }).value)).toEqual(seen(theirs))
      expect(seen(mergeRichText({ base, ours, theirs: base }).value)).toEqual(seen(ours))
      const { nodes, value } = mergeRichText({ base, ours, theirs })
      const either = [value, ...(['ours', 'theirs', 'both'] as const).map((side) => decidedAll(nodes, side))]
      const there = new Set(either.flatMap(wordsOf))
      const old = new Set(wordsOf(base))
      const put = [...wordsOf(ours), ...wordsOf(theirs)].filter((word) => !old.has(word))
      expect(put.filter((word) => !there.has(word))).toEqual([])
    })
  })

  it('resolves to one side if each conflict is decided for that side', () => {
    holds(({ base, ours }) => {
      const { nodes, conflicts } = mergeRichText({ base, ours, theirs: ours })
      expect(conflicts).toEqual([])
      expect(seen(resolveRichText({ nodes, resolutions: {} }))).toEqual(seen(ours))
    })
  })

  it('is read back from Markdown with all of its words, and then always the same', async () => {
    const law = fc.asyncProperty(texts, async ({ base }) => {
      const body = canonicalRichText(base)
      const once = await throughMarkdown(body)
      const twice = await throughMarkdown(once)
      expect(wordsOf(body).filter((word) => !wordsOf(once).includes(word))).toEqual([])
      expect(twice.map(withoutIds)).toEqual(once.map(withoutIds))
    })
    await fc.assert(law, { numRuns: runs(15) })
  })
})

async function throughMarkdown(body: RichText): Promise<RichText> {
  const media = '64f000000000000000000001'
  const names = [media, `${media}.png`].map((name) => ({ media: name, path: `${media}.png`, bytes: PNG }))
  const sections = [{ title: 'T', depth: 1, body }]
  const pictures = names.filter((picture) => allBlocks(body).some(({ attrs }) => attrs.media === picture.media))
  const read = await readDocument({ files: exportToolkit({ title: 'G', sections, pictures }) })
  expect(read.notes.filter(({ kind }) => kind === 'problem')).toEqual([])
  return read.sections[0]?.body ?? []
}

function decidedAll(nodes: Parameters<typeof resolveRichText>[0]['nodes'], side: 'ours' | 'theirs' | 'both'): RichText {
  const every = new Proxy({}, { get: () => side })
  return resolveRichText({ nodes, resolutions: every })
}

/** The text as the engine sees it: without what readers cannot see. */
function seen(blocks: RichText): unknown {
  return treeOf(blocks, numbering()).map(blockOf).map(withoutIds)
}

function withoutIds({ kind, attrs, runs: own, children }: Block): unknown {
  return { kind, attrs, runs: own, children: children.map(withoutIds) }
}

function wordsOf(blocks: RichText): string[] {
  return allBlocks(blocks).flatMap(({ attrs, runs: own }) => {
    const named = Object.entries(attrs).flatMap(([name, value]) => (isTextAttribute(name) ? [String(value)] : []))
    return [...named, plainTextOf(own)].join(' ').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  })
}
