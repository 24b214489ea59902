import { describe, expect, it } from 'vitest'
import { DRAFTERS, ROLES, type Role } from '@/domain/actor'
import type { Language } from '@/domain/language'
import type { Provenance } from '@/domain/release'
import { MODES, type Mode } from '@/domain/section'
import { hasOwnWords, translatedAfter, translatedIn, translationForbids } from '@/domain/translating'
import { catalogues } from '@/messages/catalogues'
import { ownOf, p } from './sections'

const FORBIDDEN: Partial<Record<Mode, string>> = {
  adapt: 'refusal.translate-adapted',
  omit: 'refusal.translate-omitted',
}
const every = ROLES.flatMap((role) => MODES.map((mode): [Role, Mode] => [role, mode]))

describe('the languages in which a country’s words are a translation', () => {
  const before = ownOf('a', {
    title: { el: 'Τίτλος', fr: 'Titre' },
    body: { el: [p('Κείμενο', 'x')] },
    translated: ['fr'],
  })
  const el = 'el' as const

  it('include the language of a new translation, even if its words are unchanged', () => {
    for (const after of [before, { ...before, title: { el: 'Άλλος' } }])
      expect(translatedAfter({ before, after, language: el, isTranslation: true })).toEqual(['fr', 'el'])
  })

  it('no longer include the language in which other words are saved as the country’s own', () => {
    const known = { ...before, translated: ['fr', 'el'] as const }
    const written = [{ title: { ...before.title, el: 'Άλλος' } }, { body: { el: [p('Κείμενα')] } }, { body: {} }]
    for (const one of written) {
      const given = { before: known, after: { ...known, ...one }, language: el, isTranslation: false }
      expect(translatedAfter(given)).toEqual(['fr'])
    }
  })

  it('do not change if the same words are saved again', () => {
    const after = { ...before, summary: { el: '' }, body: { el: [p('Κείμενο', 'y')] } }
    const given = { after, language: el, isTranslation: false }
    expect(translatedAfter({ before: { ...before, translated: ['el', 'fr'] }, ...given })).toEqual(['fr', 'el'])
    expect(translatedAfter({ before, ...given })).toEqual(['fr'])
  })
})

describe('own words of a country', () => {
  it('exist in a language if some of its stored words are not a translation', () => {
    const own = ownOf('a', { summary: { el: 'Σύνοψη' }, title: { fr: 'Titre' }, body: { de: [] }, translated: ['fr'] })
    expect((['el', 'fr', 'de', 'it'] as const).filter((language) => hasOwnWords({ own, language }))).toEqual(['el'])
  })
})

describe('what readers get', () => {
  const content = { title: { el: 'Τίτλος' }, summary: {}, body: { el: [p('Κείμενο')] }, addition: {} }
  const translated = (provenance: Provenance) => translatedIn({ provenance, content, language: 'el', read: {} })

  it('is a translation wholly, in part or not at all, whatever is known of fields without words', () => {
    expect(translated({ title: { el: 'translation' }, body: { el: 'translation' } })).toBe('whole')
    expect(translated({ body: { el: 'translation' } })).toBe('partly')
    expect(translated({})).toBeNull()
  })
})

describe('translating a section', () => {
  it.each(every)('as %s, for a section stored as %s', (role, mode) => {
    const actor = { userId: 'u', memberships: [{ role, country: 'cy' }] }
    const key = DRAFTERS.includes(role) ? undefined : FORBIDDEN[mode]
    const own = ownOf('a', { mode, title: { fr: 'Titre' } })
    expect(translationForbids({ actor, country: 'cy', own, language: 'el' })).toEqual(key ? { key } : null)
  })

  it('depends only on roles in the country of the text', () => {
    const actor = { userId: 'u', memberships: [{ role: 'national-lead' as const, country: 'ie' }] }
    const own = ownOf('a', { mode: 'adapt' })
    expect(translationForbids({ actor, country: 'cy', own, language: 'el' })?.key).toBe('refusal.translate-adapted')
  })

  it('is refused to a translator where the country has own words, although nobody reads them', () => {
    const key = (role: Role, language: Language, mode: Mode = 'supplement') =>
      translationForbids({
        actor: { userId: 'u', memberships: [{ role, country: 'cy' }] },
        country: 'cy',
        own: ownOf('a', { mode, title: { el: 'Δικά μας', fr: 'Titre' }, translated: ['fr'] }),
        language,
      })?.key
    for (const mode of ['supplement', 'inherit'] as const)
      expect(key('translator', 'el', mode), mode).toBe('refusal.translate-own-words')
    expect(key('translator', 'el', 'adapt')).toBe('refusal.translate-adapted')
    expect(key('translator', 'el', 'omit')).toBe('refusal.translate-omitted')
    expect(key('translator', 'fr'), 'a translation can be improved').toBeUndefined()
    expect(key('national-editor', 'el')).toBeUndefined()
  })

  it('is refused with messages that exist', () => {
    for (const key of [...Object.values(FORBIDDEN), 'refusal.translate-own-words'])
      expect(Object.keys(catalogues.en)).toContain(key)
  })
})
