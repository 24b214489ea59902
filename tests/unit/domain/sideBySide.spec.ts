import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AdditionPlace } from '@/domain/additionPlace'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { NO_TEXTS } from '@/domain/section'
import { countStates, isAsCommon, type SideRow, sectionSideBySide, sideBySide } from '@/domain/sideBySide'
import { richText } from '../diff/randomRichText'
import { p } from './sections'

const heading = (words: string, id = '') => block('heading', { id, attrs: { level: 2 }, runs: [text(words)] })
const item = (words: string, id = '') => block('item', { id, runs: [text(words)] })
const list = (id: string, ...children: Block[]) => block('list', { id, attrs: { style: 'bullet' }, children })

const words = (blocks: RichText) => textOf(blocks)
const shown = (rows: SideRow[]) => rows.map(({ common, national, state }) => [state, words(common), words(national)])
const inOne = (common: RichText, national: RichText) => shown(sideBySide({ common, national, isSameLanguage: true }))
const inTwo = (common: RichText, national: RichText) => shown(sideBySide({ common, national, isSameLanguage: false }))

const ASK = 'Ask each person alone, with an interpreter whom the person trusts.'
const WRITE = 'Write down what was said and read it back to the person.'
const REFER = 'Refer the person to a service for victims of trafficking.'
const WAIT = 'Wait until the person has rested before the interview begins.'

describe('two texts in one language, row by row', () => {
  test('say what was kept, changed, dropped and added', () => {
    const common = [p(ASK, 'a'), p(WRITE, 'b'), p(REFER, 'c')]
    const national = [p(ASK, 'a'), p(WAIT, 'n'), p('Write down what was said and keep it in the file.', 'b')]
    expect(inOne(common, national)).toEqual([
      ['kept', ASK, ASK],
      ['added', '', WAIT],
      ['changed', WRITE, 'Write down what was said and keep it in the file.'],
      ['dropped', REFER, ''],
    ])
  })

  test('say what moved, at its place in the national text', () => {
    expect(inOne([p(REFER, 'c'), p(ASK, 'a'), p(WRITE, 'b')], [p(ASK, 'a'), p(WRITE, 'b'), p(REFER, 'c')])).toEqual([
      ['kept', ASK, ASK],
      ['kept', WRITE, WRITE],
      ['moved', REFER, REFER],
    ])
  })

  test('have the words that differ, also of what moved', () => {
    const [, , moved] = sideBySide({
      common: [p(REFER, 'c'), p(ASK, 'a'), p(WRITE, 'b')],
      national: [p(ASK, 'a'), p(WRITE, 'b'), p(REFER.replace('service', 'centre'), 'c')],
      isSameLanguage: true,
    })
    const differing = moved?.change?.blocks
      .flatMap(({ segments }) => segments)
      .filter(({ status }) => status !== 'same')
    expect(moved?.state).toBe('moved')
    expect(differing?.map(({ status, text: said }) => [status, said])).toEqual([
      ['removed', 'service'],
      ['added', 'centre'],
    ])
  })

  test('keep a paragraph that was split in one row, and paragraphs that were joined', () => {
    const whole = p(`${ASK} ${WRITE}`, 'a')
    expect(inOne([whole, p(REFER, 'c')], [p(ASK, 'a'), p(WRITE, 'n'), p(REFER, 'c')])).toEqual([
      ['changed', words([whole]), `${ASK}\n${WRITE}`],
      ['kept', REFER, REFER],
    ])
    expect(inOne([p(ASK, 'a'), p(WRITE, 'n'), p(REFER, 'c')], [whole, p(REFER, 'c')])).toEqual([
      ['changed', `${ASK}\n${WRITE}`, words([whole])],
      ['kept', REFER, REFER],
    ])
  })

  test('keep paragraphs in one row with the list or the box that they came from or went into', () => {
    const points = list('l', item(ASK, 'i'), item(WRITE, 'j'))
    const paragraphs = [p(ASK, 'i'), p(WRITE, 'j')]
    expect(inOne([points, p(REFER, 'c')], [...paragraphs, p(REFER, 'c')])[0]).toEqual([
      'changed',
      words([points]),
      words(paragraphs),
    ])
    const box = block('callout', { id: 'box', attrs: { tone: 'warning' }, children: paragraphs })
    expect(inOne([...paragraphs, p(REFER, 'c')], [box, p(REFER, 'c')])[0]).toEqual([
      'changed',
      words(paragraphs),
      words([box]),
    ])
  })
})

