import type { CollectionAfterChangeHook } from 'payload'
import { isInsideAction } from '@/access/insideAction'
import type { AccountEvent } from '@/actions/account/recordAccountEvent'
import { recordAuditEvent } from '@/actions/recordAuditEvent'
import { MASTER } from '@/domain/release'
import { asId } from '@/stored/parse'

/** Payload's own screens write these collections; each of their writes is recorded in the same transaction. */
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
    // Changes of accounts go there too: a write of Payload's own screens is not retried, and in the stream of accounts
    // a sign-in at the same moment would make it fail.
    country: asId(doc.country) ?? MASTER,
    action: collection.slug === 'users' ? accountEvent({ operation, changed }) : `${collection.slug}.${operation}`,
    subject: `${collection.slug}/${doc.id}`,
    // Only names of fields: values may be personal, and this record is permanent. A role and its country are not
    // personal.
    details: {
      changed: changed.filter((name) => !SILENT.includes(name)),
      ...(collection.slug === 'memberships' ? { from: roleIn(before), to: roleIn(doc) } : {}),
    },
  })
  return doc
}

/** The same names as when people do it themselves (src/actions/account). */
function accountEvent({ operation, changed }: { operation: string; changed: string[] }): AccountEvent {
  if (operation === 'create') return 'account.made'
  return changed.includes('email') ? 'account.address-changed' : 'account.person-changed'
}

/** What a membership grants; null if there was none. */
function roleIn(doc: Record<string, unknown>): Record<string, unknown> | null {
  if (!doc.role) return null
  const { role, everywhere, country, from, to } = doc
  return { role, everywhere: everywhere === true, country: asId(country), from: dayOf(from), to: dayOf(to) }
}

function dayOf(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : null
}

const SILENT = ['updatedAt', 'createdAt', 'rev', 'updatedBy']
