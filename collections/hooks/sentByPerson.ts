import type { CollectionBeforeOperationHook } from 'payload'

/** What a person sends to be stored; null if there is nothing, or if the system writes. */
export function sentByPerson({
  args,
  operation,
}: Pick<Parameters<CollectionBeforeOperationHook>[0], 'args' | 'operation'>): Record<string, unknown> | null {
  if (!['create', 'update'].includes(operation) || ('overrideAccess' in args && args.overrideAccess)) return null
  return 'data' in args ? Object(args.data) : null
}
