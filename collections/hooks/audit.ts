import type { CollectionAfterChangeHook } from 'payload'
import { isInsideAction } from '@/access/insideAction'
import { recordAuditEvent } from '@/actions/recordAuditEvent'
import { MASTER } from '@/domain/release'

/** Payload's own screens write these collections; each of their writes is put on record in the same transaction. */
export const auditAdministrationAfterChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (isInsideAction(req)) return doc
  const before: Record<string, unknown> = previousDoc ?? {}
  const changed = Object.keys(doc).filter((name) => JSON.stringify(doc[name]) !== JSON.stringify(before[name]))
  await recordAuditEvent({
    req,
    country: typeof doc.country === 'string' ? doc.country : MASTER,
    action: `${collection.slug}.${operation}`,
    subject: `${collection.slug}/${doc.id}`,
    // Names of fields only: values may be personal, and this record is for ever.
    details: { changed: changed.filter((name) => !SILENT.includes(name)) },
  })
  return doc
}

const SILENT = ['updatedAt', 'createdAt', 'rev', 'updatedBy', 'sessions', 'hash', 'salt', 'loginAttempts', 'lockUntil']
