import { inCountryOfNewDocument, insideAction, noAdmin, nobody, ownCountriesAndCommon } from '@/access/rules'
import { DRAFTERS } from '@/domain/actor'
import { defineCollection } from './defineCollection'
import { rev, updatedBy } from './fields/stored'
import { keepForEver } from './hooks/guards'
import { noteKeptFileBeforeChange } from './hooks/keptFile'

/**
 * A picture of one country or of the common framework. Only actions add it, and redraw it from its pixels
 * (src/actions/keepPicture.ts). It never changes and is never deleted, because a release may show it for ever. Its
 * description is in each text that shows it.
 */
export const Media = defineCollection({
  slug: 'media',
  labels: {
    singular: { en: 'Picture', fr: 'Image', es: 'Imagen', it: 'Immagine', el: 'Εικόνα', de: 'Bild' },
    plural: { en: 'Pictures', fr: 'Images', es: 'Imágenes', it: 'Immagini', el: 'Εικόνες', de: 'Bilder' },
  },
  // People may look through the pictures of their country; no screen of Payload's adds one.
  admin: { hidden: false },
  access: {
    admin: noAdmin,
    create: insideAction(inCountryOfNewDocument(DRAFTERS)),
    read: ownCountriesAndCommon(),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  upload: {
    staticDir: process.env.MEDIA_DIR ?? '.data/media',
    // An action has stored the file before it creates the document.
    filesRequiredOnCreate: false,
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp'],
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
    beforeChange: [keepForEver('country', 'filename'), noteKeptFileBeforeChange],
  },
  fields: [
    /** sha256 of the bytes that were sent, by which an import recognises a picture that is already stored. */
    { name: 'sentAs', type: 'text', index: true, admin: { hidden: true } },
    { name: 'country', type: 'text', required: true, index: true, admin: { hidden: true } },
    rev,
    updatedBy,
  ],
})
