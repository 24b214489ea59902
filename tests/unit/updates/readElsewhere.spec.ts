import { describe, expect, it } from 'vitest'
import { wordsRead } from '@/domain/became'
import type { Language } from '@/domain/language'
import { openPlaces } from '@/domain/merge/merge'
import { proposablePlaces } from '@/domain/proposals'
import { resolve, untouched, type VariantSection } from '@/domain/resolve'
import { textOf } from '@/domain/richText/walk'
import type { SectionContent } from '@/domain/section'
import {
  decideUpdate,
  droppedBy,
  languagesWithLess,
  mergeIn,
  offeredChanges,
  settledByProposal,
  type UpdateDecision,
  type UpdateSides,
  updateOf,
} from '@/domain/updates/updates'
import { baseOf, ownOf, p } from '../domain/sections'

const SAFE = p('First make sure that the person is safe.', 'a')
const SAFE_NOW = p('First make sure that the person is safe now.', 'a')
const SAFE_IN_GREEK = p('Πρώτα βεβαιωθείτε ότι το άτομο είναι ασφαλές.', 'g')
const HOTLINE = p('In our country ring 1109.', 'x')
const HOTLINE_IN_GREEK = p('Στη χώρα μας καλέστε το 1109.', 'y')

const ENGLISH = { title: { en: 'Safety' }, body: { en: [SAFE] } }
const BOTH = { title: { en: 'Safety', el: 'Ασφάλεια' }, body: { en: [SAFE], el: [SAFE_IN_GREEK] } }

type Common = Partial<SectionContent> | null

function sidesOf({ base, newest, own }: { base: Common; newest: Common; own: VariantSection }): UpdateSides {
  const [was, is] = [base, newest].map((one) => one && baseOf('k', one))
  return { base: was ?? null, newest: is ?? null, own, languages: ['en', 'el'], sourceLanguage: 'en' }
}

/** What the country has stored after a decision. */
function decided(sides: UpdateSides, decision: UpdateDecision): VariantSection {
  const outcome = decideUpdate({ sides, decision: { reason: 'other', ...decision }, release: 'newest' })
  if (!outcome.ok) throw new Error(outcome.because[0]?.key)
  return outcome.result
}

/** Title and text as readers of a language get them, each in the language that they get it in. */
function read(sides: UpdateSides, own: VariantSection, language: Language): string {
  const { languages, newest } = sides
  const [section] = resolve({ base: newest ? [newest] : [], variant: [own], languages })
  if (!section) return ''
  const { title, body, addition } = wordsRead(section, { language, source: 'en' })
  const lines = [body, addition].flatMap((one) => (one ? `${one.language}: ${textOf(one.value)}` : []))
  return [title?.value, ...lines].join(' | ')
}

const readBefore = (sides: UpdateSides, language: Language) =>
  read({ ...sides, newest: sides.base }, sides.own, language)

