import { describe, expect, it } from 'vitest'
import {
  type AdditionPlace,
  blocksBefore,
  choiceOf,
  isPlaceGone,
  placeChosen,
  textWithAddition,
} from '@/domain/additionPlace'
import { readsTheSame, wordsRead } from '@/domain/became'
import { bringBack, restore } from '@/domain/bringBack'
import { canonicalJson } from '@/domain/canonicalJson'
import { comparedSections } from '@/domain/comparedSections'
import { diffSection } from '@/domain/diff/diff'
import { isUnchanged } from '@/domain/nationalSave'
import type { PlacedSection } from '@/domain/release'
import { resolve, type VariantSection } from '@/domain/resolve'
import { changesBetween, nationalState } from '@/domain/revisions'
import type { RichText } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import type { SectionContent } from '@/domain/section'
import { textsInPlace } from '@/domain/sectionText'
import { decideUpdate, losesAdditionPlace, type UpdateSides, updateOf } from '@/domain/updates/updates'
import { baseOf, ownOf, p } from './sections'

const EN = [p('Ask first.', 'e1'), p('Then listen.', 'e2'), p('Write it down.', 'e3')]
const EL = [p('Ρωτήστε.', 'g1'), p('Ακούστε.', 'g2'), p('Γράψτε.', 'g3')]
const BODY = { en: EN, el: EL }
const ADDITION = [p('In Ireland, ring 1800.', 'a1')]
const AFTER_SECOND: AdditionPlace = { where: 'after-block', block: 'e2', words: 'Then listen.' }

function supplemented(additionPlace: AdditionPlace | null, given: Partial<VariantSection> = {}): VariantSection {
  return ownOf('k', { mode: 'supplement', addition: { en: ADDITION }, additionPlace, ...given })
}

function read(own: VariantSection, body: SectionContent['body'] = BODY): PlacedSection {
  const [section] = resolve({ base: [baseOf('k', { body })], variant: [own], languages: ['en', 'el'] })
  if (!section) throw new Error('There is no section.')
  return { ...section, entry: { ...section.entry, blob: canonicalJson(section.content) } }
}

describe('the place of an addition', () => {
  it('is after the text if nobody chose one, and before it if somebody chose that', () => {
    expect(blocksBefore({ place: null, body: BODY, language: 'en' })).toBe(3)
    expect(blocksBefore({ place: { where: 'before' }, body: BODY, language: 'en' })).toBe(0)
  })

  it('is found by the id of its block, although its words changed', () => {
    const body = { en: [p('Ask.', 'e1'), p('Listen well.', 'e2'), p('Write.', 'e3')] }
    expect(blocksBefore({ place: AFTER_SECOND, body, language: 'en' })).toBe(2)
  })

  it('is found by the first words, if the block has another id now', () => {
    const body = { en: [p('New.', 'n'), p('Ask first.', 'x1'), p('Then listen.', 'x2')] }
    expect(blocksBefore({ place: AFTER_SECOND, body, language: 'en' })).toBe(3)
    expect(isPlaceGone({ place: AFTER_SECOND, body })).toBe(false)
  })

  it('is not guessed if two blocks have these first words', () => {
    const body = { en: [p('Then listen.', 'x1'), p('Other.', 'x2'), p('Then listen.', 'x3'), p('End.', 'x4')] }
    expect(isPlaceGone({ place: AFTER_SECOND, body })).toBe(true)
    expect(blocksBefore({ place: AFTER_SECOND, body, language: 'en' })).toBe(4)
  })

  it('is after the block with the same number in another language, and after a shorter text', () => {
    expect(blocksBefore({ place: AFTER_SECOND, body: BODY, language: 'el' })).toBe(2)
    expect(blocksBefore({ place: AFTER_SECOND, body: { ...BODY, el: EL.slice(0, 1) }, language: 'el' })).toBe(1)
    expect(blocksBefore({ place: AFTER_SECOND, body: BODY, language: 'fr' })).toBe(0)
  })

  it('is after the text if no language has the block', () => {
    const body = { en: [p('Ask first.', 'e1'), p('Write it down.', 'e3')] }
    expect(isPlaceGone({ place: AFTER_SECOND, body })).toBe(true)
    expect(blocksBefore({ place: AFTER_SECOND, body, language: 'en' })).toBe(2)
  })

  it('is chosen by the id of a block in any language, and has its first words', () => {
    const choose = (id: string) =>
      placeChosen({ choice: { where: 'after-block', block: id }, body: BODY, language: 'en' })
    expect(choose('e2')).toEqual(AFTER_SECOND)
    expect(choose('g1')).toEqual({ where: 'after-block', block: 'g1', words: 'Ρωτήστε.' })
    expect(choose('nowhere')).toBeUndefined()
    expect(choose('')).toBeUndefined()
    expect(placeChosen({ choice: { where: 'after' }, body: BODY, language: 'en' })).toBeNull()
  })

  it('is the choice of the block with that number in each language; a block that is gone keeps its id', () => {
    expect(choiceOf({ place: AFTER_SECOND, body: BODY, language: 'el' })).toEqual({ where: 'after-block', block: 'g2' })
    expect(choiceOf({ place: AFTER_SECOND, body: { en: [p('Other.', 'o')] }, language: 'en' })).toEqual({
      where: 'after-block',
      block: 'e2',
    })
    expect(choiceOf({ place: null, body: BODY, language: 'en' })).toEqual({ where: 'after' })
  })
})

