import { describe, expect, it } from 'vitest'
import { comparedHistory } from '@/admin/history/comparedHistory'
import { loadHistory, PAGE } from '@/admin/history/entries'
import { releasesWith } from '@/admin/history/releasesWith'
import { commonState } from '@/domain/revisions'
import { translatorFor } from '@/messages/translate'
import type { Revision } from '@/stored/revisions'
import { plainRelease } from '../plainRelease'
import { content, entry } from './factories'

type Text = { title: string }

/** Stored revisions, and the queries that were made for them. */
function storedRevisions(revs: readonly number[]) {
  const reads: { upTo?: number; limit: number }[] = []
  const load = async (asked: { upTo?: number; limit: number }): Promise<Revision<Text>[]> => {
    reads.push(asked)
    return revs
      .toSorted((one, other) => other - one)
      .filter((rev) => rev <= (asked.upTo ?? rev))
      .slice(0, asked.limit)
      .map((rev) => ({
        rev,
        at: `2026-01-01T00:00:${String(rev).padStart(2, '0')}.000Z`,
        by: null,
        as: null,
        did: null,
        document: { title: `Text ${rev}` },
      }))
  }
  return { load, reads }
}

const stateOf = ({ title }: Text) =>
  commonState({ content: content('a', { title: { en: title } }), parent: null, rank: 'a0', retired: false })

const isSame = (one: Text, other: Text) => one.title === other.title

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

function historyOf(revs: readonly number[], asked: { before?: number; named?: number[] } = {}) {
  const { load, reads } = storedRevisions(revs)
  const newest = Math.max(...revs)
  const history = loadHistory({ load, stateOf, isSame, languages: ['en'], newest, before: null, named: [], ...asked })
  return history.then((found) => ({ ...found, reads }))
}

describe('a history', () => {
  it('needs one query if everything shown is on its page', async () => {
    const { entries, newest, reads, areMore } = await historyOf(upTo(3), { named: [1, 2] })
    expect(entries.map(({ rev }) => rev)).toEqual([3, 2, 1])
    expect([newest?.rev, areMore, reads]).toEqual([3, false, [{ limit: PAGE + 1 }]])
  })

  it('says what a named entry changed even if it is not on the page', async () => {
    const { named, reads } = await historyOf(upTo(PAGE + 10), { named: [2, PAGE + 10] })
    expect(named.map(({ rev, changes }) => [rev, changes?.map(({ kind }) => kind)])).toEqual([[2, ['words']]])
    expect(reads).toEqual([{ limit: PAGE + 1 }, { upTo: 2, limit: 2 }])
  })

  it('says of the first kept entry, and of no other, that no earlier one is kept', async () => {
    const kept = upTo(PAGE + 10).filter((rev) => rev > 4)
    const { named } = await historyOf(kept, { named: [5, 6] })
    expect(named.map(({ rev, changes }) => [rev, changes === null])).toEqual([
      [5, true],
      [6, false],
    ])
  })

  it('says what the first entry changed in the common text, if the section had one', async () => {
    const { load } = storedRevisions([1, 2])
    const asked = { load, stateOf, isSame, languages: ['en' as const], newest: 2, before: null, named: [] }
    const kindsOf = ({ entries }: Awaited<ReturnType<typeof loadHistory<Text>>>) =>
      entries.map(({ changes }) => changes?.map(({ kind }) => kind))
    expect(kindsOf(await loadHistory(asked))).toEqual([['words'], ['begun']])
    const firstChange = async (first: Text) => ({ before: stateOf({ title: 'Common title' }), after: stateOf(first) })
    expect(kindsOf(await loadHistory({ ...asked, firstChange }))).toEqual([['words'], ['words']])
  })

  it('says what the first entry changed on the common text of that time, however it is shown now', async () => {
    const { load } = storedRevisions([1, 2])
    const asked = { load, stateOf, isSame, languages: ['en' as const], newest: 2, before: null, named: [] }
    const then = stateOf({ title: 'Title of that time' })
    const { entries } = await loadHistory({ ...asked, firstChange: async () => ({ before: then, after: then }) })
    expect(entries.map(({ changes, state }) => [changes?.length, state.content.title.en])).toEqual([
      [1, 'Text 2'],
      [0, 'Text 1'],
    ])
  })

  it('says of the first kept entry that is not the first one nothing about the common text', async () => {
    const { load } = storedRevisions([2, 3])
    const firstChange = async (first: Text) => ({ before: stateOf({ title: 'Common title' }), after: stateOf(first) })
    const asked = { load, stateOf, isSame, languages: ['en' as const], firstChange, newest: 3, before: null, named: [] }
    expect((await loadHistory(asked)).entries.at(-1)?.changes).toBeNull()
  })

  it('names no entry for a revision that does not exist', async () => {
    expect(
      (
        await historyOf(
          upTo(PAGE + 10).filter((rev) => rev !== 4),
          { named: [4, 99] },
        )
      ).named,
    ).toEqual([])
  })

  it('also has the newest entry and its changes when older entries are shown', async () => {
    const { entries, newest } = await historyOf(upTo(PAGE + 10), { before: 10 })
    expect([entries[0]?.rev, entries.at(-1)?.rev]).toEqual([10, 1])
    expect([newest?.rev, newest?.changes?.length]).toEqual([PAGE + 10, 1])
  })
})

describe('the comparison of two texts of a history', () => {
  it('lets other requests run before each question whether a text can be restored', async () => {
    const { entries, newest } = await historyOf(upTo(2))
    if (!newest) throw new Error('The history has no newest entry')
    let turn = 0
    const nextTurn = (): void => {
      turn += 1
      following = setImmediate(nextTurn)
    }
    let following = setImmediate(nextTurn)
    const turns: number[] = []
    const { panes } = await comparedHistory({
      visitor: { actor: { userId: 'a', memberships: [] }, language: 'en', say: translatorFor('en') },
      language: 'en',
      ...{ entries, newest, named: [], marks: [], common: null, areMore: false, names: new Map() },
      asked: { from: '', to: '', before: null },
      address: '/history',
      bringBack: { action: 'bring-back-section', input: {}, whole: '' },
      bringsBack: () => turns.push(turn) > 0,
      restore: null,
    })
    clearImmediate(following)
    expect(panes?.map(({ field, comesAlone }) => [field, comesAlone])).toEqual([['title', true]])
    // About the section, its text in the language of the page, and its title.
    expect(turns).toHaveLength(3)
    expect(new Set(turns).size).toBe(3)
  })
})

describe('the releases in the history of a section', () => {
  it('are those that contained the section, without withdrawals', () => {
    const releases = [
      { ...plainRelease, version: '4.0', manifest: [entry('a'), entry('b')] },
      { ...plainRelease, version: '3.1', kind: 'withdrawal' as const, manifest: [] },
      { ...plainRelease, version: '3.0', manifest: [entry('b')] },
      // A section that a country leaves out stays in its releases, marked as not used.
      { ...plainRelease, version: '2.0', manifest: [entry('a', { mode: 'omit' }), entry('b')] },
      { ...plainRelease, version: '1.0', manifest: [entry('a')] },
    ].map((release) => ({ ...release, id: release.version }))
    const manifests = new Map(releases.map(({ id, manifest }) => [id, manifest]))
    expect(releasesWith({ releases, manifests, key: 'a' }).map(({ version }) => version)).toEqual(['4.0', '1.0'])
  })
})
