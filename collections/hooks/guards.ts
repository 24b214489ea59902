import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import { actorOf } from '@/access/actorOf'
import { actionOf, isInsideAction } from '@/access/insideAction'
import { languageOf } from '@/access/languageOf'
import { requestError } from '@/access/requestError'
import { foremostRole } from '@/domain/actor'
import { MASTER } from '@/domain/release'
import { nameOnScreen } from './nameOnScreen'

const DEFAULT_LANGUAGE = 'en'
const LOCALIZED_WRITES = ['create', 'update', 'restoreVersion']

/**
 * A write must name its language: without one Payload answers 200 and stores nothing. Reads without one get the default
 * language, and nothing instead of missing values.
 */
export const requireLocaleBeforeOperation: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const localization = req.payload.config.localization
  if (!localization) return args
  const locale = req.locale ?? ''
  if (localization.localeCodes.includes(locale)) return args
  if (LOCALIZED_WRITES.includes(operation)) {
    const known = localization.localeCodes.join(', ')
    throw requestError({ req, refusal: { key: 'request.language-missing', params: { known } } })
  }
  if (req.locale !== 'all') req.locale = DEFAULT_LANGUAGE
  return args
}

/** Every saved revision has its author; a value from a client is ignored. */
export const stampAuthorBeforeChange: CollectionBeforeChangeHook = ({ data, req }) => ({
  ...data,
  updatedBy: req.user?.id ?? data.updatedBy ?? null,
})

/** Every revision made by an action has the name of the action and the role of its author. */
export const stampActionBeforeChange: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const actor = await actorOf(req)
  const country = String(data.country ?? originalDoc?.country ?? MASTER)
  return { ...data, did: actionOf(req), didAs: actor && foremostRole({ actor, country }) }
}

/** Numbers the revisions. Each stored change has the next number, so that a writer can name the one that they saw. */
export const countRevisionBeforeChange: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => ({
  ...data,
  rev: operation === 'create' ? 1 : Number(originalDoc?.rev ?? 0) + 1,
})

/**
 * Screens of the admin send the revision that they were opened with. A write without one is refused here, where the
 * original input is visible: later, Payload has filled in the stored values. The application's own writes are accepted.
 */
export const requireRevisionBeforeOperation: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'update' || args.overrideAccess || isInsideAction(req)) return args
  const sent: Partial<Record<string, unknown>> = 'data' in args ? Object(args.data) : {}
  if (typeof sent.rev === 'number') return args
  throw requestError({ req, refusal: { key: 'request.revision-missing' } })
}

/**
 * A revision from Payload's own screens can only be read. Payload would replace what is stored without asking which
 * revision the person saw; to restore a value, a person types it into the form again.
 */
export const refuseRestoringBeforeOperation: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'restoreVersion') return args
  throw requestError({ req, refusal: { key: 'request.no-restoring' } })
}

/** Refuses a write that names an older revision than the stored one; actions compare revisions themselves. */
export const refuseStaleRevisionBeforeChange: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation === 'create' || isInsideAction(req)) return data
  if (data.rev !== undefined && data.rev !== Number(originalDoc?.rev ?? 0)) {
    throw requestError({
      req,
      refusal: { key: 'request.saved-before' },
      // Only the revision, because the stored document contains fields that this person may not read.
      details: {
        saved: { rev: originalDoc?.rev ?? 0, updatedAt: originalDoc?.updatedAt, updatedBy: originalDoc?.updatedBy },
      },
    })
  }
  return data
}

/** Fields that never change once they are set, on any route: country, toolkit, section key. */
export function keepForEver(...names: string[]): CollectionBeforeChangeHook {
  return ({ collection, data, originalDoc, operation, req }) => {
    if (operation === 'create') return data
    for (const name of names) {
      const before = idOf(originalDoc?.[name])
      if (name in data && before !== undefined && idOf(data[name]) !== before) {
        const params = { field: nameOnScreen({ collection, name, language: languageOf(req) }) }
        throw requestError({ req, refusal: { key: 'request.kept-for-ever', params } })
      }
    }
    return data
  }
}

function idOf(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  return typeof value === 'object' && 'id' in value ? String(value.id) : String(value)
}
