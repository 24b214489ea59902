import { linkTarget } from '../safeUrl'
import { linksIn } from './addresses'
import type { CheckedText } from './checkedText'
import type { Finding } from './finding'

/**
 * What came of asking for a page of another site: the site has it, or says that it is not there; nothing usable came; or the site did not
 * prove whose it is.
 */
export type LinkAnswer = 'there' | 'gone' | 'silent' | 'unproven'

/** What came of it, and when, in ISO 8601. */
export type DatedAnswer = { is: LinkAnswer; at: string }

/** What is remembered of a page, as `pagesOfOtherSites` names it. */
export type LinkAnswers = { get: (page: string) => DatedAnswer | undefined }

/** The pages of other sites to which texts lead their readers, each once, in reading order. */
export function pagesOfOtherSites({ texts, origin }: { texts: readonly CheckedText[]; origin: string }): string[] {
  const addresses = texts.flatMap(linksIn).map(({ address }) => address)
  return [...new Set(addresses.flatMap((address) => pageOfOtherSite({ address, origin }) ?? []))]
}

/** Finds links to pages that did not answer when they were last asked for. What nobody asked for is not found. */
export function unansweredLinks({
  text,
  origin,
  answers,
}: {
  text: CheckedText
  origin: string
  answers: LinkAnswers
}): Finding[] {
  return linksIn(text).flatMap(({ address, at }): Finding[] => {
    const page = pageOfOtherSite({ address, origin })
    const answer = page === undefined ? undefined : answers.get(page)
    return !answer || answer.is === 'there' ? [] : [{ is: `link-${answer.is}`, address, at }]
  })
}

/** Fewer can be down at once. */
const MANY = 3

/**
 * Did none of many pages give any answer? Then it is not they who are away: the server that asked has no way to other sites, and nothing is
 * known of them.
 */
export function isCutOff({ pages, answers }: { pages: readonly string[]; answers: LinkAnswers }): boolean {
  const known = pages.flatMap((page) => answers.get(page) ?? [])
  return known.length >= MANY && known.every(({ is }) => is === 'silent')
}

/** A site that is down for a moment is not asked again and again. */
const AGAIN_AFTER = 10 * 60_000

/** The pages for which nobody asked yet, and those that did not answer ten minutes ago or earlier. */
export function pagesToAskFor({
  pages,
  answers,
  now,
}: {
  pages: readonly string[]
  answers: LinkAnswers
  now: string
}): string[] {
  const before = Date.parse(now) - AGAIN_AFTER
  return pages.filter((page) => {
    const answer = answers.get(page)
    return !answer || (answer.is !== 'there' && Date.parse(answer.at) <= before)
  })
}

/** Without the place on the page, which servers are never told; undefined if it is no page or one of this site. */
function pageOfOtherSite({ address, origin }: { address: string; origin: string }): string | undefined {
  const target = linkTarget(address)
  if (target === undefined || !/^https?:/i.test(target)) return undefined
  const page = new URL(target)
  page.hash = ''
  return page.origin === origin ? undefined : page.href
}
