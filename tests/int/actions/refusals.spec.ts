import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Action } from '@/actions/action'
import { adaptSection } from '@/actions/adaptSection'
import { addCommonSection } from '@/actions/addCommonSection'
import { addSection } from '@/actions/addSection'
import { answerQuestion } from '@/actions/answerQuestion'
import { approveEdition } from '@/actions/approveEdition'
import { askAboutUpdate } from '@/actions/askAboutUpdate'
import { askForChanges } from '@/actions/askForChanges'
import { bringBackCommonSection } from '@/actions/bringBackCommonSection'
import { bringBackSection } from '@/actions/bringBackSection'
import { acceptReadyUpdates, decideOnUpdate } from '@/actions/decideUpdate'
import { declineProposal } from '@/actions/declineProposal'
import { deleteToolkit } from '@/actions/deleteToolkit'
import { divideCommonSection } from '@/actions/divideCommonSection'
import { importToolkit } from '@/actions/importToolkit'
import { actions } from '@/actions/index'
import { joinCommonSection } from '@/actions/joinCommonSection'
import { keepWorkingCopy } from '@/actions/keepWorkingCopy'
import { markAnswerRead } from '@/actions/markAnswerRead'
import { moveCommonSection } from '@/actions/moveCommonSection'
import { moveSection } from '@/actions/moveSection'
import { omitSection } from '@/actions/omitSection'
import { pauseSection, pauseVersion } from '@/actions/pauseUpdates'
import { proposeSection } from '@/actions/proposeSection'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { removeSection, returnSection } from '@/actions/removeSection'
import { restoreSection } from '@/actions/restoreSection'
import { retireCommonSection, returnCommonSection } from '@/actions/retireCommonSection'
import { saveNationalSection } from '@/actions/saveNationalSection'
import { saveReleaseNotes } from '@/actions/saveReleaseNotes'
import { saveSection } from '@/actions/saveSection'
import { setEditorialUpdates } from '@/actions/setEditorialUpdates'
import { settleTranslation } from '@/actions/settleTranslation'
import { startVariant } from '@/actions/startVariant'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { takeInWordSections } from '@/actions/takeInWordSections'
import { takeOverProposal } from '@/actions/takeOverProposal'
import { translateSection } from '@/actions/translateSection'
import { withdrawProposal } from '@/actions/withdrawProposal'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { ROLES, type Role } from '@/domain/actor'
import { block } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Edition, type Factories, factoriesFor, onePixel, type Toolkit, words } from '../setup/factories'
import { snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, refusalsOf, typed } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let lead: Person
let toolkit: Toolkit
let draft: Edition
let sent: Edition
let decision: string
let proposal: string
let question: string

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  lead = await given.lead('ie')
  await given.country('cy')
  toolkit = await given.toolkit()
  draft = await given.edition({ country: 'ie', toolkit })
  sent = await given.edition({ country: 'ie', toolkit: await given.toolkit(), state: 'submitted' })
  const updated = await given.variant({ country: 'ie' })
  const release = await given.newerRelease(updated)
  question = await given.question({ variant: updated, release, words: 'May we keep ours?' })
  await given.decision({ variant: updated, release })
  proposal = await given.proposal({ variant: draft.variant })
  decision = String((await acting.storedOne('update-decisions', {})).id)
})

afterAll(() => application.stop())

const ID = '0123456789abcdef01234567'
const SHOWN = { status: 'ready', from: [], into: [], back: [], goesInto: [] }

type AnyAction = Action<never, unknown>
type Place = 'ie' | 'cy' | 'everywhere'

/** An action that is refused to everybody: to permitted people for another reason than to others. */
type Probe = {
  action: unknown
  /** Who is permitted, in Ireland or everywhere; for `onlyEverywhere` only everywhere. */
  roles: Role[]
  onlyEverywhere?: boolean
  input: () => Fields
  /** What permitted people are told. */
  otherwise: string
  /** What people are told whose role does not permit it. */
  no: string
  /** What people are told who may not even see it; the same if that makes no difference. */
  hidden?: string
}

const KEEPERS: Role[] = ['admin', 'coordinator']
const DRAFTERS: Role[] = [...KEEPERS, 'national-lead', 'national-editor']
const why = { reason: 'other', explanation: 'So it is.' }
const pause = { reason: 'The law is about to change.' }
const own = () => ({ variant: draft.variant.id, key: keyOf(1), language: 'en' })
const drafted = {
  roles: DRAFTERS,
  otherwise: 'refusal.stale',
  no: 'refusal.role-edit',
  hidden: 'refusal.variant-unknown',
}
const answered = {
  roles: KEEPERS,
  onlyEverywhere: true,
  otherwise: 'refusal.stale',
  no: 'refusal.role-keep',
  hidden: 'refusal.proposal-unknown',
}
const common = () => ({ toolkit: toolkit.id, key: keyOf(0), language: 'en', seen: 99 })
const kept = { roles: KEEPERS, onlyEverywhere: true, otherwise: 'refusal.stale', no: 'refusal.role-keep' }
const decided = (of: () => Edition, event: string, more: Fields = {}) => ({
  input: () => ({ edition: of().id, seen: of().rev, ...more }),
  otherwise: `refusal.state-${event}-${event === 'submit' ? 'submitted' : 'draft'}`,
  no: `refusal.role-${event}`,
  hidden: 'refusal.edition-unknown',
})

