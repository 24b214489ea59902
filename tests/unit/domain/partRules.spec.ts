import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenParts, fixedPartsForbid, openParts, withFixedParts } from '@/domain/keptParts'
import { rulesAfter, rulesFollowed, rulesForbid, rulesLeft, rulesSeen } from '@/domain/partRules'
import { contentByKey, openProblemsOf } from '@/domain/readiness'
import { resolve, type VariantSection } from '@/domain/resolve'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { blockInLanguage } from '@/domain/ruledParts'
import type { PartRule, SectionContent } from '@/domain/section'
import { sectionText } from '@/domain/sectionText'
import {
  choicesFor,
  decideUpdate,
  mergeIn,
  type UpdateDecision,
  type UpdateSides,
  updateOf,
} from '@/domain/updates/updates'
import { runs } from '../runs'
import { baseOf, contentOf, ownOf, p } from './sections'

const rule = (given: Partial<PartRule> = {}): PartRule => ({
  field: 'body',
  block: { en: 'call' },
  demand: 'fixed',
  guidance: {},
  ...given,
})
const CALL = p('Call 112 if somebody is in danger.', 'call')
const BODY = [p('First listen.', 'a'), CALL, p('Then ask.', 'b')]
const fixed = (given: Partial<SectionContent> = {}) => contentOf('k', { body: { en: BODY }, rules: [rule()], ...given })
const names = (parts: ReturnType<typeof brokenParts>) =>
  parts.map(({ rule: { field }, language }) => `${field} ${language}`)
const broken = (common: SectionContent, body: RichText, languages = ['en'] as const) =>
  names(brokenParts({ common, text: { ...common, body: { ...common.body, en: body } }, languages, source: 'en' }))

/** Paragraphs with words of their own, so that none says what a fixed one says. */
const free = fc.array(
  fc.record({
    id: fc.constantFrom('', 'a', 'b', 'call', 'x', 'y'),
    words: fc.constantFrom('Ask.', 'Listen.', 'Wait here.'),
  }),
  { maxLength: 6 },
)

describe('a fixed paragraph', () => {
  it('lets everything else be written, and may stand anywhere and under any id', () => {
    fc.assert(
      fc.property(free, fc.nat(6), fc.constantFrom('call', 'other', ''), (others, at, id) => {
        const body = others.map(({ id, words }) => p(words, id)).toSpliced(at, 0, { ...CALL, id })
        expect(broken(fixed(), body)).toEqual([])
      }),
      { numRuns: runs(500) },
    )
  })

  it('is broken by any change of its words, its marks, its links or its kind', () => {
    const words = 'Call 112 if somebody is in danger.'
    const others: fc.Arbitrary<Block> = fc.oneof(
      fc.string({ maxLength: 40 }).map((line) => p(`${words}x${line}`, 'call')),
      fc.nat(words.length - 1).map((at) => p(words.slice(0, at), 'call')),
      fc.constant(block('heading', { id: 'call', attrs: { level: 3 }, runs: [text(words)] })),
      fc.constant(block('paragraph', { id: 'call', runs: [text(words, ['bold'])] })),
      fc.constant(block('paragraph', { id: 'call', runs: [text(words, [], 'https://example.org')] })),
      fc.constant(block('callout', { id: 'call', attrs: { tone: 'note' }, children: [CALL] })),
    )
    fc.assert(
      fc.property(free, fc.nat(6), others, (around, at, other) => {
        const body = around.map(({ words, id }) => p(words, id)).toSpliced(at, 0, other)
        expect(broken(fixed(), body)).toEqual(['body en'])
      }),
      { numRuns: runs(500) },
    )
  })

  it('is broken if it is taken out, and not if the country has the common text', () => {
    expect(broken(fixed(), [p('First listen.', 'a')])).toEqual(['body en'])
    expect(broken(fixed(), BODY)).toEqual([])
  })

  it('that says the same as another fixed one must be there as often', () => {
    const twice = {
      body: { en: [...BODY, { ...CALL, id: 'again' }] },
      rules: [rule(), rule({ block: { en: 'again' } })],
    }
    expect(broken(fixed(twice), BODY)).toEqual(['body en'])
    expect(broken(fixed(twice), [CALL, CALL])).toEqual([])
  })

  it('is named by its first words when a country may not store its text', () => {
    const base = { ...baseOf('k'), content: fixed() }
    const own = ownOf('k', { body: { en: [p('Call us.', 'call')] } })
    const given = {
      base,
      before: ownOf('k', { mode: 'inherit' }),
      after: own,
      languages: ['en'],
      source: 'en',
    } as const
    expect(fixedPartsForbid(given)).toEqual([
      {
        key: 'refusal.part-fixed',
        params: { part: 'words', words: 'Call 112 if somebody is in danger.', language: 'none' },
        field: 'body',
      },
    ])
    expect(fixedPartsForbid({ ...given, before: own }), 'what was changed already is not refused again').toEqual([])
    expect(fixedPartsForbid({ ...given, after: { ...own, mode: 'omit' } })).toEqual([])
    expect(fixedPartsForbid({ ...given, after: { ...own, mode: 'supplement' } })).toEqual([])
  })
})

