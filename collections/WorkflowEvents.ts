import { inCountryOfNewDocument, inOwnCountries, insideAction, noAdmin, nobody } from '@/access/rules'
import { REVIEWERS, TRANSLATORS } from '@/domain/actor'
import { defineCollection } from './defineCollection'
import { country } from './fields/stored'

/** One step of the review: from which state, to which, by whom, why, for which text. Append-only. */
export const WorkflowEvents = defineCollection({
  slug: 'workflow-events',
  access: {
    admin: noAdmin,
    create: insideAction(inCountryOfNewDocument([...TRANSLATORS, ...REVIEWERS])),
    read: inOwnCountries(),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  fields: [
    { name: 'edition', type: 'relationship', relationTo: 'editions', required: true, index: true, maxDepth: 0 },
    country,
    { name: 'event', type: 'text', required: true },
    { name: 'from', type: 'text', required: true },
    { name: 'to', type: 'text', required: true },
    { name: 'actor', type: 'relationship', relationTo: 'users', required: true, maxDepth: 0 },
    { name: 'at', type: 'date', required: true },
    { name: 'comment', type: 'textarea' },
    { name: 'contentHash', type: 'text' },
  ],
})
