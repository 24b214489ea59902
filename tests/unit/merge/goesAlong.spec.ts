import { describe, expect, it } from 'vitest'
import { mergeRichText } from '@/domain/merge/merge'
import { block, text } from '@/domain/richText/richText'

const WORDS: Record<string, string> = {
  intro: 'To assess means to find out whether a person needs other conditions.',
  when: 'Begin when the application is made, and finish soon after that day.',
  alone: 'See the person alone, with an interpreter of their choice where possible.',
  done: 'The assessment is complete when every need is written down with a measure.',
  again: 'Look again after some weeks, and each time the person changes the place.',
  legal: 'Legal basis',
  common: 'Directive 2013/33/EU, Article 22, assessment of special reception needs.',
  contact: 'Who to contact',
  national: 'European Communities Reception Conditions Regulations 2018, S.I. No. 230.',
  act: 'International Protection Act 2015, section 58, vulnerable persons.',
}

function texts(...ids: string[]) {
  const isHeading = (id: string) => id === 'legal' || id === 'contact'
  return ids.map((id) =>
    block(isHeading(id) ? 'heading' : 'paragraph', {
      ...{ id, runs: [text(WORDS[id] ?? '')] },
      ...(isHeading(id) ? { attrs: { level: 2 } } : {}),
    }),
  )
}

describe('what one side inserted between blocks that the other side moved', () => {
  const base = texts('intro', 'when', 'alone', 'done', 'again', 'legal', 'common', 'contact')
  const ours = texts('intro', 'when', 'alone', 'done', 'again', 'legal', 'national', 'act', 'contact')

  it('goes along with them: text under a heading stays under the heading', () => {
    const theirs = texts('intro', 'legal', 'common', 'contact', 'when', 'alone', 'done', 'again')
    const { value, conflicts } = mergeRichText({ base, ours, theirs })
    expect(conflicts).toEqual([])
    const expected = ['intro', 'legal', 'national', 'act', 'contact', 'when', 'alone', 'done', 'again']
    expect(value.map(({ id }) => id)).toEqual(expected)
    const swapped = mergeRichText({ base, ours: theirs, theirs: ours })
    expect(swapped.value.map(({ id }) => id)).toEqual(expected)
  })

  it('stays with the neighbour that nobody moved', () => {
    const theirs = texts('intro', 'legal', 'when', 'alone', 'done', 'again', 'common', 'contact')
    const { value } = mergeRichText({ base, ours, theirs })
    const ids = value.map(({ id }) => id)
    expect(ids.indexOf('act')).toBe(ids.indexOf('contact') - 1)
  })
})
