import { expect, test } from '@playwright/test'
import { application } from './setup/application'
import { emptyApplication } from './setup/emptyApplication'
import { expectAccessible } from './steps/accessible'
import { type Account, COORDINATOR, givenAccounts, openBrowser, signIn, signInOn } from './steps/people'
import { goTo } from './steps/screens'

test('the sign-in shows its text without script, and loads less than half of what a screen of Payload loads', async ({
  browser,
}) => {
  test.setTimeout(10 * 60_000)
  await emptyApplication()
  await givenAccounts(COORDINATOR)
  const context = { baseURL: application().server, locale: 'el-GR', viewport: { width: 360, height: 740 } }
  const without = await (await browser.newContext({ ...context, javaScriptEnabled: false })).newPage()
  await without.goto('/admin/login')
  await expect(without.getByRole('heading', { level: 1, name: 'Σύνδεση' })).toBeVisible()
  await expect(without.getByLabel('Κωδικός πρόσβασης')).toBeVisible()
  expect(await without.content()).toContain('<noscript><p>Για τη σύνδεση χρειάζεται JavaScript.')
  await without.goto('/admin/forgot')
  await expect(without.getByRole('heading', { level: 1, name: 'Ξεχασμένος κωδικός' })).toBeVisible()
  await without.context().close()
  const page = await (await browser.newContext(context)).newPage()
  const missing: string[] = []
  page.on('response', (answer) => answer.status() >= 400 && missing.push(answer.url()))
  const scriptsOf = async (address: string) => {
    await page.goto(address, { waitUntil: 'networkidle' })
    await expect(page).toHaveURL(new RegExp(`${address}$`))
    return page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, one) => sum + (one as PerformanceResourceTiming).encodedBodySize, 0),
    )
  }
  const atEntrance = await scriptsOf('/admin/login')
  await expectAccessible(page)
  expect(missing).toEqual([])
  expect(atEntrance).toBeGreaterThan(0)
  expect(atEntrance).toBeLessThan((await scriptsOf('/admin/logout-inactivity')) / 2)
  await page.context().close()
})

test('an installation without an account says how the first one is created, at whatever address of the admin', async ({
  browser,
}) => {
  test.setTimeout(10 * 60_000)
  await emptyApplication()
  const page = await openBrowser(browser)
  for (const address of ['/admin', '/admin/login', '/admin/overview', '/admin/collections/users']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name: 'No account yet' })).toBeVisible()
    await expect(page.getByText('npm run toolkit -- person')).toBeVisible()
  }
  await expectAccessible(page)
  await givenAccounts(COORDINATOR)
  await page.goto('/admin/create-first-user')
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.context().close()
})

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

test('a page does not save as another person who has signed in in a second tab', async ({ browser }) => {
  test.setTimeout(10 * 60_000)
  const second: Account = { ...COORDINATOR, email: 'second@example.org', name: 'Second' }
  await emptyApplication()
  await givenAccounts(COORDINATOR, second)
  const page = await signIn(browser, COORDINATOR)
  await goTo(page, 'Your account')
  const name = page.getByLabel('Name', { exact: true })
  const save = page.getByRole('button', { name: 'Save name and language' })
  await name.fill('Typed by the coordinator')
  const tab = await page.context().newPage()
  await tab.goto('/admin')
  await tab.getByRole('link', { name: 'Sign out' }).click()
  await expect(tab.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await signInOn(tab, second)
  await save.click()
  await expect(page.getByText('Somebody else has signed in using this browser.')).toBeVisible()
  await expect(name).toHaveValue('Typed by the coordinator')
  await expectAccessible(page)
  // The next page is the other person's, and saves for them.
  await page.reload()
  await expect(name).toHaveValue('Second')
  await name.fill('Second person')
  await Promise.all([page.waitForEvent('load'), save.click()])
  await expect(name).toHaveValue('Second person')
  await page.context().close()
})

test('whoever goes back to a page of another person finds nothing that this person typed', async ({ browser }) => {
  test.setTimeout(10 * 60_000)
  const second: Account = { ...COORDINATOR, email: 'second@example.org', name: 'Second' }
  await emptyApplication()
  await givenAccounts(COORDINATOR, second)
  await (await signIn(browser, second)).context().close()
  const page = await signIn(browser, COORDINATOR)
  const name = page.getByLabel('Name', { exact: true })
  const steps = () => page.evaluate(() => history.length)
  await page.goto('/admin/account')
  await name.fill('Typed by the coordinator')
  const there = await steps()
  await page.getByRole('link', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await signInOn(page, second)
  const back = (await steps()) - there
  await Promise.all([page.waitForEvent('load'), page.evaluate((count) => history.go(-count), back)])
  await expect(page).toHaveURL(/\/admin\/account$/)
  await expect(name).toHaveValue('Second')
  await page.context().close()
})

test('a button that is pressed before its script has arrived sends no password, and what was typed stays', async ({
  browser,
}) => {
  test.setTimeout(10 * 60_000)
  await emptyApplication()
  await givenAccounts(COORDINATOR)
  const page = await signIn(browser, COORDINATOR)
  await page.route('**/*.js', (route) => route.abort())
  await page.goto('/admin/account')
  const [current, wanted] = [page.getByLabel('Current password').last(), page.getByLabel('New password')]
  await current.fill('three boats at sea')
  await wanted.fill('seven boats at anchor')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('button', { name: 'Change the password' }).click()
  // The browser has followed the button by now, if it follows it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500))))
  expect(asked).toEqual([])
  await expect(page).toHaveURL(/\/admin\/account$/)
  await expect(current).toHaveValue('three boats at sea')
  await expect(wanted).toHaveValue('seven boats at anchor')
  await page.context().close()
})
