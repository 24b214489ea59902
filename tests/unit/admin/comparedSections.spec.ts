import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ReviewedSectionView } from '@/admin/review/ReviewedSectionView'
import { type ComparedSection, comparedSections, countsOf } from '@/domain/comparedSections'
import type { Language } from '@/domain/language'
import type { PlacedSection } from '@/domain/release'
import { block } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
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

const say = translatorFor('en')

/** What the review shows of a section to an English reader. */
function reviewOf(section: ComparedSection | undefined, textLanguage: Language): string {
  const view = { section: section ?? expect.fail(), standsOn: null, textLanguage, reader: 'en', say } as const
  return renderToStaticMarkup(createElement(ReviewedSectionView, view))
}

describe('the sections in a review', () => {
  it('do not include unchanged ones', () => {
    const same = [placed('a'), placed('b')]
    expect(
      comparedSections({
        before: same,
        after: same,
        language: 'en',
        source: 'en',
        languagesBefore: ['en', 'fr', 'el'],
      }),
    ).toEqual([])
  })

  it.each([
    ['a space', 'Ask within\u00a030  days.'],
    ['an invisible hyphen', 'Ask with\u00adin 30 days.'],
  ])('say if only %s differs, and do not call such a text the same', (_, body) => {
    const before = [placed('a', { body: 'Ask within 30 days.' })]
    const asked = { before, source: 'en', language: 'en', languagesBefore: ['en'] } as const
    const [spaced] = comparedSections({ ...asked, after: [placed('a', { mode: 'adapt', body })] })
    expect(reviewOf(spaced, 'en')).toContain(
      'The words are the same. Only spaces, empty parts or invisible hyphens differ.',
    )
    const [adapted] = comparedSections({
      ...asked,
      after: [placed('a', { mode: 'adapt', body: 'Ask within 30 days.' })],
    })
    expect(reviewOf(adapted, 'en')).toContain('The text is the same in this language.')
  })

  it('say that only the reason changed if not even a space differs', () => {
    const [before, spaced, same] = (
      [
        ['national-law', 'Ask within 30 days.'],
        ['other', 'Ask within 30  days.'],
        ['other', 'Ask within 30 days.'],
      ] as const
    ).map(([reason, body]): PlacedSection[] => {
      const { entry: one, content } = placed('a', { mode: 'adapt', body })
      return [{ entry: { ...one, reason }, content }]
    })
    const shown = (after: PlacedSection[] = []) => {
      const given = { before: before ?? [], after, source: 'en', language: 'en', languagesBefore: ['en'] } as const
      return reviewOf(comparedSections(given)[0], 'en')
    }
    const [onlyWhy, sameWords] = [say('admin.review.only-why'), say('admin.review.same-words')]
    expect(shown(spaced)).toContain(sameWords)
    expect(shown(spaced)).not.toContain(onlyWhy)
    expect(shown(same)).toContain(onlyWhy)
    expect(shown(same)).not.toContain(sameWords)
  })

  it.each([
    ['summary', { summary: { en: 'Call 112 in danger.' } }, {}],
    ['body', { body: { en: words('Call 112 in danger.') } }, { body: {} }],
    ['addition', { addition: { en: words('Call 112 in danger.') } }, {}],
  ])('show a %s that readers had in another language and have no more', (_, had, has) => {
    const one = (given: Partial<SectionContent>): PlacedSection => ({
      entry: entry('a', { mode: 'adapt', rank: 'a', blob: JSON.stringify(given) }),
      content: content('a', { title: { en: 'a', fr: 'a' }, ...given }),
    })
    const [section] = comparedSections({
      before: [one({ ...had })],
      after: [one({ ...has })],
      language: 'fr',
      source: 'en',
      languagesBefore: ['en', 'fr'],
    })
    const shown = reviewOf(section, 'fr').replace(/<[^>]+>/g, '')
    expect(shown).toContain('Call 112 in danger.')
    expect(shown).not.toContain('The words are the same')
  })

  it('show the words that differ, only in the language in which they differ', () => {
    const before = [placed('a', { body: 'Ask within 30 days.' })]
    const after = [placed('a', { body: 'Ask within 15 days.' })]
    const [english] = comparedSections({
      before,
      after,
      language: 'en',
      source: 'en',
      languagesBefore: ['en', 'fr', 'el'],
    })
    expect(english?.words[0]?.change.counts).toMatchObject({ wordsAdded: 1, wordsRemoved: 1 })
    expect(
      comparedSections({ before, after, language: 'fr', source: 'en', languagesBefore: ['en', 'fr', 'el'] }),
    ).toEqual([])
  })

  it('show a section that is no longer used as removed words', () => {
    const [section] = comparedSections({
      before: [placed('a')],
      after: [placed('a', { mode: 'omit' })],
      language: 'en',
      source: 'en',
      languagesBefore: ['en', 'fr'],
    })
    expect(section?.words[0]?.change.status).toBe('removed')
    expect(section?.entry.mode).toBe('omit')
    // One decision: its text is folded, and does not hide what else changed.
    expect(section && countsOf(section).changes).toBe(1)
    const markup = reviewOf(section, 'en')
    expect(markup).toMatch(/<details[^>]*><summary>Text that is not used here \(\d+ words\)<\/summary>/u)
    expect(markup).not.toContain('differences')
  })

  it('show first what the country had added to a section that is no longer used, and do not call the section removed', () => {
    const text = { addition: { en: words('Call us first.') }, audiences: ['lawyer' as const] }
    const had = { ...placed('a', { mode: 'inherit' }), content: content('a', text) }
    const [section] = comparedSections({
      before: [{ ...had, entry: { ...had.entry, mode: 'supplement' } }],
      after: [placed('a', { mode: 'omit' })],
      language: 'en',
      source: 'en',
      languagesBefore: ['en'],
    })
    const fold = reviewOf(section, 'en').split('<details')[1]
    expect(fold).toMatch(/Call us first\..*The text of a\./s)
    for (const said of [say('diff.section-removed'), say('words.audience.lawyer')]) expect(fold).not.toContain(said)
  })

  describe('of a section that stays left out, the common text that readers can open', () => {
    const shown = (body: string, others: Partial<SectionContent> = {}) => {
      const one = placed('a', { mode: 'omit', body })
      const after = [{ ...one, content: { ...one.content, ...others } }]
      const before = [placed('a', { mode: 'omit', body: 'Ask within 30 days.' })]
      const asked = { before, after, source: 'en', language: 'en', languagesBefore: ['en'] } as const
      return comparedSections(asked).map((section) => ({ counts: countsOf(section), markup: reviewOf(section, 'en') }))
    }

    it('is compared, and its differences are counted', () => {
      const [{ counts, markup } = expect.fail()] = shown('Ask within 15 days.')
      expect(counts).toEqual({ changes: 1, wordsAdded: 1, wordsRemoved: 1 })
      expect(markup).toContain('1 difference')
      expect(markup.split(say('admin.review.left-out'))[1]).toMatch(/30.*15/s)
    })

    it('has the same words if only spaces differ', () => {
      const [{ counts, markup } = expect.fail()] = shown('Ask within\u00a030 days.')
      expect(counts.changes).toBe(0)
      expect(markup).toContain(say('admin.review.same-words'))
      expect(markup).not.toContain(say('admin.review.text-same'))
      expect(markup).not.toContain(say('admin.review.left-out'))
    })

    it('is not listed for its summary, which they do not get', () => {
      expect(shown('Ask within 30 days.', { summary: { en: 'In short.' } })).toEqual([])
    })

    it('is not compared with its audiences and stages, which they do not see', () => {
      const [{ counts } = expect.fail()] = shown('Ask within 15 days.', { audiences: ['lawyer'], stages: ['appeal'] })
      expect(counts).toEqual({ changes: 1, wordsAdded: 1, wordsRemoved: 1 })
    })
  })

  describe('with a common text that readers can open in place of the section', () => {
    const common = [placed('a', { mode: 'omit', body: 'Ask within 30 days.' })]
    const adapted = [placed('a', { mode: 'adapt', body: 'Ask within 15 days.' })]
    const asked = { source: 'en', language: 'en', languagesBefore: ['en'] } as const
    const shown = (before: PlacedSection[], after: PlacedSection[]) => {
      const [section] = comparedSections({ ...asked, before, after })
      const markup = reviewOf(section, 'en')
      for (const said of ['added', 'removed'] as const) expect(markup).not.toContain(say(`diff.section-${said}`))
      return { section: section ?? expect.fail(), markup }
    }

    it('fold it without marks if the country had adapted it and now leaves it out', () => {
      const { section, markup } = shown(adapted, common)
      const [, had = '', has = ''] = markup.split('<details')
      expect(had).toContain('<del>')
      expect(has).toContain(`<summary>${say('admin.review.can-open')}</summary>`)
      expect(has).toContain('Ask within 30 days.')
      expect(markup).not.toContain('<ins>')
      expect(countsOf(section).changes).toBe(1)
    })

    it('fold it without marks if the section is new in the common framework and left out', () => {
      const { markup } = shown([], common)
      const fold = markup.split('<details')[1]
      expect(fold).toContain('Ask within 30 days.')
      expect(fold).not.toContain('<ins>')
      expect(markup).not.toContain('The text is the same')
    })

    it('do not show it twice if that is the text that readers had', () => {
      const { markup } = shown([placed('a', { body: 'Ask within 30 days.' })], common)
      expect(markup).not.toContain(say('admin.review.can-open'))
    })

    it('compare a section that is used again with it', () => {
      const { section, markup } = shown(common, adapted)
      expect(markup).toContain(say('admin.review.taken-up'))
      expect(markup.replace(/<span class="vh".*?<\/span>/g, '')).toMatch(/<del>30<\/del> ?<ins>15<\/ins>/)
      expect(countsOf(section)).toMatchObject({ changes: 1, wordsAdded: 1, wordsRemoved: 1 })
      expect(markup.split(say('admin.review.text-again'))[1]).toContain('Ask within 15 days.')
    })

    it('show it in a fold if the section is used again as it is', () => {
      const summary = { en: 'In short.' }
      const of = (one: PlacedSection[]) =>
        one.map(({ entry, content }) => ({ entry, content: { ...content, summary } }))
      const { section, markup } = shown(of(common), of([placed('a', { body: 'Ask within 30 days.' })]))
      expect(markup).toContain(say('admin.review.taken-up'))
      expect(markup).not.toContain('<ins>')
      expect(markup.split(say('admin.review.text-again'))[1]).toMatch(/In short\..*Ask within 30 days\./s)
      expect(countsOf(section).changes).toBe(0)
    })

    it('show it in the language that readers get, if it is missing in theirs', () => {
      const [section] = comparedSections({ ...asked, language: 'el', before: adapted, after: common })
      const [, , fold = ''] = reviewOf(section, 'el').split('<details')
      expect(fold).toMatch(/Not yet in Greek: text in English.*lang="en".*Ask within 30 days\./s)
    })
  })

  it('show another treatment even if no word differs', () => {
    const sections = comparedSections({
      before: [placed('a')],
      after: [placed('a', { mode: 'adapt' })],
      language: 'en',
      source: 'en',
      languagesBefore: ['en', 'fr'],
    })
    expect(sections.map(({ key, words: differing }) => [key, differing])).toEqual([['a', []]])
  })

  it('say in which language readers get the same text, if there is none in theirs', () => {
    const after = [placed('a', { mode: 'adapt', body: 'Ask within 30 days.' })]
    const before = [placed('a', { body: 'Ask within 30 days.' })]
    const asked = { before, after, source: 'en', languagesBefore: ['en', 'fr'] } as const
    const shown = (language: Language) => {
      const [section] = comparedSections({ ...asked, language })
      return reviewOf(section, language)
    }
    expect(shown('it')).toContain('There is no text in Italian. The text that readers get instead, in English, is the')
    expect(shown('it')).not.toContain('the same in this language')
    expect(shown('fr'), 'the title is in English').toContain('Parts of it are not yet in French: readers get them in')
    expect(shown('en')).toContain('The text is the same in this language.')
    // Nothing else changed for readers of this language.
    const sameMode = [placed('a', { mode: 'adapt', body: 'Ask within 30 days.' })]
    expect(comparedSections({ ...asked, before: sameMode, language: 'it' })).toEqual([])
  })

  it.each([
    ['an addition', 'supplement', { title: { en: 'a' }, addition: { it: words('E in Italia.') } }],
    ['a title and a summary', 'adapt', { title: { en: 'a', it: 'A' }, summary: { it: 'In breve.' } }],
  ] as const)('name the language of the missing parts if readers get only %s in theirs', (_, mode, given) => {
    const one = (reason: 'national-law' | 'other'): PlacedSection[] => [
      { entry: entry('a', { mode, reason }), content: content('a', given) },
    ]
    const asked = {
      before: one('national-law'),
      after: one('other'),
      source: 'en',
      languagesBefore: ['en', 'it'],
    } as const
    const shown = (language: Language) => reviewOf(comparedSections({ ...asked, language })[0], language)
    expect(shown('it')).toContain(
      'The text is the same. Parts of it are not yet in Italian: readers get them in English.',
    )
    expect(shown('it')).not.toContain('There is no text in Italian')
    // Italian words replace those that are in neither language.
    expect(shown('fr')).toContain(
      'There is no text in French. The text that readers get instead, in English and Italian,',
    )
  })

  it('show a section that moved, and say so', () => {
    const before = [placed('a'), placed('b')]
    const sections = comparedSections({
      before,
      after: [placed('a', { rank: 'c' }), placed('b')],
      language: 'fr',
      source: 'en',
      languagesBefore: ['en', 'fr'],
    })
    expect(sections.map(({ key, number, became }) => [key, number, became])).toEqual([['a', '2', 'moved']])
    const html = reviewOf(sections[0], 'en')
    expect(html).toContain('Moved: 1 → 2')
    expect(html).toContain('The text is the same')
  })

  it('show the words that replace missing ones, in their language, if readers get those', () => {
    const [was, is] = [placed('a'), placed('a')]
    const after = [
      { entry: { ...is.entry, blob: 'b' }, content: content('a', { body: { en: words('Other words.') } }) },
    ]
    const [section] = comparedSections({
      before: [was],
      after,
      language: 'el',
      source: 'en',
      languagesBefore: ['en', 'fr', 'el'],
    })
    const [shown] = section?.words ?? []
    expect([section?.became, shown?.language, shown?.change.status]).toEqual(['changed', 'en', 'changed'])
    const html = reviewOf(section, 'el')
    expect(html).toContain('Not yet in Greek: text in English')
    expect(html).toContain('Other')
    const [english] = comparedSections({
      before: [was],
      after,
      language: 'en',
      source: 'en',
      languagesBefore: ['en', 'fr', 'el'],
    })
    expect(english?.words[0]?.change.counts).toEqual(shown?.change.counts)
  })

  it('list new sections in their place and removed ones at the end', () => {
    const sections = comparedSections({
      before: [placed('a'), placed('c')],
      after: [placed('b', { mode: 'local' }), placed('c')],
      language: 'en',
      source: 'en',
      languagesBefore: ['en', 'fr'],
    })
    expect(sections.map(({ key, number, words: [first] }) => [key, number, first?.change.status])).toEqual([
      ['b', '1', 'added'],
      ['a', '', 'removed'],
    ])
  })

  describe('the review marks what changes for readers besides the words', () => {
    /** The review page in a language, of one section that has only English words. */
    const shown = (
      { before, after }: { before: Partial<PlacedSection['entry']>; after: Partial<PlacedSection['entry']> },
      language: 'en' | 'fr' = 'en',
    ) => {
      const of = (given: Partial<PlacedSection['entry']>) => [{ entry: entry('a', given), content: content('a') }]
      const both = { before: of(before), after: of(after) }
      const [section] = comparedSections({ ...both, language, source: 'en', languagesBefore: ['en', 'fr'] })
      return reviewOf(section, language).replace(/<span class="vh".*?<\/span>/g, '')
    }

    it.each(['supplement', 'local', 'adapt', 'omit'] as const)('the reason why the country differs (%s)', (mode) => {
      const before = { mode, explanation: { en: 'Since 2020.' }, sources: 'Act 1' }
      const html = shown({ before, after: { ...before, explanation: { en: 'Since 2026.' }, sources: 'Act 2' } })
      expect(html).toMatch(/Since <del>2020<\/del> ?<ins>2026<\/ins>/)
      expect(html).toMatch(/Sources: Act <del>1<\/del> ?<ins>2<\/ins>/)
      expect(html).toContain('Only the reason for the difference changed')
    })

    it('the whole reason from the list, and one that is no longer given', () => {
      const other = { mode: 'adapt', reason: 'other' } as const
      const html = shown({ before: other, after: { mode: 'adapt', reason: 'national-law' } })
      expect(html).toMatch(/Reason:<\/strong> <del>[^<]+<\/del> <ins>[^<]*[Ll]aw[^<]*<\/ins>/)
      expect(shown({ before: other, after: { mode: 'adapt' } })).toMatch(/Reason:<\/strong> <del>[^<]+<\/del><\/p>/)
    })

    it('an explanation in another language that replaces a missing one', () => {
      const html = shown({ before: { mode: 'local' }, after: { mode: 'local', explanation: { en: 'By law.' } } }, 'fr')
      expect(html).toContain('Not yet in French: text in English')
      expect(html).toContain('<ins>By law.</ins>')
    })

    it('the address', () => {
      const html = shown({ before: { slug: 'old' }, after: { slug: 'new' } })
      expect(html).toContain('Address: <del>old</del> <ins>new</ins>')
      expect(html).not.toContain('Only why')
    })
  })

  it('the audiences and the stage of a section, and the description of a new picture', () => {
    const was = placed('a')
    const picture = block('image', { id: 'p', attrs: { media: 'm', alt: 'Two hands' } })
    const words = { audiences: ['police' as const], stages: ['appeal' as const], body: { en: [picture] } }
    const is = { entry: { ...was.entry, blob: 'other' }, content: { ...was.content, ...words } }
    const given = { before: [was], after: [is], source: 'en', languagesBefore: ['en'] } as const
    const [section] = comparedSections({ ...given, language: 'en' })
    const html = reviewOf(section, 'en')
    expect(html).toContain(say('words.audience.police'))
    expect(html).toContain(say('words.stage.appeal'))
    expect(html).toContain('>Picture: Two hands<')
  })
})
