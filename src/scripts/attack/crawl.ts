import { createHash } from 'node:crypto'

/** The content of each address: its status and the sha256 of its bytes. */
export type Crawl = ReadonlyMap<string, string>

/** Requests one address of the site, as anybody would. */
export type Open = (address: string) => Promise<{ status: number; bytes: Uint8Array }>

/**
 * Opens the start page in every language and every address that a page links to: pages, style sheets, pictures.
 * Addresses with a query are followed too, except for the ticks of a checklist, which are unlimited. The addresses that
 * the start page links to come first: `atMost` limits how many are opened.
 */
export async function crawl(open: Open, { atMost = Number.POSITIVE_INFINITY } = {}): Promise<Crawl> {
  const found = new Map<string, string>()
  const waiting = new Set(['/', '/?lang=fr', '/?lang=es', '/?lang=it', '/?lang=el', '/?lang=de'])
  for (const address of waiting) {
    if (found.size >= atMost) break
    const { status, bytes } = await open(address)
    found.set(address, `${status} ${createHash('sha256').update(bytes).digest('hex')}`)
    for (const next of addressesIn(new TextDecoder().decode(bytes))) waiting.add(next)
  }
  return found
}

/** The addresses at which two crawls differ, with the old and the new content; empty if they are the same. */
export function differencesBetween(before: Crawl, after: Crawl): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((address) => before.get(address) !== after.get(address))
    .map((address) => `${address}: ${before.get(address) ?? 'nothing'} → ${after.get(address) ?? 'nothing'}`)
}

function addressesIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="(\/[^"#]*)/g)]
    .map(([, address = '']) => address.replaceAll('&amp;', '&'))
    .filter((address) => !address.startsWith('//') && !/[?&]c=/.test(address))
}
