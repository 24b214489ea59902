import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ModeCounts } from '@/admin/overview/ModeCounts'
import { LANGUAGES, type Language } from '@/domain/language'
import { MODES, type Mode } from '@/domain/section'
import { catalogues } from '@/messages/catalogues'
import { translatorFor } from '@/messages/translate'

function counted(language: Language, count: number): string[] {
  const counts = Object.fromEntries(MODES.map((mode) => [mode, count])) as Record<Mode, number>
  const html = renderToStaticMarkup(<ModeCounts counts={counts} say={translatorFor(language)} />)
  return html.split('</li>').map((one) => one.replace(/<[^>]+>/g, '').trim())
}

describe('the sections of a country in the overview', () => {
  it('agree with their number', () => {
    expect(counted('fr', 5)).toEqual(
      expect.arrayContaining(['5 adaptées', '5 non utilisées ici', '5 sections nationales']),
    )
    expect(counted('fr', 1)).toEqual(expect.arrayContaining(['1 adaptée', '1 non utilisée ici', '1 section nationale']))
    expect(counted('el', 5)).toContain('5 προσαρμοσμένες')
    expect(counted('it', 3)).toContain('3 non usate qui')
  })

  it.each(LANGUAGES)('are counted in every way, in "%s"', (language) => {
    const said = counted(language, 7).filter((one) => one !== '')
    expect(said).toHaveLength(MODES.length)
    for (const one of said) expect(one).toMatch(/^7 \p{Ll}/u)
  })
})

it('a mark means the same of a new or a removed section, whose text did not change', () => {
  const { 'overview.means.decide': decide, 'overview.means.ready': ready } = catalogues.en
  expect(decide).toBe('Decision needed: the change does not fit the national version')
  expect(ready).toBe('Ready: nothing of the country’s own text changes')
})

it.each(LANGUAGES)('a problem is announced with the same words everywhere, in "%s"', (language) => {
  expect(catalogues[language]['editor.bar.problem']).toBe(catalogues[language]['admin.action.problem'])
})

it('a German sentence after a colon begins with a capital letter', () => {
  expect(catalogues.de['history.undo.undone']).toBe('Rückgängig gemacht: Der Text ist wieder wie zuvor')
})