describe('a text that the common framework gets in a language in which the country has none', () => {
  const ours = ownOf('k', { mode: 'adapt', reason: 'national-law', body: { en: [p('Ring 1109 first.', 'a')] } })

  it.each(['keep', 'not-for-us'] as const)(
    'takes no text from readers of that language after "%s": they go on to get that of the other language',
    (choice) => {
      for (const own of [untouched('k'), ours]) {
        const newest = { ...BOTH, body: { ...BOTH.body, en: [SAFE_NOW] } }
        const sides = sidesOf({ base: ENGLISH, newest, own })
        const next = decided(sides, { choice })
        expect(readBefore(sides, 'el')).toMatch(/^Safety \| en: /)
        for (const language of ['en', 'el'] as const)
          expect(read(sides, next, language)).toBe(readBefore(sides, language))
      }
    },
  )

  it('does not come in where a combination declines it, and readers go on to get that of the other language', () => {
    const sides = sidesOf({ base: ENGLISH, newest: BOTH, own: ours })
    const declined = { el: offeredChanges(sides, 'el').map(({ id }) => id) }
    const next = decided(sides, { choice: 'combine', declined })
    expect(read(sides, next, 'el')).toBe(readBefore(sides, 'el'))
  })

  it('comes in with a later decision, and is what readers get from then on', () => {
    const sides = sidesOf({ base: ENGLISH, newest: BOTH, own: untouched('k') })
    const kept = decided(sides, { choice: 'keep' })
    const later = { ...BOTH, body: { ...BOTH.body, el: [p('Πρώτα ασφάλεια.', 'g')] } }
    const next = sidesOf({ base: BOTH, newest: later, own: kept })
    expect(read(next, decided(next, { choice: 'keep' }), 'el')).toBe(
      'Safety | en: First make sure that the person is safe.',
    )
    expect(read(next, decided(next, { choice: 'accept' }), 'el')).toBe('Ασφάλεια | el: Πρώτα ασφάλεια.')
  })

  it('is never ready later, and a combination leaves readers the text of the other language, with its changes', () => {
    const kept = decided(sidesOf({ base: ENGLISH, newest: BOTH, own: untouched('k') }), { choice: 'keep' })
    for (const el of [[SAFE_IN_GREEK], [SAFE_IN_GREEK, HOTLINE_IN_GREEK], [p('Πρώτα ασφάλεια.', 'g')]]) {
      const newest = { ...BOTH, body: { en: [SAFE, HOTLINE], el } }
      const sides = sidesOf({ base: BOTH, newest, own: kept })
      expect(updateOf(sides)?.status).toBe('please-check')
      expect(openPlaces(mergeIn(sides, 'el')).conflicts).toEqual([])
      const next = decided(sides, { choice: 'combine' })
      expect(read(sides, next, 'el')).toBe(`Safety | en: ${textOf([SAFE, HOTLINE])}`)
      expect(droppedBy([{ sides, next: decided(sides, { choice: 'accept' }) }]).isBack).toBe(false)
    }
  })

  it('stays out where another part of the section is accepted, whether that asks for a look or not', () => {
    const base = { ...BOTH, summary: { en: 'Safety first.' } }
    const kept = decided(sidesOf({ base: ENGLISH, newest: base, own: untouched('k') }), { choice: 'keep' })
    const others: Partial<SectionContent>[] = [
      { summary: { en: 'Safety comes first.' } },
      { audiences: ['police'] },
      { guidance: { en: 'Name the office.' } },
    ]
    for (const other of others) {
      const sides = sidesOf({ base, newest: { ...base, ...other }, own: kept })
      expect(read(sides, decided(sides, { choice: 'accept' }), 'el')).toBe(readBefore(sides, 'el'))
    }
  })

  it('may not be kept out where a part is fixed that the other language does not have', () => {
    const rules = [{ field: 'body' as const, block: { el: 'g' }, demand: 'fixed' as const, guidance: {} }]
    const sides = sidesOf({ base: { ...ENGLISH, rules }, newest: { ...BOTH, rules }, own: untouched('k') })
    const outcome = decideUpdate({ sides, decision: { choice: 'keep', reason: 'other' }, release: 'newest' })
    expect(outcome).toMatchObject({ ok: false, because: [{ key: 'refusal.part-fixed' }] })
  })

  it('may not be kept out either where a third language has the part, which they do not get', () => {
    const rules = [{ field: 'body' as const, block: { el: 'g', fr: 'f' }, demand: 'fixed' as const, guidance: {} }]
    const newest = { ...BOTH, body: { ...BOTH.body, fr: [p('Mettez d’abord la personne en sécurité.', 'f')] }, rules }
    for (const languages of [
      ['en', 'el'],
      ['en', 'el', 'fr'],
    ] as const) {
      const sides = { ...sidesOf({ base: { ...ENGLISH, rules }, newest, own: untouched('k') }), languages }
      const outcome = decideUpdate({ sides, decision: { choice: 'keep', reason: 'other' }, release: 'newest' })
      const because = languages.slice(1).map((language) => ({ key: 'refusal.part-fixed', params: { language } }))
      expect(outcome).toMatchObject({ ok: false, because })
    }
  })

  it('may not be kept out where it is fixed as a whole, and readers would get words of our own in its place', () => {
    const rules = [{ field: 'body' as const, block: null, demand: 'fixed' as const, guidance: {} }]
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { fr: [p('Le nôtre.')] } })
    const newest = { title: BOTH.title, body: { el: [SAFE_IN_GREEK] }, rules }
    const sides = {
      ...sidesOf({ base: { title: BOTH.title, body: {} }, newest, own }),
      languages: ['el', 'fr'] as const,
    }
    const outcome = decideUpdate({ sides, decision: { choice: 'keep', reason: 'other' }, release: 'newest' })
    expect(outcome).toMatchObject({ ok: false, because: [{ key: 'refusal.part-fixed', params: { language: 'el' } }] })
  })

  it('may be kept out also where it is fixed: readers get the part in the other language', () => {
    const rules = [{ field: 'body' as const, block: { en: 'a', el: 'g' }, demand: 'fixed' as const, guidance: {} }]
    const sides = sidesOf({ base: { ...ENGLISH, rules }, newest: { ...BOTH, rules }, own: untouched('k') })
    expect(read(sides, decided(sides, { choice: 'keep' }), 'el')).toBe(readBefore(sides, 'el'))
  })

  it('is nothing that the country proposes to take out of the common framework', () => {
    const sides = sidesOf({ base: ENGLISH, newest: BOTH, own: ours })
    const kept = decided(sides, { choice: 'keep' })
    const common = sides.newest?.content ?? null
    expect(proposablePlaces({ own: kept, common, languages: ['en', 'el'] })).toEqual([
      { field: 'body', language: 'en' },
    ])
  })

  it('is what readers get as soon as the country no longer adapts the section', () => {
    const sides = sidesOf({ base: ENGLISH, newest: BOTH, own: untouched('k') })
    const kept = decided(sides, { choice: 'keep' })
    const supplemented: VariantSection = { ...kept, mode: 'supplement', addition: { en: [HOTLINE] } }
    expect(read(sides, supplemented, 'el')).toContain('el: Πρώτα βεβαιωθείτε')
  })

  it('is to be checked where readers got words of our own in the other language, and nothing is chosen beforehand', () => {
    const sides = sidesOf({ base: ENGLISH, newest: BOTH, own: ours })
    expect(updateOf(sides)?.status).toBe('please-check')
    expect(languagesWithLess(sides)).toEqual([{ language: 'el', instead: 'en' }])
    const emptied = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: [HOTLINE], el: [] } })
    const newest = { ...BOTH, body: { ...BOTH.body, el: [HOTLINE_IN_GREEK] } }
    expect(languagesWithLess(sidesOf({ base: BOTH, newest, own: emptied }))).toEqual([])
  })

  it('cannot be kept alone where it changes in no language of the version, and another part of the section can', () => {
    const newest = { ...ENGLISH, body: { en: [SAFE_NOW] }, audiences: ['police' as const] }
    const sides: UpdateSides = { ...sidesOf({ base: ENGLISH, newest, own: untouched('k') }), languages: ['el'] }
    const keeping = (parts: UpdateDecision['parts']) =>
      decideUpdate({ sides, decision: { choice: 'keep', reason: 'other', parts }, release: 'newest' })
    expect(keeping(['body'])).toMatchObject({ ok: false, because: [{ key: 'refusal.update-choice' }] })
    expect(keeping(['audiences'])).toMatchObject({ ok: true })
    expect(keeping(undefined)).toMatchObject({ ok: true })
  })

  it('does not bring back a text that the country took out on purpose in that language', () => {
    const own = ownOf('k', { mode: 'adapt', reason: 'other', body: { en: [HOTLINE], el: [] } })
    const sides = sidesOf({ base: BOTH, newest: { ...BOTH, body: { ...BOTH.body, el: [HOTLINE_IN_GREEK] } }, own })
    expect(readBefore(sides, 'el')).toBe('Ασφάλεια')
    expect(read(sides, decided(sides, { choice: 'keep' }), 'el')).toBe('Ασφάλεια')
  })

  it.each(['keep', 'park'] as const)(
    'leaves readers what they get where the section is gone and we choose "%s"',
    (choice) => {
      const emptied: Partial<VariantSection> = { mode: 'adapt', reason: 'other', body: { en: [HOTLINE], el: [] } }
      const untranslated = { ...ENGLISH, summary: { en: 'In short.' } }
      for (const [own, base] of [
        [ownOf('k', emptied), BOTH],
        [ownOf('k', { ...emptied, summary: { el: '' } }), untranslated],
        [ownOf('k', { ...emptied, standIns: [{ field: 'body', language: 'el' }] }), BOTH],
      ] as const) {
        const sides = sidesOf({ base, newest: null, own })
        const before = readBefore(sides, 'el')
        const next = decided(sides, { choice, explanation: { en: 'For later.' } })
        expect(read(sides, { ...next, mode: 'local' }, 'el')).toBe(before)
        // A summary that we write later is read in Greek too: we emptied none there.
        const later: VariantSection = { ...next, mode: 'local', summary: { ...next.summary, en: 'Shorter.' } }
        const [section] = resolve({ base: [], variant: [later], languages: ['en', 'el'] })
        expect(section && wordsRead(section, { language: 'el', source: 'en' }).summary?.value).toBe('Shorter.')
      }
    },
  )

  it('stays out of a section of our own that the common framework has again', () => {
    const own = ownOf('k', { mode: 'local', title: { en: 'Safety' }, body: { en: [SAFE] } })
    const sides = sidesOf({ base: null, newest: BOTH, own })
    const before = read({ ...sides, newest: null }, own, 'el')
    expect(read(sides, decided(sides, { choice: 'keep' }), 'el')).toBe(before)
  })
})

