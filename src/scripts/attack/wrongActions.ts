import { actions } from '@/actions/index'
import { ALL_COUNTRIES, type Role } from '@/domain/actor'
import { block, text } from '@/domain/richText/richText'
import { shownOf } from '@/domain/updates/updates'
import { nameOfDecision } from '@/domain/workingCopyOf'
import { toLexical } from '@/lexical/toLexical'
import { type Attack, someOf, type Tally, tally } from './attack'
import type { Ground } from './ground'
import { hasSentence } from './hasSentence'
import type { Visitor } from './visitor'

/** An action called as a screen would call it, and the country that it is about (`master`: the common framework). */
type Asked = { country: string; body: Record<string, unknown> }

/** Who may call an action, and the current valid input. Written here again, because these rules are attacked. */
type Right = { roles: readonly Role[]; asked: (stored: Stored) => Asked[] }

/** A request that must be refused, and why. */
type Wrong = { why: string; body: unknown; keys?: readonly string[] }

/** With these an action says that what is stored is not what was seen. */
const MOVED = [
  'refusal.stale',
  'refusal.newer-release',
  'refusal.notes-released',
  'refusal.release-moved-on',
  'refusal.toolkit-released',
  'refusal.update-taken-back',
]

const KEEPERS: readonly Role[] = ['admin', 'coordinator']
const DRAFTERS: readonly Role[] = [...KEEPERS, 'national-lead', 'national-editor']
const BODY = toLexical([block('paragraph', { runs: [text('Not to be stored')] })])
const WHY = { reason: 'other', explanation: 'Not to be stored' }

