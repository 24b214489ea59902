import { describe, expect, it } from 'vitest'
import { countUpdateWork, updateWork } from '@/admin/tasks/updateWork'
import { openReleases } from '@/admin/updates/openReleases'
import { pausedUpdates } from '@/admin/updates/pausedUpdates'
import { readySaying } from '@/admin/updates/ReadyUpdates'
import { readyUpdates } from '@/admin/updates/readyUpdate'
import { inListOrder, mostPressing, updateRows } from '@/admin/updates/updateRows'
import { rowFacts } from '@/admin/version/rowFacts'
import type { JoinedNote } from '@/domain/changeGroups'
import type { PlacedSection, Release } from '@/domain/release'
import { untouched, type VariantSection } from '@/domain/resolve'
import { type UpdateSides, updateOf } from '@/domain/updates/updates'
import type { RecordedDecision } from '@/stored/updateDecisions'
import type { WaitingUpdate } from '@/stored/updates'
import { plainRelease } from '../plainRelease'
import { content, entry, words } from './factories'

const section = (key: string, said: string, more: Parameters<typeof entry>[1] = {}): PlacedSection => ({
  entry: entry(key, { blob: `${key}: ${said}`, ...more }),
  content: content(key, { body: { en: words(said) } }),
})

type Given = { base?: PlacedSection | null; newest?: PlacedSection | null; own?: Partial<VariantSection> }

/** What waits in a section of which the common framework changed the text, if nothing else is given. */
function waitingIn(key: string, given: Given = {}): WaitingUpdate {
  const { base = section(key, 'Was.'), newest = section(key, 'Is.'), own } = given
  const stored = own && { ...untouched(key), ...own }
  const sides: UpdateSides = {
    ...{ base, newest, own: stored ?? untouched(key) },
    ...{ languages: ['en'], sourceLanguage: 'en' },
  }
  const update = updateOf(sides)
  if (!update) throw new Error(`Nothing waits in ${key}`)
  return { update, sides, together: null, others: [], own: stored ? { ...stored, ...STORED } : null, paused: null }
}

const STORED = {
  ...{ id: 's', rev: 3, variant: 'v', country: 'ie', after: null, madeFrom: {} },
  ...{ updatedBy: null, updatedAt: '' },
}

/** The country changed the same sentence. */
const ADAPTED = { mode: 'adapt', body: { en: words('Ours.') }, reason: 'other' } as const

const note = (key: string, given: Partial<JoinedNote> = {}): JoinedNote => ({
  ...{ key, class: 'substantive', note: '', decideBy: null, more: 0 },
  ...given,
})

function rowsOf(waiting: WaitingUpdate[], changes: JoinedNote[] = [], today = '2026-12-01') {
  const manifest = waiting.flatMap(({ sides }) => sides.newest?.entry ?? [])
  return updateRows({
    waiting,
    release: { manifest },
    notes: new Map(changes.map((one) => [one.key, one])),
    asked: new Map([['asked', 'open']]),
    begun: new Map([['asked', '2026-12-01T10:00:00.000Z']]),
    numbers: new Map([['a', '3.2']]),
    today,
    languages: ['en'],
  })
}

