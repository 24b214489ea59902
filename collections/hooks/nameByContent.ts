import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { APIError, type CollectionBeforeOperationHook } from 'payload'

/**
 * A file is named by its content: the same picture is one file, and no upload can replace another's. Its bytes are
 * never replaced afterwards, since releases show it.
 */
export const nameByContentBeforeOperation: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const file = req.file
  if (!file) return args
  if (operation === 'update') throw new APIError('A picture is not replaced: add the new one.', 400, undefined, true)
  if (operation === 'create') {
    file.name = `${createHash('sha256').update(file.data).digest('hex')}${extname(file.name).toLowerCase()}`
  }
  return args
}