const RIGHTS: Record<string, Right | readonly Right[]> = {
  'adapt-section': { roles: DRAFTERS, asked: ofSection({ title: 'Not to be stored', body: BODY, ...WHY }) },
  'supplement-section': { roles: DRAFTERS, asked: ofSection({ addition: BODY, ...WHY }) },
  'omit-section': { roles: DRAFTERS, asked: ofSection(WHY) },
  'decide-update': {
    roles: DRAFTERS,
    asked: (stored) =>
      ofUpdate({ choice: 'keep', shown: shownOf({ status: 'ready' }), ...WHY })(stored).map(({ country, body }) => ({
        country,
        body: { ...body, explanation: { [String(body.language)]: 'Not to be stored' } },
      })),
  },
  'accept-updates': {
    roles: DRAFTERS,
    asked: (stored) =>
      ofUpdate({})(stored).map(({ country, body: { key, seen: _, ...body } }) => ({
        country,
        // A section that nobody has is never ready.
        body: { ...body, sections: [{ key: `${key}-of-nobody`, seen: 0 }] },
      })),
  },
  'propose-section': {
    roles: DRAFTERS,
    asked: ofSection({ part: { kind: 'whole' }, message: 'Not to be stored' }),
  },
  'withdraw-proposal': { roles: DRAFTERS, asked: ({ proposals }) => proposals.map(ofProposal({})) },
  'decline-proposal': { roles: KEEPERS, asked: answerTo({ answer: 'Not to be stored' }) },
  'take-over-proposal': {
    roles: KEEPERS,
    asked: ({ proposals }) =>
      proposals.map(({ id, rev, seenSection }) => ({
        country: 'master',
        body: { proposal: id, seenProposal: rev, seen: seenSection, language: 'en' },
      })),
  },
  'ask-about-update': {
    roles: DRAFTERS,
    asked: (stored) =>
      ofUpdate({ text: 'Not to be stored' })(stored).map(({ country, body: { seen: _, language: __, ...body } }) => ({
        country,
        body,
      })),
  },
  'answer-question': { roles: KEEPERS, asked: ofQuestion({ text: 'Not to be stored' }) },
  'mark-answer-read': { roles: DRAFTERS, asked: ofQuestion({}) },
  'pause-section': { roles: DRAFTERS, asked: ofSection({ reason: 'Not to be stored' }) },
  'set-editorial-updates': {
    roles: [...KEEPERS, 'national-lead'],
    asked: ({ variants }) =>
      variants.map(({ id, country, rev }) => ({ country, body: { variant: id, seen: rev, accepts: true } })),
  },
  'pause-version': {
    roles: [...KEEPERS, 'national-lead'],
    asked: ({ variants }) =>
      variants.map(({ id, country, rev }) => ({
        country,
        body: { variant: id, seen: rev, reason: 'Not to be stored' },
      })),
  },
  'take-back-update': {
    roles: DRAFTERS,
    asked: ({ decisions, variants }) =>
      decisions.map(({ id, country, rev }) => ({
        country,
        body: {
          decision: id,
          seen: rev,
          language: variants.find((one) => one.country === country)?.language ?? 'en',
        },
      })),
  },
  'restore-section': { roles: DRAFTERS, asked: ofSection({}) },
  'bring-back-section': { roles: DRAFTERS, asked: ofSection({ revision: 1 }) },
  'translate-section': {
    roles: [...DRAFTERS, 'translator'],
    asked: ofSection({ title: 'Not to be stored', body: BODY }),
  },
  'settle-translation': { roles: [...DRAFTERS, 'translator'], asked: ofSection({ blocks: ['nobody has this'] }) },
  'save-national-section': {
    roles: [...DRAFTERS, 'translator'],
    asked: ofSection({ mode: 'adapt', title: 'Not to be stored', body: BODY, ...WHY }),
  },
  'take-in-word-sections': {
    roles: [...DRAFTERS, 'translator'],
    asked: (stored) =>
      ofSection({ mode: 'adapt', title: 'Not to be stored', ...WHY })(stored).map(
        ({ country, body: { variant, language, ...section } }) => ({
          country,
          body: { variant, language, sections: [section] },
        }),
      ),
  },
  'move-section': { roles: DRAFTERS, asked: ofSection({ parent: null, after: null }) },
  'remove-section': { roles: DRAFTERS, asked: ofSection(WHY) },
  'return-section': { roles: DRAFTERS, asked: ofSection({}) },
  'add-section': {
    roles: DRAFTERS,
    asked: (stored) =>
      ofSection({ title: 'Not to be stored', body: BODY })(stored).map(
        ({ country, body: { key, seen: _, ...body } }) => ({
          country,
          body: { ...body, after: key },
        }),
      ),
  },
  'keep-working-copy': [
    { roles: [...DRAFTERS, 'translator'], asked: workingCopies((key) => key) },
    { roles: DRAFTERS, asked: workingCopies(nameOfDecision) },
  ],
  'submit-edition': { roles: [...KEEPERS, 'national-lead'], asked: ofEdition({}) },
  'approve-edition': { roles: [...KEEPERS, 'reviewer'], asked: ofEdition({ comment: 'Not to be stored' }) },
  'ask-for-changes': { roles: [...KEEPERS, 'reviewer'], asked: ofEdition({ comment: 'Not to be stored' }) },
  'publish-edition': { roles: KEEPERS, asked: ofEdition({ version: '9.9', notes: 'Not to be stored' }) },
  'withdraw-release': {
    roles: KEEPERS,
    asked: ({ releases }) =>
      releases.map(({ country, toolkit, seq }) => ({
        country,
        body: { toolkit, country, seen: seq, reason: 'Not to be stored' },
      })),
  },
  'start-variant': {
    roles: [...KEEPERS, 'national-lead'],
    asked: ({ sections: [section] }) =>
      ['be', 'ie', 'fr'].map((country) => ({
        country,
        body: { toolkit: section?.toolkit, country, languages: ['en'] },
      })),
  },
  'save-section': { roles: KEEPERS, asked: ofCommonSection({ title: 'Not to be stored', body: BODY }) },
  'bring-back-common-section': { roles: KEEPERS, asked: ofCommonSection({ revision: 1 }) },
  'add-common-section': {
    roles: KEEPERS,
    asked: ({ sections: [section] }) => [
      {
        country: 'master',
        body: {
          ...{ toolkit: section?.toolkit, language: 'en', title: 'Not to be stored' },
          ...{ parent: null, after: section?.key },
        },
      },
    ],
  },
  'move-common-section': { roles: KEEPERS, asked: ofCommonSection({ parent: null, after: null }) },
  'retire-common-section': { roles: KEEPERS, asked: ofCommonSection({ below: 'lift' }) },
  'return-common-section': { roles: KEEPERS, asked: ofCommonSection({}) },
  'divide-common-section': { roles: KEEPERS, asked: ofCommonSection({ at: { en: 'nobody has this' } }) },
  'join-common-section': { roles: KEEPERS, asked: ofCommonSection({ into: 'nobody has this' }) },
  'delete-toolkit': {
    roles: KEEPERS,
    // Each toolkit has been released.
    asked: ({ sections: [section] }) => [{ country: 'master', body: { toolkit: section?.toolkit, seen: 'x' } }],
  },
  'save-release-notes': {
    roles: KEEPERS,
    asked: ({ sections: [section] }) => [
      {
        country: 'master',
        body: {
          toolkit: section?.toolkit,
          after: 999,
          notes: [{ key: section?.key, class: 'urgent', note: 'Not to be stored', decideBy: null, about: '', seen: 0 }],
        },
      },
    ],
  },
  'release-master': {
    roles: KEEPERS,
    asked: ({ sections: [section] }) => [
      {
        country: 'master',
        body: { toolkit: section?.toolkit, version: '9.9', notes: 'Not to be stored', seen: 'never seen' },
      },
    ],
  },
}

