import { createServerFeature } from '@payloadcms/richtext-lexical'

/** Buttons to undo and redo. */
export const undoFeature = createServerFeature({
  key: 'undo',
  feature: { ClientFeature: '/src/admin/editor/undo/undoFeature.client#UndoFeature' },
})
