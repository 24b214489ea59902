import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'

/** Our screens load this much script at most, compressed: a screen of Payload loads 840 KB. */
const MOST_SCRIPT_BYTES = 230_000

const seen = new Set<string>()
const sizes = new Map<string, number>()

/** Screens with an editor, which loads while one reads. */
const WITH_EDITOR = /\/(section\/:id|updates\/:id|proposal\/:id|add)$/

/**
 * The page shows its title without script, and if it has no editor, the script that it names is small. Each screen is
 * looked at once in a run.
 */
export async function expectLight(page: Page, screen: string): Promise<void> {
  if (seen.has(screen)) return
  seen.add(screen)
  // A request of the page itself: another one would not be that of the person.
  const html = await page.evaluate(async (address) => (await fetch(address)).text(), page.url())
  expect.soft(html, `${screen} without script`).toMatch(/<h1[ >]/)
  if (WITH_EDITOR.test(screen)) return
  const bytes = await Promise.all(scriptsIn(html).map((address) => sizeOf(page, address)))
  const sum = bytes.reduce((all, one) => all + one, 0)
  expect.soft(sum, `bytes of script of ${screen}`).toBeGreaterThan(0)
  expect.soft(sum, `bytes of script of ${screen}`).toBeLessThan(MOST_SCRIPT_BYTES)
}

/** The addresses of the scripts that every current browser loads. */
function scriptsIn(html: string): string[] {
  const tags = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
  return tags
    .filter((attributes) => !/\bnomodule\b/i.test(attributes))
    .flatMap((attributes) => /\bsrc="([^"]+)"/.exec(attributes)?.[1] ?? [])
}

async function sizeOf(page: Page, address: string): Promise<number> {
  const known = sizes.get(address)
  if (known !== undefined) return known
  const body = await (await page.request.get(address)).body()
  const size = gzipSync(body).length
  sizes.set(address, size)
  return size
}