/**
 * Calls every action in forbidden ways: as people without the role, for other countries, with another revision than the
 * stored one, with sections of others and with invalid input. Each is refused with a sentence, and nothing is written.
 */
export const wrongActions: Attack = async (ground, { short, random }) => {
  const { note, result } = tally()
  const stored = await readStored(ground)
  let before = await contents(ground)
  for (const { name } of actions) {
    const rights = [RIGHTS[name] ?? []].flat()
    if (rights.length === 0) throw new Error(`wrongActions.ts does not know who may ask for ${name}`)
    for (const visitor of ground.visitors) {
      const wrongs = rights.flatMap((right) => wrongsOf({ visitor, right, stored }))
      for (const wrong of someOf(wrongs, short ? 4 : wrongs.length, random))
        await isRefused({ ground, visitor, name, note, ...wrong })
      const after = await contents(ground)
      note(before === after, `${visitor.name}: ${name} was refused and changed something all the same`)
      before = after
    }
  }
  return result()
}

async function isRefused({
  ground,
  visitor,
  name,
  why,
  body,
  keys,
  note,
}: { ground: Ground; visitor: Visitor; name: string; note: Tally['note'] } & Wrong): Promise<void> {
  const { status, text: answer } = await ground.ask(visitor, 'POST', `/api/act/${name}`, { body })
  const isForThis = !keys || keys.some((key) => answer.includes(`"${key}"`))
  note(
    status >= 400 && status < 500 && hasSentence(answer) && isForThis,
    `${visitor.name}: ${name} (${why}) ${JSON.stringify(body)?.slice(0, 200)} answers ${status} ${answer.slice(0, 200)}`,
  )
}

type Given = { visitor: Visitor; right: Right; stored: Stored }

function wrongsOf({ visitor, right, stored }: Given): Wrong[] {
  const asked = right.asked(stored)
  const isTheirs = ({ country }: Asked) => mayAsk({ visitor, right, country })
  const foreign = asked.filter((one) => !isTheirs(one))
  return [
    ...foreign.map(({ country, body }) => ({ why: `not theirs: ${country}`, body })),
    ...asked.flatMap((one) => [
      ...unseen(one.body).map((wrong) => (isTheirs(one) ? { ...wrong, keys: MOVED } : wrong)),
      ...ofOthers({ body: one.body, stored }),
    ]),
    // An odd value is the same for every section: it is tried where the visitor may write, and where they may not.
    ...[asked.find(isTheirs), foreign[0]].flatMap((one) => (one ? odd(one.body) : [])),
    ...NO_INPUT.map((body) => ({ why: 'no input', body })),
  ]
}

