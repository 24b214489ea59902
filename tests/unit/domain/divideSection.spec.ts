import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideSection, divisionHeadings, suggestedPoints } from '@/domain/divideSection'
import { joinSections } from '@/domain/joinSections'
import { LANGUAGES } from '@/domain/language'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import type { PartRule, SectionContent } from '@/domain/section'
import { commonRegroupings } from '@/domain/updates/regroupings'
import { baseOf, contentOf, p } from './sections'

const h = (words: string, id: string, level = 2): Block =>
  block('heading', { id, attrs: { level }, runs: words === '' ? [] : [text(words)] })

const CONTENT = contentOf('a', {
  title: { en: 'Before you start', fr: 'Avant de commencer' },
  body: {
    en: [p('Tell the person who you are.', 'e1'), h('The interpreter', 'e2'), p('Ask for one in good time.', 'e3')],
    fr: [p('Présentez-vous.', 'f1'), h('L’interprète', 'f2'), p('Demandez-en un à temps.', 'f3')],
    el: [p('Συστηθείτε.', 'g1')],
  },
  guidance: { en: 'Name your organisation.' },
})

function divided(content: SectionContent, at: Parameters<typeof divideSection>[0]['at']) {
  const outcome = divideSection({ content, at, key: 'new' })
  if (!outcome.ok) throw new Error(outcome.because[0]?.key)
  return outcome.result
}

const rule = (given: Partial<PartRule>): PartRule => ({
  ...{ field: 'body', block: null, demand: 'fixed', guidance: {} },
  ...given,
})

describe('a section is divided', () => {
  it('at a heading in each language: what follows is a section with the heading as its title', () => {
    const { first, second } = divided(CONTENT, { en: 'e2', fr: 'f2' })
    expect(first.key).toBe('a')
    expect(second.key).toBe('new')
    expect(first.body).toEqual({ en: [CONTENT.body.en?.[0]], fr: [CONTENT.body.fr?.[0]], el: CONTENT.body.el })
    expect(second.title).toEqual({ en: 'The interpreter', fr: 'L’interprète' })
    expect(second.body).toEqual({ en: [CONTENT.body.en?.[2]], fr: [CONTENT.body.fr?.[2]] })
    expect([first.title, first.summary, first.guidance]).toEqual([CONTENT.title, CONTENT.summary, CONTENT.guidance])
    expect([second.summary, second.guidance]).toEqual([{}, {}])
    expect(second).toMatchObject({ audiences: CONTENT.audiences, stages: CONTENT.stages, policy: CONTENT.policy })
  })

  it('only where there is a heading with words and something before it', () => {
    const ids = (...body: RichText) => divisionHeadings(body).map(({ id }) => id)
    expect(ids(p('x', '1'), h('One', '2'), p('y', '3'), h('Two', '4', 3))).toEqual(['2', '4'])
    expect(ids(h('First', '1'), p('x', '2'))).toEqual([])
    expect(ids(p(' ', '0'), h('First', '1'), p('x', '2'))).toEqual([])
    expect(ids(p('x', '1'), h('', '2'))).toEqual([])
    const refused = (at: object) => {
      const outcome = divideSection({ content: CONTENT, at, key: 'new' })
      return outcome.ok ? '' : outcome.because[0]?.key
    }
    expect(refused({})).toBe('refusal.divide-nowhere')
    expect(refused({ en: 'e3' })).toBe('refusal.divide-heading-gone')
    expect(refused({ en: 'e2', fr: 'e2' })).toBe('refusal.divide-heading-gone')
  })

  it('in another language at the heading that stands for it, if that has one', () => {
    expect(suggestedPoints({ content: CONTENT, language: 'en', heading: 'e2' })).toEqual({ en: 'e2', fr: 'f2' })
    expect(suggestedPoints({ content: CONTENT, language: 'en', heading: 'gone' })).toEqual({})
  })

  it('and a heading with a link, a note or more words than a title can have stays in the text too', () => {
    const linked = block('heading', { id: 'e2', runs: [text('See '), text('the law', [], 'https://example.org')] })
    const noted = block('heading', { id: 'e2', runs: [text('Law'), { type: 'footnote', text: 'Of 2024.' }] })
    for (const heading of [linked, noted, h('long '.repeat(80), 'e2')]) {
      const { second } = divided({ ...CONTENT, body: { en: [p('x', 'e1'), heading] } }, { en: 'e2' })
      expect(second.body.en).toEqual([heading])
      expect(second.title.en?.length).toBeLessThanOrEqual(300)
    }
  })

  it('with its rules: one for a part goes with its part, one for the whole text holds for both', () => {
    const rules = [
      rule({ block: { en: 'e1', fr: 'f1' } }),
      rule({ block: { en: 'e3', fr: 'f3' }, demand: 'fill-in', guidance: { en: 'Your office.' } }),
      rule({ block: { en: 'e2' } }),
      rule({ field: 'title' }),
      rule({ field: 'summary', demand: 'fill-in' }),
    ]
    const { first, second } = divided({ ...CONTENT, rules }, { en: 'e2', fr: 'f2' })
    expect(first.rules).toHaveLength(3)
    expect(first.rules).toEqual(expect.arrayContaining([rules[0], rules[3], rules[4]]))
    expect(second.rules).toEqual([rule({ field: 'title' }), rules[1]])
    const whole = divided({ ...CONTENT, rules: [rule({})] }, { en: 'e2' })
    expect([whole.first.rules, whole.second.rules]).toEqual([[rule({})], [rule({})]])
    // Where only one language is divided, the rule is in both, each with the blocks that are there.
    const mixed = divided({ ...CONTENT, rules: [rule({ block: { en: 'e3', fr: 'f3' } })] }, { en: 'e2' })
    expect(mixed.first.rules).toEqual([rule({ block: { fr: 'f3' } })])
    expect(mixed.second.rules).toEqual([rule({ block: { en: 'e3' } })])
  })

  it('and countries are asked about both together, as about any section that was divided', () => {
    const long = (words: string) => p(`${words} `.repeat(6).trim(), words.slice(0, 3))
    const body = { en: [long('tell the person who you are'), h('The interpreter', 'e2'), long('ask for one in time')] }
    const before = contentOf('a', { body })
    const { first, second } = divided(before, { en: 'e2' })
    const sides = [
      { key: 'a', base: baseOf('a', { body }), newest: { ...baseOf('a'), content: first } },
      { key: 'new', base: null, newest: { ...baseOf('new'), content: second } },
    ]
    expect(commonRegroupings({ sections: sides, sourceLanguage: 'en' })).toEqual([
      { became: 'split', key: 'a', others: ['new'] },
    ])
    const { content } = joinSections({ into: first, from: second, newId: () => 'x' })
    const joined = [
      { key: 'a', base: { ...baseOf('a'), content: first }, newest: { ...baseOf('a'), content } },
      { key: 'new', base: { ...baseOf('new'), content: second }, newest: null },
    ]
    expect(commonRegroupings({ sections: joined, sourceLanguage: 'en' })).toEqual([
      { became: 'joined', key: 'a', others: ['new'] },
    ])
  })
})

