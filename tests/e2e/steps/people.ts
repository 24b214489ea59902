import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Page } from '@playwright/test'
import { application } from '../setup/application'
import { expectAccessible } from './accessible'

/** An account that a test creates. */
export type Account = { email: string; name: string; roles: { role: string; country?: string }[] }

export const COORDINATOR: Account = {
  email: 'coordinator@example.org',
  name: 'Coordinator',
  roles: [{ role: 'coordinator' }],
}

/** The lead of Ireland may also review for Ireland: the role is not what prevents an approval of their own text. */
export const LEAD: Account = {
  email: 'lead@example.org',
  name: 'Lead',
  roles: [
    { role: 'national-lead', country: 'ie' },
    { role: 'reviewer', country: 'ie' },
  ],
}

export const EDITOR: Account = {
  email: 'editor@example.org',
  name: 'Editor',
  roles: [{ role: 'national-editor', country: 'ie' }],
}

export const REVIEWER: Account = {
  email: 'reviewer@example.org',
  name: 'Reviewer',
  roles: [{ role: 'reviewer', country: 'ie' }],
}

/** The password that the accounts are created with, and the one that each person chooses at their first sign-in. */
const FIRST_PASSWORD = 'only-for-tests-4711'
const PASSWORD = 'nine lanterns over water'
const haveChosen = new Set<string>()

/** Creates an account with one role as an administrator of the machine does: with `npm run toolkit -- person …`. */
export async function givenAnAccountByCommand({ email, name, roles: [role] }: Account): Promise<void> {
  if (!role) throw new Error('The command gives a role')
  haveChosen.delete(email)
  const where = role.country ? ['--country', role.country] : []
  const command = ['npm', 'run', '--silent', 'toolkit', '--', 'person', email, '--name', name]
  expect(await run([...command, '--role', role.role, ...where])).toContain(isGiven({ email, ...role }))
}

/** Creates accounts as that command does, in one process: its start takes as long as many accounts. */
export async function givenAccounts(...accounts: Account[]): Promise<void> {
  for (const { email } of accounts) haveChosen.delete(email)
  const wanted = accounts.flatMap(({ email, name, roles }) => roles.map((role) => ({ email, name, ...role })))
  const node = [process.execPath, '-C', 'production', '--import', 'tsx', 'tests/e2e/setup/makePeople.ts']
  const said = await run([...node, JSON.stringify(wanted)])
  for (const one of wanted) expect(said).toContain(isGiven(one))
}

function isGiven({ email, role, country }: { email: string; role: string; country?: string }): string {
  return `${email} is ${role} ${country ? `in ${country}` : 'everywhere'}.`
}

/** A person who is not signed in sees only the sign-in form. */
export async function thenStrangersAreAskedToSignIn(page: Page): Promise<void> {
  for (const address of ['/admin', '/admin/overview', '/admin/import']) {
    await page.goto(address)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  }
  // The window's title arrives with the last part of the page.
  await expect(page).toHaveTitle(/Toolkit/)
  await expectAccessible(page)
}

/** Signs in with the form, in a browser of their own; at the first sign-in the person chooses a password. */
export async function signIn(browser: Browser, account: Account): Promise<Page> {
  const page = await openBrowser(browser)
  await signInOn(page, account)
  return page
}

/** Signs in with the form on a page on which nobody is signed in. */
export async function signInOn(page: Page, { email }: Account): Promise<void> {
  await page.goto('/admin')
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(haveChosen.has(email) ? PASSWORD : FIRST_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  if (!haveChosen.has(email)) await chooseOwnPassword(page)
  haveChosen.add(email)
  await expect(page.getByRole('heading', { level: 1, name: 'Your tasks' })).toBeVisible()
  await expectAccessible(page)
}

/** Signs in on the page that asks for it because the session of the person has ended. */
export async function signInAgainOn(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
}

async function chooseOwnPassword(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Choose your own password' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Current password').fill(FIRST_PASSWORD)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Change the password' }).click()
}

/** A browser in which nobody has signed in. */
export async function openBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: application().server,
    locale: 'en-IE',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  })
  // Steps wait for what they need; a step that takes longer than this waits for something that will not happen.
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

/** The output of a program that runs on the database of the application. */
async function run([program = '', ...args]: string[]): Promise<string> {
  const { database, secret } = application()
  const { stdout } = await promisify(execFile)(program, args, {
    env: {
      ...process.env,
      DATABASE_URI: database,
      PAYLOAD_SECRET: secret,
      TOOLKIT_PASSWORD: FIRST_PASSWORD,
    },
  })
  return stdout
}