describe('the updates of a national version, as lists show them', () => {
  it('have number and title of the section, and what happened to it, in reading order with the removed ones last', () => {
    const moved = section('d', 'Was.', { rank: 'other' })
    const found = rowsOf([
      waitingIn('d', { newest: moved }),
      waitingIn('c', { newest: null }),
      waitingIn('b', { base: null }),
      waitingIn('a'),
    ])
    expect(found.map(({ became, number, title }) => [number, title.text, became])).toEqual([
      ['3.2', 'a', 'changed'],
      ['', 'b', 'new'],
      ['', 'd', 'moved'],
      ['', 'c', 'removed'],
    ])
  })

  it('have the title that the country gave the section, and the common one where it only wrote one that nobody gets', () => {
    const titles = (mode: VariantSection['mode'], title: VariantSection['title']) =>
      rowsOf([waitingIn('a', { own: { mode, title, reason: 'other' } })]).map((row) => row.title.text)
    expect(titles('adapt', { en: 'Our name' })).toEqual(['Our name'])
    expect(titles('inherit', { en: 'Our name' })).toEqual(['a'])
    expect(titles('adapt', { en: '' })).toEqual(['a'])
  })

  it.each([
    ['2026-12-03', 0],
    ['2026-12-04', 0],
    ['2026-12-05', 1],
    ['2027-01-04', 31],
  ])('on %s, a decision that was due on 4 December is late by %i days', (today, lateBy) => {
    const [row] = rowsOf([waitingIn('a')], [note('a', { decideBy: '2026-12-04' })], today)
    expect(row?.lateBy).toBe(lateBy)
  })

  it('are never late without a day, and have no note where nothing was said', () => {
    expect(rowsOf([waitingIn('a')], [note('a')])[0]).toMatchObject({ lateBy: 0, note: { decideBy: null } })
    expect(rowsOf([waitingIn('a')], [note('b')])[0]).toMatchObject({ lateBy: 0, note: null })
  })

  it('keep their last day during a pause without being late, and have none in a section that is not used', () => {
    const due = (key: string) => note(key, { decideBy: '2026-12-04' })
    const paused = waitingIn('paused')
    const found = rowsOf(
      [
        waitingIn('asks'),
        waitingIn('unused', { own: { mode: 'omit', reason: 'other' } }),
        { ...paused, update: { ...paused.update, status: 'paused' } },
      ],
      [due('asks'), due('unused'), due('paused')],
      '2026-12-05',
    )
    expect(found.map(({ decideBy, key, lateBy }) => [key, decideBy, lateBy])).toEqual([
      ['asks', '2026-12-04', 1],
      ['paused', '2026-12-04', 0],
      ['unused', null, 0],
    ])
  })

  it('name the section of a note that is about another one that is decided with it', () => {
    const [head, other] = [waitingIn('head'), waitingIn('a')]
    const together: WaitingUpdate['together'] = {
      ...{ became: 'joined', head: head.sides, others: [other.sides], sides: head.sides },
    }
    const about = (key: string) => {
      const notes = new Map([['head', note(key, { note: 'Joined.' })]])
      const release = { manifest: [] }
      const given = {
        release,
        asked: new Map(),
        begun: new Map(),
        numbers: new Map([['a', '2.5']]),
        today: '2026-12-01',
        notes,
      }
      return updateRows({ ...given, waiting: [{ ...head, together }], languages: ['en'] })[0]?.noteAbout
    }
    expect(about('a')).toEqual({ text: '2.5 a', language: 'en' })
    expect(about('head')).toBeNull()
  })

  it('come late first, then urgent, then by the day, and in reading order where nothing is said', () => {
    const keys = ['a none', 'late', 'later', 'soon', 'urgent', 'z none']
    const found = mostPressing(
      rowsOf(
        keys.map((key) => waitingIn(key)),
        [
          note('later', { decideBy: '2026-12-18' }),
          note('soon', { decideBy: '2026-12-04' }),
          note('late', { class: 'clarification', decideBy: '2026-11-28' }),
          note('urgent', { class: 'urgent', decideBy: '2026-12-31' }),
        ],
      ),
    )
    expect(found.map(({ key }) => key)).toEqual(['late', 'urgent', 'soon', 'later', 'a none', 'z none'])
  })

  it('are listed with what is late or urgent before all others, then by status, and in each by what must be decided first', () => {
    const waiting = [waitingIn('a'), waitingIn('b'), waitingIn('c', { own: ADAPTED }), waitingIn('d', { own: ADAPTED })]
    const notes = [note('b', { class: 'urgent' }), note('d', { decideBy: '2026-12-04' })]
    expect(inListOrder(rowsOf(waiting, notes)).map(({ key }) => key)).toEqual(['b', 'd', 'c', 'a'])
  })

  it('are tasks one by one where a person must look, and one task where the text can be taken as it is', () => {
    const given = { numbers: new Map(), today: '2026-12-01', languages: ['en'] as const }
    const updates = { newest: { ...plainRelease, manifest: [] }, notes: new Map(), asked: new Map(), begun: new Map() }
    const of = (waiting: WaitingUpdate[]) => updateWork({ updates: { ...updates, waiting }, ...given })
    const work = of([waitingIn('a'), waitingIn('b', { own: ADAPTED }), waitingIn('c')])
    expect(work?.rows.map(({ key }) => key)).toEqual(['b'])
    expect(work?.ready.map(({ key }) => key)).toEqual(['a', 'c'])
    expect(countUpdateWork(work)).toBe(2)
    expect(of([waitingIn('a', { own: { mode: 'omit', reason: 'other' } })])).toBeNull()
    expect(countUpdateWork(null)).toBe(0)
  })

  it('are tasks of their own, first, where they are late or urgent, also if nobody changed the section', () => {
    const notes = new Map(
      [
        note('c', { class: 'urgent', decideBy: '2026-12-20' }),
        note('d', { class: 'clarification', decideBy: '2026-11-28' }),
        note('e', { decideBy: '2026-12-18' }),
        note('f', { class: 'urgent', decideBy: '2026-12-04' }),
        note('g', { class: 'urgent', decideBy: '2026-11-01' }),
        note('h', { class: 'urgent', decideBy: '2026-12-10' }),
      ].map((one) => [one.key, one]),
    )
    const waiting = [
      ...[waitingIn('a'), waitingIn('b', { own: ADAPTED }), waitingIn('c'), waitingIn('d'), waitingIn('e')],
      ...[waitingIn('f'), waitingIn('g', { own: { mode: 'omit', reason: 'other' } }), waitingIn('h', { own: ADAPTED })],
    ]
    const asked = new Map([['e', 'answered']] as const)
    const updates = { newest: { ...plainRelease, manifest: [] }, notes, asked, begun: new Map(), waiting }
    const work = updateWork({ updates, numbers: new Map(), today: '2026-12-01', languages: ['en'] })
    expect(work?.rows.map(({ key }) => key)).toEqual(['d', 'f', 'h', 'c', 'e', 'b'])
    expect(work?.ready.map(({ key }) => key)).toEqual(['a'])
    expect(countUpdateWork(work)).toBe(7)
  })

  it('name those with a day first among the ones that are ready', () => {
    const notes = new Map([['b', note('b', { decideBy: '2026-12-18' })]])
    const waiting = [waitingIn('a'), waitingIn('b')]
    const updates = { newest: { ...plainRelease, manifest: [] }, notes, asked: new Map(), begun: new Map(), waiting }
    const work = updateWork({ updates, numbers: new Map(), today: '2026-12-01', languages: ['en'] })
    expect(work?.ready.map(({ key }) => key)).toEqual(['b', 'a'])
  })

  it('say where a question to the coordinator is open', () => {
    expect(rowsOf([waitingIn('a'), waitingIn('asked')]).map(({ asked }) => asked)).toEqual([null, 'open'])
  })

  it('say when the person last worked on a decision that they began', () => {
    const typed = rowsOf([waitingIn('a'), waitingIn('asked')]).map(({ typedAt }) => typedAt)
    expect(typed).toEqual([null, '2026-12-01T10:00:00.000Z'])
  })

  it('are a task of its own where an answer is to be read, before all others', () => {
    const asked = new Map([
      ['b', 'open'],
      ['c', 'answered'],
      ['d', 'answered'],
    ] as const)
    const waiting = [
      waitingIn('a', { own: ADAPTED }),
      waitingIn('b'),
      waitingIn('c'),
      waitingIn('d', { own: { mode: 'omit', reason: 'other' } }),
    ]
    const updates = { newest: { ...plainRelease, manifest: [] }, notes: new Map(), asked, begun: new Map(), waiting }
    const work = updateWork({ updates, numbers: new Map(), today: '2026-12-01', languages: ['en'] })
    expect(work?.rows.map(({ key }) => key)).toEqual(['c', 'd', 'a'])
    expect(work?.ready.map(({ key }) => key)).toEqual(['b'])
    expect(countUpdateWork(work)).toBe(4)
  })

  it('say that the country has no text of its own in what is ready only if that is true, also after it gave one up', () => {
    const same = { ...ADAPTED, body: { en: words('Is.') } }
    expect(waitingIn('a', { own: same }).update.status).toBe('ready')
    expect(readySaying([waitingIn('a'), waitingIn('b', { own: { mode: 'inherit' } })])).toBe('untouched')
    expect(readySaying([waitingIn('a'), waitingIn('b', { own: same })])).toBe('unharmed')
  })
})

