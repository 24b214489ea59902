import { describe, expect, it, test } from 'vitest'
import { isLate, keptIn, markCounts, markOf, openCounts, openIn, pausedIn } from '@/domain/countryStanding'
import type { Mode } from '@/domain/section'
import type { UpdateBecame, UpdateChoice, UpdateStatus } from '@/domain/updates/updates'
import { standing } from './overviewWorld'

const TODAY = '2026-12-05'

describe('what is open in a country', () => {
  it('are the sections that ask for a decision, not those that it does not use and those that are paused', () => {
    const ireland = standing('ie', {
      waiting: [
        { key: 'a', status: 'decision-needed' },
        { key: 'b', status: 'told' },
        { key: 'c', status: 'paused' },
        { key: 'd', status: 'ready' },
      ],
    })
    expect(openIn(ireland).map(({ key }) => key)).toEqual(['a', 'd'])
  })

  it('is one decision for sections that are decided together, whatever the number of them', () => {
    const both = { decideBy: '2026-12-04' }
    const ireland = standing('ie', {
      waiting: [
        { key: 'divided', ...both },
        { key: 'new', ...both, decidedWith: 'divided' },
        { key: 'alone', ...both },
      ],
    })
    expect(openIn(ireland).map(({ key }) => key)).toEqual(['divided', 'alone'])
    expect(openCounts([ireland], TODAY)).toMatchObject({ open: 2, late: 2 })
    expect(markOf(ireland, 'new')).toBe('ready')
    expect(markCounts({ ...ireland, kept: new Set(['new', 'other']) })).toMatchObject({ ready: 2, kept: 1 })
  })

  it('is counted over all countries, with what is late', () => {
    const standings = [
      standing('cy', {
        waiting: [
          { key: 'a', decideBy: '2026-12-04' },
          { key: 'b', decideBy: '2026-12-31' },
        ],
      }),
      standing('es', { waiting: [{ key: 'a', status: 'told', decideBy: '2026-12-01' }] }),
      standing('fr'),
    ]
    expect(openCounts(standings, TODAY)).toEqual({ countries: 3, decided: 2, open: 2, late: 1, paused: 0 })
  })
})

describe('what a country paused', () => {
  it('is counted once for sections that are decided together, and is not decided', () => {
    const ireland = standing('ie', {
      waiting: [
        { key: 'a', status: 'paused' },
        { key: 'b', status: 'paused', decidedWith: 'a' },
        { key: 'c', status: 'told' },
      ],
    })
    expect(pausedIn(ireland).map(({ key }) => key)).toEqual(['a'])
    expect(openCounts([ireland], TODAY)).toEqual({ countries: 1, decided: 0, open: 0, late: 0, paused: 1 })
  })
})

describe('a decision is late', () => {
  const waits = (decideBy: string | null, status: UpdateStatus = 'ready') => {
    const [one] = standing('ie', { waiting: [{ key: 'a', decideBy, status }] }).waiting.values()
    if (!one) throw new Error('Nothing waits.')
    return one
  }

  test('from the day after the last day on', () => {
    expect(isLate(waits('2026-12-04'), TODAY)).toBe(true)
    expect(isLate(waits('2026-12-05'), TODAY)).toBe(false)
  })

  test('never without a last day, and not while updates are paused', () => {
    expect(isLate(waits(null), TODAY)).toBe(false)
    expect(isLate(waits('2026-12-04', 'paused'), TODAY)).toBe(false)
  })
})

describe('the mark of a section', () => {
  it.each([
    ['decision-needed', 'decide'],
    ['please-check', 'check'],
    ['ready', 'ready'],
    ['paused', 'paused'],
    ['told', 'told'],
  ] as const)('says what waits: %s is "%s"', (status, mark) => {
    expect(markOf(standing('ie', { waiting: [{ key: 'a', status }] }), 'a')).toBe(mark)
  })

  it('is "kept" if the country kept its text, and nothing if nothing waits', () => {
    expect(['a', 'b'].map((key) => markOf(standing('ie', { kept: ['a'] }), key))).toEqual(['kept', null])
  })

  it('says what waits now, although something was decided before', () => {
    const both = standing('ie', { waiting: [{ key: 'a' }], kept: ['a'] })
    expect(markOf(both, 'a')).toBe('ready')
  })
})

type Decision = [
  key: string,
  choice: UpdateChoice,
  said?: { status?: UpdateStatus; became?: UpdateBecame; byProposal?: string },
]

describe('the sections in which a country kept its text', () => {
  const kept = (decisions: Decision[], modes: Record<string, Mode> = {}) => [
    ...keptIn({
      decisions: decisions.map(([key, choice, said]) => ({
        ...{ key, choice, status: 'ready', became: 'changed', byProposal: null },
        ...said,
      })),
      modes: new Map(Object.entries({ a: 'adapt', b: 'adapt', c: 'adapt', ...modes })),
    }),
  ]

  it('are none that it only noted or did not want while they were new, also if it took them up later', () => {
    expect(
      kept([
        ['a', 'keep', { status: 'told' }],
        ['b', 'not-for-us', { became: 'new' }],
        ['c', 'keep'],
      ]),
    ).toEqual(['c'])
  })

  it('are none that its own proposal settled: the common text has the words of the country', () => {
    expect(
      kept([
        ['a', 'keep', { byProposal: 'p' }],
        ['a', 'keep'],
        ['b', 'keep'],
      ]),
    ).toEqual(['b'])
  })

  it('are those of which the last decision says so, of whichever release', () => {
    expect(
      kept([
        ['a', 'accept'],
        ['b', 'keep'],
        ['c', 'not-for-us'],
        ['a', 'keep'],
        ['b', 'combine'],
      ]).toSorted(),
    ).toEqual(['b', 'c'])
  })

  it('are none with the common text, and none that the country does not use: it has nothing to keep there', () => {
    expect(
      kept(
        [
          ['a', 'keep'],
          ['b', 'not-for-us'],
          ['c', 'keep'],
        ],
        { a: 'inherit', b: 'omit', c: 'local' },
      ),
    ).toEqual(['c'])
  })
})
