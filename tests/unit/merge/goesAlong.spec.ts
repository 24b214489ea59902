import { describe, expect, it } from 'vitest'
import { mergeRichText, resolveRichText } from '@/domain/merge/merge'
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

  it('goes along where the other side removed a neighbour, and a heading has nothing behind it', () => {
    const theirs = texts('intro', 'legal', 'when', 'alone', 'done', 'again')
    const ids = mergeRichText({ base, ours, theirs }).value.map(({ id }) => id)
    expect(ids.slice(0, 4)).toEqual(['intro', 'legal', 'national', 'act'])
  })

  it('stays at the end of the text where no heading leads it', () => {
    const own = texts('intro', 'when', 'alone', 'done', 'again', 'legal', 'common', 'contact', 'act')
    const theirs = texts('contact', 'intro', 'when', 'alone', 'done', 'again', 'legal', 'common')
    const withoutHeading = (blocks: ReturnType<typeof texts>) =>
      blocks.map((one) => (one.id === 'contact' ? block('paragraph', { id: one.id, runs: one.runs }) : one))
    const { value } = mergeRichText({
      base: withoutHeading(base),
      ours: withoutHeading(own),
      theirs: withoutHeading(theirs),
    })
    expect(value.at(-1)?.id).toBe('act')
  })

  it('is no part of what both sides wrote in the place of another text', () => {
    const old = block('paragraph', {
      id: 'old',
      runs: [text('Some old paragraph that nobody wants to read any more.')],
    })
    const put = (id: string, words: string) => block('paragraph', { id, runs: [text(words)] })
    const ourText = put('our', 'Listen first, and let people speak as long as they want to.')
    const theirText = put('their', 'Council Regulation of the Union about quite another question of law.')
    const withText = (blocks: ReturnType<typeof texts>, more: typeof old) => [
      ...blocks.slice(0, 1),
      more,
      ...blocks.slice(1),
    ]
    const theirs = texts('intro', 'legal', 'common', 'contact', 'when', 'alone', 'done', 'again')
    const merge = mergeRichText({
      base: withText(base, old),
      ours: withText(ours, ourText),
      theirs: withText(theirs, theirText),
    })
    for (const answer of ['ours', 'theirs', 'both'] as const) {
      const resolutions = Object.fromEntries(merge.conflicts.map(({ id }) => [id, answer]))
      const ids = resolveRichText({ nodes: merge.nodes, resolutions }).map(({ id }) => id)
      expect(ids.indexOf('national')).toBeGreaterThan(ids.indexOf('legal'))
      expect(ids.indexOf('national')).toBeLessThan(ids.indexOf('contact'))
    }
  })
})
