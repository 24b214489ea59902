import { describe, expect, it } from 'vitest'
import { readAsWritten } from '@/import/markdown/readAsWritten'
import { lostWords } from '@/scripts/bench/lostWords'
import { mergeMarkdown } from '@/scripts/bench/mergeMarkdown'

const lost = (given: { base: string; own: string; other: string; merged: string }) =>
  lostWords({
    base: readAsWritten(given.base),
    own: readAsWritten(given.own),
    other: readAsWritten(given.other),
    merged: readAsWritten(given.merged),
  })

describe('a merge has lost a word', () => {
  it('if one side added it and the merged text lacks it', () => {
    const base = 'Ask the child.\n\nWrite it down.'
    const own = 'Ask the child again.\n\nWrite it down.'
    expect(lost({ base, own, other: base, merged: base })).toEqual(['again'])
    expect(lost({ base, own, other: base, merged: own })).toEqual([])
  })

  it('even if a paragraph that nobody changed has the word', () => {
    const base = 'Please ask the child.\n\nDo not wait.'
    const own = 'Please do not ask the child.\n\nDo not wait.'
    expect(lost({ base, own, other: base, merged: base })).toEqual(['do', 'not'])
  })

  it('but not if the other side deleted it where the base had it', () => {
    const base = 'At its discretion.\n\nWe may end it.'
    const own = 'At its discretion.\n\nWe may end it at our discretion.'
    const other = 'At any time.\n\nWe may end it at our discretion.'
    expect(lost({ base, own, other, merged: other })).toEqual([])
    expect(mergeMarkdown({ base, ours: own, theirs: other })).toMatchObject({ conflicts: [], merged: `${other}\n` })
    expect(mergeMarkdown({ base, ours: own, theirs: other }).lostWords()).toEqual([])
  })
})
