import type { LinkAnswer } from '@/domain/check/answers'
import { grouped } from '@/domain/grouped'
import { askForPage } from './askForPage'
import type { Network } from './network'

/** How many pages are asked for at most, how many sites at once, and after how many milliseconds no further page is. */
const BOUNDS = { pages: 40, sites: 8, time: 20_000 }

/**
 * Asks for pages, one after the other of each site, and tells what came of each as soon as it is known. Pages beyond the bounds are not
 * asked for.
 */
export async function askForPages({
  pages,
  network,
  tell,
  bounds = BOUNDS,
}: {
  pages: readonly string[]
  network: Network
  tell: (page: string, answer: LinkAnswer) => void
  bounds?: typeof BOUNDS
}): Promise<void> {
  const end = performance.now() + bounds.time
  const sites = grouped(pages.slice(0, bounds.pages), (page) => new URL(page).hostname).values()
  async function askNextSites(): Promise<void> {
    for (const site of sites)
      for (const page of site) {
        if (performance.now() > end) return
        tell(page, await askForPage({ page, network }))
      }
  }
  await Promise.all(Array.from({ length: bounds.sites }, askNextSites))
}
