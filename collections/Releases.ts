import { anyone, inCountryOfNewDocument, insideAction, noAdmin, nobody } from '@/access/rules'
import { PUBLISHERS } from '@/domain/actor'
import { LANGUAGES } from '@/domain/language'
import { defineCollection } from './defineCollection'
import { choice, country } from './fields/stored'

/** A numbered publication of the common framework or of a national version. Public; never changed, never deleted. */
export const Releases = defineCollection({
  slug: 'releases',
  access: {
    admin: noAdmin,
    create: insideAction(inCountryOfNewDocument(PUBLISHERS)),
    read: anyone,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  // The first index is the commit point of publishing: whoever inserts a number has published it.
  indexes: [
    { fields: ['toolkit', 'country', 'seq'], unique: true },
    { fields: ['toolkit', 'country', 'version', 'kind'], unique: true },
  ],
  fields: [
    { name: 'toolkit', type: 'relationship', relationTo: 'toolkits', required: true, index: true, maxDepth: 0 },
    country,
    /** The toolkit's part of addresses: readers' pages query by it. */
    { name: 'slug', type: 'text', required: true, index: true },
    { name: 'seq', type: 'number', required: true },
    { name: 'version', type: 'text', required: true },
    choice('kind', ['release', 'withdrawal'], { required: true }),
    choice('languages', LANGUAGES, { hasMany: true }),
    { name: 'publishedAt', type: 'date', required: true },
    { name: 'notes', type: 'textarea' },
    /** What the coordinator says of each changed section; only of the common framework. */
    { name: 'changes', type: 'json' },
    { name: 'manifest', type: 'json', required: true },
    { name: 'manifestHash', type: 'text', required: true, index: true },
    { name: 'baseline', type: 'json' },
    /** What its pages say about the toolkit, the country and each picture: they read it only from here. */
    { name: 'about', type: 'json', required: true },
    { name: 'pictures', type: 'json', required: true },
    /** Ids of the pictures that its texts show: the site serves these and no others. */
    { name: 'files', type: 'text', hasMany: true, index: true },
    /** The edition that was approved; its decisions say by whom. */
    { name: 'edition', type: 'text' },
  ],
})
