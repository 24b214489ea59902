import { describe, expect, it } from 'vitest'
import { bringBack, type Part, restore } from '@/domain/bringBack'
import { diffRichText, idsOf, partsOf, withParts } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { isStoodIn, type VariantSection } from '@/domain/resolve'
import { block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import type { SectionContent } from '@/domain/section'
import { ownOf } from './sections'

const paragraph = (id: string, words: string) => block('paragraph', { id, runs: [text(words)] })
const said = (...texts: string[]): RichText => texts.map((words, place) => paragraph(`p${place}`, words))

const COMMON: SectionContent = {
  key: 'k',
  title: { en: 'Common', fr: 'Commun' },
  summary: {},
  body: { en: said('One.', 'Two.', 'Three.'), fr: said('Un.') },
  addition: {},
  audiences: [],
  stages: [],
  policy: 'free',
  guidance: {},
}

const own = (given: Partial<VariantSection> = {}): VariantSection => ownOf('k', { mode: 'inherit', ...given })

const ADAPTED = own({
  mode: 'adapt',
  title: { en: 'Ours', fr: 'Le nôtre' },
  summary: { en: 'In short.' },
  body: { en: [...said('One.', 'Two here.', 'Three.'), paragraph('x', 'Ours alone.')], fr: said('À nous.') },
  reason: 'national-law',
  explanation: { en: 'Our law.', fr: 'Notre loi.' },
  sources: 'Act 1',
})

const EVERY: Language[] = ['en', 'fr', 'es', 'it', 'el', 'de']
const restored = (now: VariantSection, part: Part, languages: Language[] = EVERY) =>
  restore({ common: COMMON, own: now, part, languages })
const result = (outcome: ReturnType<typeof bringBack>): VariantSection => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.because))
  return outcome.result
}
const refusal = (outcome: ReturnType<typeof bringBack>) => (outcome.ok ? null : outcome.because[0]?.key)

describe('a text for which that of another language stands in', () => {
  const emptied = own({ mode: 'adapt', reason: 'other', title: { en: 'Ours' }, body: { fr: [] } })
  const stoodIn: VariantSection = { ...emptied, standIns: [{ field: 'body', language: 'fr' }] }
  const back = (now: VariantSection, earlier: VariantSection, part: Part) =>
    result(bringBack({ common: COMMON, now, earlier, part, languages: ['fr'] }))

  it.each<[string, Part]>([
    ['the whole text', { kind: 'whole' }],
    ['the field', { kind: 'fields', fields: ['body'] }],
  ])('comes back with %s over one that was taken out on purpose, and the other way round', (_, part) => {
    expect(isStoodIn(back(emptied, stoodIn, part), { field: 'body', language: 'fr' })).toBe(true)
    expect(isStoodIn(back(stoodIn, emptied, part), { field: 'body', language: 'fr' })).toBe(false)
  })

  it('is not replaced by single paragraphs: readers would have these in place of a whole text', () => {
    const part: Part = { kind: 'blocks', field: 'body', ids: ['p0'] }
    const french = { ...emptied, body: { fr: said('Un.', 'Deux.') } }
    const given = { common: COMMON, part, languages: ['fr' as const] }
    expect(refusal(bringBack({ ...given, now: stoodIn, earlier: french }))).toBe('refusal.bring-back-whole')
    expect(refusal(restored(stoodIn, part, ['fr']))).toBe('refusal.bring-back-whole')
    expect(refusal(bringBack({ ...given, now: emptied, earlier: french }))).toBe(null)
  })
})

