import { noAdmin, nobody } from '@/access/rules'
import { defineCollection } from './defineCollection'

/**
 * The content of one section at one moment in all its languages, addressed by the sha256 of its canonical JSON. Never
 * changed, never deleted. No route serves it, because it includes drafts that were sent for review.
 */
export const Blobs = defineCollection({
  slug: 'blobs',
  access: {
    admin: noAdmin,
    create: nobody,
    read: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  timestamps: false,
  fields: [
    {
      name: 'id',
      type: 'text',
      required: true,
      validate: (value: unknown) => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) || 'sha256',
    },
    { name: 'json', type: 'json', required: true },
  ],
})
