import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { comparedAbout } from '@/admin/review/comparedAbout'
import { PublishSummary } from '@/admin/review/PublishSummary'
import { publishedChanges } from '@/admin/review/publishedChanges'
import { comparedSections } from '@/domain/comparedSections'
import type { Language } from '@/domain/language'
import type { ManifestEntry, PlacedSection } from '@/domain/release'
import { translatorFor } from '@/messages/translate'
import { plainRelease } from '../plainRelease'
import { content, entry } from './factories'

const placed = (key: string, given: Partial<ManifestEntry> = {}): PlacedSection => ({
  entry: entry(key, given),
  content: content(key, { title: { en: `Section ${key}` } }),
})

const before = [
  placed('a'),
  placed('b'),
  placed('c'),
  placed('d'),
  placed('e', { mode: 'omit', reason: 'other' }),
  placed('f', { mode: 'adapt', reason: 'other' }),
  placed('gone'),
]
const sent = [
  placed('a'),
  placed('b', { blob: 'ours', mode: 'adapt' }),
  placed('c', { rank: 'bb' }),
  placed('d', { mode: 'omit', reason: 'other' }),
  placed('e'),
  placed('f', { mode: 'adapt', reason: 'national-law' }),
  placed('g', { mode: 'local' }),
]

const read = { languages: ['en'], languagesBefore: ['en'], source: 'en', reader: 'en' } satisfies Partial<
  Parameters<typeof publishedChanges>[0]
>