describe('restoring the common text', () => {
  it('for the whole section in all languages removes all national words and the reason', () => {
    expect(result(restored(ADAPTED, { kind: 'whole' }))).toEqual(own())
  })

  it('in one language does not change the other language and its reason', () => {
    const next = result(restored(ADAPTED, { kind: 'whole' }, ['en']))
    expect(next).toEqual({
      ...ADAPTED,
      title: { fr: 'Le nôtre' },
      summary: {},
      body: { fr: said('À nous.') },
      explanation: { fr: 'Notre loi.' },
    })
  })

  it('for one field does not change the others', () => {
    const next = result(restored(ADAPTED, { kind: 'fields', fields: ['title'] }, ['en']))
    expect(next).toEqual({ ...ADAPTED, title: { fr: 'Le nôtre' } })
  })

  it('for one paragraph does not change the other paragraphs', () => {
    const next = result(restored(ADAPTED, { kind: 'blocks', field: 'body', ids: ['x'] }, ['en']))
    expect(textOf(next.body.en ?? [])).toBe('One.\nTwo here.\nThree.')
    const other = result(restored(ADAPTED, { kind: 'blocks', field: 'body', ids: ['p1'] }, ['en']))
    expect(textOf(other.body.en ?? [])).toBe('One.\nTwo.\nThree.\nOurs alone.')
    expect(other.title).toEqual(ADAPTED.title)
  })

  it('for each paragraph in turn results in the common text itself', () => {
    const next = result(restored(ADAPTED, { kind: 'blocks', field: 'body', ids: ['x', 'p1'] }, ['en']))
    expect(next.body).toEqual({ fr: said('À nous.') })
  })

  it('for the last national words turns the section into the common text', () => {
    const now = own({
      mode: 'adapt',
      title: { en: 'Ours' },
      reason: 'other',
      explanation: { en: 'So.' },
      sources: 'Act',
    })
    expect(result(restored(now, { kind: 'fields', fields: ['title'] }, ['en']))).toEqual(own())
  })

  it('removes an addition, and keeps the translation of the common text', () => {
    const now = own({
      mode: 'supplement',
      title: { el: 'Κοινό' },
      body: { el: said('Ένα.') },
      translated: ['el'],
      addition: { en: said('Also here.') },
      reason: 'other',
    })
    expect(result(restored(now, { kind: 'whole' }))).toEqual(
      own({ title: { el: 'Κοινό' }, body: { el: said('Ένα.') }, translated: ['el'] }),
    )
  })

  it('removes the words of an adapted section in a language without common text: they are not a translation', () => {
    const now = own({ mode: 'adapt', title: { el: 'Δικό μας' }, reason: 'other' })
    expect(result(restored(now, { kind: 'whole' }))).toEqual(own())
  })

  it('is only possible for the whole of an unused section', () => {
    const now = own({ ...ADAPTED, mode: 'omit' })
    expect(refusal(restored(now, { kind: 'whole' }, ['en']))).toBe('refusal.bring-back-whole')
    expect(result(restored(now, { kind: 'whole' }))).toEqual(own())
  })

  it('is possible in one language for the whole of an unused section without words in another one', () => {
    const now = own({ mode: 'omit', title: { en: 'Ours' }, reason: 'other', explanation: { en: 'So.' } })
    expect(result(restored(now, { kind: 'whole' }, ['en']))).toEqual(own())
    expect(refusal(restored(now, { kind: 'fields', fields: ['title'] }, ['en']))).toBe('refusal.bring-back-whole')
  })

  it('keeps a translation whatever the choice for the section, and removes other words', () => {
    const translation = { title: { el: 'Κοινό' }, translated: ['el' as const] }
    for (const mode of ['adapt', 'supplement', 'omit'] as const) {
      const now = own({ mode, reason: 'other', ...translation })
      expect(result(restored({ ...now, addition: { en: said('Also here.') } }, { kind: 'whole' }))).toEqual(
        own(translation),
      )
      expect(result(restored({ ...now, translated: [] }, { kind: 'whole' }))).toEqual(own())
    }
  })

  it('is refused if nothing would change', () => {
    expect(refusal(restored(own(), { kind: 'whole' }))).toBe('refusal.bring-back-same')
    expect(refusal(restored(ADAPTED, { kind: 'fields', fields: ['addition'] }))).toBe('refusal.bring-back-same')
    expect(refusal(restored(ADAPTED, { kind: 'blocks', field: 'body', ids: ['nothing'] }, ['en']))).toBe(
      'refusal.bring-back-same',
    )
  })
})