const NOTE = { key: 'a', class: 'editorial', note: 'Spelling.', decideBy: null }

const PROBES: [string, Probe][] = Object.entries({
  'import-toolkit': {
    action: importToolkit,
    roles: KEEPERS,
    onlyEverywhere: true,
    input: () => ({ ...documentOf('One'), slug: toolkit.slug, seen: 'another' }),
    otherwise: 'refusal.import-moved-on',
    no: 'refusal.role-import',
  },
  'save-section': {
    action: saveSection,
    roles: KEEPERS,
    onlyEverywhere: true,
    input: () => ({ toolkit: toolkit.id, key: keyOf(0), language: 'en', seen: 99, title: 'Mine' }),
    otherwise: 'refusal.stale',
    no: 'refusal.role-keep',
  },
  'bring-back-common-section': {
    action: bringBackCommonSection,
    roles: KEEPERS,
    onlyEverywhere: true,
    input: () => ({ toolkit: toolkit.id, key: keyOf(0), language: 'en', seen: 99, revision: 1 }),
    otherwise: 'refusal.stale',
    no: 'refusal.role-keep',
  },
  'add-common-section': {
    action: addCommonSection,
    ...kept,
    input: () => ({ toolkit: toolkit.id, language: 'en', title: 'Mine', parent: 'nowhere', after: null }),
    otherwise: 'refusal.place-unknown',
  },
  'move-common-section': {
    action: moveCommonSection,
    ...kept,
    input: () => ({ ...common(), parent: null, after: null }),
  },
  'retire-common-section': { action: retireCommonSection, ...kept, input: common },
  'return-common-section': { action: returnCommonSection, ...kept, input: common },
  'divide-common-section': {
    action: divideCommonSection,
    ...kept,
    input: () => ({ ...common(), at: { en: 'nowhere' } }),
  },
  'join-common-section': { action: joinCommonSection, ...kept, input: () => ({ ...common(), into: 'nowhere' }) },
  'delete-toolkit': {
    action: deleteToolkit,
    ...kept,
    input: () => ({ toolkit: toolkit.id, seen: 'never seen' }),
    otherwise: 'refusal.toolkit-released',
  },
  'save-release-notes': {
    action: saveReleaseNotes,
    roles: KEEPERS,
    onlyEverywhere: true,
    input: () => ({ toolkit: toolkit.id, after: 99 }),
    otherwise: 'refusal.notes-released',
    no: 'refusal.role-keep',
  },
  'release-master': {
    action: releaseMaster,
    roles: KEEPERS,
    onlyEverywhere: true,
    input: () => ({ toolkit: toolkit.id, version: '1.1', seen: 'never seen' }),
    otherwise: 'refusal.release-moved-on',
    no: 'refusal.role-release',
  },
  'start-variant': {
    action: startVariant,
    roles: [...KEEPERS, 'national-lead'],
    input: () => ({ toolkit: toolkit.id, country: 'ie', languages: ['en'] }),
    otherwise: 'refusal.variant-exists',
    no: 'refusal.role-start',
  },
  'adapt-section': { action: adaptSection, ...drafted, input: () => ({ ...own(), seen: 99, title: 'Mine' }) },
  'supplement-section': {
    action: supplementSection,
    ...drafted,
    input: () => ({ ...own(), seen: 99, addition: typed('x') }),
  },
  'omit-section': { action: omitSection, ...drafted, input: () => ({ ...own(), seen: 99, ...why }) },
  'decide-update': {
    action: decideOnUpdate,
    ...drafted,
    input: () => ({ ...own(), seen: 99, release: ID, shown: SHOWN, choice: 'accept' }),
    otherwise: 'refusal.update-moved-on',
  },
  'accept-updates': {
    action: acceptReadyUpdates,
    ...drafted,
    input: () => ({ ...own(), release: ID, sections: [{ key: keyOf(1), seen: 99 }] }),
    otherwise: 'refusal.update-moved-on',
  },
  'take-back-update': {
    action: takeBackUpdate,
    ...drafted,
    input: () => ({ decision, language: 'en', seen: 99 }),
    hidden: 'refusal.update-decision-unknown',
  },
  'propose-section': {
    action: proposeSection,
    ...drafted,
    input: () => ({ ...own(), seen: 99, part: { kind: 'whole' }, message: 'Why.' }),
  },
  'withdraw-proposal': {
    action: withdrawProposal,
    ...drafted,
    input: () => ({ proposal, seen: 99 }),
    hidden: 'refusal.proposal-unknown',
  },
  'decline-proposal': {
    action: declineProposal,
    ...answered,
    input: () => ({ proposal, seen: 99, answer: 'No.' }),
  },
  'take-over-proposal': {
    action: takeOverProposal,
    ...answered,
    input: () => ({ proposal, seenProposal: 1, seen: 99, language: 'en' }),
  },
  'ask-about-update': {
    action: askAboutUpdate,
    ...drafted,
    input: () => ({ ...own(), release: ID, text: 'May we keep ours?' }),
    otherwise: 'refusal.update-moved-on',
    no: 'refusal.role-ask',
  },
  'answer-question': {
    action: answerQuestion,
    roles: KEEPERS,
    input: () => ({ question, text: 'Yes.' }),
    otherwise: 'refusal.question-answered',
    no: 'refusal.role-answer',
    hidden: 'refusal.question-unknown',
  },
  'keep-working-copy': {
    action: keepWorkingCopy,
    ...drafted,
    roles: [...DRAFTERS, 'translator'],
    input: () => ({ ...own(), window: 'a-window', turn: 1, copy: 'not JSON' }),
    otherwise: 'refusal.working-copy-unreadable',
  },
  'mark-answer-read': {
    action: markAnswerRead,
    roles: DRAFTERS,
    input: () => ({ question }),
    otherwise: 'refusal.answer-read',
    no: 'refusal.role-ask',
    hidden: 'refusal.question-unknown',
  },
  'pause-section': { action: pauseSection, ...drafted, input: () => ({ ...own(), seen: 99, ...pause }) },
  'set-editorial-updates': {
    action: setEditorialUpdates,
    ...drafted,
    roles: [...KEEPERS, 'national-lead'],
    input: () => ({ variant: draft.variant.id, seen: 99, accepts: true }),
    no: 'refusal.role-pause',
  },
  'pause-version': {
    action: pauseVersion,
    ...drafted,
    roles: [...KEEPERS, 'national-lead'],
    input: () => ({ variant: draft.variant.id, seen: 99, ...pause }),
    no: 'refusal.role-pause',
  },
  'restore-section': { action: restoreSection, ...drafted, input: () => ({ ...own(), seen: 99 }) },
  'bring-back-section': { action: bringBackSection, ...drafted, input: () => ({ ...own(), seen: 99, revision: 1 }) },
  'move-section': {
    action: moveSection,
    ...drafted,
    input: () => ({ ...own(), seen: 99, parent: null, after: null }),
  },
  'remove-section': { action: removeSection, ...drafted, input: () => ({ ...own(), seen: 99, ...why }) },
  'return-section': { action: returnSection, ...drafted, input: () => ({ ...own(), seen: 99 }) },
  'add-section': {
    action: addSection,
    ...drafted,
    input: () => ({ variant: draft.variant.id, after: 'nothing', language: 'en', title: 'New', body: typed('x') }),
    otherwise: 'refusal.section-unknown',
  },
  'translate-section': {
    action: translateSection,
    ...drafted,
    roles: [...DRAFTERS, 'translator'],
    input: () => ({ ...own(), seen: 99, title: 'x', body: typed('x') }),
  },
  'settle-translation': {
    action: settleTranslation,
    ...drafted,
    roles: [...DRAFTERS, 'translator'],
    input: () => ({ ...own(), seen: 99, fields: ['title'] }),
  },
  'save-national-section': {
    action: saveNationalSection,
    ...drafted,
    roles: [...DRAFTERS, 'translator'],
    input: () => ({ ...own(), seen: 99, mode: 'adapt', title: 'Mine' }),
  },
  'take-in-word-sections': {
    action: takeInWordSections,
    ...drafted,
    roles: [...DRAFTERS, 'translator'],
    input: () => {
      const { variant, language, ...section } = own()
      return { variant, language, sections: [{ ...section, seen: 99, mode: 'adapt', title: 'Mine' }] }
    },
  },
  'submit-edition': { action: submitEdition, roles: [...KEEPERS, 'national-lead'], ...decided(() => sent, 'submit') },
  'approve-edition': { action: approveEdition, roles: [...KEEPERS, 'reviewer'], ...decided(() => draft, 'approve') },
  'ask-for-changes': {
    action: askForChanges,
    roles: [...KEEPERS, 'reviewer'],
    ...decided(() => draft, 'ask-for-changes', { comment: 'Change it.' }),
  },
  'publish-edition': {
    action: publishEdition,
    roles: KEEPERS,
    ...decided(() => draft, 'publish', { version: '1.0' }),
  },
  'withdraw-release': {
    action: withdrawRelease,
    roles: KEEPERS,
    input: () => ({ toolkit: toolkit.id, country: 'ie', seen: 1, reason: 'x' }),
    otherwise: 'refusal.nothing-to-withdraw',
    no: 'refusal.role-withdraw',
  },
} satisfies Record<string, Probe>)

