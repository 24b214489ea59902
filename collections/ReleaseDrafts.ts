import { insideAction, keepers, noAdmin, nobody } from '@/access/rules'
import { defineCollection } from './defineCollection'
import { madeBy, rev, updatedBy } from './fields/stored'
import { keepForEver } from './hooks/guards'

/**
 * What the coordinators have written so far for the next release of one common framework. It is public only as far as a
 * release contains it.
 */
export const ReleaseDrafts = defineCollection({
  slug: 'release-drafts',
  keepsRevisions: true,
  access: {
    admin: noAdmin,
    create: insideAction(keepers),
    read: keepers,
    update: insideAction(keepers),
    delete: nobody,
    readVersions: keepers,
    unlock: nobody,
  },
  indexes: [{ fields: ['toolkit'], unique: true }],
  hooks: { beforeChange: [keepForEver('toolkit')] },
  fields: [
    { name: 'toolkit', type: 'relationship', relationTo: 'toolkits', required: true, maxDepth: 0 },
    /** One for each section; see `DraftNote`. */
    { name: 'notes', type: 'json', required: true },
    /** The summary and the number; see `DraftRelease`. */
    { name: 'release', type: 'json', required: true },
    rev,
    updatedBy,
    ...madeBy,
  ],
})
