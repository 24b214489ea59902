import type { CollectionBeforeChangeHook } from 'payload'
import { keptFileOf } from '@/actions/keepPicture'

/** An action has kept the file before it makes the document; what is known of it comes from there. */
export const noteKeptFileBeforeChange: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'create' ? { ...data, ...keptFileOf(req) } : data