describe('people without permission are told so, and nothing is written', () => {
  const people = new Map<string, Person>()

  beforeAll(async () => {
    people.set('without a role', await given.person())
    for (const role of ROLES) {
      for (const place of ['ie', 'cy', 'everywhere'] as const) {
        const grant = place === 'everywhere' ? { role } : { role, country: place }
        people.set(`${role} ${place}`, await given.person({ roles: [grant] }))
      }
    }
  })

  test('this table has every action', () => {
    expect(
      PROBES.map(([name]) => name)
        .filter((name) => name !== 'import-toolkit')
        .sort(),
    ).toEqual(actions.map(({ name }) => name).sort())
  })

  test.each(PROBES)('%s', async (_, probe) => {
    const action = probe.action as AnyAction
    const before = await snapshotOf(application.payload)
    const asked = async (person: Person | null) => refusalsOf(await acting.perform(person, action, probe.input())).keys
    const answers: Record<string, string[]> = { anonymous: await asked(null) }
    const expected: Record<string, string[]> = { anonymous: ['refusal.sign-in'] }
    for (const [name, person] of people) {
      answers[name] = await asked(person)
      expected[name] = [expectedOf(probe, name)]
    }
    expect(answers).toEqual(expected)
    expect(await snapshotOf(application.payload)).toEqual(before)
  })

  test.each(PROBES.filter(([name]) => name.endsWith('-edition') || name === 'ask-for-changes'))(
    '%s: whatever revision they saw, and without showing what is stored',
    async (name, { input, no, otherwise }) => {
      for (const visitor of ['observer ie', 'translator ie', 'national-editor ie', 'national-lead ie', 'reviewer ie']) {
        const person = people.get(visitor)
        if (!person) throw new Error(`Nobody is ${visitor}`)
        const fresh = await application.act(person, name, input())
        if (JSON.stringify(fresh.body).includes(otherwise)) continue
        const { status, body } = await application.act(person, name, { ...input(), seen: 99 })
        expect([visitor, status, body]).toEqual([visitor, 403, fresh.body])
        expect(body).toMatchObject({ because: [{ key: no }] })
        expect(body).not.toHaveProperty('saved')
      }
    },
  )

  function expectedOf({ roles, onlyEverywhere, otherwise, no, hidden }: Probe, visitor: string): string {
    const [role, place] = visitor.split(' ') as [Role, Place]
    if (visitor === 'without a role') return hidden ? 'refusal.not-allowed' : no
    const isHere = place === 'everywhere' || (place === 'ie' && !onlyEverywhere)
    if (isHere && roles.includes(role)) return otherwise
    return place === 'cy' && hidden ? hidden : no
  }
})