describe('a resolved section', () => {
  it('has no place if the addition stands after the text, so that its hash is that of earlier releases', () => {
    expect(Object.keys(read(supplemented(null)).content)).not.toContain('additionPlace')
  })

  it('has the place of the addition, and how many blocks of the text stand before it in each language', () => {
    const section = read(supplemented(AFTER_SECOND))
    expect(section.content.additionPlace).toEqual(AFTER_SECOND)
    expect(wordsRead(section, { language: 'en', source: 'en' }).additionAt).toBe(2)
    expect(wordsRead(section, { language: 'el', source: 'en' }).additionAt).toBe(2)
  })

  it('has no place if the block is gone, nor if nothing is added', () => {
    expect(read(supplemented(AFTER_SECOND), { en: [p('Other.', 'o')] }).content.additionPlace).toBeUndefined()
    expect(read(supplemented(AFTER_SECOND, { addition: {} })).content.additionPlace).toBeUndefined()
    expect(read(supplemented(AFTER_SECOND, { mode: 'adapt' })).content.additionPlace).toBeUndefined()
  })

  it('is another state with another place', () => {
    const base = baseOf('k', { body: BODY })
    const [before, after] = [supplemented(null), supplemented({ where: 'before' })]
    expect(isUnchanged({ base, before, after, languages: ['en'] })).toBe(false)
    expect(isUnchanged({ base, before: after, after, languages: ['en'] })).toBe(true)
  })
})

describe('the difference of a moved addition', () => {
  const both = { languages: ['en' as const], source: 'en' as const, languagesBefore: ['en' as const] }

  it('is a change that readers see, with the addition in its place', () => {
    const [was, is] = [read(supplemented(null)), read(supplemented({ where: 'before' }))]
    expect(readsTheSame({ was, is, ...both })).toBe(false)
    const [section] = comparedSections({
      before: [was],
      after: [is],
      language: 'en',
      source: 'en',
      languagesBefore: ['en'],
    })
    expect(section?.became).toBe('changed')
    const change = section?.words[0]?.change
    expect(change?.counts.changes).toBeGreaterThan(0)
    const body = change?.fields.find(({ field }) => field === 'body')
    const moved = body?.kind === 'richText' ? body.blocks.filter((one) => one.moved) : []
    expect(moved.map(({ id }) => id)).toEqual(['a1'])
  })

  it('is none for readers if the place means the same', () => {
    const last: AdditionPlace = { where: 'after-block', block: 'e3', words: 'Write it down.' }
    expect(readsTheSame({ was: read(supplemented(null)), is: read(supplemented(last)), ...both })).toBe(true)
  })

  it('shows an addition within the common text where it stands', () => {
    const base = baseOf('k', { body: BODY }).content
    const change = diffSection(
      textsInPlace({ before: base, after: read(supplemented(AFTER_SECOND)).content, language: 'en' }),
    )
    const body = change.fields.find(({ field }) => field === 'body')
    const blocks = body?.kind === 'richText' ? body.blocks.map(({ id, status }) => [id, status]) : []
    expect(blocks).toEqual([
      ['e1', 'same'],
      ['e2', 'same'],
      ['a1', 'added'],
      ['e3', 'same'],
    ])
  })

  it('shows no word as taken out or added where the addition becomes a part of the text', () => {
    const before = read(supplemented(null)).content
    const after = { ...before, body: { en: textWithAddition(before, 'en') }, addition: {} }
    expect(diffSection(textsInPlace({ before, after, language: 'en' })).status).toBe('same')
    expect(diffSection(textsInPlace({ before, after: { ...after, body: BODY }, language: 'en' })).status).toBe(
      'changed',
    )
  })

  it('is named in the history of the section', () => {
    const stateOf = (section: VariantSection) =>
      nationalState({ base: baseOf('k', { body: BODY }), section, languages: ['en'] })
    const given = { before: stateOf(supplemented(null)), after: stateOf(supplemented(AFTER_SECOND)) }
    expect(changesBetween({ ...given, languages: ['en'] })).toEqual([{ kind: 'addition-place' }])
  })
})

