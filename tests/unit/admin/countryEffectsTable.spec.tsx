import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CountryEffects } from '@/admin/release/CountryEffects'
import { AboutDifference } from '@/admin/review/AboutDifference'
import type { ComparedAbout } from '@/admin/review/comparedAbout'
import { translatorFor } from '@/messages/translate'

const say = translatorFor('en')
const shown = ({ going, removed, added = 0 }: { going: number; removed: number; added?: number }) =>
  renderToStaticMarkup(
    <CountryEffects
      effects={[{ country: 'ie', name: 'Ireland', own: 2, common: 1, added, unused: 0, ownInRemoved: 1 }]}
      going={going}
      removed={removed}
      say={say}
    />,
  )

describe('the table of what each country has in the sections of a release', () => {
  it('names the number of released sections once above it and in every cell', () => {
    const html = shown({ going: 3, removed: 0 })
    expect(html.split('What each country has in the 3 released sections')).toHaveLength(2)
    expect(html).toMatch(/<h2 id="countries-get">.*<table role="table" aria-labelledby="countries-get">/)
    for (const cell of ['2 of 3', '1 of 3', '0 of 3']) expect(html).toContain(cell)
    expect(html).not.toContain('taken out')
  })

  it('compares removed sections with all removed sections, and has no other column if none is released', () => {
    const html = shown({ going: 0, removed: 4 })
    expect(html).toContain('1 of 4')
    expect(html).not.toContain('Has the common text')
  })

  it('says how many sections are new for a country, if any are', () => {
    expect(shown({ going: 8, removed: 0, added: 5 })).toMatch(/New for the country.*5 of 8/s)
    expect(shown({ going: 8, removed: 0 })).not.toContain('New for the country')
  })

  it('is not shown if no section changes', () => {
    expect(shown({ going: 0, removed: 0 })).toBe('')
  })
})

it("the changes to the common framework's pages do not mention a country", () => {
  const changes: ComparedAbout[] = [{ kind: 'sample', after: true }]
  const about = (of: 'common' | 'country') =>
    renderToStaticMarkup(<AboutDifference changes={changes} of={of} level="h4" reader="en" say={say} />)
  expect(about('common')).toContain('What the pages say about the toolkit<')
  expect(about('country')).toContain('What the pages say about the toolkit and the country<')
})

it('a change of only the title says which countries’ pages follow, and when', () => {
  const said = (countries: string[]) =>
    say('admin.release.about-only', { count: countries.length, countries: countries.join(', ') })
  expect(said(['Cyprus', 'Ireland'])).toBe(
    'No section changes. The pages of the common framework change at once; the pages of Cyprus, Ireland change with the next release of that country.',
  )
  expect(said([])).toBe('No section changes. The pages of the common framework change at once.')
})