describe('a fixed field', () => {
  const common = contentOf('k', {
    rules: [rule({ field: 'title', block: null }), rule({ field: 'summary', block: null })],
  })
  const brokenIn = (given: Partial<SectionContent>, languages = ['en', 'el'] as const) =>
    names(brokenParts({ common, text: { ...common, ...given }, languages, source: 'en' }))

  it('has the words of the common text, and is written in a language that it lacks', () => {
    expect(brokenIn({ title: { en: 'Title k', el: 'Τίτλος' } })).toEqual([])
    expect(brokenIn({ title: { en: 'Other' }, summary: { en: '' } })).toEqual(['title en', 'summary en'])
  })

  it('stays empty if the common text has it in no language', () => {
    const empty = { ...common, summary: {} }
    const languages = ['en'] as const
    expect(
      names(brokenParts({ common: empty, text: { ...empty, summary: { en: 'Ours' } }, languages, source: 'en' })),
    ).toEqual(['summary en'])
  })
})

describe('the block of a rule in another language', () => {
  const french = [p('Écoutez.', 'fa'), p('Appelez le 112 si une personne est en danger.', 'fc'), p('Demandez.', 'fb')]
  const both = { en: BODY, fr: french }

  it('is the one that stands for it, or the one that was named there', () => {
    expect(blockInLanguage({ body: both, ids: { en: 'call' }, language: 'fr' })?.id).toBe('fc')
    expect(blockInLanguage({ body: both, ids: { en: 'call', fr: 'fb' }, language: 'fr' })?.id).toBe('fb')
    expect(blockInLanguage({ body: both, ids: { en: 'call' }, language: 'el' })).toBe(null)
    expect(blockInLanguage({ body: both, ids: { en: 'gone' }, language: 'fr' })).toBe(null)
  })

  it('is fixed there too', () => {
    const common = fixed({ body: both })
    const text = { ...common, body: { en: BODY, fr: french.toSpliced(1, 1) } }
    expect(names(brokenParts({ common, text, languages: ['en', 'fr'], source: 'en' }))).toEqual(['body fr'])
  })

  it('is seen and set there without losing what was set elsewhere', () => {
    const before = fixed({ body: both, rules: [rule({ guidance: { en: 'As it is.' } })] })
    expect(rulesSeen({ content: before, language: 'fr' })).toEqual([
      { field: 'body', block: 'fc', demand: 'fixed', guidance: '' },
    ])
    const seen = [{ field: 'body' as const, block: 'fc', demand: 'fill-in' as const, guidance: ' Le numéro. ' }]
    expect(rulesAfter({ before, after: before, language: 'fr', seen })).toEqual([
      rule({ block: { en: 'call', fr: 'fc' }, demand: 'fill-in', guidance: { en: 'As it is.', fr: 'Le numéro.' } }),
    ])
    expect(rulesAfter({ before, after: before, language: 'el', seen: [] }), 'not seen, so it stays').toEqual(
      before.rules,
    )
    expect(rulesAfter({ before, after: before, language: 'fr', seen: [] }), 'seen and taken away').toEqual([])
  })
})

