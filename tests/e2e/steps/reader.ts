import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { ADDED, OMIT_REASON, REASON, TYPED_WORD } from './nationalVersion'

const KB = 1024

type Published = {
  title: string
  version: string
  basedOn: string
  newer: string
  adapted: string
  /** A word of the common text that the adapted section does not have. */
  replaced: string
  omitted: string
  common: string
}

/** Checks the start page before and after publication. */
export async function thenTheSiteIsEmpty(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByText('Nothing has been published yet.')).toBeVisible()
  await expectReaderPage(page)
}

/** A reader finds Ireland's version from the start page, and sees what it is based on and what is undecided. */
export async function thenIrelandCanBeRead(page: Page, { basedOn, newer, title, version }: Published): Promise<void> {
  await page.goto('/')
  await expectReaderPage(page)
  await page.getByRole('heading').getByRole('link', { name: 'Ireland' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Ireland: ${title}` })).toBeVisible()
  await expect(page.getByText(new RegExp(`release ${version}, \\d`))).toBeVisible()
  await expect(page.getByText(`· follows common framework ${basedOn}`)).toBeVisible()
  const about = page.getByRole('complementary', { name: 'About this release' })
  await expect(about.getByRole('heading', { name: `Common framework ${newer} is available` })).toBeVisible()
  await expect(about).toContainText(`Until then, this text follows common framework ${basedOn}.`)
  await expectReaderPage(page)
}

/** Every kind of section says what it is and why. */
export async function thenEachSectionSaysWhatItIs(page: Page, published: Published): Promise<void> {
  const { adapted, basedOn, common, newer, omitted } = published
  await openFromContents(page, published, adapted)
  await expect(page.getByText('Common text, changed for Ireland.')).toBeVisible()
  await expect(page.getByRole('article')).toContainText(TYPED_WORD)
  await expect(page.getByText(`Common framework ${newer} changes it.`)).toBeVisible()
  await expectReaderPage(page)
  await expectSmall(page)

  await openFromContents(page, published, common)
  await expect(page.getByText(`As in common framework ${basedOn}.`)).toBeVisible()
  await expectReaderPage(page)
  await expectSmall(page)

  await openFromContents(page, published, ADDED.title)
  await expect(page.getByText('This section exists only for Ireland.')).toBeVisible()
  await expect(page.getByRole('article')).toContainText(ADDED.text)
  await expectReaderPage(page)
  await expectSmall(page)

  await openFromContents(page, published, new RegExp(`^see the reason ?: ${omitted}$`))
  await expect(page.getByText('Ireland does not use this section of the common framework.')).toBeVisible()
  await expect(page.getByText('Reason: Does not exist here.')).toBeVisible()
  await expect(page.getByText(OMIT_REASON)).toBeVisible()
  await expectReaderPage(page)
  await expectSmall(page)
}

/** The comparison marks added and removed words, in words too. */
export async function thenTheDifferenceIsShown(page: Page, published: Published): Promise<void> {
  await openFromContents(page, published, published.adapted)
  await page.getByRole('link', { name: /^See the (difference|\d+ differences) and why$/ }).click()
  await expect(page.getByText(REASON)).toBeVisible()
  const added = page.getByRole('insertion').filter({ hasText: TYPED_WORD })
  await expect(added).toHaveText(/^\[added\] .* \[end of added\]$/)
  const removed = page.getByRole('deletion').filter({ hasText: published.replaced })
  await expect(removed).toHaveText(/^\[removed\] .* \[end of removed\]$/)
  await expectReaderPage(page)
  await page.getByRole('link', { name: 'Before and after' }).click()
  await expect(page.getByText(TYPED_WORD).first()).toBeVisible()
  await expectReaderPage(page)
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ireland and the common framework' })).toBeVisible()
  await expect(page.getByText('National section').first()).toBeVisible()
  await expectReaderPage(page)
}

/** Every release has its own address, and so does the common framework. */
export async function thenTheReleasesKeepTheirAddress(page: Page, { newer, title, version }: Published): Promise<void> {
  await page.getByRole('link', { name: 'All releases' }).click()
  await page.getByRole('link', { name: `Release ${version}` }).click()
  await expect(page).toHaveURL(new RegExp(`/v/${version}$`))
  await expect(page.getByRole('heading', { level: 1, name: `Ireland: ${title}` })).toBeVisible()
  await expectReaderPage(page)
  await page.getByRole('link', { name: `Read common framework ${newer}` }).click()
  await expect(page.getByText(new RegExp(`release ${newer}, \\d`))).toBeVisible()
  await expectReaderPage(page)
}

/** What changed since the release before is one link away from the common framework, in whole and for each section. */
export async function thenTheChangesAreShown(page: Page, { basedOn, newer }: Published): Promise<void> {
  await page.getByRole('link', { name: `What changed since ${basedOn}` }).click()
  const title = `Common framework: what changed from release ${basedOn} to release ${newer}`
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('insertion').first()).toBeVisible()
  await expectReaderPage(page)
  await page.getByRole('button', { name: 'Show changes' }).click()
  await expect(page).toHaveURL(/[?]from=[\d.]+&to=[\d.]+$/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page
    .getByRole('link', { name: /^Only this section/ })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`/v/${newer}/changes/${basedOn}/`))
  await expectReaderPage(page)
  await expectSmall(page)
}

async function openFromContents(page: Page, { title }: Published, link: string | RegExp): Promise<void> {
  await page.goto('/')
  await page.getByRole('heading').getByRole('link', { name: 'Ireland' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Ireland: ${title}` })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: link }).first().click()
  await expect(page.getByRole('article')).toBeVisible()
}

/** Accessible, and without script. */
async function expectReaderPage(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.scripts.length), `scripts of ${page.url()}`).toBe(0)
  expect(await (await page.request.get(page.url())).text()).not.toMatch(/<script|<[^>]+ on[a-z]+=|javascript:/i)
  await expectAccessible(page)
}

/** What a phone has to load for a section. */
async function expectSmall(page: Page): Promise<void> {
  const html = await (await page.request.get(page.url())).body()
  expect(gzipSync(html).length, `compressed size of ${page.url()}`).toBeLessThan(20 * KB)
  const styles = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href),
  )
  const sizes = await Promise.all(
    styles.map(async (href) => gzipSync(await (await page.request.get(href)).body()).length),
  )
  expect(
    sizes.reduce((sum, size) => sum + size, 0),
    'compressed size of the styles',
  ).toBeLessThan(10 * KB)
}
