import { accountRaces } from './accountRaces'
import type { Attack } from './attack'
import { fuzzedInputs } from './fuzzedInputs'
import { headers } from './headers'
import { hiddenQueries } from './hiddenQueries'
import { hostileDocuments } from './hostileDocuments'
import { publishedPages } from './publishedPages'
import { reads } from './reads'
import { revisionRaces } from './revisionRaces'
import { serverFunctions } from './serverFunctions'
import { writes } from './writes'

/** All attacks, in the order in which they run: those that only read come first. */
export const attacks: Record<string, Attack> = {
  reads,
  hiddenQueries,
  headers,
  serverFunctions,
  accountRaces,
  hostileDocuments,
  writes,
  fuzzedInputs,
  revisionRaces,
  publishedPages,
}
