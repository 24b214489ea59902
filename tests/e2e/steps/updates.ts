import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { type Pointer, tabTo } from './sample'
import { expectHeading } from './screens'

/** A decision takes at most so many clicks from the start page. */
export const MOST_CLICKS = 4

const LIST = /^Updates: Ireland/
const ONE = /what to do with release/

/** The decisions on the start page that have a status. */
function tasksOn(page: Page, verb: 'Decide' | 'Check') {
  return page.getByRole('listitem').getByRole('link', { name: new RegExp(`^${verb} ?:`) })
}

/** The start page names the sections of every status that asks. */
export async function thenTheStartPageAsks(
  page: Page,
  asked: { decide: number; check: number; ready: number },
): Promise<void> {
  await expect(tasksOn(page, 'Decide')).toHaveCount(asked.decide)
  await expect(tasksOn(page, 'Check')).toHaveCount(asked.check)
  const ready = page.getByRole('link', { name: new RegExp(`^${asked.ready} section`) })
  await expect(ready).toHaveCount(asked.ready > 0 ? 1 : 0)
  await expectAccessible(page)
}

/** Answers the places that both changed, and records; the reason of the section is kept. */
export async function whenAPlaceIsDecided(page: Page, pointer: Pointer): Promise<string> {
  await pointer.toStart()
  await pointer.click(tasksOn(page, 'Decide').first())
  await expectHeading(page, ONE)
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await pointer.click(page.getByRole('radio', { name: /^Keep ours/ }))
  await expect(page.getByText('For readers, nothing changes in English.')).toBeVisible()
  await pointer.click(page.getByRole('button', { name: /^Record/ }))
  await expect(page.getByRole('heading', { level: 1, name: title })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /“Keep ours” is recorded/ })).toBeFocused()
  expect(pointer.clicks()).toBeLessThanOrEqual(MOST_CLICKS)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/” is recorded/)).toHaveCount(0)
  return title
}

/**
 * Combines, with an answer in every place: before, the button only leads to the first open one. The next screen says what
 * was recorded, and takes it back.
 */
export async function whenEveryPlaceIsAnsweredAndTakenBack(page: Page): Promise<void> {
  await page.goto('/admin')
  await tasksOn(page, 'Decide').first().click()
  await expectHeading(page, ONE)
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await expect(page.getByRole('radio', { name: /^Combine/ })).toBeChecked()
  const record = page.getByRole('button', { name: /^Record/ })
  const open = page.locator('[data-place="open"]')
  const missing = page.getByText(/still to be answered/)
  while ((await missing.count()) > 0) {
    await expect(record).toHaveAttribute('aria-disabled', 'true')
    await record.press('Enter')
    await expect(open.first().getByRole('radio').first()).toBeFocused()
    await open
      .first()
      .getByRole('radio', { name: /^Common framework/ })
      .check()
  }
  await expect(open).toHaveCount(0)
  await expectAccessible(page)
  await record.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toHaveCount(0)
  const said = page.getByRole('heading', { name: /“Combine” is recorded/ })
  await expect(said).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Take back/ }).click()
  await expect(page.getByText('The decision was taken back.')).toBeVisible()
}