describe('restoring an earlier text', () => {
  const back = (given: { now: VariantSection; earlier?: VariantSection; part?: Part; languages?: Language[] }) =>
    bringBack({ common: COMMON, earlier: ADAPTED, part: { kind: 'whole' }, languages: EVERY, ...given })

  it('also restores whether the words of a language are a translation', () => {
    const translation = own({ title: { el: 'Κοινό' }, body: { el: said('Ένα.') }, translated: ['el'] })
    const national = own({ mode: 'adapt', title: { el: 'Δικό μας' }, body: { el: said('Δικό.') }, reason: 'other' })
    const taken = (now: VariantSection, earlier: VariantSection, part: Part) =>
      result(back({ now, earlier, part, languages: ['el'] })).translated
    for (const part of [{ kind: 'whole' }, { kind: 'fields', fields: ['title', 'body'] }] as const) {
      expect(taken(own(), translation, part as Part)).toEqual(['el'])
      expect(taken(own(), national, part as Part)).toEqual([])
    }
    const title: Part = { kind: 'fields', fields: ['title'] }
    expect(taken(translation, { ...translation, title: { el: 'Άλλο' } }, title)).toEqual(['el'])
    // A title that is a translation beside a text that is not would leave unclear whose words they are.
    for (const [now, earlier] of [
      [translation, national],
      [national, { ...translation, mode: 'adapt' as const }],
    ] as const)
      for (const part of [title, { kind: 'blocks', field: 'body', ids: ['p0'] }] satisfies Part[])
        expect(refusal(back({ now, earlier, part, languages: ['el'] }))).toBe('refusal.bring-back-mixed')
    const added = { ...translation, mode: 'supplement' as const, addition: { el: said('Κι άλλο.') } }
    expect(taken(translation, added, { kind: 'fields', fields: ['addition'] })).toEqual(['el'])
  })

  describe('for the whole text of a language', () => {
    const whole = (now: VariantSection, earlier: VariantSection) =>
      bringBack({ common: COMMON, now, earlier, part: { kind: 'whole' }, languages: ['el'] })
    const translated = { title: { el: 'Κοινό' }, body: { el: said('Ένα.') }, translated: ['el' as const] }
    const english = { en: 'Ours' }
    const adapted = own({ ...translated, mode: 'adapt', title: { ...translated.title, ...english }, reason: 'other' })

    it('turns own words back into the earlier translation, and the reverse', () => {
      const now = { ...adapted, title: { el: 'Δικό μας', ...english }, translated: [] }
      expect(result(whole(now, adapted))).toEqual(adapted)
      expect(result(whole(adapted, now))).toEqual(now)
    })

    it('restores whether the same words were a translation or own words', () => {
      const now = { ...adapted, translated: [] }
      expect(result(whole(now, adapted))).toEqual(adapted)
      expect(result(whole(adapted, now))).toEqual(now)
    })

    it('restores a translation even if words are only removed', () => {
      const now = { ...adapted, summary: { el: 'Δικό μας.' }, translated: [] }
      expect(result(whole(now, adapted))).toEqual(adapted)
    })

    it('turns a translation back into own words', () => {
      const now = own(translated)
      const next = result(whole(now, { ...adapted, translated: [] }))
      expect(next).toEqual({ ...now, mode: 'adapt', translated: [], reason: 'other' })
    })

    it("neither needs nor restores the country's choice if the text is a translation", () => {
      const explained = { ...adapted, explanation: { el: 'Γιατί.', en: 'Why.' } }
      const wrong = own({ title: { el: 'Λάθος' }, translated: ['el'] })
      const added = { ...wrong, mode: 'supplement' as const, addition: { en: said('More.') }, reason: 'other' as const }
      expect(result(whole(wrong, explained))).toEqual(own(translated))
      expect(result(whole(added, explained))).toEqual({ ...added, ...translated })
      // This would remove the Greek addition.
      const greek = { ...added, addition: { el: said('Κι άλλο.') } }
      expect(refusal(whole(greek, explained))).toBe('refusal.bring-back-whole')
    })

    it('is refused if the section is or was unused, even if the country has words in no other language', () => {
      const omitted = own({ ...translated, mode: 'omit', reason: 'other' })
      expect(refusal(whole(own(translated), omitted))).toBe('refusal.bring-back-whole')
      expect(refusal(whole(omitted, own(translated)))).toBe('refusal.bring-back-whole')
    })

    it('is refused if the required choice would empty another language', () => {
      const now = own({ body: { en: [] } })
      const earlier = own({ mode: 'adapt', title: { el: 'Δικό μας' }, body: { en: [] }, reason: 'other' })
      expect(refusal(whole(now, earlier))).toBe('refusal.bring-back-whole')
    })

    it('does not change words that nobody reads', () => {
      const now = own({ mode: 'supplement', title: { el: 'Δικό μας' }, addition: { en: said('More.') } })
      const earlier = { ...now, addition: { ...now.addition, el: said('Κι άλλο.') } }
      expect(result(whole(now, earlier))).toEqual(earlier)
    })
  })

  describe('for a paragraph, while the country has words that nobody reads', () => {
    const stored = { body: { el: said('Κι αυτό μένει.') } }
    const part: Part = { kind: 'blocks', field: 'body', ids: ['x'] }

    it('is refused, because it would remove them', () => {
      const earlier = own({ mode: 'adapt', body: { el: [paragraph('x', 'Δικό μας.')] }, reason: 'other' })
      const now = own(stored)
      expect(refusal(bringBack({ common: COMMON, now, earlier, part, languages: ['el'] }))).toBe(
        'refusal.bring-back-whole',
      )
    })

    it('keeps them if the section becomes the common text', () => {
      const now = own({ ...stored, mode: 'supplement', addition: {} })
      expect(result(restored(now, part, ['el'])).body).toEqual(stored.body)
    })
  })

  it('for an addition is refused if its choice would publish another one that nobody reads', () => {
    const now = own({ addition: { en: said('Nobody reads this.') } })
    const earlier = own({ mode: 'supplement', addition: { en: [], el: said('Κι άλλο.') }, reason: 'other' })
    const part: Part = { kind: 'fields', fields: ['addition'] }
    expect(refusal(bringBack({ common: COMMON, now, earlier, part, languages: ['en', 'el'] }))).toBe(
      'refusal.bring-back-whole',
    )
  })

  it('for the last national words keeps a stored translation, even if the common text now has words', () => {
    const now = own({
      mode: 'supplement',
      title: { fr: 'Traduit' },
      translated: ['fr'],
      addition: { en: said('More.') },
    })
    const next = result(restored(now, { kind: 'fields', fields: ['addition'] }, ['en']))
    expect([next.title, next.translated]).toEqual([{ fr: 'Traduit' }, ['fr']])
  })

  it('for an addition turns the common text into a supplemented section again, with its reason', () => {
    const earlier = own({ mode: 'supplement', addition: { en: said('More.') }, reason: 'other', sources: 'Act' })
    const part: Part = { kind: 'fields', fields: ['addition'] }
    const next = result(bringBack({ common: COMMON, now: own(), earlier, part, languages: ['en'] }))
    expect(next).toEqual(earlier)
  })

  it('for the last field of a translation removes the mark of a translation from the empty language', () => {
    const now = own({ title: { el: 'Κοινό' }, translated: ['el'] })
    const part: Part = { kind: 'fields', fields: ['title'] }
    expect(result(back({ now, earlier: own(), part, languages: ['el'] }))).toEqual(own())
    // Words equal to the common text are not a translation either, once the section is the common text.
    const adapted = own({ mode: 'adapt', title: { en: 'Ours', fr: 'Commun' }, translated: ['fr'], reason: 'other' })
    expect(result(restored(adapted, part, ['en']))).toEqual(own())
  })

  it('for one field of a translation ignores words that nobody read then or reads now', () => {
    const translation = own({ title: { el: 'Κοινό' }, body: { el: said('Ένα.') }, translated: ['el'] })
    const added = { mode: 'supplement', addition: { el: said('Κι άλλο.') } } as const
    const hidden = { ...added, title: { el: 'Δικό μας' }, summary: { el: 'Δική μας.' } }
    const now = { ...translation, ...added }
    const summary: Part = { kind: 'fields', fields: ['summary'] }
    const given = { now: { ...now, summary: { el: 'Άλλη.' } }, earlier: own(hidden), part: summary }
    const common = { ...COMMON, summary: { en: 'In brief.' } }
    expect(result(bringBack({ common, ...given, languages: ['el'] }))).toEqual(now)
    const title: Part = { kind: 'fields', fields: ['title'] }
    const taken = result(back({ now: own(hidden), earlier: now, part: title, languages: ['el'] }))
    expect(taken).toEqual(own({ ...added, title: { el: 'Κοινό' }, translated: ['el'] }))
  })

  it('for an addition beside a translation also restores its choice: otherwise nobody would read it', () => {
    const translation = { title: { el: 'Κοινό' }, translated: ['el' as const] }
    const earlier = own({ ...translation, mode: 'supplement', addition: { el: said('Κι άλλο.') }, reason: 'other' })
    const part: Part = { kind: 'fields', fields: ['addition'] }
    expect(result(back({ now: own(translation), earlier, part, languages: ['el'] }))).toEqual(earlier)
  })

  it('for a translation of an adapted section restores only the translation, beside unread own words in another language', () => {
    const now = own({ title: { en: 'Ours' } })
    const titles = { en: 'Ours', el: 'Κοινό' }
    const earlier = own({ mode: 'adapt', title: titles, translated: ['el'], reason: 'other' })
    const next = result(back({ now, earlier, languages: ['el'] }))
    expect(next).toEqual(own({ title: titles, translated: ['el'] }))
  })

  it('for a translation keeps the reason for adapting the section, in its language too', () => {
    const explanation = { en: 'Our law.', el: 'Ο νόμος μας.' }
    const adapted = { mode: 'adapt', title: { en: 'Ours', el: 'Λάθος' }, translated: ['el'], reason: 'other' } as const
    const now = own({ ...adapted, translated: ['el'], explanation })
    const earlier = own({ title: { el: 'Κοινό' }, translated: ['el'] })
    const next = result(back({ now, earlier, languages: ['el'] }))
    expect(next).toEqual({ ...now, title: { en: 'Ours', el: 'Κοινό' } })
    // When national words are removed, the reason counts as national words too.
    expect(result(restored(now, { kind: 'whole' }, ['el']))).toEqual({ ...now, explanation: { en: 'Our law.' } })
  })

  it('for own words never removes an equal translation that has another choice', () => {
    const words = { title: { el: 'Κοινό' }, body: { el: said('Ένα.') } }
    const now = own({
      ...words,
      mode: 'supplement',
      addition: { en: said('More.') },
      translated: ['el'],
      reason: 'other',
    })
    const earlier = own({ ...words, mode: 'adapt', reason: 'other' })
    expect(refusal(back({ now, earlier, languages: ['el'] }))).toBe('refusal.bring-back-whole')
  })

  it('for a part that did not exist removes nothing else, and changes no choice', () => {
    const translation = own({ title: { el: 'Κοινό' }, body: { el: said('Ένα.', 'Δύο.') }, translated: ['el'] })
    const adapted = { ...translation, mode: 'adapt' as const, title: { en: 'Ours' }, body: {}, translated: [] }
    const without = (ids: string[]): Part => ({ kind: 'blocks', field: 'body', ids })
    const next = result(back({ now: translation, earlier: adapted, part: without(['p1']), languages: ['el'] }))
    expect(next).toEqual({ ...translation, body: { el: said('Ένα.') } })
    const unknown = back({ now: translation, earlier: adapted, part: without(['nowhere']), languages: ['el'] })
    expect(refusal(unknown)).toBe('refusal.bring-back-same')
  })

  it('for a part is refused if the required choice would publish words that nobody reads now', () => {
    const hidden = own({ title: { en: 'Ours' }, summary: { en: 'Ours in short.' } })
    const title: Part = { kind: 'fields', fields: ['title'] }
    expect(refusal(back({ now: hidden, earlier: ADAPTED, part: title, languages: ['fr'] }))).toBe(
      'refusal.bring-back-whole',
    )
  })

  it('for an addition does not change words that nobody reads', () => {
    const hiddenHere = { title: { el: 'Δικό μας' }, body: { en: said('Ours.') } }
    const supplemented = own({ mode: 'supplement', addition: { el: said('Κι άλλο.') }, reason: 'other', ...hiddenHere })
    const only: Part = { kind: 'fields', fields: ['addition'] }
    expect(result(restored(supplemented, only, ['el', 'en']))).toEqual(own(hiddenHere))
  })

  it('for an addition does not change words that nobody reads in another language', () => {
    const hidden = { title: { de: 'Unser Titel' } }
    const now = own({ mode: 'supplement', addition: { el: said('Κι άλλο.') }, reason: 'other', ...hidden })
    const addition: Part = { kind: 'fields', fields: ['addition'] }
    expect(result(restored(now, addition, ['el']))).toEqual(own(hidden))
  })

  it('restores an empty text that the common text had replaced', () => {
    const emptied = own({ ...ADAPTED, summary: { en: '' } })
    const now = { ...emptied, summary: {} }
    expect(
      result(back({ now, earlier: emptied, part: { kind: 'fields', fields: ['summary'] }, languages: ['en'] })),
    ).toEqual(emptied)
  })

  it('undoes the restoring of the common text: every word, reason and choice is there again', () => {
    for (const mode of ['adapt', 'supplement', 'omit'] as const) {
      const earlier = { ...ADAPTED, mode, addition: { en: said('Added.') } }
      const now = result(restored(earlier, { kind: 'whole' }))
      expect(result(back({ now, earlier }))).toEqual(earlier)
    }
  })

  it('for one language also restores the choice and the reason if the section was the common text', () => {
    const next = result(back({ now: own(), languages: ['fr'] }))
    expect(next).toMatchObject({ mode: 'adapt', reason: 'national-law', sources: 'Act 1', title: { fr: 'Le nôtre' } })
    expect(next.title).not.toHaveProperty('en')
  })

  it('for one paragraph keeps what was written since', () => {
    const now = { ...ADAPTED, body: { en: [...said('One.', 'Two again.', 'Three.'), paragraph('y', 'New.')] } }
    const next = result(back({ now, part: { kind: 'blocks', field: 'body', ids: ['p1'] }, languages: ['en'] }))
    expect(textOf(next.body.en ?? [])).toBe('One.\nTwo here.\nThree.\nNew.')
  })

  it('for a paragraph turns the common text into national words again', () => {
    const next = result(back({ now: own(), part: { kind: 'blocks', field: 'body', ids: ['x'] }, languages: ['en'] }))
    expect(next).toMatchObject({ mode: 'adapt', reason: 'national-law' })
    expect(textOf(next.body.en ?? [])).toBe('One.\nTwo.\nThree.\nOurs alone.')
  })

  it('for one paragraph writes nothing in languages without words', () => {
    const earlier = own({ mode: 'adapt', title: { en: 'Ours' }, body: { en: said('One.', 'Two here.', 'Three.') } })
    const now = { ...earlier, body: { en: said('One.', 'Two again.', 'Three.') } }
    const next = result(back({ now, earlier, part: { kind: 'blocks', field: 'body', ids: ['p1'] } }))
    expect(next.body).toEqual(earlier.body)
  })

  it('for one paragraph removes the text of a national section if no words are left', () => {
    const now = own({ mode: 'local', title: { en: 'Ours' }, body: { en: said('One.'), fr: [paragraph('f', 'Un.')] } })
    const earlier = { ...now, body: { en: said('One.') } }
    const part: Part = { kind: 'blocks', field: 'body', ids: ['f'] }
    const next = result(bringBack({ common: null, now, earlier, part, languages: ['fr'] }))
    expect(next.body).toEqual({ en: said('One.') })
  })

  it('for the reason does not change the text', () => {
    const now = { ...ADAPTED, title: { en: 'Newer' }, reason: 'other' as const, explanation: {}, sources: '' }
    const next = result(back({ now, part: { kind: 'fields', fields: ['reasons'] } }))
    expect(next).toEqual({ ...ADAPTED, title: { en: 'Newer' } })
  })

  it('for the reason is refused if it belonged to something else, or if nobody would see it', () => {
    const added = own({ mode: 'supplement', addition: { en: said('More.') }, reason: 'other' })
    for (const now of [own(), added])
      expect(refusal(back({ now, part: { kind: 'fields', fields: ['reasons'] } }))).toBe('refusal.bring-back-whole')
  })

  it('for a part is refused if it would hide current words', () => {
    const now = own({ mode: 'supplement', addition: { en: said('Added.') } })
    expect(refusal(back({ now, part: { kind: 'fields', fields: ['title'] } }))).toBe('refusal.bring-back-whole')
    expect(result(back({ now }))).toEqual(ADAPTED)
  })

  it('keeps the current place of a national section', () => {
    const earlier = own({ mode: 'local', title: { en: 'Then' }, slug: 'a', parent: null, rank: 'a0' })
    const now = { ...earlier, title: { en: 'Now' }, parent: 'p', rank: 'b1' }
    const next = bringBack({ common: null, now, earlier, part: { kind: 'whole' }, languages: EVERY })
    expect(result(next)).toEqual({ ...now, title: { en: 'Then' } })
  })

  it('changes neither of the two states that it gets', () => {
    const [now, earlier] = [structuredClone(own()), structuredClone(ADAPTED)]
    back({ now, earlier, languages: ['en'] })
    restored(earlier, { kind: 'blocks', field: 'body', ids: ['x'] }, ['en'])
    expect([now, earlier]).toEqual([own(), ADAPTED])
  })
})

