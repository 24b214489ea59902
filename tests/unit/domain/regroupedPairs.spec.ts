import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedSections, countsOf } from '@/domain/comparedSections'
import { divideSection } from '@/domain/divideSection'
import { joinSections } from '@/domain/joinSections'
import type { Language } from '@/domain/language'
import { MOST_SEARCHED, mayBeRegrouped } from '@/domain/regroupedPairs'
import type { ManifestEntry, PlacedSection } from '@/domain/release'
import { block, type RichText, text } from '@/domain/richText/richText'
import type { SectionContent } from '@/domain/section'
import { content, entry } from '../admin/factories'
import { p } from './sections'

const SAFE = 'First make sure that the person is safe and has slept.'
const ALONE = 'See the person alone, with an interpreter of their choice where possible.'
const NEEDS = 'Ask about needs, area by area, and propose measures that help.'

const heading = (words: string, id: string) => block('heading', { id, attrs: { level: 2 }, runs: [text(words)] })
const lines = (...all: string[]): RichText => all.map((line) => p(line, line.slice(0, 12)))

function section(key: string, given: Partial<SectionContent>, of: Partial<ManifestEntry> = {}): PlacedSection {
  const made = content(key, { title: { en: key }, ...given })
  return { entry: entry(key, { blob: JSON.stringify(made), ...of }), content: made }
}

/** What readers of a language are shown, by key: how many words are added and removed, and what became of the section. */
function shown(before: PlacedSection[], after: PlacedSection[], language: Language = 'en') {
  const compared = comparedSections({ before, after, language, source: 'en', languagesBefore: ['en', 'de'] })
  return Object.fromEntries(
    compared.map((one) => {
      const { changes, wordsAdded, wordsRemoved } = countsOf(one)
      const { became, head, others } = one.regrouped ?? {}
      const keys = one.regrouped && [head?.key, ...(others ?? []).map(({ key }) => key)]
      return [one.key, { became, keys, changes, wordsAdded, wordsRemoved }]
    }),
  )
}

const NONE = { changes: 0, wordsAdded: 0, wordsRemoved: 0 }

describe('a section that was divided', () => {
  const whole = section('needs', { body: { en: [...lines(SAFE), heading('How', 'h'), ...lines(ALONE, NEEDS)] } })
  const first = section('needs', { body: { en: lines(SAFE) } })
  const how = (body: RichText, given: Partial<SectionContent> = {}) =>
    section('how', { title: { en: 'How' }, body: { en: body }, ...given }, { rank: 'o' })
  const divided = { became: 'split', keys: ['needs', 'how'] }

  it('differs only in what was written since, in each of the two sections', () => {
    const is = [first, how(lines(`Always: ${ALONE}`, NEEDS))]
    expect(shown([whole], is)).toEqual({
      needs: { ...divided, ...NONE },
      how: { ...divided, changes: 1, wordsAdded: 1, wordsRemoved: 0 },
    })
  })

  it('differs in its new title, in its summary, and in what was taken out', () => {
    const is = [first, how(lines(ALONE), { title: { en: 'How to ask' }, summary: { en: 'In short.' } })]
    const { how: found } = shown([whole], is)
    expect(found).toMatchObject({ ...divided, wordsAdded: 4, wordsRemoved: 11 })
  })

  it('is shown as divided also where countries may not differ', () => {
    const is = [first, how(lines(ALONE, NEEDS), { policy: 'supplement-only' })]
    expect(shown([whole], is).needs).toEqual({ ...divided, ...NONE })
  })

  it('is new text for readers of a language in which it is still whole', () => {
    const german = { de: lines('Zuerst sichern. Allein sprechen, mit einer Person zum Dolmetschen, und fragen.') }
    const was = section('needs', { body: { ...whole.content.body, ...german } })
    const is = section('needs', { body: { ...first.content.body, ...german } })
    expect(shown([was], [is, how(lines(ALONE, NEEDS))], 'de')).toMatchObject({
      how: { became: undefined, wordsAdded: 24, wordsRemoved: 0 },
    })
  })

  it('is left alone where the country does not use the new one', () => {
    const left = { ...how(lines(ALONE, NEEDS)), entry: entry('how', { mode: 'omit', rank: 'o' }) }
    expect(shown([whole], [first, left]).needs).toMatchObject({ became: undefined, wordsRemoved: 24 })
  })

  it('takes the addition of a country along with the paragraph after which it stands', () => {
    const added = (one: PlacedSection): PlacedSection => ({
      entry: { ...one.entry, mode: 'supplement', blob: `${one.entry.blob} added` },
      content: {
        ...one.content,
        addition: { en: lines('Ring 1109 first.') },
        additionPlace: { where: 'after-block', block: ALONE.slice(0, 12), words: ALONE },
      },
    })
    const found = shown([added(whole)], [first, added(how(lines(ALONE, NEEDS)))])
    expect(found).toEqual({ needs: { ...divided, ...NONE }, how: { ...divided, ...NONE } })
  })
})