describe('accepting the common text shows before what it changes for readers', () => {
  const change = async (waiting: WaitingUpdate) =>
    (await readyUpdates({ rows: rowsOf([waiting]), waiting: [waiting] })).flatMap(({ changes }) => changes)

  it('of a changed, a new and a removed section', async () => {
    expect(await change(waitingIn('a'))).toMatchObject([{ language: 'en', change: { status: 'changed' } }])
    expect(await change(waitingIn('a', { base: null }))).toMatchObject([{ change: { status: 'added' } }])
    expect(await change(waitingIn('a', { newest: null }))).toMatchObject([{ change: { status: 'removed' } }])
  })

  it('beside an addition of the country, which stays', async () => {
    const own = { mode: 'supplement', addition: { en: words('Ring 1800.') }, reason: 'other' } as const
    const [found] = await change(waitingIn('a', { own }))
    expect(found?.change.fields.filter(({ status }) => status !== 'same').map(({ field }) => field)).toEqual(['body'])
  })

  it('with an addition in its place in the text, as readers get it', async () => {
    const given = { mode: 'supplement', addition: { en: words('Ring 1800.') }, reason: 'other' } as const
    const [found] = await change(waitingIn('a', { own: { ...given, additionPlace: { where: 'before' } } }))
    const having = found?.change.fields.filter((field) => JSON.stringify(field).includes('Ring 1800.'))
    expect(having?.map(({ field }) => field)).toEqual(['body'])
  })

  it('in every language but those in which a translation of the country stays as it is', async () => {
    const own = { title: { el: 'Τίτλος' }, body: { el: words('Ήταν.') }, translated: ['el' as const] }
    const of = (given: Given) => {
      const waiting = waitingIn('a', given)
      return { ...waiting, sides: { ...waiting.sides, languages: ['en', 'el'] as const } }
    }
    const left = async (waiting: WaitingUpdate) => {
      return (await readyUpdates({ rows: rowsOf([waiting]), waiting: [waiting] })).map((one) => one.left)
    }
    expect(await left(of({ own }))).toEqual([['el']])
    expect(await left(of({}))).toEqual([[]])
  })

  it('is nothing where the country already says the same, or only the place changes', async () => {
    expect(await change(waitingIn('a', { own: { ...ADAPTED, body: { en: words('Is.') } } }))).toEqual([])
    expect(await change(waitingIn('a', { newest: section('a', 'Was.', { rank: 'z' }) }))).toEqual([])
  })
})

