import { inCountryOfNewDocument, inOwnCountries, insideAction, noAdmin, nobody } from '@/access/rules'
import { KEEPERS } from '@/domain/actor'
import { LANGUAGES } from '@/domain/language'
import { defineCollection } from './defineCollection'
import { choice, country, rev, updatedBy } from './fields/stored'
import { keepForEver } from './hooks/guards'

/**
 * A country's version of a toolkit, with the release of the common framework that it is based on. It changes only by
 * decisions.
 */
export const Variants = defineCollection({
  slug: 'variants',
  keepsRevisions: true,
  access: {
    admin: noAdmin,
    create: insideAction(inCountryOfNewDocument([...KEEPERS, 'national-lead'])),
    read: inOwnCountries(),
    update: insideAction(inOwnCountries({ roles: [...KEEPERS, 'national-lead'] })),
    delete: nobody,
    readVersions: inOwnCountries({ path: 'version.country' }),
    unlock: nobody,
  },
  indexes: [{ fields: ['toolkit', 'country'], unique: true }],
  hooks: { beforeChange: [keepForEver('toolkit', 'country')] },
  fields: [
    { name: 'toolkit', type: 'relationship', relationTo: 'toolkits', required: true, index: true, maxDepth: 0 },
    country,
    choice('languages', LANGUAGES, { required: true, hasMany: true }),
    /** The release of the common framework that the country last decided on. */
    { name: 'baseline', type: 'relationship', relationTo: 'releases', required: true, maxDepth: 0 },
    /** Editorial changes of sections that the country never touched come in by themselves. */
    { name: 'acceptsEditorial', type: 'checkbox', defaultValue: false },
    /** Why updates of all its sections wait, and until when (`domain/pause`). */
    { name: 'paused', type: 'json' },
    rev,
    updatedBy,
  ],
})