describe('restoring', () => {
  const common = baseOf('k', { body: BODY }).content

  it('an earlier state restores the place, alone or with all words', () => {
    const given = { common, now: supplemented(null), earlier: supplemented(AFTER_SECOND), languages: ['en' as const] }
    for (const part of [{ kind: 'whole' } as const, { kind: 'fields', fields: ['addition'] } as const]) {
      const outcome = bringBack({ ...given, part: part as never })
      expect(outcome.ok && outcome.result.additionPlace).toEqual(AFTER_SECOND)
    }
  })

  it('the common text in one language keeps the place of the addition in another', () => {
    const own = supplemented(AFTER_SECOND, { addition: { en: ADDITION, el: [p('Εδώ.', 'b1')] } })
    const one = restore({ common, own, part: { kind: 'whole' }, languages: ['el'] })
    expect(one.ok && one.result).toMatchObject({ mode: 'supplement', additionPlace: AFTER_SECOND })
    const all = restore({ common, own, part: { kind: 'whole' }, languages: ['en', 'el'] })
    expect(all.ok && all.result).toMatchObject({ mode: 'inherit', additionPlace: null })
  })
})

describe('an update of the common text', () => {
  const sidesOf = (body: RichText | null, own: VariantSection): UpdateSides => ({
    base: baseOf('k', { body: { en: EN } }),
    newest: body && baseOf('k', { body: { en: body } }),
    ...{ own, languages: ['en'], sourceLanguage: 'en' },
  })
  const without = [p('Ask first.', 'e1'), p('Write it down.', 'e3')]

  it('is to be checked if it has no longer the block after which the addition stands', () => {
    const lost = sidesOf(without, supplemented(AFTER_SECOND))
    expect(losesAdditionPlace(lost)).toBe(true)
    expect(updateOf(lost)?.status).toBe('please-check')
    expect(losesAdditionPlace(sidesOf(without, supplemented({ where: 'before' })))).toBe(false)
    expect(losesAdditionPlace(sidesOf([...without, p('Then listen.', 'new')], supplemented(AFTER_SECOND)))).toBe(false)
  })

  it('keeps the chosen place, so that the addition returns to it with the block', () => {
    const outcome = decideUpdate({
      sides: sidesOf(without, supplemented(AFTER_SECOND)),
      decision: { choice: 'accept' },
      release: 'r2',
    })
    const own = outcome.ok ? outcome.result : null
    expect(own).toMatchObject({ mode: 'supplement', additionPlace: AFTER_SECOND })
    expect(own && read(own, { en: without }).content.additionPlace).toBeUndefined()
    expect(own && read(own).content.additionPlace).toEqual(AFTER_SECOND)
  })

  it('puts the addition into the text at its place where the country keeps a text of its own', () => {
    const changed = [...EN.slice(0, 2), p('Write all of it down.', 'e3')]
    for (const [sides, choice] of [
      [sidesOf(changed, supplemented(AFTER_SECOND)), 'keep'],
      [sidesOf(null, supplemented(AFTER_SECOND)), 'keep'],
    ] as const) {
      const outcome = decideUpdate({ sides, decision: { choice, reason: 'national-law' }, release: 'r2' })
      const own = outcome.ok ? outcome.result : null
      expect(textOf(own?.body.en ?? []).split('\n')).toEqual([
        'Ask first.',
        'Then listen.',
        'In Ireland, ring 1800.',
        'Write it down.',
      ])
      expect(own).toMatchObject({ additionPlace: null, addition: {} })
    }
  })
})