describe('the rules after a save', () => {
  it('stay with their block while it is edited, and find it by its words under another id', () => {
    const before = fixed()
    const edited = fixed({ body: { en: [p('Call 113.', 'call')] } })
    expect(rulesLeft({ before, after: edited })).toEqual([rule()])
    const stamped = fixed({ body: { en: [{ ...CALL, id: 'new' }] } })
    expect(rulesLeft({ before, after: stamped })).toEqual([rule({ block: { en: 'new' } })])
  })

  it('stay with their block where it was reworded and has another id', () => {
    const edited = fixed({ body: { en: [p('First listen.', 'x'), p('Call 112 if anybody is in danger.', 'new')] } })
    expect(rulesLeft({ before: fixed(), after: edited })).toEqual([rule({ block: { en: 'new' } })])
  })

  it('stay with a short block that was moved and edited at once, and go to no block that is another one', () => {
    const [a, , b] = BODY
    const moved = [p('New.', 'n'), p('Call 112 if anybody is in danger.', 'new'), ...[a ?? [], b ?? []].flat()]
    expect(rulesLeft({ before: fixed(), after: fixed({ body: { en: moved } }) })).toEqual([
      rule({ block: { en: 'new' } }),
    ])
    const others = [p('Ask for the number if somebody calls.', 'new'), ...[a ?? [], b ?? []].flat()]
    expect(rulesLeft({ before: fixed(), after: fixed({ body: { en: others } }) })).toEqual([])
  })

  it('stay with a box of which one sentence changed, and whose paragraphs are all new', () => {
    const box = (id: string, words: string) =>
      block('callout', {
        ...{ id, attrs: { tone: 'warning', title: 'Danger now' } },
        children: [p('If somebody is in danger now, call 112.', `${id}1`), p(words, `${id}2`)],
      })
    const before = fixed({
      body: { en: [...BODY, box('box', 'Stay with the person until help comes.')] },
      rules: [rule({ block: { en: 'box' } })],
    })
    const after = { ...before, body: { en: [box('new', 'Never leave the person alone.'), ...BODY] } }
    expect(rulesFollowed({ before, after })).toEqual({ left: [rule({ block: { en: 'new' } })], gone: [] })
  })

  it('do not go to a block that has a rule of its own', () => {
    const twice = fixed({
      body: { en: [...BODY, { ...CALL, id: 'again' }] },
      rules: [rule({ block: { en: 'again' } }), rule({ demand: 'fill-in' })],
    })
    const after = { ...twice, body: { en: BODY } }
    expect(rulesFollowed({ before: twice, after })).toEqual({
      left: [rule({ demand: 'fill-in' })],
      gone: [rule({ block: { en: 'again' } })],
    })
  })

  it('are gone in all languages where their block was taken out in one', () => {
    const before = fixed({
      body: { en: BODY, fr: [p('Écoutez.', 'fa'), p('Appelez le 112.', 'fc')] },
      rules: [rule({ block: { en: 'call', fr: 'fc' } })],
    })
    const without = { ...before, body: { ...before.body, fr: [p('Écoutez.', 'fa')] } }
    expect(rulesFollowed({ before, after: without })).toEqual({ left: [], gone: before.rules })
    const untranslated = { ...before, body: { en: BODY } }
    expect(rulesFollowed({ before, after: untranslated })).toEqual({ left: [rule()], gone: [] })
  })

  it('go with a block that is taken out', () => {
    expect(rulesLeft({ before: fixed(), after: fixed({ body: { en: [p('First listen.', 'a')] } }) })).toEqual([])
  })

  it('of a block that is new are set by its id; of a block that is not there they are not', () => {
    const after = fixed({ body: { en: [...BODY, p('New.', 'n')] } })
    const seen = ['n', 'nowhere'].map((block) => ({
      field: 'body' as const,
      block,
      demand: 'fixed' as const,
      guidance: '',
    }))
    expect(rulesAfter({ before: fixed({ rules: [] }), after, language: 'en', seen })).toEqual([
      rule({ block: { en: 'n' } }),
    ])
  })

  it('are not both for the text and for parts of it, and ask for nothing that a country may not write', () => {
    const keys = (given: Parameters<typeof rulesForbid>[0]) => rulesForbid(given).map(({ key }) => key)
    expect(keys({ policy: 'free', rules: [rule(), rule({ field: 'title', block: null })] })).toEqual([])
    expect(keys({ policy: 'free', rules: [rule(), rule({ block: null })] })).toEqual(['refusal.part-rules-twice'])
    expect(keys({ policy: 'supplement-only', rules: [rule({ demand: 'fill-in' })] })).toEqual([
      'refusal.part-rules-supplement',
    ])
    expect(keys({ policy: 'supplement-only', rules: [rule()] })).toEqual([])
  })
})

