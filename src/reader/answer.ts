import { readerDatabase, siteOrigin } from './queries'
import { siteOf } from './site'
import { siteMemory } from './siteMemory'

/** Answers a request for any page of the reader. */
export const { answer } = siteOf({
  database: readerDatabase(),
  origin: siteOrigin,
  bytes: siteMemory(process.env),
})
