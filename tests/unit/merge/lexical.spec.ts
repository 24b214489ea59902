import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRichText, diffRichText } from '@/domain/diff/diff'
import { mergeRichText } from '@/domain/merge/merge'
import { canonicalRichText } from '@/domain/richText/canonical'
import type { Block, RichText } from '@/domain/richText/richText'
import { isSameText } from '@/domain/richText/sameText'
import { fromLexical } from '@/lexical/fromLexical'
import { isEditorState } from '@/lexical/isEditorState'
import { toLexical } from '@/lexical/toLexical'
import { threeWays } from '../diff/randomRichText'
import { headlessEditor, throughEditor } from '../lexical/payloadEditor'
import { randomLexicalJson, randomRichText } from '../lexical/randomRichText'
import { runs } from '../runs'

const editor = await headlessEditor()

test('a merged text can be stored, opened by the editor and returned unchanged', () => {
  fc.assert(
    fc.property(threeWays, (texts) => {
      const json = toLexical(mergeRichText(texts).value)
      expect(isEditorState(json)).toBe(true)
      const text = fromLexical(json)
      expect(fromLexical(throughEditor(editor, json)).map(withoutIds)).toEqual(text.map(withoutIds))
      const ids = idsIn(text).filter((id) => id !== '')
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: runs(400) },
  )
})

test('any JSON can be compared and merged without an error, and applying the difference loses nothing', () => {
  const any = fc.oneof(randomLexicalJson, fc.anything())
  fc.assert(
    fc.property(any, any, any, (one, two, three) => {
      const [base, ours, theirs] = [one, two, three].map(fromLexical)
      if (!base || !ours || !theirs) throw new Error('three texts')
      mergeRichText({ base, ours, theirs })
      const change = diffRichText({ before: base, after: ours })
      expect(isSameText(withoutEmpty(applyRichText({ change })), withoutEmpty(ours))).toBe(true)
      expect(isSameText(withoutEmpty(applyRichText({ change, accept: () => false })), withoutEmpty(base))).toBe(true)
    }),
    { numRuns: runs(500) },
  )
})

test('a picture stays the same picture, whatever its file is called', () => {
  for (const value of [0, 7, '0']) {
    const before = fromLexical({ root: { children: [{ type: 'upload', value }] } })
    expect(applyRichText({ change: diffRichText({ before, after: [] }), accept: () => false })).toEqual(before)
  }
})

test('a text that is stored differently but looks the same has no difference, and merges as unchanged', () => {
  fc.assert(
    fc.property(randomRichText, fc.nat(5), (blocks, seed) => {
      const json = toLexical(blocks)
      const [text, other] = [fromLexical(json), fromLexical(disguised(json, seed))]
      expect(diffRichText({ before: text, after: other })).toMatchObject({ status: 'same', moveSources: [] })
      expect(mergeRichText({ base: [], ours: text, theirs: other }).conflicts).toEqual([])
      expect(mergeRichText({ base: text, ours: other, theirs: text }).status).toBe('unchanged')
    }),
    { numRuns: runs(400) },
  )
})

test('a text and its canonical form do not differ', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      const canonical = canonicalRichText(blocks)
      expect(canonicalRichText(canonical)).toEqual(canonical)
      expect(diffRichText({ before: canonical, after: structuredClone(canonical) }).status).toBe('same')
    }),
    { numRuns: runs(300) },
  )
})

/**
 * The same text as another program could have stored it: split into pieces, keys in another order, defaults omitted or
 * filled in.
 */
function disguised(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.flatMap((one) => split(one, seed)).map((one) => disguised(one, seed))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(
      ([key, one]) => !(seed % 2 === 0 && DEFAULTS[key] !== undefined && DEFAULTS[key] === one && 'type' in value),
    )
    .map(([key, one]) => [key, disguised(one, seed)] as const)
  const extra = 'type' in value && seed % 3 === 0 ? [['direction', 'ltr'] as const] : []
  return Object.fromEntries([...entries, ...extra].toReversed())
}

const DEFAULTS: Record<string, unknown> = {
  detail: 0,
  style: '',
  mode: 'normal',
  textFormat: 0,
  textStyle: '',
  indent: 0,
}

function split(node: unknown, seed: number): unknown[] {
  if (typeof node !== 'object' || node === null || !('type' in node) || node.type !== 'text') return [node]
  if (!('text' in node) || typeof node.text !== 'string' || node.text.length < 2) return [node]
  const at = 1 + (seed % (node.text.length - 1))
  return [
    { ...node, text: node.text.slice(0, at) },
    { ...node, text: node.text.slice(at) },
  ]
}

function withoutIds({ kind, attrs, runs, children }: Block): unknown {
  return { kind, attrs, runs, children: children.map(withoutIds) }
}

function idsIn(blocks: RichText): string[] {
  return blocks.flatMap((one) => [one.id, ...idsIn(one.children)])
}

function withoutEmpty(blocks: RichText): RichText {
  return blocks
    .filter(
      ({ kind, runs, children }) =>
        kind !== 'paragraph' || children.length > 0 || runs.some((run) => run.type !== 'break'),
    )
    .map((one) => ({ ...one, children: withoutEmpty(one.children) }))
}
