import { administrators, anyone, noAdmin, nobody } from '@/access/rules'
import { LANGUAGES } from '@/domain/language'
import { defineCollection } from './defineCollection'
import { choice, rev, updatedBy } from './fields/stored'
import { auditAdministrationAfterChange } from './hooks/audit'

/** A country that can have national versions; its id is its ISO 3166 code in lower case. Public. */
export const Countries = defineCollection({
  slug: 'countries',
  labels: {
    singular: { en: 'Country', fr: 'Pays', es: 'País', it: 'Paese', el: 'Χώρα', de: 'Land' },
    plural: { en: 'Countries', fr: 'Pays', es: 'Países', it: 'Paesi', el: 'Χώρες', de: 'Länder' },
  },
  editedInAdmin: true,
  keepsRevisions: true,
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'id', 'languages'] },
  access: {
    admin: noAdmin,
    create: administrators,
    read: anyone,
    update: administrators,
    delete: nobody,
    readVersions: administrators,
    unlock: nobody,
  },
  hooks: { afterChange: [auditAdministrationAfterChange] },
  fields: [
    {
      name: 'id',
      type: 'text',
      required: true,
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[a-z]{2}$/.test(value)) || 'Two small letters, as in ISO 3166: ie, fr, cy.',
    },
    { name: 'name', type: 'text', required: true, localized: true },
    choice('languages', LANGUAGES, { required: true, hasMany: true }),
    rev,
    updatedBy,
  ],
})
