import { describe, expect, it } from 'vitest'
import { nationalTasks } from '@/admin/tasks/nationalTasks'
import { reviewTasks } from '@/admin/tasks/openReviews'
import type { BehindSection } from '@/admin/version/behindSections'
import type { SectionRow } from '@/admin/version/sectionRows'
import type { Actor } from '@/domain/actor'
import type { Edition } from '@/stored/editions'
import { edition as editionOf } from './factories'

function row(key: string, given: Partial<SectionRow> = {}): SectionRow {
  return {
    key,
    number: '1',
    depth: 1,
    title: { text: key, language: 'en' },
    mode: 'inherit',
    since: 'same',
    update: 'none',
    decidedWith: null,
    place: 'here',
    isMine: false,
    problem: null,
    languages: [{ language: 'en', state: 'written', behind: 0 }],
    ...given,
  }
}

const behindIn = (key: string): BehindSection => ({
  ...{ variant: 'v', key, name: `1 ${key}`, lang: undefined, language: 'en', count: 2 },
  ...{ class: null, note: '', decideBy: null },
})

const quiet = {
  rows: [row('a')],
  behind: [],
  languages: ['en'] as const,
  comment: '',
  newerCommon: null,
  paused: null,
  maySubmit: false,
  mayDraft: true,
}

function kinds(given: Partial<Parameters<typeof nationalTasks>[0]>) {
  return nationalTasks({ ...quiet, edition: 'draft', ...given }).map(({ kind }) => kind)
}

const paused = {
  ...{ variant: 'v', version: '2.0', pause: { reason: 'Holiday.', until: null } },
  ...{ count: 2, urgent: 0, days: [] },
}

describe('the tasks of those who write a national version', () => {
  it('begin with a pause of updates for whose end something urgent waits, and end with one for which nothing does', () => {
    const rows = [row('a', { problem: { key: 'refusal.reason-missing' } })]
    expect(kinds({ rows, paused: { ...paused, urgent: 1 } })).toEqual(['paused', 'reason-missing'])
    expect(kinds({ rows, paused })).toEqual(['reason-missing', 'paused'])
  })

  it('are none if nothing is open', () => {
    expect(kinds({})).toEqual([])
  })

  it("start with the reviewer's requests, then list what prevents sending", () => {
    const rows = [
      row('a', { problem: { key: 'refusal.reason-missing' } }),
      row('b', { problem: { key: 'refusal.to-be-filled-in' } }),
      row('c', { languages: [{ language: 'en', state: 'missing', behind: 0 }] }),
      row('d', { languages: [{ language: 'en', state: 'behind', behind: 2 }] }),
    ]
    expect(kinds({ rows, behind: [behindIn('d')], edition: 'changes-requested', newerCommon: '2.0' })).toEqual([
      'changes-requested',
      'to-be-filled-in',
      'reason-missing',
      'behind',
      'untranslated',
      'newer-common',
    ])
  })

  it('ask a translator for no words of a section that the country has adapted', () => {
    const rows = [row('a', { mode: 'adapt', languages: [{ language: 'en', state: 'missing', behind: 0 }] })]
    expect(kinds({ rows })).toEqual(['untranslated'])
    expect(kinds({ rows, mayDraft: false })).toEqual([])
  })

  it('name the sections whose translation is behind, and none that the country has adapted to a translator', () => {
    const behind = { languages: [{ language: 'en' as const, state: 'behind' as const, behind: 2 }] }
    const rows = [row('a', behind), row('b', { ...behind, mode: 'adapt' })]
    const named = (mayDraft: boolean) =>
      nationalTasks({ ...quiet, edition: 'draft', rows, behind: ['b', 'a'].map(behindIn), mayDraft }).flatMap((task) =>
        task.kind === 'behind' ? [task.language, ...task.sections.map(({ text }) => text)] : [],
      )
    expect(named(true)).toEqual(['en', '1 b', '1 a'])
    expect(named(false)).toEqual(['en', '1 a'])
  })

  it('include no writing while the text is in review, because it would return to draft', () => {
    const rows = [row('a', { languages: [{ language: 'en', state: 'missing', behind: 0 }] })]
    expect(kinds({ rows, edition: 'submitted', newerCommon: '2.0' })).toEqual(['newer-common'])
  })

  it('include sending only if something has changed', () => {
    expect(kinds({ maySubmit: true })).toEqual([])
    expect(kinds({ maySubmit: true, rows: [row('a', { since: 'changed' })] })).toEqual(['send'])
  })
})

const edition = (id: string, given: Partial<Edition>) => editionOf({ id, ...given })

describe('the editions that wait for a decision', () => {
  const reviewer: Actor = { userId: 'me', memberships: [{ role: 'reviewer', country: 'ie' }] }
  const tasks = (editions: Edition[], actor = reviewer) =>
    reviewTasks({ editions, anew: new Map(), actor, toolkits: [], countries: [], language: 'en' }).map(
      ({ edition: id, can }) => [id, can],
    )

  it('come first if the person can decide, the oldest at the top', () => {
    const found = tasks([
      edition('abroad', { country: 'fr' }),
      edition('new', {}),
      edition('old', { stateSince: '2026-01-01T00:00:00.000Z' }),
    ])
    expect(found).toEqual([
      ['old', 'review'],
      ['new', 'review'],
      ['abroad', 'look'],
    ])
  })

  it('offer no decision to those who wrote in them or sent them', () => {
    expect(tasks([edition('written', { contributors: ['me'] }), edition('sent', { submittedBy: 'me' })])).toEqual([
      ['written', 'look'],
      ['sent', 'look'],
    ])
  })

  it('offer no decision to somebody whose password was set by one of their writers', () => {
    const given: Actor = { ...reviewer, passwordSet: { by: ['writer'], at: '2026-01-01T00:00:00.000Z' } }
    const editions = [edition('theirs', { contributors: ['writer'] }), edition('free', { contributors: ['other'] })]
    expect(tasks(editions, given)).toEqual([
      ['free', 'review'],
      ['theirs', 'look'],
    ])
  })

  it('can be published by the coordinator once approved, and not by a reviewer', () => {
    const coordinator: Actor = { userId: 'me', memberships: [{ role: 'coordinator', country: 'all' }] }
    const approved = [edition('e', { state: 'approved' })]
    expect(tasks(approved, coordinator)).toEqual([['e', 'publish']])
    expect(tasks(approved)).toEqual([['e', 'look']])
  })
})
