import { inject } from 'vitest'

/** The connection string of the database `test` in the mongod of the worker that runs this file. */
export function databaseUri(): string {
  const uri = inject('databaseUris')[Number(process.env.VITEST_POOL_ID) - 1]
  if (!uri) throw new Error(`Worker ${process.env.VITEST_POOL_ID} has no mongod`)
  return uri
}
