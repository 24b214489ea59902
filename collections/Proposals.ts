import { inCountryOfNewDocument, inOwnCountries, insideAction, noAdmin, nobody } from '@/access/rules'
import { DRAFTERS } from '@/domain/actor'
import { MOST_PROPOSAL_CHARACTERS, PROPOSAL_STATES } from '@/domain/proposals'
import { MODES, REASONS } from '@/domain/section'
import { defineCollection } from './defineCollection'
import { choice, country, rev, updatedBy } from './fields/stored'
import { keepForEver } from './hooks/guards'

/** What a country says and offers; only the answer comes later. */
const OFFERED = [
  'variant',
  'toolkit',
  'country',
  'key',
  'mode',
  'isNational',
  'after',
  'text',
  'revisionSeen',
  'message',
  'changeReasons',
  'by',
  'at',
]

/** Text of a country that it proposes to the common framework, and what became of it. */
export const Proposals = defineCollection({
  slug: 'proposals',
  access: {
    admin: noAdmin,
    create: insideAction(inCountryOfNewDocument(DRAFTERS)),
    read: inOwnCountries(),
    update: insideAction(inOwnCountries({ roles: DRAFTERS })),
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  hooks: { beforeChange: [keepForEver(...OFFERED)] },
  fields: [
    { name: 'variant', type: 'relationship', relationTo: 'variants', required: true, index: true, maxDepth: 0 },
    { name: 'toolkit', type: 'relationship', relationTo: 'toolkits', required: true, index: true, maxDepth: 0 },
    country,
    { name: 'key', type: 'text', required: true },
    /** What the country did with the section then. */
    choice('mode', MODES, { required: true }),
    /** Only the country has the section. */
    { name: 'isNational', type: 'checkbox', defaultValue: false },
    /** The section that a national section follows in the country's version. */
    { name: 'after', type: 'text' },
    /** The proposed texts, as a list of fields with their languages, and the ids of the blocks; null for whole texts. */
    { name: 'places', type: 'json', required: true },
    { name: 'ids', type: 'json' },
    /** Under this hash the section is stored as readers of the country would have got it then. */
    { name: 'text', type: 'text', required: true },
    /** The revision of the country's section. */
    { name: 'revisionSeen', type: 'number', required: true },
    { name: 'message', type: 'textarea', required: true, maxLength: MOST_PROPOSAL_CHARACTERS },
    /** Why the country differs, as it said then. */
    choice('reason', REASONS),
    { name: 'explanation', type: 'json' },
    { name: 'sources', type: 'textarea' },
    /** The reasons for single changes that are proposed. */
    { name: 'changeReasons', type: 'json' },
    { name: 'by', type: 'relationship', relationTo: 'users', required: true, maxDepth: 0 },
    { name: 'as', type: 'text' },
    { name: 'at', type: 'date', required: true },
    choice('state', PROPOSAL_STATES, { required: true, index: true }),
    { name: 'settledBy', type: 'relationship', relationTo: 'users', maxDepth: 0 },
    { name: 'settledAt', type: 'date' },
    /** Why it was declined. */
    { name: 'answer', type: 'textarea', maxLength: MOST_PROPOSAL_CHARACTERS },
    /** The revision of the section of the common framework that took it over. */
    { name: 'takenRevision', type: 'number' },
    /** Under these hashes the section is stored as it was before that, if there was one, and with the proposal. */
    { name: 'textBefore', type: 'text' },
    { name: 'takenText', type: 'text' },
    /** The release of the common framework that first contained it. */
    { name: 'inRelease', type: 'relationship', relationTo: 'releases', maxDepth: 0 },
    /** The release before which it was taken out again. */
    { name: 'outOfRelease', type: 'relationship', relationTo: 'releases', maxDepth: 0 },
    rev,
    updatedBy,
  ],
})
