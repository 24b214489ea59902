import type { Migration } from '@/database/migrations'

/** Changes of stored data, in order. `npm run migrate:create` adds one; each is written so that running it again changes nothing. */
export const migrations: Migration[] = []