describe('wrong input is refused before anything is read or written', () => {
  const section = { language: 'en', seen: 0, title: 'x', body: typed('x') }
  const edition = { edition: ID, seen: 0 }
  const variant = { variant: ID, key: 'k', language: 'en', seen: 0 }

  test.each<[string, unknown, Fields, Fields]>([
    [
      'import-toolkit',
      importToolkit,
      documentOf('One'),
      {
        slug: 'Not a slug',
        title: '',
        language: 'xx',
        sections: [],
        images: null,
        seen: undefined,
        level: 7,
        file: 'x'.repeat(301),
        choices: { pairs: { first: 'key' }, resolutions: {} },
        allowGone: -1,
      },
    ],
    [
      'save-section',
      saveSection,
      { toolkit: ID, key: 'k', ...section },
      {
        toolkit: '',
        key: 7,
        seen: -1,
        language: 'xx',
        title: ' ',
        summary: 'x'.repeat(2001),
        body: 'text',
        guidance: 'x'.repeat(4001),
        policy: 'mine',
        audiences: ['nobody'],
        stages: 'all',
      },
    ],
    [
      'release-master',
      releaseMaster,
      { toolkit: ID, version: '1.0', seen: 'x' },
      { toolkit: null, version: '', notes: 'x'.repeat(5001), seen: undefined, seenNotes: -1, changes: [NOTE, NOTE] },
    ],
    [
      'save-release-notes',
      saveReleaseNotes,
      { toolkit: ID, after: 0 },
      {
        toolkit: 7,
        after: null,
        notes: [{ ...NOTE, class: 'grave', about: '', seen: 0 }],
        release: { summary: 'x'.repeat(5001), version: '', seen: 0 },
      },
    ],
    [
      'start-variant',
      startVariant,
      { toolkit: ID, country: 'ie', languages: ['en'] },
      { toolkit: { $ne: null }, country: 'Ireland', languages: [] },
    ],
    [
      'adapt-section',
      adaptSection,
      { ...variant, title: 'x' },
      {
        variant: 'x'.repeat(65),
        key: '',
        seen: 0.5,
        language: 'la',
        title: 'x'.repeat(301),
        summary: 'x'.repeat(2001),
        body: {},
        reason: 'whim',
        explanation: 'x'.repeat(2001),
        sources: 'x'.repeat(2001),
      },
    ],
    [
      'supplement-section',
      supplementSection,
      { ...variant, addition: typed('x') },
      { variant: undefined, addition: null },
    ],
    [
      'omit-section',
      omitSection,
      { ...variant, ...why },
      { key: undefined, reason: 'whim', explanation: 'x'.repeat(2001) },
    ],
    [
      'restore-section',
      restoreSection,
      variant,
      {
        variant: [],
        seen: 'all',
        part: { kind: 'some' },
        languages: [],
      },
    ],
    [
      'bring-back-section',
      bringBackSection,
      { ...variant, revision: 1 },
      {
        revision: 0,
        seen: undefined,
        part: { kind: 'blocks', field: 'title', ids: ['x'] },
        languages: ['la'],
      },
    ],
    [
      'bring-back-common-section',
      bringBackCommonSection,
      { toolkit: ID, key: 'k', language: 'en', seen: 1, revision: 1 },
      {
        toolkit: '',
        key: 7,
        seen: null,
        revision: 1.5,
        part: { kind: 'fields', fields: ['addition'] },
        languages: 'all',
      },
    ],
    [
      'add-common-section',
      addCommonSection,
      { toolkit: ID, language: 'en', title: 'x', parent: null, after: null },
      { toolkit: 7, language: 'xx', title: ' ', parent: '', after: undefined, newKey: 'k' },
    ],
    [
      'move-common-section',
      moveCommonSection,
      { toolkit: ID, key: 'k', language: 'en', seen: 1, parent: null, after: null },
      { toolkit: '', key: 7, seen: -1, language: null, parent: undefined, after: '' },
    ],
    [
      'retire-common-section',
      retireCommonSection,
      { toolkit: ID, key: 'k', language: 'en', seen: 1 },
      { toolkit: '', key: 7, seen: null, language: 'xx', others: ['k'], below: 'drop' },
    ],
    [
      'return-common-section',
      returnCommonSection,
      { toolkit: ID, key: 'k', language: 'en', seen: 1 },
      { toolkit: '', key: 7, seen: null, language: 'xx', others: [{ key: 'k' }], withBelow: 'yes' },
    ],
    [
      'divide-common-section',
      divideCommonSection,
      { toolkit: ID, key: 'k', language: 'en', seen: 1, at: { en: 'b' } },
      { toolkit: '', key: 7, seen: null, language: 'xx', at: { xx: 'b' }, place: 'above' },
    ],
    [
      'join-common-section',
      joinCommonSection,
      { toolkit: ID, key: 'k', language: 'en', seen: 1, into: 'l' },
      { toolkit: '', key: 7, seen: null, language: 'xx', into: null, others: [{ seen: 1 }] },
    ],
    ['delete-toolkit', deleteToolkit, { toolkit: ID, seen: 'x' }, { toolkit: 7, seen: '' }],
    [
      'add-section',
      addSection,
      { variant: ID, after: 'k', ...section },
      { after: '', title: undefined, body: undefined },
    ],
    ['move-section', moveSection, { ...variant, parent: null, after: null }, { key: '', parent: undefined, after: 3 }],
    [
      'remove-section',
      removeSection,
      variant,
      { key: '', seen: -1, reason: 'none', explanation: 'x'.repeat(2001), sources: 5 },
    ],
    ['return-section', returnSection, variant, { variant: '', key: 7, seen: 0.5, language: 'xx' }],
    ['translate-section', translateSection, { ...variant, ...section }, { title: '', body: undefined, language: null }],
    [
      'settle-translation',
      settleTranslation,
      { ...variant, fields: ['title'] },
      { key: 7, seen: -1, language: null, fields: ['body'], blocks: 'all' },
    ],
    [
      'keep-working-copy',
      keepWorkingCopy,
      { variant: ID, key: 'k', language: 'en', window: 'a-window', turn: 1, copy: '{}' },
      { language: 'xx', window: 'a b', turn: -1, copy: 7 },
    ],
    ['submit-edition', submitEdition, edition, { edition: '', seen: undefined }],
    ['approve-edition', approveEdition, edition, { edition: 1, comment: 'x'.repeat(5001) }],
    ['ask-for-changes', askForChanges, { ...edition, comment: 'x' }, { comment: undefined }],
    [
      'publish-edition',
      publishEdition,
      { ...edition, version: '1.0', notes: 'What is new in it.' },
      { version: 'x'.repeat(21), notes: 7 },
    ],
    [
      'withdraw-release',
      withdrawRelease,
      { toolkit: ID, country: 'ie', seen: 1, reason: 'x' },
      { country: 'x', seen: 0, reason: undefined },
    ],
  ])('%s', async (_, action, good, bad) => {
    const before = await snapshotOf(application.payload)
    const ask = async (input: unknown) => refusalsOf(await acting.perform(coordinator, action as AnyAction, input))
    for (const [field, value] of Object.entries(bad)) {
      const { keys, params } = await ask({ ...good, [field]: value })
      expect([field, keys, params.where]).toEqual([field, ['refusal.bad-input'], expect.stringContaining(field)])
    }
    for (const nothing of [undefined, null, 'text', 7, []]) {
      expect((await ask(nothing)).keys).toEqual(['refusal.bad-input'])
    }
    expect(await snapshotOf(application.payload)).toEqual(before)
  })
})

