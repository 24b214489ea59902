/** Changes of stored data, in order. None yet; `npm run migrate:create` adds one. */
export const migrations = []
