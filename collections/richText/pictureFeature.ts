import { UploadFeature } from '@payloadcms/richtext-lexical'
import { pictureFields } from './pictureFields'

/**
 * Pictures in a text, stored as Payload's editor stores them. Adding and showing them is ours, because Payload's own
 * screens for that leave the text.
 */
export function pictureFeature(): ReturnType<typeof UploadFeature> {
  const theirs = UploadFeature({ enabledCollections: ['media'], collections: { media: { fields: pictureFields } } })
  const { feature } = theirs
  if (typeof feature !== 'function') throw new Error('Payload builds its feature of uploads in another way than before')
  return {
    ...theirs,
    feature: async (given) => ({
      ...(await feature(given)),
      ClientFeature: '/src/admin/editor/picture/pictureFeature.client#PictureFeature',
    }),
  } as ReturnType<typeof UploadFeature>
}
