import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CountryEffects } from '@/admin/framework/CountryEffects'
import { AboutDifference } from '@/admin/review/AboutDifference'
import type { ComparedAbout } from '@/admin/review/comparedAbout'
import { translatorFor } from '@/messages/translate'

const say = translatorFor('en')
const shown = ({ going, removed, added = 0 }: { going: number; removed: number; added?: number }) =>
  renderToStaticMarkup(
    <CountryEffects
      effects={[{ country: 'ie', own: 2, common: 1, added, unused: 0, ownInRemoved: 1 }]}
      going={going}
      removed={removed}
      nameOf={() => 'Ireland'}
      say={say}
    />,
  )

describe('the table of what each country gets of a release', () => {
  it('says that it counts the sections that go out, and of how many', () => {
    const html = shown({ going: 3, removed: 0 })
    expect(html).toContain('What each country gets of the 3 released sections')
    for (const cell of ['2 of 3', '1 of 3', '0 of 3']) expect(html).toContain(cell)
    expect(html).not.toContain('taken out')
  })

  it('counts what is taken out against what is taken out, and nothing else where no section goes out', () => {
    const html = shown({ going: 0, removed: 4 })
    expect(html).toContain('1 of 4')
    expect(html).not.toContain('Has the common text')
  })

  it('says what is new for a country, where anything is', () => {
    expect(shown({ going: 8, removed: 0, added: 5 })).toMatch(/New for the country.*5 of 8/s)
    expect(shown({ going: 8, removed: 0 })).not.toContain('New for the country')
  })

  it('is not there where no section changes', () => {
    expect(shown({ going: 0, removed: 0 })).toBe('')
  })
})

it('what the pages of the common framework say is nothing about a country', () => {
  const changes: ComparedAbout[] = [{ kind: 'sample', after: true }]
  const about = (of: 'common' | 'country') =>
    renderToStaticMarkup(<AboutDifference changes={changes} of={of} level="h4" reader="en" say={say} />)
  expect(about('common')).toContain('What the pages say about the toolkit<')
  expect(about('country')).toContain('What the pages say about the toolkit and the country<')
})

it('where only the title changes it is said which countries’ pages follow, and when', () => {
  const said = (countries: string[]) =>
    say('admin.release.about-only', { count: countries.length, countries: countries.join(', ') })
  expect(said(['Cyprus', 'Ireland'])).toBe(
    'No section changes. The pages of the common framework change at once; the pages of Cyprus, Ireland change with the next release of that country.',
  )
  expect(said([])).toBe('No section changes. The pages of the common framework change at once.')
})
