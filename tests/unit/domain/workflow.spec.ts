import { describe, expect, it } from 'vitest'
import { type Actor, ALL_COUNTRIES, ROLES, type Role } from '@/domain/actor'
import type { Refusal } from '@/domain/refusal'
import {
  EDITION_STATES,
  type EditionState,
  TRANSITIONS,
  transition,
  type WorkflowEvent,
  type WorkflowFacts,
} from '@/domain/workflow'
import { catalogues } from '@/messages/catalogues'

const EVENTS = [...new Set(TRANSITIONS.map(({ event }) => event))]

const WRITERS: Role[] = ['admin', 'coordinator', 'national-lead', 'national-editor', 'translator']
const SENDERS: Role[] = ['admin', 'coordinator', 'national-lead']
const DECIDERS: Role[] = ['admin', 'coordinator', 'reviewer']
const PUBLISHERS: Role[] = ['admin', 'coordinator']

/** Every step that succeeds when nothing stands in its way. What is not in here is refused, for everybody. */
const SUCCEEDS: { state: EditionState; event: WorkflowEvent; next: EditionState; roles: Role[] }[] = [
  { state: 'draft', event: 'edit', next: 'draft', roles: WRITERS },
  { state: 'draft', event: 'submit', next: 'submitted', roles: SENDERS },
  { state: 'submitted', event: 'edit', next: 'draft', roles: WRITERS },
  { state: 'submitted', event: 'ask-for-changes', next: 'changes-requested', roles: DECIDERS },
  { state: 'submitted', event: 'approve', next: 'approved', roles: DECIDERS },
  { state: 'changes-requested', event: 'edit', next: 'changes-requested', roles: WRITERS },
  { state: 'changes-requested', event: 'submit', next: 'submitted', roles: SENDERS },
  { state: 'approved', event: 'edit', next: 'draft', roles: WRITERS },
  { state: 'approved', event: 'publish', next: 'published', roles: PUBLISHERS },
  ...EDITION_STATES.map((state) => ({
    state,
    event: 'withdraw' as const,
    next: state === 'approved' ? ('submitted' as const) : state,
    roles: PUBLISHERS,
  })),
]

function somebody(role: Role, country = 'ie', userId = 'somebody'): Actor {
  return { userId, memberships: [{ role, country }] }
}

/** A country's edition with nothing in the way of any step. */
function facts(given: Partial<WorkflowFacts> = {}): WorkflowFacts {
  return {
    country: 'ie',
    contributors: ['writer'],
    submittedBy: 'lead',
    lastEditedBy: 'writer',
    pinnedHash: 'hash-1',
    contentHash: 'hash-1',
    approvedHash: 'hash-1',
    comment: 'Please look at the deadline again',
    openProblems: [],
    ...given,
  }
}

function keysOf(outcome: ReturnType<typeof transition>): string[] {
  return outcome.ok ? [] : outcome.because.map(({ key }) => key)
}

const cells = EDITION_STATES.flatMap((state) =>
  EVENTS.flatMap((event) => ROLES.map((role): [EditionState, WorkflowEvent, Role] => [state, event, role])),
)

describe('every state, event and role', () => {
  it('is asked', () => {
    expect(cells).toHaveLength(EDITION_STATES.length * 6 * ROLES.length)
  })

  it.each(cells)('%s, %s, %s', (state, event, role) => {
    const step = SUCCEEDS.find((one) => one.state === state && one.event === event)
    const mayDoIt = SUCCEEDS.some((one) => one.event === event && one.roles.includes(role))
    const expected = !mayDoIt
      ? { ok: false, because: [{ key: `refusal.role-${event}` }] }
      : step
        ? { ok: true, next: step.next }
        : { ok: false, because: [{ key: `refusal.state-${event}-${state}` }] }
    expect(transition({ state, event, actor: somebody(role), facts: facts() })).toEqual(expected)
  })
})

