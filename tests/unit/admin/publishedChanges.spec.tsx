import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PublishSummary } from '@/admin/review/PublishSummary'
import { publishedChanges } from '@/admin/review/publishedChanges'
import { reviewedSections } from '@/admin/review/reviewedSections'
import type { PlacedSection } from '@/admin/review/sectionPairs'
import type { ManifestEntry } from '@/domain/release'
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

describe('what a national publication changes for readers', () => {
  it('is named for each section: new, changed, moved, left out, taken up again, taken out', () => {
    const changes = publishedChanges({ before, after: sent, languages: ['en'] })
    expect(Object.fromEntries(changes.map(({ key, state }) => [key, state]))).toEqual({
      b: 'changed',
      c: 'moved',
      d: 'left-out',
      e: 'taken-up',
      f: 'changed',
      g: 'new',
      gone: 'removed',
    })
  })

  it('is what the reviewer was shown, section by section', () => {
    const changes = publishedChanges({ before, after: sent, languages: ['en'] })
    const reviewed = reviewedSections({ before, after: sent, language: 'en' })
    expect(reviewed.map(({ key, number, state }) => ({ key, number, state }))).toEqual(
      changes.map(({ key, number, state }) => ({ key, number, state })),
    )
  })

  it('is nothing where the same is published again', () => {
    expect(publishedChanges({ before, after: before, languages: ['en'] })).toEqual([])
    expect(reviewedSections({ before, after: before, language: 'en' })).toEqual([])
  })

  const version = {
    variant: { id: 'v', rev: 1, toolkit: 't', country: 'ie', languages: ['en' as const], baseline: 'r' },
    resolved: { baseline: plainRelease, sections: sent } as never,
  }
  const shown = (isFirst: boolean) =>
    renderToStaticMarkup(
      <PublishSummary
        version={version}
        review={{
          sent,
          before,
          against: plainRelease,
          isFirst,
          about: [{ kind: 'words', field: 'title', language: 'en', before: 'Old', after: 'New' }],
        }}
        country="Ireland"
        reader="en"
        say={translatorFor('en')}
      />,
    )

  it('stands in the question before it, with what the pages say otherwise', () => {
    const html = shown(false)
    expect(html).toContain('What changes since release 1.0')
    expect(html).toMatch(/Section d<\/span> <span class="muted">\(Left out\)/)
    expect(html).toMatch(/Section e<\/span> <span class="muted">\(Taken up again\)/)
    expect(html).toMatch(/Section gone<\/span> <span class="muted">\(taken out\)/)
    expect(html).toContain('Title (English):')
    expect(html).not.toContain('Section a<')
  })

  it('is held against the common framework where nothing was published before', () => {
    expect(shown(true)).toContain('The first release: what differs from common framework 1.0')
  })
})