describe('sections that were joined', () => {
  const [one, other] = [
    section('needs', { body: { en: lines(SAFE) } }),
    section('how', { title: { en: 'How' }, summary: { en: 'In short.' }, body: { en: lines(ALONE, NEEDS) } }),
  ]
  const joined = { became: 'joined', keys: ['needs', 'how'] }

  it('differ only in what was written since, in the one that is there', () => {
    const both = [...lines(SAFE), heading('How', 'h'), ...lines('In short.', ALONE, `${NEEDS} Always.`)]
    expect(shown([one, other], [section('needs', { body: { en: both } })])).toEqual({
      needs: { ...joined, changes: 1, wordsAdded: 1, wordsRemoved: 0 },
      how: { ...joined, ...NONE },
    })
  })

  it('differ in what of the one that is gone is nowhere any more', () => {
    const is = [section('needs', { body: { en: [...lines(SAFE), ...lines(ALONE, NEEDS)] } })]
    expect(shown([one, other], is).needs).toMatchObject({ ...joined, wordsAdded: 0, wordsRemoved: 3 })
  })
})

describe('where sections may have been divided or joined', () => {
  const hashed = (length: number, of: string) =>
    Array.from({ length }, (_, at) => ({ key: `k${at}`, blob: `${of}${at}` }))
  const added = { key: 'new', blob: 'new' }

  it('one changed and another one is new or gone', () => {
    const [before, after] = [hashed(3, 'a'), hashed(3, 'b')]
    expect(mayBeRegrouped({ before, after: [...after, added] })).toBe(true)
    expect(mayBeRegrouped({ before: [...before, added], after })).toBe(true)
    expect(mayBeRegrouped({ before, after })).toBe(false)
    expect(mayBeRegrouped({ before, after: [...before, added] })).toBe(false)
  })

  it('at most a number of sections differ, in whatever language somebody reads them', () => {
    const most = MOST_SEARCHED - 1
    const same = hashed(50, 'same').map(({ key, blob }) => ({ key: `same ${key}`, blob }))
    const of = (differing: number) =>
      mayBeRegrouped({
        before: [...same, ...hashed(differing, 'a')],
        after: [...same, ...hashed(differing, 'b'), added],
      })
    expect([of(most), of(most + 1)]).toEqual([true, false])
  })

  it('are too many, each is new, changed or gone by itself in every comparison', () => {
    const many = (of: string) =>
      Array.from({ length: MOST_SEARCHED }, (_, at) => section(`k${at}`, { body: { en: lines(`${of} ${at}`) } }))
    const whole = section('needs', { body: { en: lines(SAFE, ALONE, NEEDS) } })
    const two = [section('needs', { body: { en: lines(SAFE) } }), section('how', { body: { en: lines(ALONE, NEEDS) } })]
    expect(shown([whole, ...many('one')], [...two, ...many('one')]).how?.became).toBe('split')
    expect(shown([whole, ...many('one')], [...two, ...many('two')]).how?.became).toBeUndefined()
  })
})

it('no word differs where a section is divided at any heading, and where the two are joined again', () => {
  const sentence = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 10, maxLength: 20 })
  const texts = fc.array(sentence, { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(texts, texts, (some, others) => {
      const said = (all: number[][], of: string) =>
        all.map((one, at) => p(one.map((n) => `w${of}${n}`).join(' '), `${of}${at}`))
      const body = { en: [...said(some, 'a'), heading('How', 'h'), ...said(others, 'b')] }
      const whole = content('needs', { body })
      const outcome = divideSection({ content: whole, at: { en: 'h' }, key: 'how' })
      if (!outcome.ok) throw new Error('It cannot be divided')
      const { first, second } = outcome.result
      const placed = (given: SectionContent) => section(given.key, given, { rank: given.key === 'how' ? 'o' : 'n' })
      const two = [placed(first), placed(second)]
      const again = joinSections({ into: first, from: second, newId: () => 'new' }).content
      for (const found of [shown([placed(whole)], two), shown(two, [placed(again)])])
        expect(Object.values(found).map(({ changes, keys }) => [changes, keys])).toEqual([
          [0, ['needs', 'how']],
          [0, ['needs', 'how']],
        ])
    }),
    { numRuns: 100 },
  )
})
