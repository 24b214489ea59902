import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsRead } from '@/domain/became'
import { LANGUAGES, type Language } from '@/domain/language'
import { type BaseSection, resolve, resolvedPlaces, type VariantSection } from '@/domain/resolve'
import { block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { MODES, type SectionContent, TEXT_FIELDS } from '@/domain/section'
import { baseOf, ownOf, p } from './sections'

/** The one section that results from one common section and the country's own state of it. */
function resolved(base: BaseSection, own: VariantSection | null, languages: Language[] = ['en']) {
  const [section, ...others] = resolve({ base: [base], variant: own ? [own] : [], languages })
  if (!section || others.length > 0) throw new Error('exactly one section was expected')
  return section
}

describe('a section that the country never touched', () => {
  it('is the common text, adopted', () => {
    const base = baseOf('a')
    const { content, entry } = resolved(base, null)
    expect(content).toEqual(base.content)
    expect(entry).toEqual({
      key: 'a',
      slug: 'slug-a',
      parent: null,
      rank: 'a0',
      mode: 'inherit',
      baseBlob: 'blob-a',
      provenance: { title: { en: 'common' }, summary: { en: 'common' }, body: { en: 'common' } },
    })
  })

  it('leaves the common framework as it is when the result is changed', () => {
    const base = baseOf('a')
    resolved(base, null).content.title.en = 'Changed'
    expect(base.content.title.en).toBe('Title a')
  })

  it('is missing in a language that nobody has written', () => {
    const { content, entry } = resolved(baseOf('a'), null, ['en', 'el'])
    expect(entry.provenance.title).toEqual({ en: 'common', el: 'missing' })
    expect(entry.provenance.body).toEqual({ en: 'common', el: 'missing' })
    expect(content.title.el).toBeUndefined()
    expect(content.body.el).toBeUndefined()
  })

  it.each([
    ['no summary at all', {}],
    ['an empty summary', { en: '' }],
  ])('with %s misses none in any language', (_, summary) => {
    const { entry } = resolved(baseOf('a', { summary }), null, ['en', 'fr'])
    expect(entry.provenance.summary).toEqual({ en: 'common', fr: 'common' })
  })
})

describe('an adapted section', () => {
  const own = ownOf('a', {
    title: { en: 'Our title' },
    reason: 'national-law',
    explanation: { en: 'Why' },
    sources: 'Act',
  })

  it("has the country's text if there is one, and the common text otherwise", () => {
    const { content, entry } = resolved(baseOf('a'), own)
    expect(content.title.en).toBe('Our title')
    expect(content.summary.en).toBe('Summary a')
    expect(entry.mode).toBe('adapt')
    expect(entry.provenance).toEqual({ title: { en: 'national' }, summary: { en: 'common' }, body: { en: 'common' } })
  })

  it('gives the reason', () => {
    const { reason, explanation, sources } = resolved(baseOf('a'), own).entry
    expect({ reason, explanation, sources }).toEqual({
      reason: 'national-law',
      explanation: { en: 'Why' },
      sources: 'Act',
    })
  })

  it('may empty a field of the common framework', () => {
    const { content, entry } = resolved(baseOf('a'), ownOf('a', { summary: { en: '' } }))
    expect(content.summary.en).toBe('')
    expect(entry).toMatchObject({ mode: 'adapt', provenance: { summary: { en: 'national' } } })
  })

  it('is adopted, without a reason, if it equals the common text', () => {
    const base = baseOf('a')
    const { title, summary, body } = base.content
    const { entry } = resolved(base, { ...own, title, summary, body })
    expect(entry.mode).toBe('inherit')
    expect(entry.reason).toBeUndefined()
    expect(entry.explanation).toBeUndefined()
  })

  it.each<[string, Partial<VariantSection>]>([
    ['an empty summary', { summary: { en: '' } }],
    ['an empty text', { body: { en: [] } }],
    ['a text of empty paragraphs', { body: { en: [p(''), p('')] } }],
  ])('with %s is adopted if the common framework has none either', (_, written) => {
    const { entry } = resolved(baseOf('a', { summary: {}, body: {} }), ownOf('a', written))
    expect(entry).toMatchObject({ mode: 'inherit', provenance: { summary: { en: 'common' }, body: { en: 'common' } } })
  })

  it('is national, not a translation, in a language without common text', () => {
    const { content, entry } = resolved(baseOf('a'), ownOf('a', { title: { el: 'Τίτλος' } }), ['en', 'el'])
    expect(entry.provenance.title).toEqual({ en: 'common', el: 'national' })
    expect(content.title).toEqual({ en: 'Title a', el: 'Τίτλος' })
  })

  it.each<[string, SectionContent['body'], string]>([
    ['no text', {}, 'common'],
    ['an empty text', { en: [p('')], el: [p('')] }, 'missing'],
  ])(
    'is read in the other language where the common framework has %s and the country wrote in that one',
    (_, body, el) => {
      const section = resolved(baseOf('a', { body }), ownOf('a', { body: { en: [p('Ours')] } }), ['en', 'el'])
      expect(section.entry.provenance.body).toEqual({ en: 'national', el })
      const read = wordsRead(section, { language: 'el', source: 'en' })
      expect(read.body).toEqual({ value: [p('Ours')], language: 'en', standsIn: true })
    },
  )

  it('does not include an addition from an earlier choice', () => {
    const { content } = resolved(baseOf('a'), { ...own, addition: { en: [p('Left over')] } })
    expect(content.addition).toEqual({})
  })
})

describe('a field equal to the common text', () => {
  const common: RichText = [
    p('One', 'id-1'),
    block('list', {
      id: 'id-2',
      attrs: { style: 'bullet' },
      children: [block('item', { id: 'id-3', runs: [text('Two ', ['bold', 'italic']), text('three')] })],
    }),
  ]
  const sameWords: RichText = [
    p('One', 'other-1'),
    block('list', {
      attrs: { style: 'bullet' },
      children: [block('item', { id: 'other-3', runs: [text('Two ', ['italic', 'bold']), text('th'), text('ree')] })],
    }),
    p(''),
  ]

  it.each(MODES.filter((mode) => mode !== 'omit'))('is common in mode %s, whatever the ids of its blocks', (mode) => {
    const own = ownOf('a', { mode, title: { en: 'Title a' }, body: { en: sameWords } })
    const { content, entry } = resolved(baseOf('a', { body: { en: common } }), own)
    expect(entry.provenance).toMatchObject({ title: { en: 'common' }, body: { en: 'common' } })
    expect(content.body.en).toEqual(common)
  })

  it('differs as soon as its formatting differs', () => {
    const own = ownOf('a', { body: { en: [block('paragraph', { runs: [text('One', ['bold'])] })] } })
    const { entry } = resolved(baseOf('a', { body: { en: [p('One')] } }), own)
    expect(entry).toMatchObject({ mode: 'adapt', provenance: { body: { en: 'national' } } })
  })
})

describe('a translation', () => {
  const own = ownOf('a', {
    mode: 'inherit',
    title: { el: 'Τίτλος' },
    body: { el: [p('Κείμενο')] },
    translated: ['el'],
  })

  it('fills a language in which the common framework has no text, and the section stays adopted', () => {
    const { content, entry } = resolved(baseOf('a'), own, ['en', 'el'])
    expect(entry.mode).toBe('inherit')
    expect(entry.provenance).toEqual({
      title: { en: 'common', el: 'translation' },
      summary: { en: 'common', el: 'missing' },
      body: { en: 'common', el: 'translation' },
    })
    expect(content.title).toEqual({ en: 'Title a', el: 'Τίτλος' })
    expect(content.body.el).toEqual([p('Κείμενο')])
  })

  it('stays a translation if the country adapts the section in another language', () => {
    const adapted = { ...own, mode: 'adapt' as const, body: { ...own.body, en: [p('Ours')] } }
    const { entry } = resolved(baseOf('a'), adapted, ['en', 'el'])
    expect(entry.mode).toBe('adapt')
    expect(entry.provenance).toEqual({
      title: { en: 'common', el: 'translation' },
      summary: { en: 'common', el: 'missing' },
      body: { en: 'national', el: 'translation' },
    })
  })

  it('does not make the section adapted, whatever reason is stored with it', () => {
    const { entry } = resolved(baseOf('a'), { ...own, mode: 'adapt', reason: 'national-law' }, ['en', 'el'])
    expect(entry.mode).toBe('inherit')
    expect(entry.provenance.body).toEqual({ en: 'common', el: 'translation' })
  })

  it('is replaced once the common framework has its own text in that language', () => {
    const base = baseOf('a', { title: { en: 'Title a', el: 'Κοινός τίτλος' } })
    const { content, entry } = resolved(base, own, ['el'])
    expect(content.title.el).toBe('Κοινός τίτλος')
    expect(entry.provenance.title).toEqual({ el: 'common' })
  })

  it('does not count if it is empty', () => {
    const empty = { summary: { el: '' }, body: { el: [p('')] } }
    const { entry } = resolved(baseOf('a'), { ...own, ...empty }, ['el'])
    expect(entry.provenance).toEqual({
      title: { el: 'translation' },
      summary: { el: 'missing' },
      body: { el: 'missing' },
    })
  })

  it('is not shown for a section that is left out', () => {
    const { content } = resolved(baseOf('a'), { ...own, mode: 'omit' }, ['el'])
    expect(content.title).not.toHaveProperty('el')
  })

  it('is never made from words that the country wrote as its own, whatever the current choice', () => {
    for (const mode of ['inherit', 'supplement', 'omit'] as const) {
      const { content, entry } = resolved(baseOf('a'), { ...own, mode, translated: ['fr'] }, ['el'])
      expect(content.title).not.toHaveProperty('el')
      expect(content.body).not.toHaveProperty('el')
      expect(entry.provenance).toEqual({
        title: { el: 'missing' },
        summary: { el: 'missing' },
        body: { el: 'missing' },
      })
    }
  })
})

describe('a supplemented section', () => {
  it("has the common text and then the country's addition", () => {
    const base = baseOf('a')
    const own = ownOf('a', { mode: 'supplement', addition: { en: [p('In Ireland')] }, reason: 'national-service' })
    const { content, entry } = resolved(base, own)
    expect(content).toEqual({ ...base.content, addition: { en: [p('In Ireland')] } })
    expect(entry).toMatchObject({ mode: 'supplement', reason: 'national-service' })
    expect(entry.provenance.body).toEqual({ en: 'common' })
  })

  it('does not include the wording of an earlier adaptation', () => {
    const own = ownOf('a', { mode: 'supplement', title: { en: 'Ours' }, addition: { en: [p('In Ireland')] } })
    const { content, entry } = resolved(baseOf('a'), own)
    expect(content.title.en).toBe('Title a')
    expect(entry.provenance.title).toEqual({ en: 'common' })
  })

  it.each([
    ['without an addition', {}],
    ['with an empty addition', { en: [p('')] }],
    ['with an addition in a language that the country does not use', { fr: [p('En France')] }],
  ])('%s is adopted', (_, addition) => {
    const { content, entry } = resolved(baseOf('a'), ownOf('a', { mode: 'supplement', addition }))
    expect(entry.mode).toBe('inherit')
    expect(content.addition).toEqual({})
  })

  it('keeps its translation', () => {
    const own = ownOf('a', {
      mode: 'supplement',
      title: { el: 'Τίτλος' },
      addition: { el: [p('Στην Κύπρο')] },
      translated: ['el'],
    })
    const { content, entry } = resolved(baseOf('a'), own, ['el'])
    expect(content.title.el).toBe('Τίτλος')
    expect(entry).toMatchObject({ mode: 'supplement', provenance: { title: { el: 'translation' } } })
  })
})

describe('a section that is not used', () => {
  const own = ownOf('a', {
    mode: 'omit',
    title: { en: 'Ours' },
    reason: 'does-not-exist-here',
    explanation: { en: 'There is no such centre' },
    sources: 'Act 5',
  })

  it('keeps its place and its reason, and the common text that is left out', () => {
    const base = baseOf('a')
    const { content, entry } = resolved(base, own)
    expect(content).toEqual(base.content)
    expect(entry).toMatchObject({
      key: 'a',
      mode: 'omit',
      baseBlob: 'blob-a',
      reason: 'does-not-exist-here',
      explanation: { en: 'There is no such centre' },
      sources: 'Act 5',
    })
  })
})

describe('a national addition', () => {
  const own = ownOf('x', {
    mode: 'local',
    slug: 'women-in-our-centres',
    parent: 'a',
    rank: 'a1',
    title: { en: 'Women' },
    body: { en: [p('Text')] },
    reason: 'national-practice',
  })

  it('follows the common sections, with its own place, address and text', () => {
    const [first, second, ...others] = resolve({ base: [baseOf('a')], variant: [own], languages: ['en'] })
    expect(others).toEqual([])
    expect(first?.entry.key).toBe('a')
    expect(second?.content).toMatchObject({
      key: 'x',
      title: { en: 'Women' },
      body: { en: [p('Text')] },
      policy: 'free',
    })
    expect(second?.entry).toEqual({
      key: 'x',
      slug: 'women-in-our-centres',
      parent: 'a',
      rank: 'a1',
      mode: 'local',
      reason: 'national-practice',
      provenance: { title: { en: 'national' }, summary: { en: 'national' }, body: { en: 'national' } },
    })
  })

  it('is missing in a language of the country in which it is not written yet', () => {
    const [section] = resolve({ base: [], variant: [{ ...own, summary: { en: '' } }], languages: ['en', 'fr'] })
    expect(section?.entry.provenance).toEqual({
      title: { en: 'national', fr: 'missing' },
      summary: { en: 'national', fr: 'national' },
      body: { en: 'national', fr: 'missing' },
    })
  })
})

describe('the address of a national section', () => {
  const guardians = (mode: VariantSection['mode']) =>
    ownOf('n', { mode, slug: 'guardians', title: { en: 'Guardians' } })
  const at = (key: string, slug: string): BaseSection => ({ ...baseOf(key), entry: { ...baseOf(key).entry, slug } })
  const newer = [at('a', 'guardians'), at('b', 'guardians-2'), at('c', 'guardians')]
  const addresses = (own: VariantSection) =>
    resolve({ base: newer, variant: [own], languages: ['en'] }).map(({ entry }) => [entry.key, entry.slug])

  it('stays its own when the common framework later has a section with the same one, which gets another', () => {
    expect(addresses(guardians('local'))).toEqual([
      ['a', 'guardians-common'],
      ['b', 'guardians-2'],
      ['c', 'guardians-common-2'],
      ['n', 'guardians'],
    ])
  })

  it('is that of the common framework again, if that has the section again', () => {
    const again = ownOf('a', { mode: 'inherit', slug: 'guardians' })
    expect(addresses(again).map(([, slug]) => slug)).toEqual(['guardians', 'guardians-2', 'guardians'])
  })

  it('is kept for it while it is removed, so that no other one moves when it comes back', () => {
    expect(addresses(guardians('omit')).slice(0, 1)).toEqual([['a', 'guardians-common']])
  })
})

describe('national words for a section that the common framework does not have', () => {
  it('become a section of their own if there are any', () => {
    const adapted = ownOf('gone-1', { mode: 'adapt', title: { en: 'Ours' } })
    const supplemented = ownOf('gone-2', { mode: 'supplement', addition: { en: [p('Ours too')] } })
    const sections = resolve({ base: [baseOf('a')], variant: [adapted, supplemented], languages: ['en'] })
    expect(sections.map(({ entry }) => [entry.key, entry.mode])).toEqual([
      ['a', 'inherit'],
      ['gone-1', 'local'],
      ['gone-2', 'local'],
    ])
    expect(sections[1]?.content.title.en).toBe('Ours')
    expect(sections[2]?.content.addition.en).toEqual([p('Ours too')])
  })

  it('keep their stored texts in every language, even if one is empty: the approval names their hash', () => {
    const texts = {
      title: { en: 'Ours', fr: '' },
      body: { fr: [p('Le nôtre')] },
      addition: { en: [], fr: [p('Plus')] },
    }
    const own = ownOf('a', { mode: 'supplement', ...texts })
    expect(resolve({ base: [], variant: [own], languages: ['en'] })[0]?.content).toMatchObject(texts)
  })

  it('disappear with it if the section was adopted or not used', () => {
    const variant = [ownOf('gone-1', { mode: 'inherit' }), ownOf('gone-2', { mode: 'omit' })]
    expect(resolve({ base: [baseOf('a')], variant, languages: ['en'] }).map(({ entry }) => entry.key)).toEqual(['a'])
  })
})

describe('languages', () => {
  it('are independent of each other', () => {
    const base = baseOf('a', { title: { en: 'Title a', fr: 'Titre a' }, body: { en: [p('Body')], fr: [p('Corps')] } })
    const own = ownOf('a', { title: { fr: 'Notre titre' } })
    const { content, entry } = resolved(base, own, ['en', 'fr'])
    expect(content.title).toEqual({ en: 'Title a', fr: 'Notre titre' })
    expect(entry.provenance.title).toEqual({ en: 'common', fr: 'national' })
    expect(entry.provenance.body).toEqual({ en: 'common', fr: 'common' })
  })

  it('that the country does not use have no effect', () => {
    const { content, entry } = resolved(baseOf('a'), ownOf('a', { title: { de: 'Titel' } }), ['en'])
    expect(entry.mode).toBe('inherit')
    expect(entry.provenance.title).toEqual({ en: 'common' })
    expect(content.title).toEqual({ en: 'Title a' })
  })
})

const keys = ['a', 'b', 'c', 'd', 'e']
const words = fc.constantFrom('', 'One', 'Two', 'Three')
const byLanguage = <T>(value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom<Language>('en', 'fr', 'el'), value)
const body = fc.array(
  fc.tuple(words, fc.constantFrom('', 'i', 'j')).map(([said, id]) => p(said, id)),
  { maxLength: 3 },
)
const texts = { title: byLanguage(words), summary: byLanguage(words), body: byLanguage(body) }
const base = fc
  .subarray(keys)
  .chain((chosen) => fc.tuple(...chosen.map((key) => fc.record(texts).map((given) => baseOf(key, given)))))
const variant = fc.subarray([...keys, 'x', 'y']).chain((chosen) =>
  fc.tuple(
    ...chosen.map((key) =>
      fc
        .record({
          ...texts,
          addition: byLanguage(body),
          mode: fc.constantFrom(...MODES),
          translated: fc.subarray<Language>(['en', 'fr', 'el']),
        })
        .map((given) => ownOf(key, given)),
    ),
  ),
)
const version = fc.record({ base, variant, languages: fc.subarray([...LANGUAGES], { minLength: 1 }) })

describe('for any national state', () => {
  it('every common section occurs once, in order, and no section twice', () => {
    fc.assert(
      fc.property(version, (given) => {
        const result = resolve(given).map(({ entry }) => entry.key)
        expect(result.slice(0, given.base.length)).toEqual(given.base.map(({ entry }) => entry.key))
        expect(new Set(result).size).toBe(result.length)
      }),
    )
  })

  it('the places that are found without texts are those of the sections', () => {
    fc.assert(
      fc.property(version, (given) => {
        const places = resolvedPlaces(
          given.base.map(({ entry }) => entry),
          given.variant,
        )
        const placeOf = ({ key, parent, rank }: (typeof places)[number]) => [key, parent, rank]
        expect(places.map(placeOf)).toEqual(resolve(given).map(({ entry }) => placeOf(entry)))
      }),
    )
  })

  it("every text is the common text or the country's text in that language", () => {
    fc.assert(
      fc.property(version, (given) => {
        for (const { entry, content } of resolve(given)) {
          const common = given.base.find((one) => one.entry.key === entry.key)?.content
          const own = given.variant.find(({ key }) => key === entry.key)
          for (const language of given.languages) {
            for (const field of TEXT_FIELDS) {
              const origin = entry.provenance[field]?.[language]
              const isOurs = origin === 'national' || origin === 'translation'
              expect(said(content[field][language])).toEqual(said((isOurs ? own : common)?.[field][language]))
              if (origin === 'translation') expect(own?.translated).toContain(language)
            }
          }
        }
      }),
    )
  })

  it('exactly the sections marked as adapted or supplemented differ from the common text', () => {
    fc.assert(
      fc.property(version, (given) => {
        for (const { entry, content } of resolve(given).slice(0, given.base.length)) {
          const origins = TEXT_FIELDS.flatMap((field) => Object.values(entry.provenance[field] ?? {}))
          const differs = origins.includes('national') || Object.keys(content.addition).length > 0
          expect(differs).toBe(entry.mode === 'adapt' || entry.mode === 'supplement')
        }
      }),
    )
  })
})

function said(value: string | RichText | undefined): string {
  return Array.isArray(value) ? textOf(value) : (value ?? '')
}
