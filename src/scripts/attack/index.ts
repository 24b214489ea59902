import { accountRaces } from './accountRaces'
import type { Attack } from './attack'
import { hiddenQueries } from './hiddenQueries'
import { hostileDocuments } from './hostileDocuments'
import { reads } from './reads'
import { serverFunctions } from './serverFunctions'

/** All attacks, in the order in which they run: those that only read come first. */
export const attacks: Record<string, Attack> = {
  reads,
  hiddenQueries,
  serverFunctions,
  accountRaces,
  hostileDocuments,
}
