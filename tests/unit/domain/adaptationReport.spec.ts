import { describe, expect, test } from 'vitest'
import {
  adaptationReport,
  isInRelease,
  isPlainCommon,
  type ReportedDecision,
  type ReportedSection,
  type ReportFacts,
} from '@/domain/adaptationReport'
import { resolve, type VariantSection } from '@/domain/resolve'
import type { SectionContent } from '@/domain/section'
import { baseOf, ownOf, p } from './sections'

const facts = (given: Partial<ReportFacts>): ReportFacts => ({
  ...{ language: 'en', source: 'en', languages: ['en'], sections: [], elsewhere: [], decisions: [] },
  goneTitles: new Map(),
  ...given,
})

/** The sections of a version that has these common sections and has stored these of its own. */
function sectionsOf(
  base: Record<string, Partial<SectionContent>>,
  own: Record<string, Partial<VariantSection>>,
  languages: ReportFacts['languages'] = ['en'],
): ReportedSection[] {
  const common = Object.entries(base).map(([key, given], index) => {
    const section = baseOf(key, given)
    return { ...section, entry: { ...section.entry, rank: `a${index}` } }
  })
  const stored = Object.entries(own).map(([key, given]) => ownOf(key, given))
  const contents = new Map(common.map(({ entry, content }) => [entry.key, content]))
  return resolve({ base: common, variant: stored, languages }).map(({ entry, content }) => ({
    entry: { ...entry, blob: '' },
    content,
    common: contents.get(entry.key) ?? null,
  }))
}

const decision = (key: string, given: Partial<ReportedDecision> = {}): ReportedDecision => ({
  ...{ id: key, keys: [key], version: '2.0', choice: 'keep', reason: null, note: '', role: 'national-lead' },
  ...{ by: 'person', declined: [] },
  at: '2026-11-20T10:00:00.000Z',
  ...given,
})

