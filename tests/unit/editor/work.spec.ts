import { describe, expect, it } from 'vitest'
import type { ActionAnswer } from '@/admin/callAction'
import type { Draft } from '@/admin/editor/draft'
import {
  hasArrived,
  isUnsaved,
  ownText,
  type Saved,
  type Theirs,
  type Work,
  type WorkEvent,
  workAfter,
  workOn,
} from '@/admin/editor/work'

type Values = { title: string; summary: string }
const text = (rev: number, values: Partial<Values> = {}): Saved<Values> => ({
  rev,
  at: `at ${rev}`,
  values: { title: 'Old title', summary: 'Old summary', ...values },
})

const first = text(1)
const mine = { title: 'My title' }
const NO_KINDS = { choice: [], reasons: [] }

/** The work on `first` after these events. */
function workOf(...events: WorkEvent<Values>[]): Work<Values> {
  return events.reduce(workAfter, workOn(first))
}

const opened = { kind: 'opened', draft: null } as const
const typed = (changes: Partial<Values> = mine) => ({ kind: 'typed', changes }) as const
const shown = (saved: Saved<Values>) => ({ kind: 'shown', saved }) as const
const compared = { kind: 'compared', ...NO_KINDS } as const
const saving = { kind: 'saving' } as const
const restored = (draft: Draft<Values>) => ({ kind: 'opened', draft }) as const

const STALE = (rev: number, texts: Partial<Values>): ActionAnswer => ({
  kind: 'stale',
  texts: [],
  saved: { rev, updatedAt: `at ${rev}`, texts },
})
const LOST: ActionAnswer = { kind: 'unknown', texts: [] }
const REFUSED: ActionAnswer = { kind: 'refused', texts: ['No.'], wrong: [], isMoved: false, isBusy: false }

type NotDone = Extract<WorkEvent<Values>, { kind: 'not-done' }>
const notDone = (answer: ActionAnswer, given: Partial<NotDone> = {}) =>
  ({ kind: 'not-done', answer, sent: text(2, mine), ...given }) as NotDone

const second = text(2, { summary: 'Their summary' })
/** Somebody else saved revision 2, and it was compared with what is typed. */
const metTheirs = [opened, typed(), saving, notDone(STALE(2, second.values)), shown(second), compared] as const