describe('a text that the common framework empties in all languages', () => {
  it.each(['keep', 'not-for-us'] as const)(
    'takes no text from readers of a language in which there was none after "%s": they go on to get that of the other',
    (choice) => {
      const newest = { title: BOTH.title, body: { en: [p('')], el: [p('')] } }
      const sides = sidesOf({ base: ENGLISH, newest, own: untouched('k') })
      const next = decided(sides, { choice })
      for (const language of ['en', 'el'] as const)
        expect(read(sides, next, language)).toBe(readBefore(sides, language))
    },
  )
})

describe('an addition in one language', () => {
  const own = ownOf('k', { mode: 'supplement', reason: 'national-service', addition: { en: [HOTLINE] } })
  const newest = { ...BOTH, body: { ...BOTH.body, en: [SAFE_NOW] } }

  it.each(['keep', 'not-for-us'] as const)('is read in all languages after "%s", as before', (choice) => {
    const sides = sidesOf({ base: BOTH, newest, own })
    expect(readBefore(sides, 'el')).toContain('ring 1109')
    const next = decided(sides, { choice })
    for (const language of ['en', 'el'] as const) expect(read(sides, next, language)).toContain('ring 1109')
  })

  it('is read once where readers get the whole text in that language', () => {
    const sides = sidesOf({ base: ENGLISH, newest: { ...ENGLISH, body: { en: [SAFE_NOW] } }, own })
    const next = decided(sides, { choice: 'keep' })
    expect(next.body.el).toBeUndefined()
    expect(read(sides, next, 'el').split('ring 1109')).toHaveLength(2)
  })

  it('is read in a language whose text the decision empties, without the text of another language', () => {
    const other = [p('Άλλα λόγια.', 'h'), p('Και άλλα.', 'i')]
    const sides = sidesOf({ base: BOTH, newest: { ...BOTH, body: { ...BOTH.body, el: other } }, own })
    const declined = { el: offeredChanges(sides, 'el').flatMap(({ id }) => (id === 'h' || id === 'i' ? [id] : [])) }
    for (const decision of [{ declined }, { written: { body: { el: [] } } }])
      expect(read(sides, decided(sides, { choice: 'combine', ...decision }), 'el')).toBe(
        'Ασφάλεια | el: In our country ring 1109.',
      )
  })

  it('is read with the text of its own language where that stood in before the country supplemented the section', () => {
    const stoodIn: Partial<VariantSection> = { body: { el: [] }, standIns: [{ field: 'body', language: 'el' }] }
    const sides = sidesOf({ base: BOTH, newest, own: { ...own, ...stoodIn } })
    expect(read(sides, decided(sides, { choice: 'keep' }), 'el')).toBe(
      'Ασφάλεια | el: Πρώτα βεβαιωθείτε ότι το άτομο είναι ασφαλές.\nIn our country ring 1109.',
    )
    const emptied = decided(sides, { choice: 'combine', written: { body: { el: [] } } })
    expect(read(sides, emptied, 'el')).toBe('Ασφάλεια | el: In our country ring 1109.')
  })

  it('is read in all languages where the section is gone and becomes our own', () => {
    const sides = sidesOf({ base: BOTH, newest: null, own })
    const next = decided(sides, { choice: 'keep' })
    for (const language of ['en', 'el'] as const) expect(read(sides, next, language)).toContain('ring 1109')
  })

  it('stays where the common framework has it now in that language only: others would read it nowhere', () => {
    const taken = { ...BOTH, body: { ...BOTH.body, en: [SAFE, { ...HOTLINE, id: 'new' }] } }
    const sides = sidesOf({ base: BOTH, newest: taken, own })
    expect(settledByProposal({ sides, release: 'newest' })).toBeNull()
    const next = decided(sides, { choice: 'accept' })
    expect(read(sides, next, 'el')).toContain('ring 1109')
  })

  it('stays where readers of a third language get another text than the one that has it now', () => {
    const inGreek = ownOf('k', { mode: 'supplement', reason: 'national-service', addition: { el: [HOTLINE_IN_GREEK] } })
    const taken = { ...BOTH, body: { ...BOTH.body, el: [SAFE_IN_GREEK, { ...HOTLINE_IN_GREEK, id: 'new' }] } }
    const sides: UpdateSides = { ...sidesOf({ base: BOTH, newest: taken, own: inGreek }), languages: ['el', 'fr'] }
    expect(settledByProposal({ sides, release: 'newest' })).toBeNull()
    expect(read(sides, decided(sides, { choice: 'accept' }), 'fr')).toContain('καλέστε το 1109')
  })

  it('stays where the text in the other language is new and has nothing of it', () => {
    const greek = [SAFE_IN_GREEK, p('Άλλα λόγια.', 'q')]
    const taken = { ...BOTH, body: { en: [SAFE, { ...HOTLINE, id: 'new' }], el: greek } }
    const sides = sidesOf({ base: ENGLISH, newest: taken, own })
    for (const choice of ['accept', 'combine'] as const)
      expect(read(sides, decided(sides, { choice }), 'el')).toContain('ring 1109')
  })
})

describe('an addition in two languages that the common framework has now in one', () => {
  it('stays as a whole: nobody gets it in another language in its place', () => {
    const addition = { en: [HOTLINE], el: [HOTLINE_IN_GREEK] }
    const own = ownOf('k', { mode: 'supplement', reason: 'national-service', addition })
    const taken = { ...BOTH, body: { ...BOTH.body, en: [SAFE, { ...HOTLINE, id: 'new' }] } }
    const sides = sidesOf({ base: BOTH, newest: taken, own })
    expect(settledByProposal({ sides, release: 'newest' })).toBeNull()
    const next = decided(sides, { choice: 'accept' })
    expect(next.addition).toEqual(addition)
    expect(read(sides, next, 'en')).not.toContain('Στη χώρα')
  })
})