function mayAsk({ visitor: { role, country: of }, right, country }: Omit<Given, 'stored'> & { country: string }) {
  return role !== undefined && right.roles.includes(role) && (of === ALL_COUNTRIES || of === country)
}

/** Another revision than the one that is stored. */
function unseen(body: Record<string, unknown>): Wrong[] {
  const { seen } = body
  if (seen === undefined) return []
  const others = typeof seen === 'number' ? [seen + 1, seen + 1000] : ['another state', 'x'.repeat(64)]
  return others.map((one) => ({ why: 'another revision', body: { ...body, seen: one } }))
}

/** Sections that do not belong to the named version. */
function ofOthers({ body, stored }: { body: Record<string, unknown>; stored: Stored }): Wrong[] {
  const name = 'key' in body ? 'key' : 'after' in body ? 'after' : ''
  if (name === '') return []
  const keys = 'variant' in body ? stored.own.filter(({ variant }) => variant !== body.variant) : stored.own
  return keys.map(({ key, rev }) => ({
    why: 'a section of others',
    body: { ...body, [name]: key, ...('seen' in body ? { seen: rev } : {}) },
  }))
}

const NAMES = [
  'variant',
  'edition',
  'proposal',
  'question',
  'toolkit',
  'key',
  'after',
  'seen',
  'language',
  'languages',
  'country',
]
const ODD = [
  undefined,
  null,
  '',
  -1,
  1.5,
  1e308,
  [],
  {},
  [null],
  '\u0000',
  '\ud800',
  'x'.repeat(10_000),
  { $ne: null },
  { $gt: '' },
  '../..',
  '__proto__',
  'ffffffffffffffffffffffff',
]

function odd(body: Record<string, unknown>): Wrong[] {
  return NAMES.filter((name) => name in body).flatMap((name) =>
    // After no section is a place: the first one.
    ODD.filter((value) => name !== 'after' || value !== null).map((value) => ({
      why: `odd ${name}: ${JSON.stringify(value)?.slice(0, 40)}`,
      body: { ...body, [name]: value },
    })),
  )
}

const NO_INPUT = [
  undefined,
  '',
  '{',
  'null',
  '"x"',
  '[]',
  '['.repeat(5000),
  '{"__proto__":{"a":1}}',
  '{"constructor":1}',
]

function ofSection(more: Record<string, unknown>): Right['asked'] {
  return ({ variants, sections, revs }) =>
    variants.flatMap(({ id, country, language }) =>
      sections.slice(0, 3).map(({ key }) => ({
        country,
        body: { variant: id, key, seen: revs.get(`${id} ${key}`) ?? 0, language, ...more },
      })),
    )
}

/** Unsaved words under the name that a section or the decision on its update has. */
function workingCopies(named: (key: string) => string): Right['asked'] {
  return (stored) =>
    ofSection({ window: 'window-of-attack', turn: 1, copy: '{}' })(stored).map(
      ({ country, body: { seen: _, key, ...body } }) => ({ country, body: { ...body, key: named(String(key)) } }),
    )
}

function ofUpdate(more: Record<string, unknown>): Right['asked'] {
  return (stored) => {
    const newest = stored.releases.find(({ country }) => country === 'master')
    return ofSection({ release: newest?.id, ...more })(stored)
  }
}

function ofQuestion(more: Record<string, unknown>): Right['asked'] {
  return ({ questions }) => questions.map(({ id, country }) => ({ country, body: { question: id, ...more } }))
}

function ofEdition(more: Record<string, unknown>): Right['asked'] {
  return ({ editions }) =>
    editions.map(({ id, country, rev }) => ({ country, body: { edition: id, seen: rev, ...more } }))
}

