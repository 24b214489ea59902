import { inCountryOfNewDocument, insideAction, noAdmin, nobody, ownCountriesAndCommon } from '@/access/rules'
import { DRAFTERS } from '@/domain/actor'
import { defineCollection } from './defineCollection'
import { rev, updatedBy } from './fields/stored'
import { keepForEver } from './hooks/guards'
import { noteKeptFileBeforeChange } from './hooks/keptFile'

/**
 * A picture of one country or of the common framework. It is put in by actions alone, which draw it again from its pixels
 * (src/actions/keepPicture.ts). It never changes and is never deleted: a release may show it for ever. What it shows is written in
 * the text that shows it.
 */
export const Media = defineCollection({
  slug: 'media',
  labels: {
    singular: { en: 'Picture', fr: 'Image', es: 'Imagen', it: 'Immagine', el: 'Εικόνα', de: 'Bild' },
    plural: { en: 'Pictures', fr: 'Images', es: 'Imágenes', it: 'Immagini', el: 'Εικόνες', de: 'Bilder' },
  },
  // Everybody may look through the pictures of their country; no screen of Payload's puts one in.
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
    // An action has kept the file before it makes the document.
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
    /** sha256 of the bytes that were sent: by it an import recognises a picture that is stored already. */
    { name: 'sentAs', type: 'text', index: true, admin: { hidden: true } },
    { name: 'country', type: 'text', required: true, index: true, admin: { hidden: true } },
    rev,
    updatedBy,
  ],
})