describe('the releases that a decision is about', () => {
  const release = (seq: number, given: Partial<Release> = {}) => ({
    ...plainRelease,
    ...{ id: `r${seq}`, seq, version: `${seq}.0` },
    ...given,
  })
  const heads = [release(4), release(3), release(2), release(1)]
  const ask = (since: Release[], line: Release[] = heads) => openReleases({ since, newest: release(4), heads: line })

  it('are those after the one on which the sections stand', () => {
    expect(ask([release(3)])).toEqual(['4.0'])
    expect(ask([release(3), release(1)])).toEqual(['2.0', '3.0', '4.0'])
    expect(ask([])).toEqual([])
  })

  it('do not contain one that was withdrawn', () => {
    const withdrawal = release(5, { kind: 'withdrawal', version: '2.0' })
    expect(ask([release(1)], [withdrawal, ...heads])).toEqual(['3.0', '4.0'])
  })
})

describe('the list of sections of a version', () => {
  const here = section('a', 'Was.')
  const resolved = { base: [here], own: [], sections: [here] }
  const facts = (waiting: WaitingUpdate[], given: Parameters<typeof rowFacts>[0]['resolved'] = resolved) => {
    const manifest = waiting.flatMap(({ sides }) => sides.newest?.entry ?? [])
    const updates = {
      ...{ newest: { ...plainRelease, manifest }, waiting, decided: [], kept: new Set<string>() },
      ...{ notes: new Map(), asked: new Map(), begun: new Map() },
    }
    return rowFacts({ updates, resolved: given, mine: new Set() })
  }

  it('shows what waits, what is coming under a parent that is there, and what goes', () => {
    const under = (key: string, parent: string) =>
      waitingIn(key, { base: null, newest: section(key, 'New.', { parent }) })
    const gone = waitingIn('gone', { own: { mode: 'omit', reason: 'other' } })
    const found = facts([
      waitingIn('a', { newest: null }),
      under('child', 'a'),
      under('orphan', 'gone'),
      { ...gone, sides: { ...gone.sides, newest: section('gone', 'Is.', { parent: 'a' }) } },
    ])
    expect(found.updates.get('a')).toBe('ready')
    expect(found.going).toEqual(new Set(['a']))
    expect(found.coming.map(({ entry: { key, parent } }) => [key, parent])).toEqual([
      ['child', 'a'],
      ['orphan', 'a'],
    ])
  })

  it('does not announce a new section that the country has already, or does not use', () => {
    const unused = waitingIn('b', { base: null, own: { mode: 'omit', reason: 'other' } })
    const own = waitingIn('a', { base: null, own: { mode: 'local' } })
    expect(facts([unused, own]).coming).toEqual([])
  })

  it('says that the country kept its text where it decided so, or where only others read the change', () => {
    const stored = { ...untouched('a'), ...ADAPTED, ...STORED }
    const newest = { ...plainRelease, manifest: [section('a', 'Is.').entry] }
    const kept = (decidedSo: string[], own = [stored]) =>
      rowFacts({
        updates: {
          newest,
          waiting: [],
          decided: [],
          kept: new Set(decidedSo),
          notes: new Map(),
          asked: new Map(),
          begun: new Map(),
        },
        resolved: { ...resolved, own },
        mine: new Set(),
      }).updates
    expect([...kept(['b'])]).toEqual([
      ['a', 'yours-kept'],
      ['b', 'yours-kept'],
    ])
    expect([...kept([], [])]).toEqual([])
  })

  it('says that an update is decided where the country decided on the newest release, unless it kept its text or the section waits again', () => {
    const newest = { ...plainRelease, manifest: [section('a', 'Is.').entry] }
    const on = (key: string, release = newest.id) => ({
      decision: { key, release } as RecordedDecision,
      ...{ version: '1.0', note: null },
    })
    const { updates } = rowFacts({
      updates: {
        ...{ newest, waiting: [waitingIn('c')], notes: new Map(), asked: new Map(), begun: new Map() },
        decided: [on('a'), on('b'), on('c'), on('d', 'an earlier one')],
        kept: new Set(['b']),
      },
      resolved,
      mine: new Set(),
    })
    expect(Object.fromEntries(updates)).toEqual({ a: 'decided', b: 'yours-kept', c: 'ready' })
  })

  it('shows nothing of updates while the common framework is withdrawn', () => {
    const mine = new Set(['a'])
    expect(rowFacts({ updates: null, resolved, mine })).toMatchObject({ coming: [], mine })
  })
})