describe('the parts of a difference', () => {
  it('keep a block and the text that was split off it together', () => {
    const before = said('One sentence. And another one that follows it in the same paragraph of the text.')
    const after = [
      paragraph('p0', 'One sentence.'),
      paragraph('q', 'And another one that follows it in the same paragraph of the text.'),
    ]
    const parts = partsOf(diffRichText({ before, after }).blocks)
    expect(parts.map(idsOf)).toEqual([['p0', 'q']])
  })

  it('keep a paragraph and its replacement together', () => {
    const ours = [
      paragraph('p0', 'Under national law the police are called at once by telephone.'),
      ...said('One.', 'Two.').slice(1),
      paragraph('x', 'Ours alone.'),
    ]
    const change = diffRichText({ before: ours, after: said('Make sure that the child is safe.', 'Two.') })
    expect(partsOf(change.blocks).map((part) => part.map(({ status, id }) => [status, id]))).toEqual([
      [
        ['removed', 'p0'],
        ['added', 'p0'],
      ],
      [['same', 'p1']],
      [['removed', 'x']],
    ])
  })

  it('stay in their place if only some of several rewritten paragraphs are taken', () => {
    const ours = [
      'Under national law the police are called at once by telephone.',
      'Nobody enters the room before an interpreter has come.',
      'The form is sent to the ministry on the same day.',
    ]
    const before = said(...ours)
    const theirs = [
      'Make sure that the child is safe.',
      'Let her rest, eat and sleep.',
      'Write down what was said to you.',
    ]
    const after = [
      ...said(...theirs).slice(0, 1),
      paragraph('n', 'Ask whether a relative lives nearby.'),
      ...said(...theirs).slice(1),
    ]
    for (const [place, words] of theirs.entries()) {
      const expected = ours.map((one, at) => (at === place ? words : one))
      expect(withParts({ before, after, ids: [`p${place}`] })).toEqual(said(...expected))
    }
    expect(withParts({ before, after, ids: ['n'] }).map(({ id }) => id)).toEqual(['p0', 'n', 'p1', 'p2'])
    expect(withParts({ before, after, ids: ['p0', 'n', 'p1', 'p2'] })).toEqual(after)
    const turned = [...after].reverse()
    expect(withParts({ before, after: turned, ids: ['p0', 'n', 'p1', 'p2'] })).toEqual(turned)
  })

  it('leave other parts unchanged, even if an item became a paragraph with the same id', () => {
    const item = block('item', { id: 'i', runs: [text('Under national law the police are called at once.')] })
    const before = [block('list', { id: 'l', attrs: { style: 'bullet' }, children: [item] })]
    const after = [paragraph('i', 'Make sure that the child is safe.')]
    const parts = partsOf(diffRichText({ before, after }).blocks)
    expect(parts.map(idsOf)).toEqual([['l'], ['i']])
    expect(withParts({ before, after, ids: ['i'] })).toEqual([...before, ...after])
    expect(withParts({ before, after, ids: ['l'] })).toEqual([])
  })
})