describe('two texts in one language, where a frame was put around paragraphs that do not follow one another', () => {
  test('have the frame beside one of them, and say that the other was dropped', () => {
    const box = block('callout', { id: 'box', attrs: { tone: 'warning' }, children: [p(ASK, 'a'), p(WRITE, 'b')] })
    const rows = inOne([p(ASK, 'a'), p(REFER, 'c'), p(WRITE, 'b')], [box, p(REFER, 'c')])
    expect(rows.map(([state, was]) => [state, was]).toSorted()).toEqual([
      ['changed', ASK],
      ['dropped', WRITE],
      ['kept', REFER],
    ])
  })
})

describe('two texts in two languages, row by row', () => {
  test('pair a paragraph with its translation by the id that it kept', () => {
    const common = [p(ASK, 'a'), p(WRITE, 'b'), p(REFER, 'c')]
    const national = [p('Fragen Sie jede Person einzeln.', 'a'), p('Nur bei uns.', 'n'), p('Verweisen Sie sie.', 'c')]
    expect(inTwo(common, national)).toEqual([
      ['translated', ASK, 'Fragen Sie jede Person einzeln.'],
      ['translated', WRITE, 'Nur bei uns.'],
      ['translated', REFER, 'Verweisen Sie sie.'],
    ])
    expect(inTwo([p(ASK, 'a'), p(REFER, 'c')], national)[1]).toEqual(['added', '', 'Nur bei uns.'])
  })

  test('say that a translated paragraph moved', () => {
    const national = [p('Schreiben Sie auf, was gesagt wurde.', 'b'), p('Fragen Sie jede Person.', 'a')]
    expect(inTwo([p(ASK, 'a'), p(WRITE, 'b')], national).map(([state, was]) => [state, was])).toEqual([
      ['moved', WRITE],
      ['translated', ASK],
    ])
  })

  test('find a paragraph by its figures if another one was left out', () => {
    const common = [p('Article 12 gives 3 days.', 'a'), p('Article 25 gives 30 days.', 'b'), p(ASK, 'c')]
    expect(inTwo(common, [p('Artikel 25 gibt 30 Tage.', 'x'), p('Fragen Sie die Person allein.', 'y')])).toEqual([
      ['dropped', 'Article 12 gives 3 days.', ''],
      ['translated', 'Article 25 gives 30 days.', 'Artikel 25 gibt 30 Tage.'],
      ['translated', ASK, 'Fragen Sie die Person allein.'],
    ])
  })

  test('say which figures only one side has; a figure written in another way is the same', () => {
    const figures = (one: string, other: string) =>
      sideBySide({ common: [p(one, 'a')], national: [p(other, 'a')], isSameLanguage: false })[0]?.figures
    expect(figures('Within 15 days of 1,000 requests.', 'Binnen 30 Tagen bei 1.000 Anträgen.')).toEqual({
      common: ['15'],
      national: ['30'],
    })
    expect(figures('1,000.5 euros in 2026', '1.000,5 Euro im Jahr 2026')).toBeNull()
    expect(
      figures('1,000,000 persons, 12 000 children', '1\u202f000\u202f000 personnes, 12\u00a0000 enfants'),
    ).toBeNull()
  })

  test('do not pair blocks without ids by their names', () => {
    expect(inTwo([heading('Deadlines'), p(ASK)], [p('Fragen Sie die Person allein.')]).at(-1)?.[0]).toBe('translated')
  })

  test('keep what is the same in every language: a picture, a rule', () => {
    const picture = block('image', { id: 'a', attrs: { media: 'm' } })
    expect(inTwo([picture], [{ ...picture, id: 'x' }]).map(([state]) => state)).toEqual(['kept'])
  })
})

