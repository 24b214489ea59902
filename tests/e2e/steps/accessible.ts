import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * The page has no fault that axe finds, and is not wider than the screen, on a wide screen and on a phone. All faults
 * of a journey are told at its end, each with its page: the journey goes on.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size)
    const where = `${await page.title()}, ${new URL(page.url()).pathname}, at ${size.width} px`
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    const beyond = width > size.width ? await page.evaluate(beyondTheEdge) : []
    expect.soft(width, `width of ${where}: ${beyond.join('; ')}`).toBeLessThanOrEqual(size.width)
    // Our pages have no frames: the older way finds the same without a second page, in two thirds of the time.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await axe.withTags(TAGS).analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    expect.soft(found, `faults of ${where}`).toEqual([])
  }
  await page.setViewportSize(WIDE)
}

/** What stands beyond the right edge of the screen, for the message of a page that is too wide. */
function beyondTheEdge(): string[] {
  const all = [...document.querySelectorAll('body *')]
  const beyond = all.filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth)
  return beyond.map((one) => `${one.tagName} ${one.className} ${Math.round(one.getBoundingClientRect().right)}`)
}
