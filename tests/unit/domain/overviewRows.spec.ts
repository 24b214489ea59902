import { describe, expect, it } from 'vitest'
import type { ChangeNote } from '@/domain/changeNote'
import { grouped } from '@/domain/grouped'
import { overviewAsked, overviewQuery } from '@/domain/overviewAsked'
import { changeRows, sectionRows, shownChanges, shownSections, usualFilter } from '@/domain/overviewRows'
import type { ManifestEntry } from '@/domain/release'
import { entry } from '../admin/factories'
import { standing } from './overviewWorld'

const titleOf = ({ key }: ManifestEntry) => ({ value: `Title of ${key}`, language: 'en' as const, standsIn: false })
const TODAY = '2026-12-05'

describe('the sections by country', () => {
  const cyprus = standing('cy', {
    modes: { a: 'adapt', b: 'inherit' },
    waiting: [
      { key: 'a', status: 'decision-needed' },
      { key: 'b', status: 'ready' },
    ],
  })
  const ireland = standing('ie', {
    modes: { a: 'inherit', b: 'inherit', c: 'inherit', old: 'adapt' },
    waiting: [
      { key: 'a', status: 'ready' },
      { key: 'c', status: 'paused' },
    ],
  })
  const rows = sectionRows({
    manifest: [entry('b'), entry('a'), entry('c'), entry('d')],
    gone: [entry('old')],
    standings: [cyprus, ireland],
    titleOf,
  })

  it('have what each country does with a section and what waits there, in reading order, gone sections last', () => {
    expect(rows.map(({ number, key, isGone }) => [number, key, isGone])).toEqual([
      ['1', 'a', false],
      ['2', 'b', false],
      ['3', 'c', false],
      ['4', 'd', false],
      ['', 'old', true],
    ])
    expect(rows[0]).toMatchObject({
      cells: [
        { mode: 'adapt', mark: 'decide' },
        { mode: 'inherit', mark: 'ready' },
      ],
      open: 2,
      differs: true,
      title: { value: 'Title of a' },
    })
    expect(rows[3]?.cells).toEqual([
      { mode: null, mark: null },
      { mode: null, mark: null },
    ])
  })

  it('differ where a country does not use the common text, and where one keeps a section that is gone', () => {
    expect(rows.filter(({ differs }) => differs).map(({ key }) => key)).toEqual(['a', 'old'])
  })

  const shown = (query: string) => {
    const given = new URLSearchParams(query)
    return shownSections(
      rows,
      overviewAsked((name) => given.get(name) ?? ''),
    ).map(({ key }) => key)
  }

  it('show first where something is open, or where countries differ if nothing is, or everything', () => {
    expect(shown('')).toEqual(['a', 'b'])
    expect(usualFilter(rows.filter(({ open }) => open === 0))).toBe('differing')
    expect(usualFilter(rows.filter(({ open, differs }) => open === 0 && !differs))).toBe('all')
  })

  it('can be filtered by each mark, and all of them shown', () => {
    expect(shown('show=all')).toHaveLength(5)
    expect(shown('show=decide')).toEqual(['a'])
    expect(shown('show=ready')).toEqual(['a', 'b'])
    expect(shown('show=paused')).toEqual(['c'])
    expect(shown('show=kept')).toEqual([])
    expect(shown('show=differing')).toEqual(['a', 'old'])
  })

  it('can be sorted by how many countries are asked, otherwise as they are numbered', () => {
    expect(shown('show=all&sort=open')).toEqual(['a', 'b', 'c', 'd', 'old'])
    const last = sectionRows({ manifest: [entry('b'), entry('a')], gone: [], standings: [cyprus], titleOf })
    const more = sectionRows({
      manifest: [entry('x'), entry('a')],
      gone: [],
      standings: [standing('cy'), ireland],
      titleOf,
    })
    expect(shownSections(more, { show: 'all', sort: 'open' }).map(({ key }) => key)).toEqual(['a', 'x'])
    expect(shownSections(last, { show: 'all', sort: 'order' }).map(({ key }) => key)).toEqual(['a', 'b'])
  })

  it('take an unknown filter for none', () => {
    expect(shown('show=nothing&sort=name')).toEqual(shown(''))
  })
})