describe('something that does not exist is refused with a sentence that says so', () => {
  test.each([ID, 'no id at all', '{"$gt":""}'])('%s', async (unknown) => {
    const section = { ...own(), seen: 0 }
    const keysOf = async (action: unknown, input: Fields) =>
      (await acting.refuse(coordinator, action as AnyAction, input)).keys[0]
    expect(await keysOf(adaptSection, { ...section, variant: unknown, title: 'x' })).toBe('refusal.variant-unknown')
    expect(await keysOf(adaptSection, { ...section, key: unknown, title: 'x' })).toBe('refusal.section-unknown')
    const added = { ...own(), variant: unknown, after: keyOf(0), title: 'x', body: typed('x') }
    expect(await keysOf(addSection, added)).toBe('refusal.variant-unknown')
    for (const action of [submitEdition, approveEdition])
      expect(await keysOf(action, { edition: unknown, seen: 0 })).toBe('refusal.edition-unknown')
    const save = { toolkit: toolkit.id, key: keyOf(0), language: 'en', seen: 1 }
    for (const [action, more] of [
      [saveSection, { title: 'x' }],
      [bringBackCommonSection, { revision: 1 }],
      [moveCommonSection, { parent: null, after: null }],
      [retireCommonSection, {}],
      [returnCommonSection, {}],
      [divideCommonSection, { at: { en: 'b' } }],
      [joinCommonSection, { into: keyOf(1) }],
    ] as const) {
      const of = { ...save, ...more }
      expect(await keysOf(action, { ...of, toolkit: unknown })).toBe('refusal.common-section-unknown')
      expect(await keysOf(action, { ...of, key: unknown })).toBe('refusal.common-section-unknown')
    }
    const titled = { toolkit: unknown, language: 'en', title: 'x', parent: null, after: null }
    expect(await keysOf(addCommonSection, titled)).toBe('refusal.toolkit-unknown')
    expect(await keysOf(deleteToolkit, { toolkit: unknown, seen: 'x' })).toBe('refusal.toolkit-unknown')
    const version = { toolkit: unknown, version: '1.0', seen: 'x' }
    expect(await keysOf(releaseMaster, version)).toBe('refusal.nothing-to-release')
    expect(await keysOf(saveReleaseNotes, { toolkit: unknown, after: 0 })).toBe('refusal.nothing-to-release')
    const line = { toolkit: unknown, country: 'ie', seen: 1, reason: 'x' }
    expect(await keysOf(withdrawRelease, line)).toBe('refusal.nothing-to-withdraw')
  })
})

