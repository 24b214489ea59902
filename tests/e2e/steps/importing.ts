import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import type { TwoVersions } from './document'
import { expectHeading, goTo } from './screens'

/** Writes one more sentence at the end of a section of the common framework. */
export async function whenACommonSectionIsEdited(
  page: Page,
  { toolkit, title, text }: { toolkit: string; title: string; text: string },
): Promise<void> {
  await goTo(page, toolkit)
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click()
  await expectHeading(page, new RegExp(`${title}$`))
  const place = page.getByRole('textbox', { name: 'Text', exact: true })
  await place.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
  await expect(place).toContainText(text)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
}

/** The document that was imported last comes again: nothing is to be done. */
export async function thenTheSameDocumentChangesNothing(page: Page, document: TwoVersions): Promise<void> {
  await preview(page, document, document.older)
  await expect(page.getByText('0 new sections, 0 changed, 0 moved, 0 gone, 19 the same.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Import, nothing changes' }).click()
  await expect(page.getByRole('heading', { name: 'The document is imported' })).toBeVisible()
}

/** A newer document comes: what both changed at one place is decided, and then it is imported. */
export async function whenTheNewerDocumentIsMerged(page: Page, document: TwoVersions): Promise<void> {
  await preview(page, document, document.newer)
  const confirm = page.getByRole('button', { name: /^Import \d+ sections?$/ })
  const undecided = page.getByRole('button', { name: /^To decide/ })
  while ((await undecided.count()) > 0) {
    await expect(confirm).toHaveAttribute('aria-disabled', 'true')
    await undecided.click()
    await page.locator('.tree .entry').first().click()
    await expectAccessible(page)
    const open = page.locator('fieldset:has(.opt):not(:has(:checked))').first()
    const both = open.getByRole('radio', { name: /^Both/ })
    await ((await both.count()) > 0 ? both : open.getByRole('radio', { name: /^Ours/ })).check()
    await expect(page.locator('.import-preview')).toHaveAttribute('aria-busy', 'false')
  }
  await expectAccessible(page)
  await confirm.click()
  await expect(page.getByRole('heading', { name: 'The document is imported' })).toBeVisible()
}

/** The text of a section of the common framework holds these words. */
export async function thenTheCommonTextSays(
  page: Page,
  { toolkit, title, text }: { toolkit: string; title: string; text: string },
): Promise<void> {
  await goTo(page, toolkit)
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toContainText(text)
}

async function preview(page: Page, document: TwoVersions, version: string): Promise<void> {
  await goTo(page, document.title)
  await page.getByRole('link', { name: 'Import a newer text' }).click()
  await expectHeading(page, 'Import into the common framework')
  await page.getByLabel(/^Files/).setInputFiles(await document.zipOf(version))
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByRole('heading', { name: 'What would change' })).toBeFocused()
}