describe('the state of a screen', () => {
  const cases: { name: string; events: WorkEvent<Values>[]; holds: object; changed?: boolean }[] = [
    {
      name: 'goes on with what is typed on a newer revision that has the same words, without opening the text again',
      events: [opened, typed(), shown(text(2))],
      holds: { typed: { ...first.values, ...mine }, base: text(2), theirs: null, round: 0 },
      changed: true,
    },
    {
      name: 'keeps typed words while they are sent and while the result is unknown',
      events: [opened, typed(), saving, typed({ summary: 'My summary' }), notDone(LOST)],
      holds: { typed: { title: 'My title', summary: 'My summary' }, base: first, state: LOST },
      changed: true,
    },
    {
      name: 'shows the answer of the server until something is typed again',
      events: [opened, typed(), saving, notDone(REFUSED)],
      holds: { state: REFUSED, theirs: null },
      changed: true,
    },
    {
      name: 'no longer shows the answer of the server once something is typed again',
      events: [opened, typed(), saving, notDone(REFUSED), typed({ summary: 'x' })],
      holds: { state: { kind: 'idle' } },
      changed: true,
    },
    {
      name: 'shows that a save is running, whatever is typed in the meantime',
      events: [opened, typed(), saving, typed({ summary: 'My summary' })],
      holds: { state: { kind: 'saving' } },
      changed: true,
    },
    {
      name: 'counts the old text, typed again, as unsaved while something else may be stored',
      events: [opened, typed(), saving, notDone(LOST), typed(first.values)],
      holds: { typed: first.values, unanswered: [text(2, mine)] },
      changed: true,
    },
    {
      name: 'counts a write that may be stored as stored once it is shown',
      events: [opened, typed(), saving, notDone(LOST), shown(text(2, mine))],
      holds: { base: text(2, mine), unanswered: [], theirs: null, state: { kind: 'idle' } },
      changed: false,
    },
    {
      name: 'keeps repeated writes of the same words once',
      events: [opened, typed(), saving, notDone(LOST), saving, notDone(LOST)],
      holds: { unanswered: [text(2, mine)], state: LOST },
      changed: true,
    },
    {
      name: 'keeps writes of the same words on top of two revisions twice',
      events: [opened, typed(), saving, notDone(LOST), saving, notDone(LOST, { sent: text(3, mine) })],
      holds: { unanswered: [text(2, mine), text(3, mine)] },
    },
    {
      name: 'keeps a write that may be stored even if no write undoes it',
      events: [
        opened,
        typed(),
        saving,
        notDone(LOST),
        typed(first.values),
        saving,
        { kind: 'nothing-to-save', from: first },
      ],
      holds: { unanswered: [text(2, mine)], state: { kind: 'nothing-to-send' } },
      changed: true,
    },
    {
      name: 'knows every result once a write that may be stored is shown',
      events: [
        ...[opened, typed(), saving, notDone(LOST), typed(first.values), saving],
        ...[{ kind: 'nothing-to-save', from: first } as const, shown(text(2, mine))],
      ],
      holds: { base: text(2, mine), typed: first.values, unanswered: [], state: { kind: 'idle' } },
      changed: true,
    },
    {
      name: 'keeps all writes that may be stored if a later try gets no answer either',
      events: [
        ...[opened, typed(), saving, notDone(LOST)],
        ...[typed({ title: 'Later' }), saving, notDone(LOST, { sent: text(2, { title: 'Later' }) })],
      ],
      holds: { unanswered: [text(2, mine), text(2, { title: 'Later' })] },
      changed: true,
    },
    {
      name: 'keeps a write that may be stored even if a later try is refused',
      events: [opened, typed(), saving, notDone(LOST), saving, notDone(REFUSED)],
      holds: { unanswered: [text(2, mine)] },
      changed: true,
    },
    {
      name: 'uses saved text as the new base',
      events: [opened, typed(), saving, { kind: 'saved', stored: text(2, mine) }],
      holds: { base: text(2, mine), state: { kind: 'saved', at: 'at 2' }, theirs: null, isRestored: false },
      changed: false,
    },
    {
      name: 'counts words typed during a save as unsaved',
      events: [opened, typed(), saving, typed({ title: 'Later' }), { kind: 'saved', stored: text(2, mine) }],
      holds: { base: text(2, mine), typed: { title: 'Later', summary: 'Old summary' } },
      changed: true,
    },
    {
      name: 'keeps what somebody else saved if nothing could be saved on top of it',
      events: [...metTheirs, saving, notDone(REFUSED)],
      holds: { theirs: { saved: second, isCompared: true, isTakenUp: true, isHere: true } },
    },
    {
      name: 'counts as saved if somebody else saved exactly the same in the meantime',
      events: [...metTheirs, typed(second.values), saving, { kind: 'nothing-to-save', from: second }],
      holds: { base: second, theirs: null, state: { kind: 'idle' } },
      changed: false,
    },
  ]
  for (const { name, events, holds, changed } of cases)
    it(name, () => {
      const work = workOf(...events)
      expect(work).toMatchObject(holds)
      if (changed !== undefined) expect(isUnsaved(work)).toBe(changed)
    })
})

describe('a screen that gets a text again', () => {
  it('takes the new text if nothing was typed', () => {
    expect(workOf(opened, shown(second))).toMatchObject({ base: second, typed: second.values, round: 1 })
  })

  it.each([
    ['something was typed', [opened, typed(), shown(second)]],
    ['it is saving', [opened, saving, shown(second)]],
    ['the kept draft is not loaded yet', [shown(second)]],
    [
      'the text is older than what this screen saved',
      [opened, { kind: 'saved', stored: text(3) } as const, shown(second)],
    ],
  ])('keeps its text if %s', (_, events) => {
    expect(workOf(...events).base).not.toBe(second)
    expect(workOf(...events).round).toBe(0)
  })

  it('takes the new text as soon as the typed text equals the old one', () => {
    expect(workOf(opened, typed(), shown(second), typed(first.values)).base).toEqual(second)
  })
})