describe('a text that our editor cannot open or that cannot be stored', () => {
  const state = (...children: unknown[]) => ({ root: { type: 'root', version: 1, children } })
  const paragraph = (...children: unknown[]) => ({ type: 'paragraph', version: 1, children })
  const nested = (levels: number): unknown =>
    Array.from({ length: levels }).reduce((inside) => ({ type: 'quote', version: 1, children: [inside] }), paragraph())
  const callout = (fields: unknown) => ({ type: 'block', version: 2, format: '', fields })

  test.each<[string, unknown]>([
    ['without a root', { type: 'root', children: [] }],
    ['with a node of an unknown kind', state({ type: 'iframe', version: 1, children: [] })],
    ['with such a node deep inside', state({ type: 'quote', version: 1, children: [paragraph({ type: 'iframe' })] })],
    ['with nothing instead of a node', state(null)],
    ['with words instead of a node', state('words')],
    ['with words instead of nodes', state({ type: 'paragraph', version: 1, children: 'words' })],
    ['with a number instead of words', state(paragraph({ type: 'text', version: 1, text: 7 }))],
    ['with a heading of an unknown level', state({ type: 'heading', tag: 'h1', version: 1, children: [] })],
    ['with an unknown structured block', state(callout({ id: 'x', blockType: 'poll', blockName: '' }))],
    ['with a structured block without fields', state(callout(null))],
    ['with words instead of entries', state(callout({ id: 'x', blockType: 'checklist', rows: ['words'] }))],
    [
      'with an invalid text inside a callout',
      state(callout({ id: 'x', blockType: 'callout', tone: 'warning', content: state(null) })),
    ],
  ])('%s is refused', async (_, body) => {
    const section = { ...own(), seen: 0 }
    expect((await acting.refuse(lead, adaptSection, { ...section, body })).keys).toEqual(['refusal.bad-input'])
    const addition = { ...section, addition: body }
    expect((await acting.refuse(lead, supplementSection, addition)).keys).toEqual(['refusal.bad-input'])
    const common = { toolkit: toolkit.id, key: keyOf(0), language: 'en', seen: 1, body }
    expect((await acting.refuse(coordinator, saveSection, common)).keys).toEqual(['refusal.bad-input'])
  })

  test.each<[string, unknown, Fields]>([
    ['nested without limit', state(nested(60)), { key: 'refusal.text-too-deep', params: {} }],
    ['nested deeper than can be read', state(nested(20_000)), { key: 'refusal.text-too-deep', params: {} }],
    ['longer than a book', typed('x'.repeat(1_400_000)), { key: 'refusal.text-too-large', params: { percent: 104 } }],
    [
      'with more paragraphs than a book',
      state(...Array.from({ length: 60_000 }, () => paragraph())),
      { key: 'refusal.text-too-large', params: { percent: 600 } },
    ],
    [
      'with more structured blocks than can be validated',
      state(...Array.from({ length: 16_229 }, () => callout({ blockType: 'contact', name: 'b' }))),
      { key: 'refusal.text-too-large', params: { percent: 1623 } },
    ],
  ])('%s is refused, and the message names the field and says what to do', async (_, text, { key, params }) => {
    const section = { ...own(), seen: 0 }
    const refusedIn = (field: string) => ({
      ok: false,
      because: [{ key, params: { ...Object(params), where: field }, field }],
    })
    expect(await acting.perform(lead, adaptSection, { ...section, body: text })).toEqual(refusedIn('body'))
    expect(await acting.perform(lead, supplementSection, { ...section, addition: text })).toEqual(refusedIn('addition'))
    const national = { ...section, mode: 'adapt', body: text }
    expect(await acting.perform(lead, saveNationalSection, national)).toEqual(refusedIn('body'))
    const common = { toolkit: toolkit.id, key: keyOf(0), language: 'en', seen: 1, body: text }
    expect(await acting.perform(coordinator, saveSection, common)).toEqual(refusedIn('body'))
  })

  test.each([
    [
      'a link that runs a script',
      toLexicalLink('javascript:alert(1)'),
      'web',
      { address: 'javascript:alert(1)', block: 'link', words: 'x' },
    ],
    [
      'a reference with words instead of an address',
      state(callout({ id: 'x', blockType: 'legal', url: 'in the library' })),
      'web',
      { address: 'in the library', block: 'legal', number: 1 },
    ],
    [
      'a contact with words instead of a mailbox',
      state(callout({ id: 'x', blockType: 'contact', email: 'at the desk' })),
      'mail',
      { address: 'at the desk', fault: 'at', block: 'contact', number: 1 },
    ],
  ])(
    'with %s is refused, and the message names the field, the place in it and the address',
    async (_, text, kind, params) => {
      const section = { ...own(), seen: 0 }
      const refusedIn = (field: string) => [
        { key: `refusal.${kind}-address-wrong`, params: { ...params, where: field }, field },
      ]
      const adapted = await acting.perform(lead, adaptSection, { ...section, body: text })
      expect(adapted).toEqual({ ok: false, because: refusedIn('body') })
      const supplemented = await acting.perform(lead, supplementSection, { ...section, addition: text })
      expect(supplemented).toEqual({ ok: false, because: refusedIn('addition') })
      const common = { toolkit: toolkit.id, key: keyOf(0), language: 'en', seen: 1, body: text }
      expect(await acting.perform(coordinator, saveSection, common)).toEqual({ ok: false, because: refusedIn('body') })
    },
  )

  test('a long text with all features of our editor is stored', async () => {
    const long = Array.from({ length: 400 }, (_, n) => words(`Paragraph ${n} says what is to be done.`)).flat()
    const list = block('list', {
      attrs: { style: 'bullet' },
      children: [block('item', { runs: words('One')[0]?.runs ?? [] })],
    })
    const body = toLexical([
      ...long,
      list,
      block('rule'),
      block('callout', { attrs: { tone: 'warning' }, children: words('x') }),
    ])
    await acting.succeed(lead, adaptSection, { ...own(), seen: 0, body, reason: 'other' })
  })
})

