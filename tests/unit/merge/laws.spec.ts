import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Conflict, type MergedNode, mergeRichText, resolveRichText, statusOfRichText } from '@/domain/merge/merge'
import { blockOf, numbering, treeOf } from '@/domain/pairing/tree'
import { type Block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { readRuns } from '@/domain/words/tokens'
import { richText, threeWays } from '../diff/randomRichText'
import { runs } from '../runs'
import { answers, namesDecided, namesIn, namesInAll, WORDS } from './names'

const RUNS = { numRuns: runs(1000) }
const three = fc.oneof(threeWays, fc.record({ base: richText, ours: richText, theirs: richText }))

describe('a merge of any three texts', () => {
  it('gives theirs if only theirs changed, ours if only ours changed, and the common one if both are the same', () => {
    fc.assert(
      fc.property(three, ({ base, ours, theirs }) => {
        expect(seen(mergeRichText({ base, ours: base, theirs }).value)).toEqual(seen(theirs))
        expect(seen(mergeRichText({ base, ours, theirs: base }).value)).toEqual(seen(ours))
        const same = mergeRichText({ base, ours, theirs: structuredClone(ours) })
        expect(seen(same.value)).toEqual(seen(ours))
        expect(same.conflicts).toEqual([])
      }),
      RUNS,
    )
  })

  it('loses no added word: it is in the text or in a conflict', () => {
    fc.assert(
      fc.property(three, (texts) => {
        const merge = mergeRichText(texts)
        const there = bag([wordsOf(merge.value), ...disputedWords(merge.nodes)].flat())
        for (const side of [texts.ours, texts.theirs]) {
          const put = minus(bag(wordsOf(side)), bag(wordsOf(texts.base)))
          expect([...minus(put, there).keys()]).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('gives the same conflicts with swapped sides if the sides are swapped', () => {
    fc.assert(
      fc.property(three, ({ base, ours, theirs }) => {
        const one = mergeRichText({ base, ours, theirs })
        const other = mergeRichText({ base, ours: theirs, theirs: ours })
        expect(one.status).toBe(
          other.status === 'ready' ? 'yours-kept' : other.status === 'yours-kept' ? 'ready' : other.status,
        )
        // Until its kind and place are decided, a block is where ours has it: whose insertions meet beside it depends on that.
        const isPlaceOfOurs = one.conflicts.some(({ kind, about }) => kind === 'place' || about === 'kind')
        const said = (some: Conflict[], isSwapped: boolean) =>
          some
            .filter(({ kind }) => !(isPlaceOfOurs && kind === 'inserted'))
            .map(({ kind, about = '', base, ours, theirs }) =>
              [kind, about, base, ...(isSwapped ? [theirs, ours] : [ours, theirs])].join('|'),
            )
            .toSorted()
        expect(said(other.conflicts, true)).toEqual(said(one.conflicts, false))
      }),
      RUNS,
    )
  })

  it('has every block that all three have exactly once, whatever is decided', () => {
    fc.assert(
      fc.property(marked, answers, ({ everywhere, ...texts }, stream) => {
        const names = namesDecided(texts, stream)
        expect(names.filter((name) => everywhere.includes(name)).sort()).toEqual(everywhere.toSorted())
      }),
      RUNS,
    )
  })

  it('never restores what one side deleted and the other did not change', () => {
    fc.assert(
      fc.property(marked, ({ base, ours, theirs, deleted }) => {
        const names = namesIn(mergeRichText({ base, ours, theirs }).value)
        expect(names.filter((name) => deleted.includes(name))).toEqual([])
      }),
      RUNS,
    )
  })

  it('has every change of theirs that ours did not touch, even if every conflict is decided for ours', () => {
    fc.assert(
      fc.property(marked, ({ base, ours, theirs, everywhere }) => {
        const merge = mergeRichText({ base, ours, theirs })
        const resolutions = Object.fromEntries(merge.conflicts.map(({ id }) => [id, 'ours' as const]))
        const made = resolveRichText({ nodes: merge.nodes, resolutions }).map(withoutIds)
        const of = (name: string, blocks: RichText) =>
          blocks.filter((one) => namesIn([one])[0] === name).map(withoutIds)
        for (const name of everywhere) {
          const isTheirsAlone = JSON.stringify(of(name, ours)) === JSON.stringify(of(name, base))
          if (isTheirsAlone) expect(made).toEqual(expect.arrayContaining(of(name, theirs)))
        }
      }),
      RUNS,
    )
  })

  it('has the status that is said without merging', () => {
    const met = new Map<string, number>()
    fc.assert(
      fc.property(fc.oneof(three, inPlaces), (texts) => {
        const { status } = mergeRichText(texts)
        expect(statusOfRichText(texts)).toBe(status)
        met.set(status, (met.get(status) ?? 0) + 1)
      }),
      RUNS,
    )
    for (const status of ['please-check', 'decision-needed']) expect(met.get(status)).toBeGreaterThan(RUNS.numRuns / 20)
  })

  it('gives the same result for the same texts, and never an id twice', () => {
    fc.assert(
      fc.property(three, (texts) => {
        const merge = mergeRichText(texts)
        expect(mergeRichText(structuredClone(texts))).toEqual(merge)
        const ids = idsIn(merge.value).filter((id) => id !== '')
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: runs(300) },
    )
  })
})

/** Texts whose outermost blocks have their own ids, and two sides that give some of them the text of another block. */
const inPlaces = fc
  .record({ blocks: richText, others: richText, our: fc.array(fc.nat(9)), their: fc.array(fc.nat(9)) })
  .map(({ blocks, others, our, their }) => {
    const base = blocks.map((one, at) => ({ ...one, id: `p${at}` }))
    const side = (places: number[]) =>
      base.map((one, at) => {
        const other = others[(places.indexOf(at) + at) % Math.max(1, others.length)]
        return places.includes(at) && other ? { ...other, id: one.id, runs: [...one.runs, ...other.runs] } : one
      })
    return { base, ours: side(our), theirs: side(their) }
  })

/** Paragraphs that are distinguished by a name; two sides edit, move, delete and add them. */
const marked = fc
  .record({
    count: fc.integer({ min: 1, max: 9 }),
    our: fc.array(fc.tuple(fc.constantFrom('delete', 'edit', 'move', 'put', 'link', 'level'), fc.nat(30), fc.nat(30)), {
      maxLength: 6,
    }),
    their: fc.array(
      fc.tuple(fc.constantFrom('delete', 'edit', 'move', 'put', 'link', 'level'), fc.nat(30), fc.nat(30)),
      { maxLength: 6 },
    ),
  })
  .map(({ count, our, their }) => {
    const base = Array.from({ length: count }, (_, place) => named(`name${place}`, place))
    const [ours, theirs] = [changed(base, our, 'our'), changed(base, their, 'their')]
    const names = { ours: namesIn(ours), theirs: namesIn(theirs) }
    const alone = (name: string, side: RichText) => {
      const [was, is] = [base, side].map((blocks) => JSON.stringify(blocks.filter((one) => namesIn([one])[0] === name)))
      return was === is
    }
    const everywhere = namesInAll({ base, ours, theirs })
    const deleted = namesIn(base).filter(
      (name) =>
        (!names.ours.includes(name) && (!names.theirs.includes(name) || alone(name, theirs))) ||
        (!names.theirs.includes(name) && alone(name, ours)),
    )
    return { base, ours, theirs, everywhere, deleted }
  })

function named(name: string, seed: number): Block {
  const words = Array.from({ length: 9 }, (_, place) =>
    place % 3 === 0 ? WORDS[(seed + place) % WORDS.length] : `${WORDS[place]}${name}`,
  )
  return {
    id: '',
    kind: 'paragraph',
    attrs: {},
    runs: [{ type: 'text', text: `${name} ${words.join(' ')}`, marks: [] }],
    children: [],
  }
}

function changed(base: RichText, edits: [string, number, number][], side: string): RichText {
  const blocks = structuredClone(base)
  edits.forEach(([what, at, to], count) => {
    const place = at % Math.max(1, blocks.length)
    const one = blocks[place]
    if (what === 'put') blocks.splice(to % (blocks.length + 1), 0, named(`${side}${count}`, at + 40))
    else if (!one) return
    else if (what === 'delete') blocks.splice(place, 1)
    else if (what === 'move') blocks.splice(to % blocks.length, 0, ...blocks.splice(place, 1))
    else if (what === 'level') blocks[place] = { ...one, kind: 'heading', attrs: { level: 2 + (to % 3) } }
    else if (one.runs[0]?.type === 'text') {
      const words = one.runs[0].text.split(' ')
      if (what === 'edit') words.splice(1 + (to % (words.length - 1)), 1, `${side}-${count}`)
      const link = what === 'link' ? { link: `https://${side}.eu` } : {}
      one.runs = [{ ...one.runs[0], ...link, text: words.join(' ') }]
    }
  })
  return blocks
}

function seen(blocks: RichText): unknown[] {
  const plain = ({ kind, attrs, runs, children }: Block): unknown => ({
    kind,
    attrs,
    runs: runs.map((run) => (run.type === 'break' ? run : { ...run, text: run.text.normalize('NFC') })),
    children: children.map(plain),
  })
  return treeOf(blocks, numbering()).map(blockOf).map(plain)
}

function wordsOf(blocks: RichText): string[] {
  const named = (one: Block): string[] => [
    `${one.attrs.title ?? ''}`,
    `${one.attrs.alt ?? ''}`,
    ...one.children.flatMap(named),
  ]
  const all = [textOf(blocks), ...blocks.flatMap(named)].join('\n')
  return readRuns([text(all.normalize('NFC'))], numbering())
    .tokens.filter((token) => token.isWord)
    .map((token) => token.key)
}

function disputedWords(nodes: MergedNode[]): string[][] {
  return nodes.flatMap((node): string[][] => {
    if (node.kind === 'conflict') {
      const sides = [node.ours, node.theirs].map((side) => resolveRichText({ nodes: side, resolutions: {} }))
      return [...sides.map(wordsOf), ...disputedWords([...node.ours, ...node.theirs])]
    }
    const own = node.runs.flatMap((run) =>
      run.type === 'conflict' ? [run.ours, run.theirs].map((runs) => wordsOf([{ ...EMPTY, runs }])) : [],
    )
    const values = (node.disputed ?? []).map(
      (one) => `${one.ours ?? ''} ${one.theirs ?? ''}`.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
    )
    return [...own, ...values, ...disputedWords(node.children)]
  })
}

const EMPTY: Block = { id: '', kind: 'paragraph', attrs: {}, runs: [], children: [] }

function withoutIds({ kind, attrs, runs }: Block): unknown {
  return { kind, attrs, runs }
}

function idsIn(blocks: RichText): string[] {
  return blocks.flatMap((one) => [one.id, ...idsIn(one.children)])
}

function bag(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function minus(one: Map<string, number>, other: Map<string, number>): Map<string, number> {
  return new Map(
    [...one].map(([word, count]) => [word, count - (other.get(word) ?? 0)] as const).filter(([, count]) => count > 0),
  )
}
