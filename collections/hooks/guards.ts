import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeOperationHook } from 'payload'
import { isInsideAction } from '@/access/insideAction'

const DEFAULT_LANGUAGE = 'en'
const LOCALIZED_WRITES = ['create', 'update', 'restoreVersion']

/**
 * A write names its language: without one Payload answers 200 and stores nothing. Reads without one get the default
 * language, and nothing in place of what is missing.
 */
export const requireLocaleBeforeOperation: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const localization = req.payload.config.localization
  if (!localization) return args
  const locale = req.locale ?? ''
  if (localization.localeCodes.includes(locale)) return args
  if (LOCALIZED_WRITES.includes(operation)) {
    throw new APIError(`Name the language to write in: locale = ${localization.localeCodes.join(', ')}`, 400)
  }
  if (req.locale !== 'all') req.locale = DEFAULT_LANGUAGE
  return args
}

/** Every saved revision knows its author; what a client sends here is ignored. */
export const stampAuthorBeforeChange: CollectionBeforeChangeHook = ({ data, req }) => ({
  ...data,
  updatedBy: req.user?.id ?? data.updatedBy ?? null,
})

/** Counts revisions. Each stored change has the next number, so that a writer can name the one they saw. */
export const countRevisionBeforeChange: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => ({
  ...data,
  rev: operation === 'create' ? 1 : Number(originalDoc?.rev ?? 0) + 1,
})

/**
 * Screens of the admin send the revision they were opened with. A write that names none, or an older one, is refused;
 * actions compare revisions themselves.
 */
export const refuseStaleRevisionBeforeChange: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation === 'create' || isInsideAction(req) || !req.user) return data
  if (typeof data.rev !== 'number') throw new APIError('Name the revision that you saw (rev).', 428, undefined, true)
  if (data.rev !== Number(originalDoc?.rev ?? 0)) {
    throw new APIError(
      'Somebody else has saved this since you opened it. Open it again in a second window, compare, and save once more.',
      409,
      { saved: originalDoc },
      true,
    )
  }
  return data
}

/** Fields that never change once they are set, whatever the route: country, toolkit, section key. */
export function keepForEver(...names: string[]): CollectionBeforeChangeHook {
  return ({ data, originalDoc, operation }) => {
    if (operation === 'create') return data
    for (const name of names) {
      const before = idOf(originalDoc?.[name])
      if (name in data && before !== undefined && idOf(data[name]) !== before) {
        throw new APIError(`"${name}" cannot be changed.`, 403, undefined, true)
      }
    }
    return data
  }
}

function idOf(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  return typeof value === 'object' && 'id' in value ? String(value.id) : String(value)
}