describe('text that somebody else saved first', () => {
  it('must be compared before anybody can save over it', () => {
    const work = workOf(opened, typed(), saving, notDone(STALE(2, { summary: 'Their summary' })))
    expect(work.theirs).toEqual({ saved: second, isCompared: false, isTakenUp: false, isHere: false })
    expect(hasArrived(work)).toBe(false)
    expect(hasArrived(workAfter(work, shown(second)))).toBe(true)
  })

  it('is then merged into what is typed, and the revision stays the one that was seen', () => {
    const work = workOf(...metTheirs)
    expect(work.typed).toEqual({ title: 'My title', summary: 'Their summary' })
    expect(work.base).toEqual({ ...first, values: second.values })
    expect(work.theirs).toEqual({ saved: second, isCompared: true, isTakenUp: true, isHere: true })
  })

  it('is reported as merged if all their changes outside a common line are included', () => {
    const theirTitle = text(2, { title: 'Their title', summary: 'Their summary' })
    const work = workOf(opened, typed(), saving, notDone(STALE(2, theirTitle.values)), shown(theirTitle), compared)
    expect(work.typed).toEqual({ title: 'My title', summary: 'Their summary' })
    expect(work.theirs?.isTakenUp).toBe(true)
  })

  it('is not reported as merged if they made another choice, because the choice does not change', () => {
    const both = text(2, { title: 'Their choice', summary: 'Their summary' })
    const chosen = { kind: 'compared', choice: ['title'], reasons: [] } as const
    const summary = { summary: 'My summary' }
    const work = workOf(opened, typed(summary), saving, notDone(STALE(2, both.values)), shown(both), chosen)
    expect(work.typed).toEqual({ title: 'Old title', summary: 'My summary' })
    expect(work.theirs?.isTakenUp).toBe(false)
  })

  it('changed nothing that the screen shows if its words are the same: only another language', () => {
    const elsewhere = text(2, first.values)
    const work = workOf(opened, typed(), saving, notDone(STALE(2, {})), shown(elsewhere), compared)
    expect(work.theirs).toMatchObject({ isCompared: true, isTakenUp: false, isHere: false })
    const again = [shown(second), compared, shown({ ...second, rev: 3 }), compared].reduce<Work<Values>>(
      workAfter,
      work,
    )
    expect(again.theirs).toMatchObject({ saved: { rev: 3 }, isHere: true })
  })

  it('is compared once, however often the screen is ready', () => {
    const work = workOf(...metTheirs, typed({ summary: 'My summary' }))
    expect(workAfter(work, compared)).toBe(work)
  })

  it('is compared again if a third person saved in the meantime', () => {
    const third = text(3, { summary: 'Third summary' })
    const awaited = workOf(...metTheirs, saving, notDone(STALE(3, third.values)))
    expect(awaited.theirs).toEqual({
      saved: third,
      isCompared: false,
      isTakenUp: false,
      isHere: true,
    } satisfies Theirs<Values>)
    const work = [shown(third), compared].reduce<Work<Values>>(workAfter, awaited)
    expect(work.typed).toEqual({ title: 'My title', summary: 'Third summary' })
  })

  it('is compared again if the screen gets a third text', () => {
    const third = text(3, { summary: 'Third summary' })
    const work = workOf(...metTheirs, shown(third))
    expect(work.theirs).toEqual({ saved: third, isCompared: false, isTakenUp: false, isHere: true })
    expect(workAfter(work, compared).typed.summary).toBe('Third summary')
  })

  it('is not compared again if the screen gets the same text', () => {
    const work = workOf(...metTheirs, typed({ summary: 'My summary' }), shown({ ...second }))
    expect(work.theirs?.isCompared).toBe(true)
  })

  it('is not what this screen had sent before, if that write was stored', () => {
    const both = text(3, { title: 'My title', summary: 'Their summary' })
    const lost = [opened, typed(), saving, notDone(LOST), typed(first.values)] as const
    const work = workOf(...lost, saving, notDone(STALE(3, both.values)), shown(both), compared)
    expect(work.typed).toEqual({ title: 'Old title', summary: 'Their summary' })
    expect(work).toMatchObject({ unanswered: [], theirs: { isTakenUp: true } })
  })

  it('is not what this screen had sent before, even if only the second try was stored', () => {
    const [early, late] = [text(2, { title: 'Early' }), text(2, { title: 'Late' })]
    const both = text(3, { title: 'Late', summary: 'Their summary' })
    const work = workOf(
      ...[opened, typed({ title: 'Early' }), saving, notDone(LOST, { sent: early })],
      ...[typed({ title: 'Late' }), saving, notDone(LOST, { sent: late }), typed(first.values)],
      ...[saving, notDone(STALE(3, both.values)), shown(both), compared],
    )
    expect(work.typed).toEqual({ title: 'Old title', summary: 'Their summary' })
    expect(work.unanswered).toEqual([])
  })

  it('replaces what is typed if the person chooses that', () => {
    expect(workOf(...metTheirs, { kind: 'discarded' })).toMatchObject({
      base: second,
      typed: second.values,
      theirs: null,
      state: { kind: 'idle' },
    })
  })
})

