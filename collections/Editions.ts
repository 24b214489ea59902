import { inCountryOfNewDocument, inOwnCountries, insideAction, noAdmin, nobody } from '@/access/rules'
import { REVIEWERS, TRANSLATORS } from '@/domain/actor'
import { EDITION_STATES } from '@/domain/workflow'
import { defineCollection } from './defineCollection'
import { choice, country, rev, updatedBy } from './fields/stored'
import { keepForEver } from './hooks/guards'

/** One round of work on a national version towards a release. It has the state of the review, but no text. */
export const Editions = defineCollection({
  slug: 'editions',
  access: {
    admin: noAdmin,
    create: insideAction(inCountryOfNewDocument(TRANSLATORS)),
    read: inOwnCountries(),
    update: insideAction(inOwnCountries({ roles: [...TRANSLATORS, ...REVIEWERS] })),
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  keepsRevisions: false,
  indexes: [{ fields: ['variant', 'number'], unique: true }],
  hooks: { beforeChange: [keepForEver('variant', 'country', 'number')] },
  fields: [
    { name: 'variant', type: 'relationship', relationTo: 'variants', required: true, index: true, maxDepth: 0 },
    { name: 'toolkit', type: 'relationship', relationTo: 'toolkits', required: true, maxDepth: 0 },
    country,
    { name: 'number', type: 'number', required: true },
    choice('state', EDITION_STATES, { required: true, index: true }),
    { name: 'stateSince', type: 'date', required: true },
    /** Everybody who wrote in this edition: none of them may approve it. */
    { name: 'contributors', type: 'relationship', relationTo: 'users', hasMany: true, maxDepth: 0 },
    { name: 'submittedBy', type: 'relationship', relationTo: 'users', maxDepth: 0 },
    { name: 'lastEditedBy', type: 'relationship', relationTo: 'users', maxDepth: 0 },
    /** What was sent for review: the manifest, and the hash of it and of `pinnedAbout`. Decisions are pinned to the hash. */
    { name: 'pinnedManifest', type: 'json' },
    { name: 'pinnedHash', type: 'text' },
    { name: 'approvedHash', type: 'text' },
    /** What a release would have said about the toolkit and the country on the day the edition was sent. */
    { name: 'pinnedAbout', type: 'json' },
    /** How often it was sent: a reviewer decides once for each time. */
    { name: 'round', type: 'number', defaultValue: 0 },
    rev,
    updatedBy,
  ],
})
