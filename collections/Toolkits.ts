import { administrators, keepers, members, noAdmin, nobody, unlessDeleted } from '@/access/rules'
import { LANGUAGES } from '@/domain/language'
import { LONGEST_TOOLKIT_SLUG, TOOLKIT_SLUG } from '@/domain/slug'
import { LONGEST_TOOLKIT_TITLE } from '@/stored/longestToolkitTitle'
import { defineCollection } from './defineCollection'
import { choice, deleted, rev, updatedBy } from './fields/stored'
import { auditAdministrationAfterChange } from './hooks/audit'
import { keepForEver } from './hooks/guards'

/** The whole work: one common framework and many national versions. */
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
    read: unlessDeleted(members),
    update: unlessDeleted(keepers),
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
      admin: {
        components: { Field: '/src/admin/toolkit/AddressField#AddressField' },
        description: {
          en: 'Part of every address on the site. It cannot be changed once the toolkit is saved.',
          fr: 'Figure dans toutes les adresses du site. Elle ne peut plus être modifiée une fois la boîte à outils enregistrée.',
          es: 'Forma parte de todas las direcciones del sitio. No se puede cambiar una vez guardada la guía.',
          it: 'Fa parte di tutti gli indirizzi del sito. Non si può più modificare dopo il salvataggio del toolkit.',
          el: 'Περιλαμβάνεται σε κάθε διεύθυνση του ιστοτόπου. Δεν αλλάζει μετά την αποθήκευση του οδηγού.',
          de: 'Steht in jeder Adresse der Website. Sie lässt sich nicht mehr ändern, sobald das Toolkit gespeichert ist.',
        },
      },
      validate: (value: unknown) =>
        (typeof value === 'string' && TOOLKIT_SLUG.test(value) && value.length <= LONGEST_TOOLKIT_SLUG) ||
        'Small letters, digits and hyphens, at most 60: it is part of the address for ever.',
    },
    { name: 'title', type: 'text', required: true, localized: true, maxLength: LONGEST_TOOLKIT_TITLE },
    { name: 'description', type: 'textarea', localized: true, maxLength: 1000 },
    choice('sourceLanguage', LANGUAGES, { required: true, defaultValue: 'en' }),
    { name: 'sample', type: 'checkbox', defaultValue: false },
    deleted,
    rev,
    updatedBy,
  ],
})
