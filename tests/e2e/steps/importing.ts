import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import type { Retitled, TwoVersions } from './document'
import { goToTheEnd } from './nationalVersion'
import { expectHeading, goTo } from './screens'

/** Adds a sentence at the end of a section of the common framework. */
export async function whenACommonSectionIsEdited(
  page: Page,
  { toolkit, title, text }: { toolkit: string; title: string; text: string },
): Promise<void> {
  await goTo(page, toolkit)
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click()
  await expectHeading(page, new RegExp(`${title}$`))
  const place = page.getByRole('textbox', { name: 'Text', exact: true })
  await goToTheEnd(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
  await expect(place).toContainText(text)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
}

/** Gives a section of the common framework another title. */
export async function whenACommonTitleIsEdited(
  page: Page,
  { toolkit, title, to }: { toolkit: string; title: string; to: string },
): Promise<void> {
  await goTo(page, toolkit)
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click()
  await expectHeading(page, new RegExp(`${title}$`))
  await page.getByLabel('Title', { exact: true }).fill(to)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
}

/** Imports the last document again: there is nothing to do. */
export async function thenTheSameDocumentChangesNothing(page: Page, document: TwoVersions): Promise<void> {
  await preview(page, document, document.older)
  await expect(page.getByText('0 new sections, 0 changed, 0 moved, 0 removed, 19 the same.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Import without changes' }).click()
  await expect(page.getByRole('heading', { name: 'The document has been imported' })).toBeVisible()
}

/**
 * Imports a newer document in which a section has another title: the given number of conflicts is decided for our side
 * before the import. Each is first decided for the document and then undone, so that it is open again.
 */
export async function whenTheNewerDocumentIsMerged(
  page: Page,
  { document, retitled, decisions }: { document: TwoVersions; retitled: Retitled; decisions: number },
): Promise<void> {
  await preview(page, document, document.newer, retitled)
  const confirm = page.getByRole('button', { name: /^Import \d+ sections?$/ })
  for (let left = decisions; left > 0; left--) {
    await expectUndecided(page, left)
    await expect(confirm).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('button', { name: /^To decide/ }).click()
    await page.locator('.tree .entry').first().click()
    await expectAccessible(page)
    const open = page.locator('fieldset:has(.opt):not(:has(:checked))').first()
    const place = page.locator(`[id="${await open.getAttribute('id')}"]`)
    await place.getByRole('radio', { name: /^The document/ }).check()
    await expectUndecided(page, left - 1)
    await expectAccessible(page)
    await place.getByRole('button', { name: 'Undo' }).click()
    await expectUndecided(page, left)
    await expect(place.getByRole('radio').first()).toBeFocused()
    await place.getByRole('radio', { name: /^Ours/ }).check()
    await expectUndecided(page, left - 1)
  }
  await expectUndecided(page, 0)
  await expectAccessible(page)
  await confirm.click()
  await expect(page.getByRole('heading', { name: 'The document has been imported' })).toBeVisible()
}

/** The preview says how many conflicts are open, once it has applied the answers. */
async function expectUndecided(page: Page, count: number): Promise<void> {
  await expect(page.locator('.import-preview')).toHaveAttribute('aria-busy', 'false')
  const words = page.getByText(/(is|are) still to be decided\.$/)
  if (count === 0) await expect(words).toHaveCount(0)
  else await expect(words).toHaveText(count === 1 ? /^One place is/ : new RegExp(`^${count} places are`))
}

/** A section of the common framework has this title. */
export async function thenACommonSectionIsCalled(
  page: Page,
  { toolkit, title }: { toolkit: string; title: string },
): Promise<void> {
  await goTo(page, toolkit)
  await expect(page.getByRole('main').getByRole('link', { name: title, exact: true })).toBeVisible()
}

/** The text of a section of the common framework contains these words. */
export async function thenTheCommonTextSays(
  page: Page,
  { toolkit, title, text }: { toolkit: string; title: string; text: string },
): Promise<void> {
  await goTo(page, toolkit)
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toContainText(text)
}

async function preview(page: Page, document: TwoVersions, version: string, retitled?: Retitled): Promise<void> {
  await goTo(page, document.title)
  await page.getByRole('link', { name: 'Import a newer text' }).click()
  await expectHeading(page, 'Import into the common framework')
  await page.getByLabel(/^Files/).setInputFiles(await document.zipOf(version, retitled))
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByRole('heading', { name: 'What would change' })).toBeFocused()
}