describe('a picture', () => {
  test.each([ID, 'no id at all'])('that does not exist (%s) is refused in every text', async (media) => {
    for (const [action, input] of textsWith(media)) {
      const { keys } = await acting.refuse(coordinator, action, input)
      expect([action.name, keys]).toEqual([action.name, ['refusal.picture-not-here']])
    }
  })

  test('of another country is refused in every text: its readers would see it', async () => {
    const media = await uploaded('cy')
    for (const [action, input] of textsWith(media)) {
      const { keys } = await acting.refuse(coordinator, action, input)
      expect([action.name, keys]).toEqual([action.name, ['refusal.picture-not-here']])
    }
  })

  test('of the country or of the common framework is stored', async () => {
    for (const [n, country] of ['ie', 'master'].entries()) {
      const body = shown(await uploaded(country))
      const { rev } = await acting.succeed(lead, supplementSection, {
        ...own(),
        key: keyOf(2),
        seen: n,
        addition: body,
      })
      expect(rev).toBe(n + 1)
    }
  })

  test('is refused if it refers to another kind of document', async () => {
    const upload = { type: 'upload', version: 3, relationTo: 'users', value: await uploaded('master'), fields: {} }
    const body = { root: { type: 'root', version: 1, children: [upload] } }
    const { keys } = await acting.refuse(lead, adaptSection, { ...own(), key: keyOf(0), seen: 1, body })
    expect(keys).toEqual(['refusal.bad-input'])
  })

  const shown = (media: string) => toLexical([...words('See this.'), block('image', { attrs: { media } })])

  function textsWith(media: string): [AnyAction, Fields][] {
    const body = shown(media)
    const section = { ...own(), key: keyOf(2), seen: 0 }
    return [
      [adaptSection, { ...section, body }],
      [supplementSection, { ...section, addition: body }],
      [addSection, { ...section, after: keyOf(0), title: 'New', body }],
      [saveSection, { toolkit: toolkit.id, key: keyOf(0), language: 'en', seen: 1, body }],
    ] as unknown as [AnyAction, Fields][]
  }

  async function uploaded(country: string): Promise<string> {
    return (await given.picture({ seed: `of ${country}`, country })).id
  }
})

