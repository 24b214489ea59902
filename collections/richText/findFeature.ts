import { createServerFeature } from '@payloadcms/richtext-lexical'

/** Finds and replaces words in a text. */
export const findFeature = createServerFeature({
  key: 'find',
  feature: { ClientFeature: '/src/admin/editor/find/findFeature.client#FindFeature' },
})
