import type { CollectionBeforeChangeHook } from 'payload'
import { keptFileOf } from '@/actions/keepPicture'

/** An action has stored the file before it creates the document; the data about the file comes from the action. */
export const noteKeptFileBeforeChange: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'create' ? { ...data, ...keptFileOf(req) } : data