describe('a section is joined to another one', () => {
  let made = 0
  const newId = () => `n${++made}`
  const into = contentOf('a', { guidance: { en: 'One.' }, audiences: ['police'], stages: ['appeal'] })
  const from = contentOf('b', {
    ...{ title: { en: 'Second', fr: 'Deuxième' }, summary: { en: 'In short.' }, guidance: { en: 'Two.', fr: 'Deux.' } },
    ...{
      body: { en: [p('Text b', 'b1')], fr: [p('Texte b', 'b2')] },
      audiences: ['lawyer'],
      policy: 'supplement-only',
    },
  })

  it('in every language: its title is a heading, its summary a paragraph, and its text follows', () => {
    const { content, otherPolicy } = joinSections({ into, from, newId })
    expect(content.key).toBe('a')
    expect(content.body.en?.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph', 'paragraph'])
    expect(textOf(content.body.en ?? [])).toBe('Body a\nSecond\nIn short.\nText b')
    expect(textOf(content.body.fr ?? [])).toBe('Deuxième\nTexte b')
    expect(content.guidance).toEqual({ en: 'One.\n\nTwo.', fr: 'Deux.' })
    expect(content).toMatchObject({ title: into.title, summary: into.summary, policy: 'free' })
    expect([content.audiences, content.stages]).toEqual([
      ['lawyer', 'police'],
      ['interview', 'appeal'],
    ])
    expect(otherPolicy).toBe('supplement-only')
  })

  it('and a block whose id the other text has too gets another one, with its rule', () => {
    const same = { ...from, body: { en: [p('Text b', 'id-a')] }, rules: [rule({ block: { en: 'id-a' } })] }
    const { content } = joinSections({ into, from: same, newId })
    const ids = content.body.en?.map(({ id }) => id) ?? []
    expect(new Set(ids).size).toBe(ids.length)
    expect(content.rules).toEqual([rule({ block: { en: ids.at(-1) ?? '' } })])
  })

  it('with the rules for its blocks, and the others are named', () => {
    const rules = [
      rule({ block: { en: 'b1' } }),
      rule({ block: { fr: 'b2' }, demand: 'fill-in' }),
      rule({ field: 'title' }),
    ]
    const free = joinSections({ into, from: { ...from, rules }, newId })
    expect(free.content.rules).toHaveLength(2)
    expect(free.dropped).toEqual([rules[2]])
    const supplemented = joinSections({ into: { ...into, policy: 'supplement-only' }, from: { ...from, rules }, newId })
    expect(supplemented.content.rules).toEqual([rules[0]])
    const whole = joinSections({ into: { ...into, rules: [rule({})] }, from: { ...from, rules }, newId })
    expect(whole.content.rules).toEqual([rule({})])
    expect(whole.dropped).toEqual(rules)
  })
})

const NOTHING = { title: {}, summary: {}, body: {} }

describe('dividing and joining again', () => {
  const piece = fc.constantFrom(...(['p', 'h'] as const))
  const texts = fc.dictionary(fc.constantFrom(...LANGUAGES), fc.array(piece, { maxLength: 8 }), { maxKeys: 6 })

  it('loses no word in any language, wherever it is divided', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (kinds, choice) => {
        let [body, at]: [SectionContent['body'], Parameters<typeof divideSection>[0]['at']] = [{}, {}]
        for (const language of LANGUAGES) {
          const blocks = (kinds[language] ?? []).map((kind, n) =>
            (kind === 'h' ? h : p)(`${language} words ${n}`, `${language}${n}`),
          )
          body = { ...body, [language]: blocks }
          const points = divisionHeadings(blocks)
          const point = points[choice % (points.length + 1)]
          if (point) at = { ...at, [language]: point.id }
        }
        const content = contentOf('a', { body, title: {}, summary: {} })
        const outcome = divideSection({ content, at, key: 'new' })
        expect(outcome.ok).toBe(Object.keys(at).length > 0)
        const { first, second } = outcome.ok ? outcome.result : { first: content, second: contentOf('new', NOTHING) }
        const { content: joined } = joinSections({ into: first, from: second, newId: () => 'made' })
        for (const language of LANGUAGES)
          expect(textOf(joined.body[language] ?? [])).toBe(textOf(content.body[language] ?? []))
      }),
      { numRuns: 300 },
    )
  })
})
