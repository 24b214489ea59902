import { describe, expect, it } from 'vitest'
import { diffRichText } from '@/domain/diff/diff'
import { prepareRival, RIVALS } from '@/scripts/bench/rivals'
import { asRichText, editText, type SyntheticBlock, syntheticText } from '@/scripts/bench/syntheticText'
import { truthOf } from '@/scripts/bench/truth'
import { pairingOfChanges, qualityOf } from '@/scripts/bench/wordPairing'

const first = paragraph(10, 'Les personnes concernées ont droit à une aide juridique gratuite .')
const second = paragraph(100, 'Chaque pays nomme une autorité qui veille sur ces règles .')

describe('our difference, read word by word', () => {
  it('pairs exactly the words that it calls the same', () => {
    // “aide” became “assistance”: another word with another identity.
    const edited = {
      ...first,
      tokens: first.tokens.map((token) => (token === 'aide' ? 'assistance' : token)),
      identities: first.identities.map((identity) => (identity === 18 ? 999 : identity)),
    }
    const pairing = read({ before: [first, second], after: [edited, second] })
    expect(pairing).toMatchObject({ added: 1, removed: 1 })
    expect(pairing.pairs?.has(999)).toBe(false)
    expect(pairing.pairs?.size).toBe(9 + 10)
    for (const [is, was] of pairing.pairs ?? []) expect(is).toBe(was)
  })

  it('pairs the words of a moved block with those of the original block', () => {
    const third = paragraph(200, 'Notamment les enfants doivent être entendus par une personne formée .')
    const pairing = read({ before: [first, second, third], after: [third, first, second] })
    expect(pairing).toMatchObject({ added: 0, removed: 0, moves: { right: 1, wrong: 0 } })
    expect(pairing.pairs?.size).toBe(10 + 10 + 10)
    for (const [is, was] of pairing.pairs ?? []) expect(is).toBe(was)
  })

  it('fails if it belongs to other texts', () => {
    const { blocks } = diffRichText({ before: asRichText([first]), after: asRichText([second]) })
    const texts = { before: [second], after: [first] }
    expect(() => pairingOfChanges({ ...texts, changes: blocks, truth: truthOf(texts) })).toThrow('does not read like')
  })
})

describe('the quality of a difference', () => {
  it('counts marked words with the true script and pairs by their identities', () => {
    const truth = { added: 3, removed: 1, kept: 10, moved: 0, moves: new Set<number>() }
    const pairs = new Map([
      [1, 1],
      [2, 2],
      [3, 4],
      [5, 5],
    ])
    expect(qualityOf({ pairing: { added: 3, removed: 2, pairs }, truth })).toEqual({
      marked: 5 / 4,
      recall: 3 / 10,
      precision: 3 / 4,
    })
  })

  it.each(RIVALS)('finds the changes that %s finds', (name) => {
    const before = syntheticText({ words: 1_000, seed: 1 })
    const after = editText({ before, share: 0.1, seed: 2 })
    const truth = truthOf({ before, after })
    const rival = prepareRival({ name, before, after })
    rival.run()
    const { marked, recall, precision } = qualityOf({ pairing: rival.pairing(), truth })
    // For them the moved paragraph is new text in one place and removed text in another.
    expect(marked).toBeGreaterThan(0.9)
    expect(marked).toBeLessThan(2.2)
    if (name === 'diff, words') expect({ recall, precision }).toEqual({ recall: null, precision: null })
    else expect(Math.min(recall ?? 0, precision ?? 0)).toBeGreaterThan(0.85)
  })
})

function read(texts: { before: SyntheticBlock[]; after: SyntheticBlock[] }): ReturnType<typeof pairingOfChanges> {
  const { blocks } = diffRichText({ before: asRichText(texts.before), after: asRichText(texts.after) })
  return pairingOfChanges({ ...texts, changes: blocks, truth: truthOf(texts) })
}

function paragraph(identity: number, words: string): SyntheticBlock {
  const tokens = words.split(' ')
  return { identity, kind: 'paragraph', tokens, identities: tokens.map((_, index) => identity + 1 + index) }
}
