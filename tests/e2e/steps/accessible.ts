import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { haveLookedAt, notLookedAt } from '../setup/lookedAt'
import { expectLight } from './light'

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * axe finds no fault on the page, and the page is not wider than the screen, on a wide screen and on a phone. All
 * faults of a journey are reported at its end, each with its page, so the journey continues. axe runs once for each
 * screen, and not again for a page whose kinds of elements were all checked before in this run: axe takes most of the
 * time of the journeys.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // A navigation may still be running.
  await page.waitForLoadState('domcontentloaded')
  await expectLightScreen(page)
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size)
    const where = `${await page.title()}, ${new URL(page.url()).pathname}, at ${size.width} px`
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    const beyond = width > size.width ? await page.evaluate(beyondTheEdge) : []
    expect.soft(width, `width of ${where}: ${beyond.join('; ')}`).toBeLessThanOrEqual(size.width)
    const screen = `screen ${new URL(page.url()).pathname.replace(IDS, '/:id')}`
    const kinds = [screen, ...(await page.evaluate(kindsOfElements))].map((kind) => `${size.width} ${kind}`)
    const added = notLookedAt(kinds)
    if (added.length === 0) continue
    // On another screen the pointer may rest on another button.
    await page.mouse.move(0, 0)
    await page.evaluate(colorsHaveChanged)
    // Our pages have no frames: the legacy mode finds the same without a second page, in two thirds of the time.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await axe.withTags(TAGS).analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    expect.soft(found, `faults of ${where}`).toEqual([])
    // One report of a fault is enough, on any page.
    if (found.length === 0) haveLookedAt(added)
  }
  await page.setViewportSize(WIDE)
}

/** Payload's own screens are as it makes them. */
async function expectLightScreen(page: Page): Promise<void> {
  const { pathname } = new URL(page.url())
  if (/^\/admin(?!\/collections)/.test(pathname)) await expectLight(page, pathname.replace(IDS, '/:id'))
}

/** The part of an address that distinguishes pages of one screen: the id of a document, or the key of a section. */
const IDS = /\/[0-9a-f-]{24,36}(?=\/|$)/g

/**
 * A button that has just been enabled, or left by the pointer, has the contrast of neither state while its colours
 * change. What was done just now begins to change them with the next frames.
 */
async function colorsHaveChanged(): Promise<void> {
  const nextFrame = () => new Promise(requestAnimationFrame)
  const ending = () => document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  do {
    await Promise.allSettled(ending().map(({ finished }) => finished))
    await nextFrame()
    await nextFrame()
  } while (ending().length > 0)
}

/** Each kind of element on the page once, with its parent: everything that rules and styles depend on, but no words. */
function kindsOfElements(): string[] {
  const kindOf = (one: Element): string => {
    const named = [...one.attributes].map(({ name, value }) => {
      const isState =
        /^(role|type|class|lang|hidden|disabled|aria-(?!label|describedby|controls|owns|activedescendant|errormessage))/
      if (isState.test(name)) return `${name}=${value}`
      if (name.startsWith('data-')) return ''
      // The element that its name or description refers to may be missing.
      const leadsTo = /^(for|aria-(labelledby|describedby|controls|owns|errormessage))$/.test(name)
      const isThere = leadsTo ? value.split(/\s+/).every((id) => document.getElementById(id)) : value.trim() !== ''
      return `${name}${isThere ? '' : '=nothing'}`
    })
    const field =
      one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement
    const labels = field ? `labels=${one.labels?.length ?? 0}` : ''
    const checked = one instanceof HTMLInputElement && one.checked ? 'checked' : ''
    const empty = one.textContent?.trim() ? '' : 'empty'
    return [one.tagName, ...named.sort(), labels, checked, empty].filter(Boolean).join(' ').replace(/\s+/g, ' ')
  }
  const all = [...document.querySelectorAll('body, body *')]
  return [...new Set(all.map((one) => `${one.parentElement ? kindOf(one.parentElement) : ''} > ${kindOf(one)}`))]
}

/** The elements beyond the right edge of the screen, for the message about a page that is too wide. */
function beyondTheEdge(): string[] {
  const all = [...document.querySelectorAll('body *')]
  const beyond = all.filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth)
  return beyond.map((one) => `${one.tagName} ${one.className} ${Math.round(one.getBoundingClientRect().right)}`)
}