describe('a role', () => {
  const approve = (actor: Actor) => transition({ state: 'submitted', event: 'approve', actor, facts: facts() })

  it('holds in its own country only', () => {
    expect(keysOf(approve(somebody('reviewer', 'fr')))).toEqual(['refusal.role-approve'])
  })

  it('for all countries holds in each', () => {
    expect(approve(somebody('reviewer', ALL_COUNTRIES))).toEqual({ ok: true, next: 'approved' })
  })

  it('does not come from two that only together would do', () => {
    const actor: Actor = {
      userId: 'somebody',
      memberships: [
        { role: 'reviewer', country: 'fr' },
        { role: 'observer', country: 'ie' },
      ],
    }
    expect(keysOf(approve(actor))).toEqual(['refusal.role-approve'])
  })

  it('is needed: somebody without any may do nothing', () => {
    const actor: Actor = { userId: 'somebody', memberships: [] }
    for (const event of EVENTS) {
      for (const state of EDITION_STATES) {
        expect(keysOf(transition({ state, event, actor, facts: facts() }))).toEqual([`refusal.role-${event}`])
      }
    }
  })
})

describe('a password that somebody else set', () => {
  const approvedBy = (passwordSet: Actor['passwordSet']) => {
    const actor: Actor = { ...somebody('reviewer'), ...(passwordSet ? { passwordSet } : {}) }
    return transition({ state: 'submitted', event: 'approve', actor, facts: facts({ lastEditedBy: 'last' }) })
  }

  it.each(['writer', 'lead', 'last'])('forbids to approve what that one wrote, sent or changed last (%s)', (by) => {
    expect(keysOf(approvedBy({ by: [by], at: '2026-03-02T00:00:00.000Z' }))).toEqual(['refusal.password-set-by-writer'])
  })

  it('forbids it however long ago it was set: whoever set it could have chosen the one after it', () => {
    expect(keysOf(approvedBy({ by: ['writer'], at: '2020-01-01T00:00:00.000Z' }))).toEqual([
      'refusal.password-set-by-writer',
    ])
  })

  it('forbids it where whoever set it has a password that a writer set: one person would go through a third account', () => {
    expect(keysOf(approvedBy({ by: ['another', 'writer'], at: '2026-03-02T00:00:00.000Z' }))).toEqual([
      'refusal.password-set-by-writer',
    ])
  })

  it('is no hindrance where nobody set it, or somebody without a part in the edition', () => {
    expect(approvedBy({ by: ['another'], at: '2026-03-02T00:00:00.000Z' })).toEqual({ ok: true, next: 'approved' })
    expect(approvedBy(undefined)).toEqual({ ok: true, next: 'approved' })
  })
})

describe('sending for review', () => {
  it('says everything that is still to be done', () => {
    const openProblems: Refusal[] = [
      { key: 'refusal.to-be-filled-in', params: { section: 'Contacts' } },
      { key: 'refusal.reason-missing', params: { section: 'Housing' } },
    ]
    const actor = somebody('national-lead')
    expect(transition({ state: 'draft', event: 'submit', actor, facts: facts({ openProblems }) })).toEqual({
      ok: false,
      because: openProblems,
    })
  })

  it('is for those who wrote as well: nobody approves by it', () => {
    const actor = somebody('national-lead', 'ie', 'writer')
    expect(transition({ state: 'draft', event: 'submit', actor, facts: facts() })).toEqual({
      ok: true,
      next: 'submitted',
    })
  })
})

describe('asking for changes', () => {
  it.each(['', '  \n '])('needs a comment; %j is none', (comment) => {
    const outcome = transition({
      state: 'submitted',
      event: 'ask-for-changes',
      actor: somebody('reviewer'),
      facts: facts({ comment }),
    })
    expect(keysOf(outcome)).toEqual(['refusal.comment-missing'])
  })

  it('is also for somebody who wrote in it: it only sends back', () => {
    const actor = somebody('coordinator', ALL_COUNTRIES, 'writer')
    expect(transition({ state: 'submitted', event: 'ask-for-changes', actor, facts: facts() })).toEqual({
      ok: true,
      next: 'changes-requested',
    })
  })
})

