import {
  inCountryOfNewDocument,
  inCountryOfNewOrOwnDocument,
  noAdmin,
  nobody,
  ownCountriesAndCommon,
} from '@/access/rules'
import { DRAFTERS } from '@/domain/actor'
import { defineCollection } from './defineCollection'
import { rev, updatedBy } from './fields/stored'
import { auditAdministrationAfterChange } from './hooks/audit'
import { keepForEver } from './hooks/guards'
import { nameByContentBeforeOperation } from './hooks/nameByContent'
import { nameOwnCountryBeforeValidate } from './hooks/nameOwnCountry'

/** A picture. The file never changes and is never deleted: a release may show it for ever. */
export const Media = defineCollection({
  slug: 'media',
  labels: {
    singular: { en: 'Picture', fr: 'Image', es: 'Imagen', it: 'Immagine', el: 'Εικόνα', de: 'Bild' },
    plural: { en: 'Pictures', fr: 'Images', es: 'Imágenes', it: 'Immagini', el: 'Εικόνες', de: 'Bilder' },
  },
  editedInAdmin: true,
  access: {
    admin: noAdmin,
    create: inCountryOfNewOrOwnDocument(DRAFTERS),
    read: ownCountriesAndCommon(),
    update: inCountryOfNewDocument(DRAFTERS),
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  upload: {
    staticDir: process.env.MEDIA_DIR ?? '.data/media',
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'],
    pasteURL: false,
    crop: false,
    focalPoint: false,
    displayPreview: true,
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
      return headers
    },
  },
  hooks: {
    beforeOperation: [nameByContentBeforeOperation],
    beforeValidate: [nameOwnCountryBeforeValidate],
    beforeChange: [keepForEver('country', 'filename')],
    afterChange: [auditAdministrationAfterChange],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      localized: true,
      maxLength: 500,
      label: {
        en: 'What the picture shows',
        fr: 'Ce que montre l’image',
        es: 'Lo que muestra la imagen',
        it: 'Che cosa mostra l’immagine',
        el: 'Τι δείχνει η εικόνα',
        de: 'Was das Bild zeigt',
      },
    },
    { name: 'country', type: 'text', required: true, index: true, admin: { hidden: true } },
    rev,
    updatedBy,
  ],
})
