import type { Role } from '@/domain/actor'
import type { Fields } from '../setup/application'
import type { Edition, Toolkit } from '../setup/factories'

/** Who may call an action, written by hand: a role counts in the country of the national version, or everywhere. */
export type ActionRights = {
  roles: readonly Role[]
  /** For the common framework a role counts only when it is held everywhere. */
  on: 'national version' | 'common framework'
  /** An input that the action refuses for a reason other than the role, so that nothing is written. */
  input(facts: {
    edition: Edition
    rev: number
    toolkit: Toolkit
    decision: string
    proposal: string
    question: string
  }): Fields
  /** That other reason: what permitted people are told. */
  otherwise: string
}

const DRAFTERS: readonly Role[] = ['admin', 'coordinator', 'national-lead', 'national-editor']
const NEVER_SEEN = 999
const NO_RELEASE = '0123456789abcdef01234567'
const SHOWN = { status: 'ready', from: [], into: [], back: [], goesInto: [] }
const BODY = { root: { type: 'root', children: [], direction: null, format: '', indent: 0, version: 1 } }

const ofSection = ({ edition, toolkit }: { edition: Edition; toolkit: Toolkit }): Fields => ({
  variant: edition.variant.id,
  key: toolkit.sections[0]?.key,
  seen: NEVER_SEEN,
  language: 'en',
})
const ofCommonSection = ({ toolkit }: { toolkit: Toolkit }): Fields => ({
  toolkit: toolkit.id,
  key: toolkit.sections[0]?.key,
  seen: NEVER_SEEN,
  language: 'en',
})
const ofEdition = ({ edition, rev }: { edition: Edition; rev: number }): Fields => ({ edition: edition.id, seen: rev })