describe('the changes by country', () => {
  const note = (key: string, of: ChangeNote['class'], decideBy: string | null = null): ChangeNote => {
    return { key, class: of, note: `Note on ${key}`, decideBy }
  }
  const said = (...notes: ChangeNote[]) => grouped(notes, ({ key }) => key)
  const standings = [
    standing('cy', {
      waiting: [{ key: 'law', status: 'decision-needed', decideBy: '2026-12-01' }],
      decided: { words: { choice: 'keep', reason: 'national-law', note: 'Because.' } },
    }),
    standing('ie', { waiting: [{ key: 'words', status: 'told' }] }),
  ]
  const rows = changeRows({
    before: [entry('law'), entry('same'), entry('words'), entry('going')],
    after: [entry('law', { blob: '2' }), entry('same'), entry('words', { blob: '2' }), entry('zz')],
    notes: said(note('words', 'editorial'), note('law', 'urgent', '2026-12-01')),
    standings,
    titleOf,
    today: TODAY,
  })

  it('have each section that changed, what matters most first, with its class, its last day and its note', () => {
    expect(rows.map(({ key, became }) => [key, became])).toEqual([
      ['law', 'changed'],
      ['words', 'changed'],
      ['zz', 'new'],
      ['going', 'removed'],
    ])
    expect(rows[0]).toMatchObject({ class: 'urgent', decideBy: '2026-12-01', note: 'Note on law', number: '1' })
    expect(rows[2]).toMatchObject({ class: null, decideBy: null, note: '' })
  })

  it('have the class that matters most and the first day, of several notes on a section', () => {
    const [before, after] = [[entry('law')], [entry('law', { blob: '3' })]]
    const notes = said(note('law', 'urgent', '2026-12-01'), { ...note('law', 'editorial'), note: 'A comma.' })
    const [row] = changeRows({ before, after, notes, standings, titleOf, today: TODAY })
    expect(row).toMatchObject({ class: 'urgent', decideBy: '2026-12-01', note: 'Note on law' })
  })

  it('are in the order of their classes, then of their last days, then of the text, also new and removed ones', () => {
    const notes = said(
      note('a', 'editorial'),
      note('b', 'clarification'),
      note('c', 'substantive', '2027-01-15'),
      note('d', 'substantive', '2026-12-20'),
      note('e', 'clarification', '2027-01-15'),
      note('f', 'substantive', '2026-12-20'),
      note('gone', 'urgent', '2027-02-01'),
    )
    const before = ['a', 'b', 'd', 'e', 'f', 'gone'].map((key) => entry(key))
    const after = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => entry(key, { blob: '2' }))
    const ordered = changeRows({ before, after, notes, standings: [], titleOf, today: TODAY })
    expect(ordered.map(({ key }) => key)).toEqual(['gone', 'd', 'f', 'c', 'e', 'b', 'a'])
  })

  it('have what each country decided with its reason, or what waits and whether it is late', () => {
    expect(rows[0]?.cells).toEqual([{ is: 'waiting', mark: 'decide', isLate: true }, { is: 'nothing' }])
    expect(rows[1]?.cells).toEqual([
      {
        ...{ is: 'decided', choice: 'keep', reason: 'national-law', note: 'Because.', at: '2026-11-01T10:00:00.000Z' },
        behind: [],
      },
      { is: 'waiting', mark: 'told', isLate: false },
    ])
  })

  const shown = (given: { class?: ChangeNote['class']; country?: string }) => {
    const found = shownChanges({ rows, columns: standings }, { class: null, country: null, ...given })
    return {
      rows: found.rows.map(({ key, cells }) => [key, cells.length]),
      columns: found.columns.map(({ country }) => country),
    }
  }

  it('can be those of one class', () => {
    expect(shown({ class: 'urgent' })).toEqual({ rows: [['law', 2]], columns: ['cy', 'ie'] })
  })

  it('can be those that concern one country, which is then the only column', () => {
    expect(shown({ country: 'ie' })).toEqual({ rows: [['words', 1]], columns: ['ie'] })
    expect(shown({ country: 'cy', class: 'editorial' })).toEqual({ rows: [['words', 1]], columns: ['cy'] })
    expect(shown({ country: 'fr' })).toEqual({ rows: [], columns: [] })
  })
})

describe('the address of the overview', () => {
  it('has only what is not usual, and is read back', () => {
    const asked = { show: 'decide', sort: 'open', class: 'urgent', country: 'ie', first: 'all', rows: 'all' } as const
    const query = overviewQuery({ toolkit: 'guide', ...asked })
    expect(query).toBe('toolkit=guide&show=decide&sort=open&class=urgent&country=ie&first=all&rows=all')
    const read = new URLSearchParams(query)
    expect(overviewAsked((name) => read.get(name) ?? '')).toEqual(asked)
    expect(overviewQuery({ toolkit: 'guide', ...overviewAsked(() => '') })).toBe('toolkit=guide')
  })
})
