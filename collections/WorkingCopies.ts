import { insideAction, members, noAdmin, nobody, ownDocuments } from '@/access/rules'
import { LANGUAGES } from '@/domain/language'
import { defineCollection } from './defineCollection'
import { choice } from './fields/stored'

/**
 * What a person typed or decided in one window and has not saved: for that person only, on whatever device, and for nobody else,
 * whatever their role. The screens write and read what it says (`src/admin/editor/draft.ts`).
 */
export const WorkingCopies = defineCollection({
  slug: 'working-copies',
  access: {
    admin: noAdmin,
    create: insideAction(members),
    read: ownDocuments,
    update: insideAction(ownDocuments),
    delete: insideAction(ownDocuments),
    readVersions: nobody,
    unlock: nobody,
  },
  indexes: [{ fields: ['user', 'owner', 'key', 'language', 'window'], unique: true }],
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, maxDepth: 0 },
    /** The version or the toolkit to which the section belongs. */
    { name: 'owner', type: 'text', required: true },
    /** The section, or the decision on its update (`nameOfDecision`). */
    { name: 'key', type: 'text', required: true },
    choice('language', LANGUAGES, { required: true }),
    /** A name that the window has given itself. */
    { name: 'window', type: 'text', required: true },
    /** JSON, of which the server reads nothing; null once it has ended. */
    { name: 'copy', type: 'text', maxLength: 2_000_000 },
    /** Nothing is unsaved any more. The turn stays, so that an earlier request that arrives later brings nothing back. */
    { name: 'hasEnded', type: 'checkbox', required: true, defaultValue: false },
    /** The later of two of one window: a request can overtake an earlier one. */
    { name: 'turn', type: 'number', required: true },
    { name: 'at', type: 'date', required: true },
  ],
})
