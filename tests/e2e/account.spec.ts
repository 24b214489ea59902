import { expect, type Page, test } from '@playwright/test'
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
  const atEntrance = await scriptsOf(page, '/admin/login')
  await expectAccessible(page)
  expect(missing).toEqual([])
  expect(atEntrance).toBeGreaterThan(0)
  await page.context().close()
  const signedIn = await signIn(browser, COORDINATOR)
  expect(atEntrance).toBeLessThan((await scriptsOf(signedIn, '/admin/collections/toolkits')) / 2)
  await signedIn.context().close()
})

/** The bytes of script that a page loads, compressed as they are sent. */
async function scriptsOf(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'networkidle' })
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, one) => sum + (one as PerformanceResourceTiming).encodedBodySize, 0),
  )
}

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

test('before its script has arrived a page of a person takes no words and no press, and the sign-in takes both and sends nothing', async ({
  browser,
}) => {
  test.setTimeout(10 * 60_000)
  await emptyApplication()
  await givenAccounts(COORDINATOR)
  const page = await signIn(browser, COORDINATOR)
  const come = await holdScripts(page)
  await page.goto('/admin/account', { waitUntil: 'commit' })
  const current = page.getByLabel('Current password').last()
  const change = page.getByRole('button', { name: 'Change the password' })
  await expect(current).toBeDisabled()
  await expect(change).toBeDisabled()
  await come()
  await expect(current).toBeEnabled()
  await expect(change).toBeEnabled()
  await page.getByRole('link', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  const comeAgain = await holdScripts(page)
  await page.goto('/admin/login', { waitUntil: 'commit' })
  const [address, password] = [page.getByLabel('E-mail address'), page.getByLabel('Password')]
  await address.fill('somebody@example.org')
  await password.fill('three boats at sea')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('button', { name: 'Sign in' }).click()
  // The browser has followed the button by now, if it follows it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500))))
  expect(asked.filter((one) => !one.endsWith('.js'))).toEqual([])
  await comeAgain()
  await expect(page).toHaveURL(/\/admin\/login$/)
  await expect(address).toHaveValue('somebody@example.org')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The e-mail address or the password is wrong.')).toBeVisible()
  await expect(password).toHaveValue('three boats at sea')
  await page.context().close()
})

/** Lets no script of a page arrive before the returned function is called; that waits until they run. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  let come = () => {}
  const called = new Promise<void>((resolve) => {
    come = resolve
  })
  const scripts = /\/_next\/static\/.*\.js/
  await page.route(scripts, async (route) => {
    await called
    await route.continue()
  })
  return async () => {
    await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true')
    come()
    await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
    await page.unroute(scripts)
  }
}
