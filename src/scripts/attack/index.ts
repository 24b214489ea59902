import { accountRaces } from './accountRaces'
import type { Attack } from './attack'
import { fuzzedInputs } from './fuzzedInputs'
import { headers } from './headers'
import { heavyTexts } from './heavyTexts'
import { hiddenNetworks } from './hiddenNetworks'
import { hiddenQueries } from './hiddenQueries'
import { hostileDocuments } from './hostileDocuments'
import { longAddresses } from './longAddresses'
import { ownApprovals } from './ownApprovals'
import { poisonedPages } from './poisonedPages'
import { publishedPages } from './publishedPages'
import { reads } from './reads'
import { revisionRaces } from './revisionRaces'
import { serverFunctions } from './serverFunctions'
import { storedScripts } from './storedScripts'
import { uploads } from './uploads'
import { writes } from './writes'
import { wrongActions } from './wrongActions'

/** All attacks, in the order in which they run: those that only read come first, the one that publishes last. */
export const attacks: Record<string, Attack> = {
  reads,
  hiddenQueries,
  headers,
  longAddresses,
  poisonedPages,
  serverFunctions,
  accountRaces,
  hostileDocuments,
  writes,
  uploads,
  heavyTexts,
  hiddenNetworks,
  wrongActions,
  ownApprovals,
  fuzzedInputs,
  revisionRaces,
  publishedPages,
  storedScripts,
}