describe('a draft from before a crash', () => {
  const draft = { rev: 1, values: { title: 'My title', summary: 'Old summary' }, begun: first.values, unanswered: [] }

  it('is restored on the text that it was typed on', () => {
    expect(workOf(restored(draft))).toMatchObject({ typed: draft.values, base: first, isRestored: true, theirs: null })
  })

  it('is compared with what somebody else saved since', () => {
    const work = workAfter(workOn(second), restored(draft))
    expect(work.theirs).toEqual({ saved: second, isCompared: false, isTakenUp: false, isHere: false })
    expect(workAfter(work, compared).typed).toEqual({ title: 'My title', summary: 'Their summary' })
  })

  it('is shown beside that text if the text that it was typed on was not kept', () => {
    const work = workAfter(workOn(second), restored({ ...draft, begun: null }))
    expect(work).toMatchObject({
      typed: draft.values,
      base: { rev: 1 },
      // Whether they changed something here is not known.
      theirs: { isCompared: true, isTakenUp: false, isHere: true },
    })
  })

  it('is restored even on a page that is older than the draft', () => {
    const later = {
      rev: 3,
      values: { title: 'My title', summary: 'Newer' },
      begun: text(3, { summary: 'Newer' }).values,
      unanswered: [],
    }
    const work = workOf(restored(later))
    expect(work).toMatchObject({ typed: later.values, base: { rev: 3, values: later.begun }, theirs: null })
    expect(isUnsaved(work)).toBe(true)
  })

  it('is not compared with an unanswered write of this screen', () => {
    const unanswered = [{ rev: 2, values: text(2, mine).values }]
    const work = workAfter(
      workOn(text(2, mine)),
      restored({ ...draft, values: { ...text(2, mine).values, title: 'Later' }, unanswered }),
    )
    expect(work).toMatchObject({ base: text(2, mine), typed: { title: 'Later' }, theirs: null, unanswered: [] })
  })

  it('is restored even if it equals the old text, if something else was stored in the meantime', () => {
    const unanswered = [{ rev: 2, values: text(2, mine).values }]
    const work = workAfter(workOn(text(2, mine)), restored({ ...draft, values: first.values, unanswered }))
    expect(work).toMatchObject({ base: text(2, mine), typed: first.values, isRestored: true, theirs: null })
    expect(isUnsaved(work)).toBe(true)
  })

  it('says that no answer arrived, if it is not known yet whether it is stored', () => {
    const unanswered = [{ rev: 2, values: text(2, mine).values }]
    const work = workAfter(workOn(first), restored({ ...draft, unanswered }))
    expect(work).toMatchObject({ typed: draft.values, unanswered: [{ rev: 2 }], state: LOST })
  })

  it('is restored even if it equals the old text, if something else may still be stored', () => {
    const unanswered = [{ rev: 2, values: text(2, mine).values }]
    const work = workOf(restored({ ...draft, values: first.values, unanswered }))
    expect(work).toMatchObject({ typed: first.values, unanswered: [{ rev: 2 }], state: LOST, isRestored: true })
    expect(isUnsaved(work)).toBe(true)
  })

  it('is no longer reported as unknown once it is compared with what was saved instead', () => {
    const unanswered = [{ rev: 2, values: text(2, mine).values }]
    const work = workAfter(workAfter(workOn(second), restored({ ...draft, unanswered })), compared)
    expect(work).toMatchObject({ unanswered: [], state: { kind: 'idle' }, theirs: { isCompared: true } })
  })

  it('is not saved, even if the old text is typed again after the comparison, while an unanswered write may be stored', () => {
    const sentLast = text(3, { ...second.values, ...mine })
    const { rev, values } = sentLast
    const kept = { rev: 1, values, begun: second.values, unanswered: [{ rev, values }] }
    const events = [restored(kept), compared, typed(second.values)]
    const work = events.reduce<Work<Values>>(workAfter, workOn(second))
    expect(work).toMatchObject({ typed: second.values, unanswered: [{ rev: 3 }] })
    expect(isUnsaved(work)).toBe(true)
    expect(workAfter(work, shown(sentLast))).toMatchObject({ base: sentLast, unanswered: [], theirs: null })
  })

  it.each([
    ['it is already stored', workOn(text(2, mine)), draft],
    ['nothing was typed', workOn(second), { ...draft, values: first.values }],
  ])('is not restored if %s', (_, work, kept) => {
    expect(workAfter(work, restored(kept))).toMatchObject({ typed: work.base.values, isRestored: false, theirs: null })
  })
})

