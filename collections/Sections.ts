import { insideAction, keepers, members, noAdmin, nobody, unlessDeleted } from '@/access/rules'
import { AUDIENCES, MOST_CHARACTERS, POLICIES, STAGES } from '@/domain/section'
import { defineCollection } from './defineCollection'
import { richTextField } from './fields/richTextField'
import { choice, deleted, madeBy, rev, updatedBy } from './fields/stored'
import { keepForEver } from './hooks/guards'

/** The working text of one section of the common framework. Every revision is kept; readers see releases only. */
export const Sections = defineCollection({
  slug: 'sections',
  keepsRevisions: true,
  access: {
    admin: noAdmin,
    create: insideAction(keepers),
    read: unlessDeleted(members),
    update: insideAction(keepers),
    delete: nobody,
    readVersions: members,
    unlock: nobody,
  },
  indexes: [
    { fields: ['toolkit', 'key'], unique: true },
    { fields: ['toolkit', 'slug'], unique: true },
  ],
  hooks: { beforeChange: [keepForEver('toolkit', 'key', 'slug')] },
  fields: [
    { name: 'toolkit', type: 'relationship', relationTo: 'toolkits', required: true, index: true, maxDepth: 0 },
    { name: 'key', type: 'text', required: true },
    { name: 'slug', type: 'text', required: true },
    { name: 'parent', type: 'text' },
    { name: 'rank', type: 'text', required: true },
    /** Not part of the next release; its text and history stay. */
    { name: 'retired', type: 'checkbox', defaultValue: false },
    { name: 'title', type: 'text', localized: true, maxLength: MOST_CHARACTERS.title },
    { name: 'summary', type: 'textarea', localized: true, maxLength: MOST_CHARACTERS.summary },
    richTextField('body'),
    choice('audiences', AUDIENCES, { hasMany: true }),
    choice('stages', STAGES, { hasMany: true }),
    choice('policy', POLICIES, { required: true, defaultValue: 'free' }),
    { name: 'guidance', type: 'textarea', localized: true, maxLength: MOST_CHARACTERS.guidance },
    /** What is asked of countries for single parts of the text (`domain/partRules`). */
    { name: 'rules', type: 'json' },
    deleted,
    rev,
    updatedBy,
    ...madeBy,
  ],
})
