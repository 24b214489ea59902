import { LRUCache } from 'lru-cache'
import type { DatedAnswer, LinkAnswers } from '@/domain/check/answers'

declare global {
  /** Of the process, not of this module: the built application gives the API and the screens each their own copy of a module. */
  var answersOfLinks: LRUCache<string, DatedAnswer> | undefined
}

/** How many answers a server remembers, and for how long: a day, in which somebody corrects what was found. */
const BOUNDS = { max: 20_000, ttl: 24 * 3600_000 }

globalThis.answersOfLinks ??= new LRUCache(BOUNDS)
const answers = globalThis.answersOfLinks

/** What this server remembers. Another one asks for itself. */
export const rememberedAnswers: LinkAnswers = { get: (page) => answers.get(page) }

export function rememberAnswer(page: string, answer: DatedAnswer): void {
  answers.set(page, answer)
}
