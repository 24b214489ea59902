import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'

const NAME = `tests-${randomUUID()}`

/**
 * The connection string of the database `test` in the mongod of the worker that runs this file. Its clients have a name of their own:
 * now and then two workers get the same mongod, and a failure that one asks for is not for the other.
 */
export function databaseUri(): string {
  const uri = inject('databaseUris')[Number(process.env.VITEST_POOL_ID) - 1]
  if (!uri) throw new Error(`Worker ${process.env.VITEST_POOL_ID} has no mongod`)
  return `${uri}&appName=${NAME}`
}
