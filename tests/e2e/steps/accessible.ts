import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * The page has no fault that axe finds, and nothing of it stands beyond the edge of a wide screen and of a phone. All faults
 * of a journey are told at its end, each with its page: the journey goes on.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size)
    const where = `${await page.title()}, ${new URL(page.url()).pathname}, at ${size.width} px`
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    // Names what stands beyond the edge; a table that scrolls by itself does not.
    const wide = width > size.width ? await page.evaluate(tooWide) : []
    expect.soft(wide, `too wide on ${where}`).toEqual([])
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    expect.soft(found, `faults of ${where}`).toEqual([])
  }
  await page.setViewportSize(WIDE)
}

function tooWide(): string[] {
  const isCut = (one: Element): boolean => {
    for (let up = one.parentElement; up; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== 'visible') return true
    }
    return false
  }
  const all = [...document.querySelectorAll('body *')]
  const beyond = all.filter((one) => one.getBoundingClientRect().right > innerWidth && !isCut(one))
  return beyond.map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`)
}