describe('a person whose role ends', () => {
  test('can do nothing more from that moment, although they are signed in', async () => {
    const editor = await given.person()
    const membership = await given.grant(editor.id, { role: 'national-editor', country: 'ie' })
    const write = (seen: number) =>
      application.act(editor, 'supplement-section', { ...own(), key: keyOf(1), seen, addition: typed(`Text ${seen}`) })
    const { rev } = await acting.ownSectionOf(draft.variant.id, keyOf(1))
    expect((await write(Number(rev))).status).toBe(200)
    await end(membership, new Date(Date.now() - 1000))
    const before = await snapshotOf(application.payload)
    const refused = await write(Number(rev) + 1)
    expect(refused.status).toBe(403)
    expect(refused.body).toMatchObject({ ok: false, because: [{ text: expect.stringMatching(/^[A-Z].*\.$/) }] })
    expect(await snapshotOf(application.payload)).toEqual(before)
    await given.grant(editor.id, { role: 'observer', country: 'ie' })
    expect((await write(Number(rev) + 1)).body).toMatchObject({ because: [{ key: 'refusal.role-edit' }] })
  })

  test('can do nothing before it begins', async () => {
    const editor = await given.person()
    const membership = await given.grant(editor.id, { role: 'national-editor', country: 'ie' })
    const patch = (from: Date) => changeMembership(membership, { from: from.toISOString() })
    await patch(new Date(Date.now() + 60_000))
    const write = { ...own(), key: keyOf(0), seen: 99, title: 'x' }
    expect((await acting.refuse(editor, adaptSection, write)).keys).toEqual(['refusal.not-allowed'])
    await patch(new Date(Date.now() - 1000))
    expect((await acting.refuse(editor, adaptSection, write)).keys).toEqual(['refusal.stale'])
  })

  const end = (id: string, to: Date) => changeMembership(id, { to: to.toISOString() })
  const changeMembership = (id: string, data: Fields) =>
    application.payload.update({ collection: 'memberships', id, locale: 'en', data, overrideAccess: true })
})

test('keeps the stored data consistent', async () => {
  for (const { id } of await acting.stored('toolkits')) expect(await acting.problemsOf(String(id))).toEqual([])
})

function keyOf(n: number): string {
  return String(toolkit.sections[n]?.key)
}

function documentOf(...titles: string[]): Fields {
  const sections = titles.map((title) => ({ source: '', depth: 1, title, body: words(`About ${title}.`) }))
  const images = [{ name: 'a', bytes: onePixel('a') }]
  return { slug: 'new-one', title: 'New', language: 'en', sections, images, seen: 'nothing' }
}

function toLexicalLink(url: string): unknown {
  const fields = { linkType: 'custom', url, newTab: false }
  const link = { type: 'link', version: 3, id: 'x', fields, children: [{ type: 'text', version: 1, text: 'x' }] }
  return { root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [link] }] } }
}
