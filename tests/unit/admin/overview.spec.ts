import { expect, it } from 'vitest'
import { matrixRows } from '@/admin/overview/countryRows'
import type { Release } from '@/domain/release'
import { plainRelease } from '../plainRelease'
import { content, entry } from './factories'

const common: Release = {
  ...plainRelease,
  seq: 2,
  version: '2.0',
  manifest: [entry('b'), entry('a'), entry('c')],
}

it('shows for each common section what every country does with it, and where countries differ', () => {
  const counts = { inherit: 0, adapt: 0, supplement: 0, local: 0, omit: 0 }
  const rows = matrixRows({
    common,
    contents: new Map([['a', content('a', { title: { en: 'First', fr: 'Premier' } })]]),
    bases: [],
    columns: [
      {
        variant: '1',
        counts,
        modes: new Map([
          ['a', 'inherit'],
          ['b', 'omit'],
          ['c', 'inherit'],
        ]),
      },
      {
        variant: '2',
        counts,
        modes: new Map([
          ['a', 'inherit'],
          ['b', 'inherit'],
        ]),
      },
    ],
    reader: 'fr',
    source: 'en',
  })
  expect(rows.map(({ number, key, cells, differs }) => ({ number, key, cells, differs }))).toEqual([
    { number: '1', key: 'a', cells: ['inherit', 'inherit'], differs: false },
    { number: '2', key: 'b', cells: ['omit', 'inherit'], differs: true },
    { number: '3', key: 'c', cells: ['inherit', null], differs: false },
  ])
  expect(rows[0]?.title).toEqual({ text: 'Premier', language: 'fr' })
})

it('lists last the sections that the common framework no longer has but a country still uses, under its own title', () => {
  const counts = { inherit: 0, adapt: 0, supplement: 0, local: 0, omit: 0 }
  const base = (key: string, title: string) => ({ entry: entry(key), content: content(key, { title: { en: title } }) })
  const rows = matrixRows({
    common,
    contents: new Map(),
    bases: [
      { baseline: { seq: 1 }, base: [base('y', 'First words'), base('a', 'A'), base('x', 'Only in the first')] },
      { baseline: { seq: 2 }, base: [base('y', 'Later words'), base('b', 'B')] },
    ],
    columns: [
      {
        variant: '1',
        counts,
        modes: new Map([
          ['a', 'inherit'],
          ['x', 'inherit'],
          ['y', 'adapt'],
          ['own', 'local'],
        ]),
      },
      { variant: '2', counts, modes: new Map([['y', 'inherit']]) },
    ],
    reader: 'fr',
    source: 'en',
  })
  expect(rows.map(({ key, isGone }) => [key, isGone])).toEqual([
    ['a', false],
    ['b', false],
    ['c', false],
    ['y', true],
    ['x', true],
  ])
  expect(rows.slice(3)).toEqual([
    {
      key: 'y',
      number: '',
      title: { text: 'Later words', language: 'en' },
      cells: ['adapt', 'inherit'],
      differs: true,
      isGone: true,
    },
    {
      key: 'x',
      number: '',
      title: { text: 'Only in the first', language: 'en' },
      cells: ['inherit', null],
      differs: true,
      isGone: true,
    },
  ])
})
