import { expect, test } from '@playwright/test'
import { emptyApplication } from './setup/emptyApplication'
import { expectAccessible } from './steps/accessible'
import { COORDINATOR, givenAccounts, signIn } from './steps/people'
import { goTo } from './steps/screens'

test('the account page fits on a phone, with every signed-in browser and its button', async ({ browser }) => {
  // A busy machine takes several times as long.
  test.setTimeout(10 * 60_000)
  await emptyApplication()
  await givenAccounts(COORDINATOR)
  const elsewhere = await signIn(browser, COORDINATOR)
  const page = await signIn(browser, COORDINATOR)
  await goTo(page, 'Your account')
  const table = page.getByRole('table', { name: 'Where you are signed in' })
  await expect(table.getByRole('rowheader')).toHaveCount(2)
  await expectAccessible(page)
  await table.getByRole('button', { name: 'Sign out there' }).click()
  await expect(table.getByRole('rowheader')).toHaveCount(1)
  await elsewhere.close()
  await page.close()
})