describe('a pause of all updates of a version', () => {
  const pause = { reason: 'Holiday.', until: '2026-12-24' }
  const paused = (key: string): WaitingUpdate => {
    const waiting = waitingIn(key)
    return { ...waiting, update: { ...waiting.update, status: 'paused' }, paused: pause }
  }
  const told: WaitingUpdate = { ...waitingIn('e'), update: { ...waitingIn('e').update, status: 'told' } }
  const notes = [
    note('a', { class: 'urgent', decideBy: '2026-12-18' }),
    note('b', { class: 'urgent', decideBy: '2026-12-04' }),
    note('c', { class: 'urgent', decideBy: '2026-12-18' }),
    note('d', { decideBy: '2026-12-02' }),
    note('e', { class: 'urgent', decideBy: '2026-12-01' }),
  ]
  const updates = {
    newest: { ...plainRelease, version: '2.0' },
    waiting: [...['a', 'b', 'c', 'd'].map(paused), told],
    notes: new Map(notes.map((one) => [one.key, one])),
  }

  it('says how many updates wait, how many are urgent, and each last day for these once, the first one first', () => {
    expect(pausedUpdates({ updates, variant: { id: 'v', paused: pause }, today: '2026-12-24' })).toEqual({
      ...{ variant: 'v', version: '2.0', pause, count: 4, urgent: 3 },
      days: ['2026-12-04', '2026-12-18'],
    })
  })

  it('is none after its last day, and where only a section is paused', () => {
    expect(pausedUpdates({ updates, variant: { id: 'v', paused: pause }, today: '2026-12-25' })).toBe(null)
    expect(pausedUpdates({ updates, variant: { id: 'v', paused: null }, today: '2026-12-24' })).toBe(null)
  })
})