/** What somebody chose and typed is there again on another device, and “Leave for later” leaves without a question. */
export async function whenADecisionIsLeftAndFoundElsewhere(page: Page, elsewhere: Page): Promise<void> {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.accept()
  })
  await page.goto('/admin')
  await tasksOn(page, 'Decide').first().click()
  await expectHeading(page, ONE)
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('textbox', { name: /^Note/ }).fill('Ask the lawyer first.')
  await page.getByRole('link', { name: 'Leave for later' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toHaveCount(0)
  expect(asked).toEqual([])
  await expect(async () => {
    await elsewhere.goto('/admin')
    await elsewhere
      .getByRole('link', { name: /^Go on/ })
      .first()
      .click()
    await expect(elsewhere.getByRole('textbox', { name: /^Note/ })).toHaveValue('Ask the lawyer first.')
    await expect(elsewhere.getByText(/You began this decision earlier/)).toBeVisible()
  }).toPass({ timeout: 60_000 })
  await expectAccessible(elsewhere)
}

/** An edit of the result closes the places of the text, and says so; without it they count again. */
export async function whenAnEditClosesThePlaces(page: Page): Promise<void> {
  await page.goto('/admin')
  await tasksOn(page, 'Decide').first().click()
  await expectHeading(page, ONE)
  const answer = page.locator('[data-place]').first().getByRole('radio').first()
  await page.getByRole('button', { name: 'Edit the result' }).click()
  await page.locator('.ContentEditable__root').first().locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Typed by hand.')
  await expect(answer).toBeDisabled()
  await expect(page.getByText(/Answers no longer change what you edited/)).toHaveCount(1)
  await page.getByRole('button', { name: 'Discard the edit, use the answers' }).click()
  await expect(answer).toBeFocused()
  await expect(page.getByText('Typed by hand.')).toHaveCount(0)
}

/** In the list of sections, those of which the country keeps its own text are named “Yours kept”. */
export async function thenOursIsNamedAsKept(page: Page): Promise<void> {
  const [version] = /^.*\/version\/[^/]+/.exec(new URL(page.url()).pathname) ?? []
  if (!version) throw new Error(`The person is on ${page.url()}`)
  await page.goto(version)
  await expect(page.getByRole('row').filter({ hasText: 'Yours kept' }).first()).toBeVisible()
}

/** The texts merge: the person reads what was merged, and records. */
export async function whenAMergedTextIsChecked(page: Page, pointer: Pointer): Promise<void> {
  await pointer.toStart()
  await pointer.click(tasksOn(page, 'Check').first())
  await expectHeading(page, ONE)
  await expect(page.getByRole('radio', { name: /^Combine/ })).toBeChecked()
  await expect(page.getByRole('heading', { name: 'Result, as readers will get it' })).toBeVisible()
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await pointer.click(page.getByRole('button', { name: /^Record/ }))
  await expect(page.getByRole('heading', { level: 1, name: title })).toHaveCount(0)
  expect(pointer.clicks()).toBeLessThanOrEqual(MOST_CLICKS)
}

/** All sections that nobody changed are read in one list, and accepted with one button. */
export async function whenAllThatIsReadyIsAccepted(page: Page, pointer: Pointer, count: number): Promise<void> {
  await pointer.toStart()
  await pointer.click(page.getByRole('link', { name: new RegExp(`^${count} sections`) }).first())
  await expectHeading(page, LIST)
  await pointer.click(page.getByRole('button', { name: `Accept ${count} sections` }))
  await expect(page.getByText(`${count} sections accepted`)).toBeVisible()
  expect(pointer.clicks()).toBeLessThanOrEqual(MOST_CLICKS)
}

/** Takes back the newest decisions; `others` were made before by somebody else. */
export async function whenTheNewestAreTakenBack(page: Page, count: number, others: number): Promise<void> {
  const back = page.getByRole('button', { name: /^Take back/ })
  for (let left = count; left > 0; left--) {
    await expect(back).toHaveCount(left + others)
    await back.first().click()
    await expect(page.getByText('The decision was taken back.')).toBeVisible()
  }
  await expect(back).toHaveCount(others)
}

/** Opens the list of updates from a screen of one update, where every decision leads. */
export async function thenTheUpdatesCanBeListed(page: Page): Promise<void> {
  const [list] = /^.*\/updates/.exec(new URL(page.url()).pathname) ?? []
  if (!list) throw new Error(`The person is on ${page.url()}`)
  await page.goto(list)
  await expectHeading(page, LIST)
}

/** The whole way without a pointer: Tab, arrow keys, Enter. */
export async function whenAPlaceIsDecidedByKeyboard(page: Page): Promise<void> {
  await page.goto('/admin')
  await tabTo(page, tasksOn(page, 'Decide').first())
  await page.keyboard.press('Enter')
  await expectHeading(page, ONE)
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const cards = page.getByRole('group', { name: 'Your decision' })
  await tabTo(page, cards.getByRole('radio', { checked: true }))
  while (!(await cards.getByRole('radio', { name: /^Keep ours/ }).isChecked())) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toHaveCount(0)
}

/** What changed can be read without colour, and by a screen reader: each change names itself. */
export async function thenChangesAreNamed(page: Page): Promise<void> {
  await page.goto('/admin')
  await tasksOn(page, 'Decide').first().click()
  await expectHeading(page, ONE)
  const marked = page.locator('.diff ins, .diff del')
  expect(await marked.count()).toBeGreaterThan(0)
  const looks = await marked.evaluateAll((all) => all.map((one) => getComputedStyle(one).textDecorationLine))
  expect(looks.filter((line) => line === 'none')).toEqual([])
  await expect(page.getByRole('insertion').or(page.getByRole('deletion')).first()).toBeAttached()
}

/** “Look here first” begins with these, and each country that is late says since when. */
export async function thenTheOverviewNamesFirst(page: Page, first: readonly string[]): Promise<void> {
  await page.goto('/admin/overview')
  const notices = page.getByRole('region', { name: 'Look here first' }).getByRole('listitem')
  for (const [at, words] of first.entries()) await expect(notices.nth(at)).toContainText(words)
  await expect(page.getByText(/^Late by \d+ days$/)).toHaveCount(1)
}

/** No other country has decided on everything. */
export async function thenCountriesHaveDecidedAll(page: Page, countries: readonly string[]): Promise<void> {
  const table = page.getByRole('table').filter({ hasText: 'Common text' }).first()
  const done = table.getByRole('columnheader').filter({ hasText: 'all decided' })
  await expect(done).toHaveCount(countries.length)
  for (const country of countries) await expect(done.filter({ hasText: country })).toHaveCount(1)
}