describe('a part to be filled in', () => {
  const HOTLINE = p('National hotline: to be added.', 'hot')
  const asked = (given: Partial<PartRule> = {}) =>
    rule({ block: { en: 'hot' }, demand: 'fill-in', guidance: { en: 'Name the hotline.' }, ...given })
  const base = (rules: PartRule[], given: Partial<SectionContent> = {}) =>
    baseOf('k', { body: { en: [...BODY, HOTLINE] }, rules, ...given })
  const open = (on: ReturnType<typeof base>, own: VariantSection, languages = ['en'] as const) => {
    const [section] = resolve({ base: [on], variant: [own], languages })
    if (!section) throw new Error('Nothing is resolved')
    return openParts({ common: on.content, section, languages }).map(({ language }) => language)
  }

  it.each(['inherit', 'supplement'] as const)('is open while the section is "%s"', (mode) => {
    expect(open(base([asked()]), ownOf('k', { mode, addition: { en: [p('Here.')] } }))).toEqual(['en'])
  })

  it('is open while the text still has its words, wherever they stand', () => {
    const own = ownOf('k', { body: { en: [{ ...HOTLINE, id: 'moved' }, p('Ours.', 'z')] } })
    expect(open(base([asked()]), own)).toEqual(['en'])
  })

  it.each([
    'National hotline: to be added.\u200b',
    'National hotline:  to be added',
    '“National hotline”, to be added!',
  ])('is open while its words only have other signs or spaces: %j', (words) => {
    expect(open(base([asked()]), ownOf('k', { body: { en: [...BODY, p(words, 'hot')] } }))).toEqual(['en'])
    const title = asked({ field: 'title', block: null })
    const on = base([title], { title: { en: 'National hotline: to be added.' } })
    expect(open(on, ownOf('k', { title: { en: words } }))).toEqual(['en'])
  })

  it.each([
    ['Phone: 0000 000000', 'Phone: 0000\u00a0000\u2009000'],
    ['The fee is 1500 €', 'The fee is 1 500€'],
    ['Open from 9:00', 'Open from 9: 00'],
    ['Call 01/000', 'Call 01 / 000'],
    ['Call 112 113', 'Call 112, 113'],
    ['Form A 5', 'Form A-5'],
    ['Keep it at -5 °C', 'Keep it at \u2212 5 °C'],
    ['National hotline: to be added', 'National Hotline: TO BE ADDED'],
    ['Τηλέφωνο: άγνωστος', 'ΤΗΛΕΦΩΝΟ: ΑΓΝΩΣΤΟΣ'],
    ['Straße und Nummer', 'STRASSE UND NUMMER'],
    ['Straße und Nummer', 'STRAẞE UND NUMMER'],
  ])('is open while its words only have other spaces beside figures and signs, or capitals: %j', (common, ours) => {
    const on = base([asked()], { body: { en: [...BODY, p(common, 'hot')] } })
    expect(open(on, ownOf('k', { body: { en: [...BODY, p(ours, 'hot')] } }))).toEqual(['en'])
    const title = base([asked({ field: 'title', block: null })], { title: { en: common } })
    expect(open(title, ownOf('k', { title: { en: ours } }))).toEqual(['en'])
  })

  it('is filled in by figures that end another word, as a number behind a name with one', () => {
    const [first, other] = [p('Office 1: ____', 'hot'), p('Office 101: ____', 'other')]
    const on = base([asked(), asked({ block: { en: 'other' } })], { body: { en: [first, other] } })
    const ours = [p('Office 1: 01', 'hot'), p('Office 101: 1800', 'other')]
    expect(open(on, ownOf('k', { body: { en: ours } }))).toEqual([])
  })

  it.each([
    [
      'a link to another page',
      [{ type: 'text' as const, text: 'See the guidance.', marks: [], link: 'https://gov.ie' }],
    ],
    ['a box that is ticked', [{ type: 'text' as const, text: '☒ See the guidance.', marks: [] }]],
  ])('is filled in by %s', (_, runs) => {
    const link = 'https://example.org'
    const common = block('paragraph', {
      id: 'hot',
      runs: [{ type: 'text', text: 'See the guidance.', marks: [], link }],
    })
    const on = base([asked()], { body: { en: [...BODY, common] } })
    const own = (ours: Block) => ownOf('k', { body: { en: [...BODY, ours] } })
    expect(open(on, own({ ...common, id: 'other' }))).toEqual(['en'])
    expect(open(on, own({ ...common, runs }))).toEqual([])
  })

  it('is filled in by another footnote', () => {
    const noted = (note: string) =>
      block('paragraph', {
        id: 'hot',
        runs: [
          { type: 'text', text: 'See the law.', marks: [] },
          { type: 'footnote', text: note },
        ],
      })
    const on = base([asked()], { body: { en: [...BODY, noted('Law A.')] } })
    expect(open(on, ownOf('k', { body: { en: [...BODY, noted('Law B.')] } }))).toEqual([])
    expect(open(on, ownOf('k', { body: { en: [...BODY, noted('Law A')] } }))).toEqual(['en'])
  })

  it('is not filled in by another look of the same words: a heading for a paragraph, or another level', () => {
    const runs = [{ type: 'text' as const, text: 'Name the hotline.', marks: [] }]
    const [second, third] = [2, 3].map((level) => block('heading', { id: 'hot', attrs: { level }, runs }))
    const on = (common: Block) => base([asked()], { body: { en: [...BODY, common] } })
    const own = (ours: Block | undefined) => ownOf('k', { body: { en: [...BODY, ours ?? []].flat() } })
    expect(open(on(p('Name the hotline.', 'hot')), own(second))).toEqual(['en'])
    expect(second && open(on(second), own(third))).toEqual(['en'])
  })

  it('is filled in where the common text has a blank, whatever rule stands in the text', () => {
    const blank = p('____________', 'hot')
    const on = base([asked()], { body: { en: [...BODY, blank] } })
    const line = block('rule', { id: 'r' })
    expect(open(on, ownOf('k', { body: { en: [...BODY, line, p('Ring 1800 1800.', 'hot')] } }))).toEqual([])
    expect(open(on, ownOf('k', { body: { en: [...BODY, line, blank] } }))).toEqual(['en'])
    expect(open(on, ownOf('k', { body: { en: [...BODY, p('____ ____.', 'hot')] } }))).toEqual(['en'])
    expect(open(on, ownOf('k', { body: { en: [p('Ours.', 'z'), { ...blank, id: 'new' }] } }))).toEqual(['en'])
  })

  it('is filled in by another number of the same figures', () => {
    const on = base([asked()], { body: { en: [...BODY, p('See Article 2(1).', 'hot')] } })
    expect(open(on, ownOf('k', { body: { en: [...BODY, p('See Article 21.', 'hot')] } }))).toEqual([])
  })

  it.each([
    ['Keep it at 5 °C.', 'Keep it at -5 °C.'],
    ['The fee is 1.500 €.', 'The fee is 1,500 €.'],
    ['Open from 9:17.', 'Open from 9.17.'],
  ])('is filled in by another sign in a figure: %j', (common, ours) => {
    const on = base([asked()], { body: { en: [...BODY, p(common, 'hot')] } })
    expect(open(on, ownOf('k', { body: { en: [...BODY, p(ours, 'hot')] } }))).toEqual([])
    expect(open(on, ownOf('k', { body: { en: [...BODY, p(`${common}!`, 'hot')] } }))).toEqual(['en'])
  })

  it.each([
    ['in a box', [block('callout', { id: 'box', attrs: { tone: 'note', title: '' }, children: [HOTLINE] }), ...BODY]],
    ['in the place of another paragraph', [{ ...HOTLINE, id: BODY[0]?.id ?? '' }, p('Ours.', 'hot')]],
  ])('is open while its words stand %s', (_, en) => {
    expect(open(base([asked()]), ownOf('k', { body: { en } }))).toEqual(['en'])
  })

  it.each([
    ['the same words', 'Hotline: to be added', ['Office', 'Hotline: to be added']],
    ['other signs', '…', ['Monday', '–']],
  ])('is filled in though a table of the common text has %s', (_, words, cells) => {
    const cell = (one: string, at: number) => block('cell', { id: `cell ${at}`, children: [p(one, `in cell ${at}`)] })
    const table = block('table', { id: 'table', children: [block('row', { id: 'row', children: cells.map(cell) })] })
    const on = base([asked()], { body: { en: [p(words, 'hot'), table] } })
    expect(open(on, ownOf('k', { body: { en: [p('Call 15900.', 'hot'), table] } }))).toEqual([])
    expect(open(on, ownOf('k', { body: { en: [p(words, 'hot'), table, p('Ours.', 'z')] } }))).toEqual(['en'])
  })

  it('is not filled in by another dash', () => {
    const on = base([asked()], { body: { en: [...BODY, p('Open 9-17.', 'hot')] } })
    for (const words of ['Open 9–17.', 'Open 9 – 17.'])
      expect(open(on, ownOf('k', { body: { en: [...BODY, p(words, 'hot')] } }))).toEqual(['en'])
  })

  it('is filled in though another paragraph of the common text still says the same, and that one is open if it is one too', () => {
    const [hot, other] = [p('Phone: ____', 'hot'), p('Phone: ____', 'other')]
    const common = { body: { en: [hot, ...BODY, other] } }
    const own = ownOf('k', { body: { en: [p('Phone: 1109', 'hot'), ...BODY, other] } })
    expect(open(base([asked()], common), own)).toEqual([])
    const both = [asked(), asked({ block: { en: 'other' } })]
    expect(open(base(both, common), own)).toEqual(['en'])
    const retyped = ownOf('k', { body: { en: [p('Phone: 1109', 'new 1'), ...BODY, p('Phone: ____', 'new 2')] } })
    expect(open(base(both, common), retyped)).toEqual(['en'])
  })

  it('is looked for without reading the text again for each of many parts', () => {
    const readFor = (parts: number) => {
      const common = Array.from({ length: parts }, (_, at) => p(`Phone of office ${at}: ____`, `c${at}`))
      let reads = 0
      const { runs, ...last } = p('Ours.', 'last')
      const counted = Object.defineProperty({ ...last }, 'runs', {
        enumerable: true,
        get: () => {
          reads += 1
          return runs
        },
      })
      const own = ownOf('k', { body: { en: [...common.map(({ id }) => p(`Call ${id}.`, id)), counted as Block] } })
      open(
        base(
          common.map(({ id }) => asked({ block: { en: id } })),
          { body: { en: common } },
        ),
        own,
      )
      return reads
    }
    expect(readFor(20)).toBe(readFor(2))
  })

  it('is open in a text of which the country dropped all', () => {
    expect(open(base([asked()]), ownOf('k', { body: { en: [] } }))).toEqual(['en'])
  })

  it('is filled in once the country wrote its own there', () => {
    expect(open(base([asked()]), ownOf('k', { body: { en: [...BODY, p('Ring 1800 1800.', 'hot')] } }))).toEqual([])
  })

  it('is not asked of a country that does not use the section', () => {
    expect(open(base([asked()]), ownOf('k', { mode: 'omit', reason: 'other' }))).toEqual([])
  })

  it('can be a field, which the country writes with words', () => {
    const on = base([asked({ field: 'summary', block: null })])
    expect(open(on, ownOf('k', { title: { en: 'Ours' } }))).toEqual(['en'])
    expect(open(on, ownOf('k', { title: { en: 'Ours' }, summary: { en: '' } }))).toEqual(['en'])
    expect(open(on, ownOf('k', { summary: { en: 'Ours' } }))).toEqual([])
  })

  it('is not filled in by a translation of the common words', () => {
    const own = ownOf('k', {
      mode: 'adapt',
      body: { en: [p('Ours.', 'hot')], el: [p('Γραμμή.', 'g')] },
      translated: ['el'],
    })
    const [section] = resolve({ base: [base([asked()])], variant: [own], languages: ['en', 'el'] })
    expect(section && openParts({ common: base([asked()]).content, section, languages: ['en', 'el'] })).toMatchObject([
      { language: 'el' },
    ])
  })

  it('keeps the version from being sent, with a reason that names the section and the part', () => {
    const on = base([asked()])
    const sections = resolve({ base: [on], variant: [], languages: ['en', 'fr'] }).map(({ entry, content }) => ({
      ...{ entry: { ...entry, blob: '' }, content },
    }))
    expect(openProblemsOf(sections, { common: contentByKey([on]), languages: ['en', 'fr'], source: 'en' })).toEqual([
      {
        key: 'refusal.part-to-fill-in',
        params: { part: 'words', words: 'National hotline: to be added.', language: 'en', section: 'Title k' },
        field: 'body',
      },
    ])
  })
})

