import type { CollectionAfterChangeHook } from 'payload'
import { isInsideAction } from '@/access/insideAction'
import { recordAuditEvent } from '@/actions/recordAuditEvent'
import { MASTER } from '@/domain/release'
import { asId } from '@/stored/parse'

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
    country: asId(doc.country) ?? MASTER,
    action: `${collection.slug}.${operation}`,
    subject: `${collection.slug}/${doc.id}`,
    // Names of fields only: values may be personal, and this record is for ever. What a role is and where it holds is not.
    details: {
      changed: changed.filter((name) => !SILENT.includes(name)),
      ...(collection.slug === 'memberships' ? { from: roleIn(before), to: roleIn(doc) } : {}),
    },
  })
  return doc
}

/** What a membership gives; null where there was none. */
function roleIn(doc: Record<string, unknown>): Record<string, unknown> | null {
  if (!doc.role) return null
  const { role, everywhere, country, from, to } = doc
  return { role, everywhere: everywhere === true, country: asId(country), from: dayOf(from), to: dayOf(to) }
}

function dayOf(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : null
}

const SILENT = ['updatedAt', 'createdAt', 'rev', 'updatedBy']
