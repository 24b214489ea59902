import { expect, test } from '@playwright/test'
import { application } from './setup/application'
import { emptyApplication } from './setup/emptyApplication'
import { expectAccessible } from './steps/accessible'
import { COORDINATOR, givenAccounts, openBrowser } from './steps/people'

test('a person who has forgotten the password opens the link of an e-mail, chooses a new one and signs in', async ({
  browser,
}) => {
  test.setTimeout(10 * 60_000)
  await emptyApplication()
  await givenAccounts(COORDINATOR)
  const page = await openBrowser(browser)
  await page.goto('/admin/login')
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()
  await page.getByLabel('E-mail address').fill(COORDINATOR.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('If there is an account with this address, an e-mail is on its way to it.')).toBeVisible()
  await expectAccessible(page)

  const subject = page.getByRole('link', { name: 'New password for' })
  await expect(async () => {
    await page.goto(application().inbox)
    await expect(subject).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.getByText('This page exists only in the sample.')).toBeVisible()
  await expectAccessible(page)
  await subject.click()
  await expect(page.getByText(COORDINATOR.email)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: '/admin/choose-password#' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Choose your password' })).toBeVisible()
  await page.getByLabel('New password').fill('too short')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByText('The password is too short.').first()).toBeVisible()
  await expectAccessible(page)
  const used = page.url()
  await page.getByLabel('New password').fill('nine lanterns over water')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByText('Your password is saved. Sign in with it.')).toBeVisible()
  await page.getByLabel('E-mail address').fill(COORDINATOR.email)
  await page.getByLabel('Password', { exact: true }).fill('nine lanterns over water')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your tasks' })).toBeVisible()

  await page.goto(used)
  await page.getByLabel('New password').fill('seven rivers under stone')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByText('This link was used before, or it has ended.').first()).toBeVisible()
  await page.close()
})
