import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ReviewedSectionView } from '@/admin/review/ReviewedSectionView'
import { reviewedSections } from '@/admin/review/reviewedSections'
import type { PlacedSection } from '@/domain/became'
import { translatorFor } from '@/messages/translate'
import { content, entry, words } from './factories'

function placed(
  key: string,
  given: { mode?: 'inherit' | 'adapt' | 'omit' | 'local'; body?: string; rank?: string } = {},
): PlacedSection {
  return {
    entry: entry(key, {
      mode: given.mode ?? 'inherit',
      rank: given.rank ?? key,
      blob: `${key}: ${given.body ?? 'as it is'}`,
    }),
    content: content(key, given.body ? { body: { en: words(given.body), fr: words('Texte français.') } } : {}),
  }
}

describe('what a reviewer has to look at', () => {
  it('leaves out what is the same', () => {
    const same = [placed('a'), placed('b')]
    expect(reviewedSections({ before: same, after: same, language: 'en', source: 'en' })).toEqual([])
  })

  it('shows the words that differ, and only in the language in which they differ', () => {
    const before = [placed('a', { body: 'Ask within 30 days.' })]
    const after = [placed('a', { body: 'Ask within 15 days.' })]
    const [english] = reviewedSections({ before, after, language: 'en', source: 'en' })
    expect(english?.change?.counts).toMatchObject({ wordsAdded: 1, wordsRemoved: 1 })
    expect(reviewedSections({ before, after, language: 'fr', source: 'en' })).toEqual([])
  })

  it('shows a section that is taken out of use as removed words', () => {
    const [section] = reviewedSections({
      before: [placed('a')],
      after: [placed('a', { mode: 'omit' })],
      language: 'en',
      source: 'en',
    })
    expect(section?.change?.status).toBe('removed')
    expect(section?.entry.mode).toBe('omit')
  })

  it('shows another treatment even where no word differs', () => {
    const sections = reviewedSections({
      before: [placed('a')],
      after: [placed('a', { mode: 'adapt' })],
      language: 'en',
      source: 'en',
    })
    expect(sections.map(({ key, change }) => [key, change?.status])).toEqual([['a', 'same']])
  })

  it('shows a section that stands in another place, and says so', () => {
    const before = [placed('a'), placed('b')]
    const sections = reviewedSections({
      before,
      after: [placed('a', { rank: 'c' }), placed('b')],
      language: 'fr',
      source: 'en',
    })
    expect(sections.map(({ key, number, became }) => [key, number, became])).toEqual([['a', '2', 'moved']])
    const html = renderToStaticMarkup(
      createElement(ReviewedSectionView, {
        section: sections[0] ?? expect.fail(),
        textLanguage: 'en',
        reader: 'en',
        say: translatorFor('en'),
      }),
    )
    expect(html).toContain('Moved')
    expect(html).toContain('The words are the same')
  })

  it('shows the words that stand in for missing ones, in their language, where readers get those', () => {
    const [was, is] = [placed('a'), placed('a')]
    const after = [
      { entry: { ...is.entry, blob: 'b' }, content: content('a', { body: { en: words('Other words.') } }) },
    ]
    const [section] = reviewedSections({ before: [was], after, language: 'el', source: 'en' })
    expect([section?.became, section?.language, section?.change?.status]).toEqual(['changed', 'en', 'changed'])
    const view = {
      section: section ?? expect.fail(),
      textLanguage: 'el',
      reader: 'en',
      say: translatorFor('en'),
    } as const
    const html = renderToStaticMarkup(createElement(ReviewedSectionView, view))
    expect(html).toContain('Not yet in Greek: text in English')
    expect(html).toContain('Other')
    const [english] = reviewedSections({ before: [was], after, language: 'en', source: 'en' })
    expect(english?.change?.counts).toEqual(section?.change?.counts)
  })

  it('lists new sections in their place and those that are gone at the end', () => {
    const sections = reviewedSections({
      before: [placed('a'), placed('c')],
      after: [placed('b', { mode: 'local' }), placed('c')],
      language: 'en',
      source: 'en',
    })
    expect(sections.map(({ key, number, change }) => [key, number, change?.status])).toEqual([
      ['b', '1', 'added'],
      ['a', '', 'removed'],
    ])
  })
})
