import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'

const NAME = `tests-${randomUUID()}`

/**
 * The connection string of the database `test` in the mongod of the worker that runs this file. Its clients have a
 * unique name: sometimes two workers get the same mongod, and a fail point of one must not affect the other.
 */
export function databaseUri(): string {
  const uri = inject('databaseUris')[Number(process.env.VITEST_POOL_ID) - 1]
  if (!uri) throw new Error(`Worker ${process.env.VITEST_POOL_ID} has no mongod`)
  return `${uri}&appName=${NAME}`
}