describe('every pair of texts, in one language or two', () => {
  const laws = fc.record({ common: richText, national: richText, isSameLanguage: fc.boolean() })

  test('has every block of either side that says something in exactly one row', () => {
    fc.assert(
      fc.property(laws, (given) => {
        const rows = sideBySide(given)
        for (const side of ['common', 'national'] as const) {
          const inRows = rows.flatMap((row) => row[side])
          expect(new Set(inRows).size).toBe(inRows.length)
          expect(inRows.toSorted(byPlace(given[side]))).toEqual(given[side].filter((one) => inRows.includes(one)))
          expect(words(given[side].filter((one) => !inRows.includes(one))).trim()).toBe('')
        }
        for (const { common, national } of rows) expect(common.length + national.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps the order of both sides, except for rows that moved', () => {
    fc.assert(
      fc.property(laws, (given) => {
        const rows = sideBySide(given)
        const national = rows.flatMap((row) => row.national)
        expect(national).toEqual(national.toSorted(byPlace(given.national)))
        const common = rows.filter(({ state }) => state !== 'moved').flatMap((row) => row.common)
        expect(common).toEqual(common.toSorted(byPlace(given.common)))
      }),
      { numRuns: 1000 },
    )
  })

  test('is all kept if both are the same text, and only dropped or added if one is empty', () => {
    fc.assert(
      fc.property(richText, fc.boolean(), (one, isSameLanguage) => {
        const states = (rows: SideRow[]) => [...new Set(rows.map(({ state }) => state))]
        const both = states(sideBySide({ common: one, national: one, isSameLanguage: true }))
        expect(both.length === 0 || both.every((state) => state === 'kept')).toBe(true)
        const gone = states(sideBySide({ common: one, national: [], isSameLanguage }))
        expect(gone.every((state) => state === 'dropped')).toBe(true)
        const come = states(sideBySide({ common: [], national: one, isSameLanguage }))
        expect(come.every((state) => state === 'added')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  function byPlace(blocks: RichText) {
    const place = new Map(blocks.map((one, index) => [one, index]))
    return (one: Block, other: Block) => (place.get(one) ?? 0) - (place.get(other) ?? 0)
  }
})

describe('a whole section side by side', () => {
  const common = { ...NO_TEXTS, title: { en: 'Deadlines' }, summary: { en: 'In short' }, body: { en: [p(ASK, 'a')] } }

  test('has a row for its title and its summary, and none for a field that neither side has', () => {
    const national = { ...common, title: { en: 'Time limits' }, addition: { en: [p(WAIT, 'n')] } }
    const fields = sectionSideBySide({
      common,
      national,
      languages: { common: 'en', national: 'en' },
      provenance: {},
    })
    expect(fields.map(({ field, rows }) => [field, rows.map(({ state }) => state)])).toEqual([
      ['title', ['changed']],
      ['summary', ['kept']],
      ['body', ['kept']],
      ['addition', ['added']],
    ])
    expect(countStates(fields)).toMatchObject({ changed: 1, kept: 2, added: 1, dropped: 0 })
  })

  test('has the addition of a country at its place within the text', () => {
    const body = { en: [p(ASK, 'a'), p(WRITE, 'b'), p(REFER, 'c')] }
    const addition = { en: [p(WAIT, 'n')] }
    const placed = (place: AdditionPlace | undefined, text = body) => {
      const national = { ...NO_TEXTS, body: text, addition, additionPlace: place }
      const languages = { common: 'en', national: 'en' } as const
      const fields = sectionSideBySide({ common: { ...NO_TEXTS, body }, national, languages, provenance: {} })
      return fields.map(({ field, rows }) => [field, ...rows.map(({ state }) => state)])
    }
    const below = (block: string): AdditionPlace => ({ where: 'after-block', block, words: '' })
    expect(placed(below('b'))).toEqual([
      ['body', 'kept', 'kept'],
      ['addition', 'added'],
      ['body', 'kept'],
    ])
    expect(placed({ where: 'before' })).toEqual([
      ['addition', 'added'],
      ['body', 'kept', 'kept', 'kept'],
    ])
    const atTheEnd = [
      ['body', 'kept', 'kept', 'kept'],
      ['addition', 'added'],
    ]
    expect(placed(below('c'))).toEqual(atTheEnd)
    expect(placed(undefined)).toEqual(atTheEnd)
    // A paragraph that the country dropped there comes behind the addition.
    expect(placed(below('a'), { en: [p(ASK, 'a'), p(REFER, 'c')] })).toEqual([
      ['body', 'kept'],
      ['addition', 'added'],
      ['body', 'dropped', 'kept'],
    ])
  })

  test('says of a field without words in the language that they are missing, not that they were left out', () => {
    const fields = sectionSideBySide({
      common,
      national: { ...common, title: { en: 'Deadlines', el: 'Προθεσμίες' } },
      languages: { common: 'en', national: 'el' },
      provenance: { title: { el: 'translation' }, summary: { el: 'missing' }, body: { el: 'missing' } },
    })
    expect(fields.map(({ field, rows }) => [field, rows.map(({ state }) => state)])).toEqual([
      ['title', ['translated']],
      ['summary', ['missing']],
      ['body', ['missing']],
    ])
  })

  test('counts a translation as the common text unless its figures differ', () => {
    const figures = { common: ['15'], national: ['30'] }
    expect(isAsCommon({ state: 'translated', figures: null })).toBe(true)
    expect(isAsCommon({ state: 'translated', figures })).toBe(false)
    expect(isAsCommon({ state: 'kept', figures: null })).toBe(true)
    expect(isAsCommon({ state: 'changed', figures: null })).toBe(false)
  })
})