describe('an update that fixes a part', () => {
  const sidesOf = (newest: Partial<SectionContent>, own: VariantSection): UpdateSides => ({
    base: baseOf('k', { body: { en: BODY } }),
    newest: baseOf('k', { body: { en: BODY }, rules: [rule()], ...newest }),
    own,
    languages: ['en'],
    sourceLanguage: 'en',
  })
  const ours = ownOf('k', {
    reason: 'other',
    body: { en: [p('Listen well.', 'a'), p('Call us.', 'call'), p('Then ask.', 'b')] },
  })
  const decide = (sides: UpdateSides, decision: UpdateDecision) => decideUpdate({ sides, decision, release: 'r2' })

  it('needs a decision where the country changed the part, and does not offer to keep it', () => {
    const update = updateOf(sidesOf({}, ours))
    expect(update).toMatchObject({ status: 'decision-needed', parts: ['body', 'policy'], isFixed: true })
    expect(update && choicesFor(update)).toEqual(['accept', 'combine'])
    for (const choice of ['keep', 'not-for-us'] as const) {
      expect(decide(sidesOf({}, ours), { choice })).toMatchObject({
        ok: false,
        because: [{ key: 'refusal.part-fixed' }],
      })
    }
  })

  it('is combined with the part as in the common text, and keeps what the country wrote elsewhere', () => {
    const outcome = decide(sidesOf({}, ours), { choice: 'combine' })
    expect(outcome.ok && outcome.result.body.en?.map(({ runs }) => runs)).toEqual(
      [p('Listen well.'), CALL, p('Then ask.')].map(({ runs }) => runs),
    )
    expect(mergeIn(sidesOf({}, ours), 'en').fields.some(({ status }) => status === 'decision-needed')).toBe(false)
  })

  it('puts a part back that the country took out, where it stands in the common text', () => {
    const without = ownOf('k', { reason: 'other', body: { en: [p('Listen well.', 'a'), p('Then ask.', 'b')] } })
    const outcome = decide(sidesOf({}, without), { choice: 'combine' })
    expect(outcome.ok && outcome.result.body.en?.map(({ id }) => id)).toEqual(['a', 'call', 'b'])
  })

  it('refuses an edited result that changes the part', () => {
    const written = { body: { en: [p('Mine.', 'a')] } }
    expect(decide(sidesOf({}, ours), { choice: 'combine', written })).toMatchObject({
      ok: false,
      because: [{ key: 'refusal.part-fixed' }],
    })
  })

  it('asks as before where the country still has the common words, also if these are changed too', () => {
    const own = ownOf('k', { reason: 'other', body: { en: [p('Listen well.', 'a'), CALL, p('Then ask.', 'b')] } })
    const newest = { body: { en: [p('First listen.', 'a'), p('Call 113.', 'call'), p('Then ask.', 'b')] } }
    const update = updateOf(sidesOf(newest, own))
    expect(update).toMatchObject({ status: 'please-check' })
    expect(update?.isFixed).toBe(undefined)
    const outcome = decide(sidesOf(newest, own), { choice: 'combine' })
    expect(outcome.ok && outcome.result.body.en?.map(({ id }) => id)).toEqual(['a', 'call', 'b'])
    expect(decide(sidesOf(newest, own), { choice: 'keep' })).toMatchObject({ ok: false })
  })

  it('is ready where the country has the common text', () => {
    expect(updateOf(sidesOf({}, ownOf('k', { mode: 'inherit' })))).toMatchObject({ status: 'ready', parts: ['policy'] })
  })
})

describe('a text with its broken parts as in the common text', () => {
  it('breaks none, whatever the country wrote', () => {
    fc.assert(
      fc.property(free, (others) => {
        const common = fixed()
        const body = others.map(({ id, words }, at) => p(words, id === '' ? `n${at}` : id))
        const given = { ...common, body: { en: body } }
        const text = withFixedParts({
          text: sectionText({ content: given, language: 'en' }),
          ...{ common, language: 'en', broken: brokenParts({ common, text: given, languages: ['en'], source: 'en' }) },
        })
        expect(broken(common, text.body)).toEqual([])
        const lost = body.filter((one) => one.id !== 'call' && !text.body.includes(one))
        expect(lost).toEqual([])
      }),
      { numRuns: runs(300) },
    )
  })
})
