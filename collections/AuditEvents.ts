import { inOwnCountries, noAdmin, nobody } from '@/access/rules'
import { defineCollection } from './defineCollection'
import { country } from './fields/stored'

/** One thing that somebody did, linked by hash to the previous event of the same stream. Append-only. */
export const AuditEvents = defineCollection({
  slug: 'audit-events',
  access: {
    admin: noAdmin,
    create: nobody,
    read: inOwnCountries({ roles: ['admin', 'coordinator', 'national-lead'] }),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  timestamps: false,
  indexes: [{ fields: ['country', 'seq'], unique: true }],
  fields: [
    country,
    { name: 'seq', type: 'number', required: true },
    { name: 'at', type: 'date', required: true },
    { name: 'actor', type: 'text', required: true },
    { name: 'action', type: 'text', required: true },
    { name: 'subject', type: 'text', required: true, index: true },
    { name: 'details', type: 'json' },
    { name: 'previousHash', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true },
  ],
})
