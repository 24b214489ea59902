import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CountriesGet } from '@/admin/release/CountriesGet'
import { AboutDifference } from '@/admin/review/AboutDifference'
import type { ComparedAbout } from '@/admin/review/comparedAbout'
import { translatorFor } from '@/messages/translate'
import type { Variant } from '@/stored/variants'

const say = translatorFor('en')
const NONE = { decide: 0, check: 0, ready: 0, kept: 0, paused: 0, told: 0 }

function shown(given: Partial<typeof NONE>, more: { hasEditorial?: boolean; last?: string | null } = {}): string {
  const variant = { country: 'ie', acceptsEditorial: true } as Variant
  const countries = [{ name: 'Ireland', open: 4, sections: { ...NONE, ...given }, variant }]
  return renderToStaticMarkup(
    <CountriesGet countries={countries} version="2.0" last="1.0" hasEditorial={false} say={say} {...more} />,
  )
}

describe('the table of what each country gets with a release', () => {
  it('has a caption, and says under each heading how many sections will wait', () => {
    const html = shown({ decide: 2, ready: 5 })
    expect(html).toContain('<caption class="vh">Updates in each country after release 2.0</caption>')
    expect(html).toMatch(/data-h="Decision needed"[^>]*>2<.*data-h="Ready"[^>]*>5</)
    expect(html).toMatch(/data-h="Decisions on 1.0 still open"[^>]*>4</)
  })

  it('has columns of paused sections and of those that a country does not use only if there are some', () => {
    expect(shown({})).not.toMatch(/Updates paused|Not used, changed/)
    expect(shown({ paused: 1, told: 2 })).toMatch(/"Updates paused"[^>]*>1<.*"Not used, changed"[^>]*>2</)
  })

  it('counts no open decisions where no release is in use', () => {
    expect(shown({}, { last: null })).not.toContain('still open')
  })

  it('names the countries in which editorial changes come in at once, if the release has one', () => {
    expect(shown({}, { hasEditorial: true })).toContain('they are counted as Ready: Ireland.')
    expect(shown({})).not.toContain('counted as Ready')
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
