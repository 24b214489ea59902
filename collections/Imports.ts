import { insideAction, keepers, noAdmin, nobody } from '@/access/rules'
import { LANGUAGES } from '@/domain/language'
import { defineCollection } from './defineCollection'
import { choice } from './fields/stored'

/**
 * What one import brought: how the document was cut, and for each section its text (a blob) and its place. The next
 * document is merged into the working text with this as the base. Never changed, never deleted.
 */
export const Imports = defineCollection({
  slug: 'imports',
  access: {
    admin: noAdmin,
    create: insideAction(keepers),
    read: keepers,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  indexes: [{ fields: ['toolkit', 'language', 'seq'], unique: true }],
  fields: [
    { name: 'toolkit', type: 'relationship', relationTo: 'toolkits', required: true, index: true, maxDepth: 0 },
    choice('language', LANGUAGES, { required: true }),
    { name: 'seq', type: 'number', required: true },
    /** The name of the file or folder, as people see it. */
    { name: 'file', type: 'text', maxLength: 300 },
    /** Cut at headings up to this level; missing if the tool chose the level. */
    { name: 'level', type: 'number' },
    { name: 'at', type: 'date', required: true },
    /** In the order of the document; see `ImportEntry`. */
    { name: 'sections', type: 'json', required: true },
    { name: 'actor', type: 'relationship', relationTo: 'users', required: true, maxDepth: 0 },
  ],
})