describe('a person who discards what they typed', () => {
  it('gets the last text of the server', () => {
    const work = workOf(opened, typed(), shown(second), { kind: 'discarded' })
    expect(work).toMatchObject({ base: second, typed: second.values })
  })

  it('does not lose it while it is being saved', () => {
    expect(workOf(opened, typed(), saving, { kind: 'discarded' })).toMatchObject({ typed: { title: 'My title' } })
  })
})

describe('a person who goes to a screen that decides about the saved text', () => {
  const to = { kind: 'left', address: '/there' } as const

  it('gives up what they typed', () => {
    expect(workOf(opened, typed(), to)).toMatchObject({
      typed: first.values,
      leaving: '/there',
    })
  })

  it('does not leave while it is being saved', () => {
    expect(workOf(opened, typed(), saving, to)).toMatchObject({ typed: mine, leaving: null })
  })

  it('stays if they type again before leaving', () => {
    expect(workOf(opened, to, typed())).toMatchObject({ typed: mine, leaving: null })
  })
})

describe('a person who is signed out', () => {
  it('stays on the page with their words, on top of the text that they saw', () => {
    const answer: ActionAnswer = { kind: 'signed-out', texts: ['Sign in.'] }
    const work = workOf(opened, typed(), saving, notDone(answer))
    expect(work).toMatchObject({ base: first, typed: mine, leaving: null, state: { kind: 'signed-out' } })
  })
})

describe('a text that this screen had sent', () => {
  const lost = workOf(opened, typed(), saving, notDone(LOST))
  it.each<[string, ActionAnswer, Saved<Values> | null]>([
    ['is recognised if it is stored', STALE(2, mine), text(2, mine)],
    ['is somebody else’s if it has other words', STALE(2, { title: 'Their title' }), null],
    ['is somebody else’s if the write changed nothing', STALE(2, { summary: 'Old summary' }), null],
    ['is somebody else’s if more was saved since', STALE(3, mine), null],
    ['is not searched for in another answer', REFUSED, null],
  ])('%s', (_, answer, own) => {
    expect(ownText({ work: lost, answer, stored: first })).toEqual(own)
  })

  it('becomes the base of the next save', () => {
    const own = text(2, mine)
    expect(workAfter(lost, { kind: 'found-own', own })).toMatchObject({ base: own, unanswered: [], theirs: null })
  })
})
