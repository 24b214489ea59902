import { describe, expect, it } from 'vitest'
import { type Actor, ALL_COUNTRIES, ROLES, type Role } from '@/domain/actor'
import type { Refusal } from '@/domain/refusal'
import {
  EDITION_STATES,
  type EditionState,
  mayStep,
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

/** Every step that succeeds if no rule forbids it. All other steps are refused for everybody. */
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

/** A country's edition in which nothing forbids any step. */
function facts(given: Partial<WorkflowFacts> = {}): WorkflowFacts {
  return {
    country: 'ie',
    contributors: ['writer'],
    submittedBy: 'lead',
    lastEditedBy: 'writer',
    pinnedHash: 'hash-1',
    hashNow: () => 'hash-1',
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

describe('every combination of state, event and role', () => {
  it('is tested', () => {
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

describe('a step is offered', () => {
  const offered = (state: EditionState, event: WorkflowEvent, actor: Actor) =>
    mayStep({ state, event, actor, country: 'ie', writers: facts() })

  it('in exactly the states and to the roles in which it can succeed', () => {
    const steps = cells.filter(([state, event, role]) => offered(state, event, somebody(role)))
    const expected = cells.filter(([state, event, role]) =>
      SUCCEEDS.some((one) => one.state === state && one.event === event && one.roles.includes(role)),
    )
    expect(steps).toEqual(expected)
  })

  it('to nobody who wrote the text if the step is its approval', () => {
    const writer = somebody('coordinator', 'ie', 'writer')
    expect(offered('submitted', 'approve', writer)).toBe(false)
    expect(offered('approved', 'publish', writer)).toBe(true)
  })
})

describe('a role', () => {
  const approve = (actor: Actor) => transition({ state: 'submitted', event: 'approve', actor, facts: facts() })

  it('applies only in its own country', () => {
    expect(keysOf(approve(somebody('reviewer', 'fr')))).toEqual(['refusal.role-approve'])
  })

  it('for all countries applies in each', () => {
    expect(approve(somebody('reviewer', ALL_COUNTRIES))).toEqual({ ok: true, next: 'approved' })
  })

  it('does not result from two roles that would only suffice together', () => {
    const actor: Actor = {
      userId: 'somebody',
      memberships: [
        { role: 'reviewer', country: 'fr' },
        { role: 'observer', country: 'ie' },
      ],
    }
    expect(keysOf(approve(actor))).toEqual(['refusal.role-approve'])
  })

  it('is required: a person without a role may do nothing', () => {
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

  it.each(['writer', 'lead', 'last'])('prevents approving what that person wrote, sent or changed last (%s)', (by) => {
    expect(keysOf(approvedBy({ by: [by], at: '2026-03-02T00:00:00.000Z' }))).toEqual(['refusal.password-set-by-writer'])
  })

  it('prevents it however long ago it was set: its author could have chosen the next one too', () => {
    expect(keysOf(approvedBy({ by: ['writer'], at: '2020-01-01T00:00:00.000Z' }))).toEqual([
      'refusal.password-set-by-writer',
    ])
  })

  it('prevents it if its author has a password that a writer set: one person could use a third account', () => {
    expect(keysOf(approvedBy({ by: ['another', 'writer'], at: '2026-03-02T00:00:00.000Z' }))).toEqual([
      'refusal.password-set-by-writer',
    ])
  })

  it('prevents nothing if nobody set it, or if its author has no part in the edition', () => {
    expect(approvedBy({ by: ['another'], at: '2026-03-02T00:00:00.000Z' })).toEqual({ ok: true, next: 'approved' })
    expect(approvedBy(undefined)).toEqual({ ok: true, next: 'approved' })
  })
})

describe('sending for review', () => {
  it('lists everything that is still to be done', () => {
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

  it('is possible for authors too: it approves nothing', () => {
    const actor = somebody('national-lead', 'ie', 'writer')
    expect(transition({ state: 'draft', event: 'submit', actor, facts: facts() })).toEqual({
      ok: true,
      next: 'submitted',
    })
  })
})

describe('asking for changes', () => {
  it.each(['', '  \n ', '\u200b'])('needs a comment; %j is not one', (comment) => {
    const outcome = transition({
      state: 'submitted',
      event: 'ask-for-changes',
      actor: somebody('reviewer'),
      facts: facts({ comment }),
    })
    expect(keysOf(outcome)).toEqual(['refusal.comment-missing'])
  })

  it('is possible for an author too: it only returns the text', () => {
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
    it('is not possible for the sender', () => {
      expect(approving({ submittedBy: 'me' }, role)).toEqual(['refusal.own-submission'])
    })

    it('is not possible for the last author', () => {
      expect(approving({ lastEditedBy: 'me', contributors: ['writer', 'me'] }, role)).toEqual(['refusal.own-last-edit'])
    })

    it('is not possible for an earlier author', () => {
      expect(approving({ contributors: ['me', 'writer'] }, role)).toEqual(['refusal.own-text'])
    })

    it('is possible for a person who did not take part in it', () => {
      expect(approving({}, role)).toEqual([])
    })
  })

  it('does not need a comment', () => {
    expect(approving({ comment: '' })).toEqual([])
  })

  it('applies to the text that was sent, not to a text that has changed since', () => {
    expect(approving({ hashNow: () => 'hash-2' })).toEqual(['refusal.text-moved-on'])
  })

  it('gives every reason at once', () => {
    expect(approving({ submittedBy: 'me', contributors: ['me'], hashNow: () => 'hash-2' })).toEqual([
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

  it('needs an approval even if nothing was sent', () => {
    expect(publishing({ approvedHash: null, pinnedHash: null })).toEqual(['refusal.approval-stale'])
  })

  it('needs an approval of the text that was sent last', () => {
    expect(publishing({ approvedHash: 'hash-0' })).toEqual(['refusal.approval-stale'])
  })

  it('applies to the text that was approved, not to a text that has changed since', () => {
    expect(publishing({ hashNow: () => 'hash-2' })).toEqual(['refusal.text-moved-on'])
  })

  it('is possible for an author too: somebody else has approved', () => {
    expect(publishing({ contributors: ['somebody'], lastEditedBy: 'somebody' })).toEqual([])
  })
})

it('only an approval and a publication ask for the hash of the present text, which may be unreadable', () => {
  const unreadable = facts({
    hashNow: () => {
      throw new Error('unreadable')
    },
  })
  const asks = (event: (typeof EVENTS)[number]) =>
    ROLES.some((role) =>
      EDITION_STATES.some((state) => {
        try {
          return !transition({ state, event, actor: somebody(role), facts: unreadable })
        } catch {
          return true
        }
      }),
    )
  expect(EVENTS.filter(asks)).toEqual(['approve', 'publish'])
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
          facts({ hashNow: () => 'hash-2' }),
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
