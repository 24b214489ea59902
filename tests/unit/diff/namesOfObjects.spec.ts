import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffRichText } from '@/domain/diff/diff'
import { mergeRichText } from '@/domain/merge/merge'
import { block, type RichText, text } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { runs } from '../runs'
import { p } from './shownAs'

/** Stands for the tested word. */
const IT = '@'
const WORDS = ['officer', 'lawyer', 'person', 'shelter', 'police', 'appeal', 'deadline', 'days', 'court', IT, IT]

const paragraphs = fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 5, maxLength: 12 }), {
  minLength: 1,
  maxLength: 3,
})
const edits = fc.array(fc.record({ what: fc.constantFrom('cut', 'join', 'drop', 'put'), at: fc.nat(40) }), {
  minLength: 1,
  maxLength: 3,
})
const versions = fc.record({ base: paragraphs, our: edits, their: edits }).map(({ base, our, their }) => ({
  base,
  ours: our.reduce(edited, base),
  theirs: their.reduce(edited, base),
}))

/** Cuts a paragraph at the word, joins two with the word between them, deletes a word, or inserts the word. */
function edited(all: string[][], { what, at }: { what: string; at: number }): string[][] {
  const index = at % all.length
  const [one = [], next] = [all[index], all[index + 1]]
  const place = at % Math.max(one.length, 1)
  if (what === 'cut') {
    const before = one.slice(0, place)
    const after = one.slice(one[place] === IT ? place + 1 : place)
    return all.toSpliced(index, 1, ...[before, after].filter(({ length }) => length > 0))
  }
  if (what === 'join') return next ? all.toSpliced(index, 2, [...one, IT, ...next]) : all
  return all.with(index, what === 'drop' && one.length > 1 ? one.toSpliced(place, 1) : one.toSpliced(place, 0, IT))
}

function texts(all: string[][], word: string): RichText {
  return all.map((words, index) =>
    block('paragraph', { id: `p${index}`, runs: [text(words.map((one) => (one === IT ? word : one)).join(' '))] }),
  )
}

/** What a reader sees of the difference and of the merge, with the tested word named as in the other run. */
function compared(all: Record<'base' | 'ours' | 'theirs', string[][]>, word: string): string {
  const [base, ours, theirs] = [texts(all.base, word), texts(all.ours, word), texts(all.theirs, word)]
  const { status, blocks } = diffRichText({ before: base, after: ours })
  const { value, conflicts } = mergeRichText({ base, ours, theirs })
  const merged = value.map((one) => plainTextOf(one.runs))
  const named = new RegExp(`\\b${word}\\b`, 'g')
  return JSON.stringify({ status, blocks, merged, conflicts }, (name, one) =>
    typeof one === 'string' && name !== 'object' ? one.replace(named, IT) : one,
  )
}

// The other word has the same length and the same place in the alphabet: both decide between changes of equal worth.
describe.each([
  ['end', 'ene'],
  ['break', 'breal'],
  ['footnote', 'footnotf'],
])('the word “%s”, which is also the name of a sign between words', (word, other) => {
  it('is compared and merged as any other word', () => {
    fc.assert(
      fc.property(versions, (all) => {
        expect(compared(all, word)).toBe(compared(all, other))
      }),
      { numRuns: runs(300) },
    )
  })

  it('is marked where it joins two paragraphs', () => {
    const before = [p('Assistance and the right to stay', 'a'), p('after 30 days: ask the lawyer.', 'b')]
    const after = [p(`Assistance and the right to stay ${word} after 30 days: ask the lawyer.`, 'a')]
    expect(diffRichText({ before, after }).status).toBe('changed')
  })

  it('stays in a merge in which both sides join the paragraphs', () => {
    const [one, next] = ['Assistance and the right to stay', 'after 30 days: ask the lawyer about a permit.']
    const base = [p(one, 'a'), p(next, 'b')]
    const ours = [p(`${one} ${word} ${next}`, 'a')]
    const theirs = [p(`${one} ${next.replace(' about a permit', '')}`, 'a')]
    const { value, conflicts } = mergeRichText({ base, ours, theirs })
    expect(JSON.stringify([value, conflicts])).toContain(`stay ${word} after`)
  })
})