describe('approving', () => {
  const approving = (given: Partial<WorkflowFacts>, role: Role = 'reviewer') =>
    keysOf(
      transition({
        state: 'submitted',
        event: 'approve',
        actor: somebody(role, ALL_COUNTRIES, 'me'),
        facts: facts({ contributors: ['writer'], ...given }),
      }),
    )

  describe.each<Role>(['reviewer', 'coordinator', 'admin'])('as %s', (role) => {
    it('is not for whoever sent it', () => {
      expect(approving({ submittedBy: 'me' }, role)).toEqual(['refusal.own-submission'])
    })

    it('is not for whoever made the last change', () => {
      expect(approving({ lastEditedBy: 'me', contributors: ['writer', 'me'] }, role)).toEqual(['refusal.own-last-edit'])
    })

    it('is not for whoever wrote in it before others did', () => {
      expect(approving({ contributors: ['me', 'writer'] }, role)).toEqual(['refusal.own-text'])
    })

    it('is for somebody who had no hand in it', () => {
      expect(approving({}, role)).toEqual([])
    })
  })

  it('does not need a comment', () => {
    expect(approving({ comment: '' })).toEqual([])
  })

  it('is of what was sent: not of a text that has changed since', () => {
    expect(approving({ contentHash: 'hash-2' })).toEqual(['refusal.text-moved-on'])
  })

  it('gives every reason at once', () => {
    expect(approving({ submittedBy: 'me', contributors: ['me'], contentHash: 'hash-2' })).toEqual([
      'refusal.own-submission',
      'refusal.own-text',
      'refusal.text-moved-on',
    ])
  })
})

describe('publishing', () => {
  const publishing = (given: Partial<WorkflowFacts>) =>
    keysOf(transition({ state: 'approved', event: 'publish', actor: somebody('coordinator'), facts: facts(given) }))

  it('needs an approval', () => {
    expect(publishing({ approvedHash: null })).toEqual(['refusal.approval-stale'])
  })

  it('needs an approval even where nothing was sent', () => {
    expect(publishing({ approvedHash: null, pinnedHash: null })).toEqual(['refusal.approval-stale'])
  })

  it('needs the approval of what was sent last', () => {
    expect(publishing({ approvedHash: 'hash-0' })).toEqual(['refusal.approval-stale'])
  })

  it('is of what was approved: not of a text that has changed since', () => {
    expect(publishing({ contentHash: 'hash-2' })).toEqual(['refusal.text-moved-on'])
  })

  it('is also for somebody who wrote in it: somebody else has approved', () => {
    expect(publishing({ contributors: ['somebody'], lastEditedBy: 'somebody' })).toEqual([])
  })
})

describe('every reason that the rules can give', () => {
  const everything = [...ROLES.map((role) => somebody(role)), { userId: 'nobody', memberships: [] }].flatMap((actor) =>
    EDITION_STATES.flatMap((state) =>
      EVENTS.flatMap((event) =>
        [
          facts(),
          facts({ comment: '' }),
          facts({ submittedBy: 'somebody', lastEditedBy: 'somebody' }),
          facts({ contributors: ['somebody'] }),
          facts({ contentHash: 'hash-2' }),
          facts({ approvedHash: null }),
        ].flatMap((given) => keysOf(transition({ state, event, actor, facts: given }))),
      ),
    ),
  )
  const reasons = [...new Set(everything)].sort()

  it('is found by trying everything', () => {
    expect(reasons.filter((key) => !/^refusal\.(role|state)-/.test(key))).toEqual([
      'refusal.approval-stale',
      'refusal.comment-missing',
      'refusal.own-last-edit',
      'refusal.own-submission',
      'refusal.own-text',
      'refusal.text-moved-on',
    ])
    expect(reasons.filter((key) => key.startsWith('refusal.role-'))).toHaveLength(EVENTS.length)
    expect(reasons.filter((key) => key.startsWith('refusal.state-'))).toHaveLength(
      EDITION_STATES.length * EVENTS.length - SUCCEEDS.length,
    )
  })

  it.each(reasons)('%s has its sentence', (key) => {
    expect(Object.keys(catalogues.en)).toContain(key)
  })
})
