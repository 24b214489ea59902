import { inCountryOfNewDocument, inOwnCountries, insideAction, noAdmin, nobody } from '@/access/rules'
import { REVIEWERS } from '@/domain/actor'
import { defineCollection } from './defineCollection'
import { choice, country } from './fields/stored'

/** What one reviewer decided on one submission, pinned to the hash of the text they saw. Append-only. */
export const ReviewDecisions = defineCollection({
  slug: 'review-decisions',
  access: {
    admin: noAdmin,
    create: insideAction(inCountryOfNewDocument(REVIEWERS)),
    read: inOwnCountries(),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  indexes: [{ fields: ['edition', 'round', 'reviewer'], unique: true }],
  fields: [
    { name: 'edition', type: 'relationship', relationTo: 'editions', required: true, index: true, maxDepth: 0 },
    country,
    { name: 'round', type: 'number', required: true },
    { name: 'reviewer', type: 'relationship', relationTo: 'users', required: true, maxDepth: 0 },
    choice('decision', ['approve', 'ask-for-changes'], { required: true }),
    { name: 'comment', type: 'textarea' },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'at', type: 'date', required: true },
  ],
})
