import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { goToTheEnd, openSection } from './nationalVersion'
import { expectHeading } from './screens'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

/** Restores the common text of a section after reading what is removed, and undoes it at once. */
export async function whenTheCommonTextIsRestoredAndThatIsUndone(
  page: Page,
  { title, own }: { title: string; own: string },
) {
  await openSection(page, title)
  await expect(text(page)).toContainText(own)
  await page.getByRole('button', { name: 'Restore common text' }).click()
  await expect(page.getByRole('heading', { name: 'Restore the common text? This is what is removed' })).toBeVisible()
  await expect(page.getByRole('deletion').filter({ hasText: own }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Restore common text: remove \d+ words?$/ }).click()
  await expectHeading(page, new RegExp(`${title}$`))
  await expect(page.getByRole('heading', { name: 'Common text restored' })).toBeVisible()
  await expect(page.getByText(own)).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Undo: bring our \d+ words? back$/ }).click()
  await expect(text(page)).toContainText(own)
}

/** Restores the text that the section had three saves before, from its history. */
export async function whenATextOfThreeRevisionsAgoIsBroughtBack(
  page: Page,
  { title, before, now }: { title: string; before: string; now: string },
) {
  await openSection(page, title)
  await expect(text(page)).toContainText(now)
  await page.getByRole('link', { name: 'History', exact: true }).click()
  const entries = page.getByRole('region', { name: 'Who changed what' }).getByRole('link')
  await expect(entries.first()).toBeVisible()
  await expectAccessible(page)
  await entries.nth(3).click()
  await expect(page.getByRole('button', { name: /^Bring back the whole section/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Bring back the whole section/ }).click()
  await expect(entries.first()).toContainText('Earlier text brought back')
  await openSection(page, title)
  await expect(text(page)).toContainText(before)
  await expect(text(page)).not.toContainText(now)
}

/** Adds a picture without leaving the text, and saves: what was typed before stays. */
export async function whenAPictureIsPutIn(page: Page, { title, file }: { title: string; file: Buffer }) {
  await openSection(page, title)
  await goToTheEnd(page)
  await page.keyboard.type(' Typed before the picture.')
  await page.getByRole('button', { name: 'Add a picture, table or line' }).first().click()
  await page.getByRole('button', { name: 'Picture', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a picture' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Insert picture' }).click()
  await expect(dialog.getByText('Choose a picture.')).toBeVisible()
  await dialog.getByLabel('Picture file').setInputFiles({ name: 'circles.png', mimeType: 'image/png', buffer: file })
  await dialog.getByLabel('What the picture shows').fill('Two circles that overlap')
  await dialog.getByRole('button', { name: 'Insert picture' }).click()
  await expect(text(page).getByRole('img', { name: 'Two circles that overlap' })).toBeVisible()
  await expect(text(page)).toContainText('Typed before the picture.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await page.reload()
  await expect(text(page).getByRole('img', { name: 'Two circles that overlap' })).toBeVisible()
}
