import { describe, expect, it } from 'vitest'
import { daysBetween } from '@/domain/day'
import { type AskedQuestion, lookFirst, mostCountriesFirst } from '@/domain/lookFirst'
import { standing } from './overviewWorld'

const TODAY = '2026-12-13'

const urgent = (key: string, decideBy: string) => ({ key, class: 'urgent' as const, decideBy })

describe('what a coordinator looks at first', () => {
  it('are late countries, then urgent changes, then countries that are behind', () => {
    const notices = lookFirst({
      standings: [
        standing('cy', { behind: 3 }),
        standing('es', { behind: 2, waiting: [{ key: 'a', decideBy: '2026-12-01', class: 'substantive' }] }),
        standing('fr', { waiting: [{ key: 'b', class: 'urgent', decideBy: '2026-12-31' }] }),
        standing('ie', { waiting: [{ key: 'a', decideBy: '2026-12-12' }] }),
      ],
      questions: [],
      today: TODAY,
    })
    expect(
      notices.map((one) => [one.kind, 'key' in one ? one.key : one.standing.country, 'days' in one ? one.days : null]),
    ).toEqual([
      ['late', 'es', 12],
      ['late', 'ie', 1],
      ['urgent', 'b', null],
      ['behind', 'cy', null],
    ])
  })

  it('are questions of countries before everything else, the oldest first', () => {
    const question = (id: string, at: string): AskedQuestion => ({
      ...{ id, at, key: 'b', release: 'r2', variant: 'v', text: 'May we?', answer: null, isRead: false, as: null },
    })
    const notices = lookFirst({
      standings: [standing('fr', { waiting: [{ key: 'b', class: 'urgent', decideBy: '2026-12-01' }] })],
      questions: [question('new', '2026-12-12T10:00:00.000Z'), question('old', '2026-12-11T10:00:00.000Z')],
      today: TODAY,
    })
    expect(notices.map((one) => (one.kind === 'asked' ? one.question.id : one.kind))).toEqual([
      'old',
      'new',
      'late',
      'urgent',
    ])
  })

  it('says of a late country what is open, of what class, and how long nothing happened there', () => {
    const [notice] = lookFirst({
      standings: [
        standing('es', {
          lastActivity: '2026-11-02T09:00:00.000Z',
          waiting: [
            { key: 'a', decideBy: '2026-12-01', class: 'urgent' },
            { key: 'b', decideBy: '2026-12-05', class: 'substantive' },
            { key: 'c', decideBy: '2027-01-01', class: 'substantive' },
            { key: 'd', status: 'told', decideBy: '2026-01-01' },
          ],
        }),
      ],
      questions: [],
      today: TODAY,
    })
    expect(notice).toMatchObject({ kind: 'late', days: 12, late: 2, open: 3, urgent: 1, substantive: 2, idle: 41 })
  })

  it('counts sections that are decided together as one decision, and names them once', () => {
    const joint = { class: 'urgent' as const, decideBy: '2026-12-01' }
    const notices = lookFirst({
      standings: [
        standing('ie', {
          waiting: [
            { key: 'a', ...joint },
            { key: 'new', ...joint, decidedWith: 'a' },
          ],
        }),
      ],
      questions: [],
      today: TODAY,
    })
    expect(notices).toMatchObject([
      { kind: 'late', late: 1, open: 1, urgent: 1 },
      { kind: 'urgent', key: 'a' },
    ])
    expect(notices).toHaveLength(2)
  })

  it('names each urgent change once, with the countries that have not decided and the first of their last days', () => {
    const notices = lookFirst({
      standings: [
        standing('cy', { waiting: [urgent('later', '2027-02-01'), urgent('a', '2027-01-08')] }),
        standing('es', { waiting: [urgent('a', '2027-01-07')] }),
        standing('ie', { waiting: [{ ...urgent('a', '2027-01-01'), status: 'told' }] }),
      ],
      questions: [],
      today: TODAY,
    })
    expect(notices).toMatchObject([
      { kind: 'urgent', key: 'a', decideBy: '2027-01-07', open: [{ country: 'cy' }, { country: 'es' }], paused: [] },
      { kind: 'urgent', key: 'later' },
    ])
  })

  it('names the countries that paused an urgent change apart, also where all have, and keeps its last day', () => {
    const paused = (key: string, decideBy: string) => ({ ...urgent(key, decideBy), status: 'paused' as const })
    const notices = lookFirst({
      standings: [
        standing('cy', { waiting: [urgent('a', '2027-01-08')] }),
        standing('ie', { waiting: [paused('a', '2027-01-01'), paused('b', '2027-01-03')] }),
      ],
      questions: [],
      today: TODAY,
    })
    expect(notices).toMatchObject([
      { kind: 'urgent', key: 'a', decideBy: '2027-01-01', open: [{ country: 'cy' }], paused: [{ country: 'ie' }] },
      { kind: 'urgent', key: 'b', decideBy: '2027-01-03', open: [], paused: [{ country: 'ie' }] },
    ])
  })

  it('is nothing where all countries have decided and follow the newest release or the one before', () => {
    expect(lookFirst({ standings: [standing('ie', { behind: 1 })], questions: [], today: TODAY })).toEqual([])
  })
})

it('sections that most countries changed alike come first', () => {
  const alike = [
    { key: 'x', language: 'en', countries: ['cy', 'ie'] },
    { key: 'y', language: 'fr', countries: ['ch', 'es', 'fr'] },
  ] as const
  const found = mostCountriesFirst(alike.map((one) => ({ ...one, countries: [...one.countries] })))
  expect(found.map(({ key }) => key)).toEqual(['y', 'x'])
})

it('days are counted by the calendar, also over the change of the clocks', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
  expect(daysBetween('2026-12-13', '2026-12-13')).toBe(0)
})