/** The editions used here have been published, so no step is possible. */
export const ACTIONS: Record<string, ActionRights> = {
  'adapt-section': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), title: 'Changed' }),
    otherwise: 'refusal.stale',
  },
  'supplement-section': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), addition: BODY }),
    otherwise: 'refusal.stale',
  },
  'omit-section': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), reason: 'other', explanation: 'Changed' }),
    otherwise: 'refusal.stale',
  },
  'decide-update': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), release: NO_RELEASE, shown: SHOWN, choice: 'accept' }),
    otherwise: 'refusal.update-moved-on',
  },
  'accept-updates': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), release: NO_RELEASE, sections: [{ key: 'nowhere', seen: 0 }] }),
    otherwise: 'refusal.update-moved-on',
  },
  'take-back-update': {
    roles: DRAFTERS,
    on: 'national version',
    input: ({ decision }) => ({ decision, language: 'en', seen: NEVER_SEEN }),
    otherwise: 'refusal.stale',
  },
  'propose-section': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), part: { kind: 'whole' }, message: 'Changed' }),
    otherwise: 'refusal.stale',
  },
  'withdraw-proposal': {
    roles: DRAFTERS,
    on: 'national version',
    input: ({ proposal }) => ({ proposal, seen: NEVER_SEEN }),
    otherwise: 'refusal.stale',
  },
  'decline-proposal': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ({ proposal }) => ({ proposal, seen: NEVER_SEEN, answer: 'Changed' }),
    otherwise: 'refusal.stale',
  },
  'take-over-proposal': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ({ proposal }) => ({ proposal, seenProposal: 1, seen: NEVER_SEEN, language: 'en' }),
    otherwise: 'refusal.stale',
  },
  'ask-about-update': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), release: NO_RELEASE, text: 'Changed' }),
    otherwise: 'refusal.update-moved-on',
  },
  'answer-question': {
    roles: ['admin', 'coordinator'],
    on: 'national version',
    input: ({ question }) => ({ question, text: 'Changed' }),
    otherwise: 'refusal.question-answered',
  },
  'mark-answer-read': {
    roles: DRAFTERS,
    on: 'national version',
    input: ({ question }) => ({ question }),
    otherwise: 'refusal.answer-read',
  },
  'pause-section': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), reason: 'Changed' }),
    otherwise: 'refusal.stale',
  },
  'set-editorial-updates': {
    roles: ['admin', 'coordinator', 'national-lead'],
    on: 'national version',
    input: ({ edition }) => ({ variant: edition.variant.id, seen: NEVER_SEEN, accepts: true }),
    otherwise: 'refusal.stale',
  },
  'pause-version': {
    roles: ['admin', 'coordinator', 'national-lead'],
    on: 'national version',
    input: ({ edition }) => ({
      variant: edition.variant.id,
      seen: NEVER_SEEN,
      reason: 'Changed',
    }),
    otherwise: 'refusal.stale',
  },
  'bring-back-section': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), revision: 1 }),
    otherwise: 'refusal.stale',
  },
  'restore-section': { roles: DRAFTERS, on: 'national version', input: ofSection, otherwise: 'refusal.stale' },
  'add-section': {
    roles: DRAFTERS,
    on: 'national version',
    input: ({ edition }) => ({
      variant: edition.variant.id,
      after: 'nowhere',
      language: 'en',
      title: 'Changed',
      body: BODY,
    }),
    otherwise: 'refusal.section-unknown',
  },
  'move-section': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), parent: null, after: null }),
    otherwise: 'refusal.stale',
  },
  'remove-section': {
    roles: DRAFTERS,
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), reason: 'other', explanation: 'Changed' }),
    otherwise: 'refusal.stale',
  },
  'return-section': { roles: DRAFTERS, on: 'national version', input: ofSection, otherwise: 'refusal.stale' },
  'translate-section': {
    roles: [...DRAFTERS, 'translator'],
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), title: 'Changed', body: BODY }),
    otherwise: 'refusal.stale',
  },
  'save-national-section': {
    roles: [...DRAFTERS, 'translator'],
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), mode: 'adapt', title: 'Changed', reason: 'other' }),
    otherwise: 'refusal.stale',
  },
  'take-in-word-sections': {
    roles: [...DRAFTERS, 'translator'],
    on: 'national version',
    input: (facts) => {
      const { variant, language, ...section } = ofSection(facts)
      return { variant, language, sections: [{ ...section, mode: 'adapt', title: 'Changed', reason: 'other' }] }
    },
    otherwise: 'refusal.stale',
  },
  'settle-translation': {
    roles: [...DRAFTERS, 'translator'],
    on: 'national version',
    input: (facts) => ({ ...ofSection(facts), fields: ['title'] }),
    otherwise: 'refusal.stale',
  },
  'submit-edition': {
    roles: ['admin', 'coordinator', 'national-lead'],
    on: 'national version',
    input: ofEdition,
    otherwise: 'refusal.state-submit-published',
  },
  'approve-edition': {
    roles: ['admin', 'coordinator', 'reviewer'],
    on: 'national version',
    input: ofEdition,
    otherwise: 'refusal.state-approve-published',
  },
  'ask-for-changes': {
    roles: ['admin', 'coordinator', 'reviewer'],
    on: 'national version',
    input: (facts) => ({ ...ofEdition(facts), comment: 'Changed' }),
    otherwise: 'refusal.state-ask-for-changes-published',
  },
  'publish-edition': {
    roles: ['admin', 'coordinator'],
    on: 'national version',
    input: (facts) => ({ ...ofEdition(facts), version: '9.0' }),
    otherwise: 'refusal.state-publish-published',
  },
  'keep-working-copy': {
    roles: [...DRAFTERS, 'translator'],
    on: 'national version',
    input: (facts) => {
      const { variant, key, language } = ofSection(facts)
      return { variant, key, language, window: 'a-window', turn: 1, copy: 'not JSON' }
    },
    otherwise: 'refusal.working-copy-unreadable',
  },
  'withdraw-release': {
    roles: ['admin', 'coordinator'],
    on: 'national version',
    input: ({ edition, toolkit }) => ({
      toolkit: toolkit.id,
      country: edition.variant.country,
      seen: 1,
      reason: '',
    }),
    otherwise: 'refusal.withdrawal-reason-missing',
  },
  'start-variant': {
    roles: ['admin', 'coordinator', 'national-lead'],
    on: 'national version',
    input: ({ edition, toolkit }) => ({ toolkit: toolkit.id, country: edition.variant.country, languages: ['en'] }),
    otherwise: 'refusal.variant-exists',
  },
  'save-section': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ({ toolkit }) => ({
      toolkit: toolkit.id,
      key: toolkit.sections[0]?.key,
      seen: NEVER_SEEN,
      language: 'en',
      title: 'Changed',
    }),
    otherwise: 'refusal.stale',
  },
  'bring-back-common-section': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ({ toolkit }) => ({
      toolkit: toolkit.id,
      key: toolkit.sections[0]?.key,
      seen: NEVER_SEEN,
      language: 'en',
      revision: 1,
    }),
    otherwise: 'refusal.stale',
  },
  'add-common-section': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ({ toolkit }) => ({ toolkit: toolkit.id, language: 'en', title: 'Changed', parent: 'nowhere', after: null }),
    otherwise: 'refusal.place-unknown',
  },
  'move-common-section': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: (facts) => ({ ...ofCommonSection(facts), parent: null, after: null }),
    otherwise: 'refusal.stale',
  },
  'retire-common-section': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ofCommonSection,
    otherwise: 'refusal.stale',
  },
  'return-common-section': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ofCommonSection,
    otherwise: 'refusal.stale',
  },
  'divide-common-section': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: (facts) => ({ ...ofCommonSection(facts), at: { en: 'nowhere' } }),
    otherwise: 'refusal.stale',
  },
  'join-common-section': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: (facts) => ({ ...ofCommonSection(facts), into: 'nowhere' }),
    otherwise: 'refusal.stale',
  },
  'delete-toolkit': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ({ toolkit }) => ({ toolkit: toolkit.id, seen: 'never seen' }),
    otherwise: 'refusal.toolkit-released',
  },
  'save-release-notes': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ({ toolkit }) => ({ toolkit: toolkit.id, after: NEVER_SEEN }),
    otherwise: 'refusal.notes-released',
  },
  'release-master': {
    roles: ['admin', 'coordinator'],
    on: 'common framework',
    input: ({ toolkit }) => ({ toolkit: toolkit.id, version: '9.0', seen: 'never seen' }),
    otherwise: 'refusal.release-moved-on',
  },
}

/** What everybody else is told: a reason about the role, or that the document does not exist. */
export const REFUSALS =
  /^refusal\.(sign-in|not-allowed|role-[a-z-]+|variant-unknown|edition-unknown|update-decision-unknown|proposal-unknown|question-unknown)$/
