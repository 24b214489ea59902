import { administrators, keepers, members, noAdmin, nobody } from '@/access/rules'
import { LANGUAGES } from '@/domain/language'
import { LONGEST_TOOLKIT_SLUG, TOOLKIT_SLUG } from '@/domain/slug'
import { defineCollection } from './defineCollection'
import { choice, rev, updatedBy } from './fields/stored'
import { auditAdministrationAfterChange } from './hooks/audit'
import { keepForEver } from './hooks/guards'

/** The whole work: it has one common framework and many national versions. */
export const Toolkits = defineCollection({
  slug: 'toolkits',
  labels: {
    singular: { en: 'Toolkit', fr: 'Boîte à outils', es: 'Guía', it: 'Toolkit', el: 'Οδηγός', de: 'Toolkit' },
    plural: { en: 'Toolkits', fr: 'Boîtes à outils', es: 'Guías', it: 'Toolkit', el: 'Οδηγοί', de: 'Toolkits' },
  },
  editedInAdmin: true,
  keepsRevisions: true,
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'slug'] },
  access: {
    admin: noAdmin,
    create: keepers,
    read: members,
    update: keepers,
    delete: nobody,
    readVersions: administrators,
    unlock: nobody,
  },
  hooks: { beforeChange: [keepForEver('slug')], afterChange: [auditAdministrationAfterChange] },
  fields: [
    {
      name: 'slug',
      label: { en: 'Address', fr: 'Adresse', es: 'Dirección', it: 'Indirizzo', el: 'Διεύθυνση', de: 'Adresse' },
      type: 'text',
      required: true,
      unique: true,
      index: true,
      validate: (value: unknown) =>
        (typeof value === 'string' && TOOLKIT_SLUG.test(value) && value.length <= LONGEST_TOOLKIT_SLUG) ||
        'Small letters, digits and hyphens, at most 60: it is part of the address for ever.',
    },
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 200 },
    { name: 'description', type: 'textarea', localized: true, maxLength: 1000 },
    choice('sourceLanguage', LANGUAGES, { required: true, defaultValue: 'en' }),
    { name: 'sample', type: 'checkbox', defaultValue: false },
    rev,
    updatedBy,
  ],
})