describe('the changes that readers see after a national publication', () => {
  it('are named for each section: new, changed, moved, left out, used again, removed', () => {
    const changes = publishedChanges({ before, after: sent, ...read })
    expect(Object.fromEntries(changes.map(({ key, became }) => [key, became]))).toEqual({
      b: 'changed',
      c: 'moved',
      d: 'left-out',
      e: 'taken-up',
      f: 'changed',
      g: 'new',
      gone: 'removed',
    })
  })

  it('are those that the reviewer was shown, section by section', () => {
    const changes = publishedChanges({ before, after: sent, ...read })
    const reviewed = comparedSections({ before, after: sent, language: 'en', source: 'en', languagesBefore: ['en'] })
    expect(reviewed.map(({ key, number, became }) => ({ key, number, became }))).toEqual(
      changes.map(({ key, number, became }) => ({ key, number, became })),
    )
  })

  it('are none if only guidance, another language or the summary of an unused section changed', () => {
    const told = placed('a', { blob: 'told' })
    const after = [
      { ...told, content: { ...told.content, guidance: { en: 'Countries may shorten this.' } } },
      { ...placed('b', { blob: 'de' }), content: content('b', { title: { en: 'Section b', de: 'Abschnitt b' } }) },
      { ...placed('c', { blob: 'moved', rank: 'bb' }), content: { ...placed('c').content, guidance: { en: 'New.' } } },
      {
        ...placed('e', { mode: 'omit', reason: 'other', blob: 'e2' }),
        content: content('e', { title: { en: 'Section e' }, summary: { en: 'Other.' } }),
      },
    ]
    const was = before.filter(({ entry: { key } }) => after.some((one) => one.entry.key === key))
    const changes = (languages: Language[]) =>
      publishedChanges({ before: was, after, ...read, languages, languagesBefore: languages }).map(
        ({ key, became }) => [key, became],
      )
    expect(changes(['en'])).toEqual([['c', 'moved']])
    expect(changes(['en', 'de'])).toEqual([
      ['b', 'changed'],
      ['c', 'moved'],
    ])
    expect(
      comparedSections({ before: was, after, language: 'en', source: 'en', languagesBefore: ['en'] }).map(
        ({ key, became }) => [key, became],
      ),
    ).toEqual(changes(['en']))
  })

  it('are none if the same text is published again', () => {
    expect(publishedChanges({ before, after: before, ...read })).toEqual([])
    expect(comparedSections({ before, after: before, language: 'en', source: 'en', languagesBefore: ['en'] })).toEqual(
      [],
    )
  })

  it("include a country's reason for differing, even one that is not from the list, and the common text of an unused section", () => {
    const was = [placed('a', { mode: 'supplement' }), placed('b', { mode: 'local' }), placed('c', { mode: 'local' })]
    const after = [
      placed('a', { mode: 'supplement', explanation: { en: 'Because.' } }),
      placed('b', { mode: 'local', sources: 'Act 1 of 2026' }),
      placed('c', { mode: 'local' }),
    ]
    const omitted = placed('d', { mode: 'omit', reason: 'other' })
    const newer = {
      entry: { ...omitted.entry, blob: 'newer' },
      content: content('d', { title: { en: 'Another title' } }),
    }
    const changes = publishedChanges({ before: [...was, omitted], after: [...after, newer], ...read })
    expect(changes.map(({ key, became }) => [key, became])).toEqual([
      ['a', 'changed'],
      ['b', 'changed'],
      ['d', 'changed'],
    ])
  })

  const others = { behind: [{ release: { ...plainRelease, seq: 0, version: '0.9' }, keys: ['a', 'b'] }], ahead: [] }
  const version = {
    variant: {
      id: 'v',
      rev: 1,
      toolkit: 't',
      country: 'ie',
      languages: ['en' as const],
      baseline: 'r',
      acceptsEditorial: false,
      paused: null,
    },
    // The text that was sent is published, whatever the version contains by now.
    resolved: { baseline: plainRelease, others, sections: sent.slice(1) } as never,
    isBasisWithdrawn: false,
    lastRelease: plainRelease,
    withdrawn: false,
  }
  const shown = (isFirst: boolean, given: Partial<typeof version> = {}) =>
    renderToStaticMarkup(
      <PublishSummary
        version={{ ...version, ...given }}
        review={{
          sent,
          before,
          against: plainRelease,
          isFirst,
          isAgainstCommon: isFirst,
          follows: null,
          source: 'en',
          about: comparedAbout([{ kind: 'words', field: 'title', language: 'en', before: 'Old', after: 'New' }]),
        }}
        open={null}
        behind={[]}
        country="Ireland"
        reader="en"
        say={translatorFor('en')}
      />,
    )

  it('are shown before publishing, together with changed texts of the pages', () => {
    const html = shown(false)
    expect(html).toContain('What changes since release 1.0')
    expect(html).toMatch(/Section d<\/span> <span class="muted">\(No longer used\)/)
    expect(html).toMatch(/Section e<\/span> <span class="muted">\(Used again\)/)
    expect(html).toMatch(/Section gone<\/span> <span class="muted">\(Removed\)/)
    expect(html).toContain('Title (English):')
    expect(html).not.toContain('Section a<')
  })

  it('count the sections that readers get, those of them with national text, and the unused ones separately', () => {
    expect(shown(false)).toContain('6 sections, 3 with national text; 1 section of the common framework is not used')
  })

  it('say after a withdrawal that the whole text is published', () => {
    const sentence = 'Release 1.0 has been withdrawn, so no text is in use now.'
    expect(shown(false, { withdrawn: true })).toContain(sentence)
    expect(shown(false)).not.toContain(sentence)
  })

  it('say if the common framework that the text is based on was withdrawn', () => {
    const sentence = 'Follows common framework 1.0, which has been withdrawn'
    expect(shown(false, { isBasisWithdrawn: true })).toContain(sentence)
    expect(shown(false)).not.toContain(sentence)
  })

  it('say how many sections stand on another release of the common framework', () => {
    expect(shown(false)).toContain('<li>2 sections still stand on 0.9.</li>')
  })

  it('are compared with nothing after a withdrawal: nothing is in use to compare with', () => {
    for (const isFirst of [false, true]) {
      const html = shown(isFirst, { withdrawn: true })
      for (const said of [
        'What changes since',
        'what differs from',
        'No section differs',
        'Section b',
        'Title (English)',
      ])
        expect(html).not.toContain(said)
      expect(html).toContain('6 sections, 3 with national text')
    }
  })

  it('are compared with the common text if nothing was published before', () => {
    expect(shown(true)).toContain('First release: what differs from the common text')
  })
})