function ofProposal(more: Record<string, unknown>) {
  return ({ id, country, rev }: Stored['proposals'][number]): Asked => ({
    country,
    body: { proposal: id, seen: rev, ...more },
  })
}

/** The coordinators answer a proposal, whatever country made it. */
function answerTo(more: Record<string, unknown>): Right['asked'] {
  return ({ proposals }) => proposals.map(ofProposal(more)).map(({ body }) => ({ country: 'master', body }))
}

function ofCommonSection(more: Record<string, unknown>): Right['asked'] {
  return ({ sections }) =>
    sections.slice(0, 3).map(({ toolkit, key, rev }) => ({
      country: 'master',
      body: { toolkit, key, seen: rev, language: 'en', ...more },
    }))
}

type Stored = {
  variants: { id: string; country: string; language: string; rev: number }[]
  sections: { key: string; toolkit: string; rev: number }[]
  /** Sections that one country has added. */
  own: { key: string; variant: string; rev: number }[]
  /** Revisions of what countries wrote: `variant key`. */
  revs: Map<string, number>
  editions: { id: string; country: string; rev: number }[]
  /** The newest of each country. */
  releases: { id: string; toolkit: string; country: string; seq: number }[]
  /** What countries decided about updates, with the present revision of the section. */
  decisions: { id: string; country: string; rev: number }[]
  /** Those that nobody has answered, with the revision of the section of the common framework. */
  proposals: { id: string; country: string; rev: number; seenSection: number }[]
  questions: { id: string; country: string }[]
}

async function readStored(ground: Ground): Promise<Stored> {
  const written = await ground.stored('variant-sections')
  const newest = new Map(
    (await ground.stored('releases'))
      .toSorted((one, other) => one.seq - other.seq)
      .map(({ id, toolkit, country, seq }) => [
        `${toolkit} ${country}`,
        { id: String(id), toolkit: String(toolkit), country, seq },
      ]),
  )
  const sections = await ground.stored('sections')
  return {
    variants: (await ground.stored('variants')).map(({ id, country, languages, rev }) => ({
      id,
      rev: Number(rev),
      country: String(country),
      language: String(languages[0]),
    })),
    sections: sections.map(({ key, toolkit, rev }) => ({
      key: String(key),
      toolkit: String(toolkit),
      rev: Number(rev),
    })),
    own: written
      .filter(({ mode }) => mode === 'local')
      .map(({ key, variant, rev }) => ({ key: String(key), variant: String(variant), rev: Number(rev) })),
    revs: new Map(written.map(({ key, variant, rev }) => [`${variant} ${key}`, Number(rev)])),
    editions: (await ground.stored('editions')).map(({ id, country, rev }) => ({
      id,
      country: String(country),
      rev: Number(rev),
    })),
    releases: [...newest.values()],
    proposals: (await ground.stored('proposals'))
      .filter(({ state }) => state === 'open')
      .map(({ id, country, rev, key, toolkit }) => ({
        ...{ id, country: String(country), rev: Number(rev) },
        seenSection: Number(
          sections.find((one) => one.key === key && String(one.toolkit) === String(toolkit))?.rev ?? 0,
        ),
      })),
    decisions: (await ground.stored('update-decisions')).map(({ id, country, variant, key }) => ({
      id,
      country: String(country),
      rev: Number(written.find((one) => one.key === key && String(one.variant) === String(variant))?.rev ?? 0),
    })),
    questions: (await ground.stored('update-questions'))
      .filter(({ step }) => step === 'question')
      .map(({ id, country }) => ({ id, country: String(country) })),
  }
}

/** Everything that is stored, except sessions and attempts, which each request may change. */
async function contents(ground: Ground): Promise<string> {
  const all = Object.entries(await ground.fingerprint()).filter(([name]) => !name.startsWith('account-'))
  return JSON.stringify(all)
}