describe('the report on a national version', () => {
  test('has every section in reading order, with the mode of each and how many have it', () => {
    const report = adaptationReport(
      facts({
        sections: sectionsOf(
          { a: {}, b: {}, c: {} },
          {
            b: { mode: 'adapt', body: { en: [p('Ours of b', 'id-b')] }, reason: 'national-law' },
            c: { mode: 'omit', reason: 'does-not-exist-here', explanation: { en: 'There is none.' } },
            n: { mode: 'local', title: { en: 'Only here' }, body: { en: [p('Only ours')] }, rank: 'a9', slug: 'n' },
          },
        ),
      }),
    )
    expect(report.sections.map(({ number, mode, title }) => [number, mode, title.value])).toEqual([
      ['1', 'inherit', 'Title a'],
      ['2', 'adapt', 'Title b'],
      ['3', 'omit', 'Title c'],
      ['4', 'local', 'Only here'],
    ])
    expect(report.modes).toEqual({ inherit: 1, adapt: 1, supplement: 0, local: 1, omit: 1 })
    expect(report.sections.map(isPlainCommon)).toEqual([true, false, false, false])
  })

  test('marks the words that differ, and gives reason, explanation and sources', () => {
    const own = { mode: 'adapt' as const, body: { en: [p('Body of ours', 'id-b')] } }
    const why = { reason: 'national-law' as const, explanation: { en: 'The law says so.' }, sources: 'Act 1' }
    const report = adaptationReport(facts({ sections: sectionsOf({ b: {} }, { b: { ...own, ...why } }) }))
    const [section] = report.sections
    expect(section?.why).toMatchObject({
      reason: 'national-law',
      sources: 'Act 1',
      explanation: { value: 'The law says so.' },
    })
    const [text] = section?.texts ?? []
    expect(text?.is === 'compared' && text.change.counts).toMatchObject({ changes: 1, wordsAdded: 2, wordsRemoved: 1 })
    expect(report.extent).toEqual({ changes: 1, wordsAdded: 2, wordsRemoved: 1 })
  })

  test('shows an addition where readers find it, and says where it begins', () => {
    const base = { body: { en: [p('First, ask the person.', 'one'), p('Then write it down.', 'two')] } }
    const own = {
      ...{ mode: 'supplement' as const, addition: { en: [p('In Ireland, call first.', 'ours')] } },
      additionPlace: { where: 'after-block' as const, block: 'one', words: 'First, ask the person.' },
    }
    const shown = (given: Partial<VariantSection>) => {
      const [section] = adaptationReport(facts({ sections: sectionsOf({ b: base }, { b: given }) })).sections
      const [text] = section?.texts ?? []
      if (text?.is !== 'compared') throw new Error('nothing compared')
      const fields = text.change.fields.flatMap((field) =>
        field.kind === 'richText' && field.blocks.length > 0 ? [[field.field, field.blocks.map(({ id }) => id)]] : [],
      )
      return { fields, from: text.additionFrom, counts: text.change.counts.changes }
    }
    expect(shown(own)).toEqual({ fields: [['body', ['one', 'ours', 'two']]], from: 'ours', counts: 1 })
    expect(shown({ ...own, additionPlace: { where: 'before' } }).fields).toEqual([['body', ['ours', 'one', 'two']]])
    const after = [
      ['body', ['one', 'two']],
      ['addition', ['ours']],
    ]
    expect(shown({ ...own, additionPlace: null })).toEqual({ fields: after, from: null, counts: 1 })
  })

  test('counts the words of a section that is not used, and compares nothing there', () => {
    const body = { en: [p('Four words are here', 'x')] }
    const report = adaptationReport(
      facts({ sections: sectionsOf({ c: { body } }, { c: { mode: 'omit', reason: 'other' } }) }),
    )
    expect(report.sections[0]).toMatchObject({ mode: 'omit', wordsLeftOut: 4, texts: [] })
    expect(report.audiences).toEqual([])
  })

  test('puts a translation beside the common text, and keeps the rows that are not only a translation', () => {
    const base = { title: { en: 'Time' }, summary: {}, body: { en: [p('Within 15 days.', 'a'), p('Ask.', 'b')] } }
    const own = {
      mode: 'adapt' as const,
      translated: ['el' as const],
      title: { el: 'Χρόνος' },
      body: { el: [p('Εντός 30 ημερών.', 'a'), p('Ρωτήστε.', 'b'), p('Μόνο εδώ.', 'c')] },
    }
    const report = adaptationReport(facts({ languages: ['el'], sections: sectionsOf({ t: base }, { t: own }, ['el']) }))
    const [text] = report.sections[0]?.texts ?? []
    if (text?.is !== 'beside') throw new Error('nothing beside')
    expect(text).toMatchObject({ language: 'el', common: 'en', states: { translated: 3, added: 1, dropped: 0 } })
    expect(
      text.differing.map(({ field, rows }) => [field, rows.map(({ state, figures }) => [state, figures])]),
    ).toEqual([
      [
        'body',
        [
          ['translated', { common: ['15'], national: ['30'] }],
          ['added', null],
        ],
      ],
    ])
  })

  test('lists a translated section with the common text, unless its figures differ', () => {
    const base = { title: { en: 'Time' }, summary: {}, body: { en: [p('Within 15 days.', 'a')] } }
    const plain = (words: string) => {
      const own = { mode: 'inherit' as const, translated: ['el' as const], title: { el: 'Χρόνος' } }
      const stored = { t: { ...own, body: { el: [p(words, 'a')] } } }
      const report = adaptationReport(facts({ languages: ['el'], sections: sectionsOf({ t: base }, stored, ['el']) }))
      return report.sections.map(isPlainCommon)
    }
    expect(plain('Εντός 15 ημερών.')).toEqual([true])
    expect(plain('Εντός 30 ημερών.')).toEqual([false])
  })

  test('says that a text is missing in a language, and shows a national section in each language that it has', () => {
    const own = { n: { mode: 'local' as const, title: { en: 'Only here' }, rank: 'a9', slug: 'n' } }
    const report = adaptationReport(
      facts({ languages: ['en', 'el'], sections: sectionsOf({ a: {} }, own, ['en', 'el']) }),
    )
    expect(report.sections.map(({ texts }) => texts.map(({ is, language }) => [is, language]))).toEqual([
      [['missing', 'el']],
      [
        ['own', 'en'],
        ['missing', 'el'],
      ],
    ])
  })

  test('has every decision, oldest first, also on sections that are not in the text any more', () => {
    const decisions = [
      decision('a', { at: '2026-11-22T10:00:00.000Z', choice: 'accept' }),
      decision('a'),
      decision('gone', { choice: 'not-for-us' }),
    ]
    const goneTitles = new Map([['gone', { en: 'Old paths' }]])
    const report = adaptationReport(facts({ decisions, goneTitles, sections: sectionsOf({ a: {} }, {}) }))
    expect(report.sections[0]?.decisions.map(({ choice }) => choice)).toEqual(['keep', 'accept'])
    expect(report.sections.map(isPlainCommon)).toEqual([false])
    expect(report.otherDecisions.map(({ others }) => others)).toEqual([
      [{ number: '', title: { value: 'Old paths', language: 'en', standsIn: false } }],
    ])
  })

  test('has a decision on several sections once, in the first of them that it has, and names the others', () => {
    const decisions = [decision('d', { keys: ['gone', 'b', 'a'] })]
    const { sections } = adaptationReport(facts({ decisions, sections: sectionsOf({ a: {}, b: {} }, {}) }))
    const shown = sections.map((one) => one.decisions.map(({ others }) => others.map(({ title }) => title.value)))
    expect(shown).toEqual([[], [['gone', 'Title a']]])
  })

  test('names the release of a section that stands on another one', () => {
    const elsewhere = [{ version: '2.0', keys: ['b'] }]
    const report = adaptationReport(facts({ elsewhere, sections: sectionsOf({ a: {}, b: {} }, {}) }))
    expect(report.sections.map(({ standsOn }) => standsOn)).toEqual([null, '2.0'])
  })
})

test('does not count to a release what its publishing settled afterwards, at the same moment', () => {
  const at = '2026-05-01T10:00:00.000Z'
  const baseline = { release: 'r1', version: '1.0', seq: 1, others: [{ version: '2.0', seq: 2, keys: ['ahead'] }] }
  const release = { publishedAt: at, baseline }
  const isIn = (key: string, decided = at) => isInRelease({ decision: { key, at: decided, seq: 2 }, release })
  expect(isIn('behind')).toBe(false)
  expect(isIn('ahead')).toBe(true)
  expect(isIn('behind', '2026-05-01T09:59:59.999Z')).toBe(true)
  expect(isIn('ahead', '2026-05-01T10:00:00.001Z')).toBe(false)
  const old = { publishedAt: at }
  expect(isInRelease({ decision: { key: 'behind', at, seq: 2 }, release: old })).toBe(true)
})
