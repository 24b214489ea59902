import { expect, type Locator, type Page, test } from '@playwright/test'
import { people } from '@/scripts/demo/people'
import { givenTheSample, signInToTheSample } from './steps/sample'
import { expectHeading } from './steps/screens'

test.describe('what a person does on a page before its script runs', () => {
  // A busy machine takes several times as long.
  test.describe.configure({ timeout: 10 * 60_000 })
  test.beforeAll(givenTheSample)

  test('counts on an update: the choice and a note, and no button sends the form', async ({ browser }) => {
    const page = await signInToTheSample(browser, people.leadIreland.email)
    const address = await openAnUpdate(page)
    const run = await openBeforeItsScript(page, address)
    const keep = page.getByRole('radio', { name: /^Keep ours/ })
    const note = page.getByLabel(/^Note for reviewers/)
    const record = page.getByRole('button', { name: /^Record/ })
    await keep.check()
    await record.click({ force: true })
    await note.pressSequentially('A note for')
    await run()
    await expect(page.getByText('“Keep ours” will be recorded with your role.')).toBeVisible()
    await expect(note).toBeFocused()
    await page.keyboard.type(' all.')
    await expect(note).toHaveValue('A note for all.')
    await record.click()
    await expect(page.getByRole('heading', { name: /“Keep ours” is recorded/ })).toBeFocused()
    await page.close()
  })

  test('is saved in the editor of a section: a reason from a list, and words after others', async ({ browser }) => {
    const page = await signInToTheSample(browser, people.leadIreland.email)
    const address = await openAnUpdate(page)
    const run = await openBeforeItsScript(page, address.replace('/updates/', '/section/'))
    const sources = page.getByLabel(/^Source/)
    const why = page.getByLabel(/^In one or two sentences/)
    const reason = page.getByLabel('Reason', { exact: true })
    await reason.focus()
    await page.keyboard.type('Serv')
    const source = await typeAfter(sources, ' S.I. 1')
    const explained = await typeAfter(why, ' So it is.')
    await sources.focus()
    await run()
    await expect(sources).toBeFocused()
    await page.keyboard.type(' of 2020')
    await expect(why).toHaveValue(explained)
    await page.getByRole('button', { name: /^Save/ }).click()
    await expect(page.getByText(/^Saved/).first()).toBeVisible()
    await page.reload()
    await expect(sources).toHaveValue(`${source} of 2020`.trim())
    await expect(why).toHaveValue(explained)
    await expect(reason.locator('option:checked')).toHaveText('Services in this country')
    await page.close()
  })
})

/** Opens an update of a section that Ireland adapted, with the reason; returns its address. */
async function openAnUpdate(page: Page): Promise<string> {
  await page
    .getByRole('listitem')
    .getByRole('link', { name: /^Decide ?:/ })
    .first()
    .click()
  await expectHeading(page, /what to do with release/)
  return page.url()
}

/** Opens a page whose scripts do not come before the returned function is called; that waits until they run. */
async function openBeforeItsScript(page: Page, address: string): Promise<() => Promise<void>> {
  let come = () => {}
  const asked = new Promise<void>((resolve) => {
    come = resolve
  })
  const scripts = /\/_next\/static\/.*\.js/
  await page.route(scripts, async (route) => {
    await asked
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  const main = page.getByRole('main')
  await expect(main).toHaveAttribute('aria-busy', 'true')
  return async () => {
    come()
    await expect(main).toHaveAttribute('aria-busy', 'false')
    await page.unroute(scripts)
  }
}

/** Types at the end of a field, as a person does who clicks into it. Returns what it then has. */
async function typeAfter(field: Locator, words: string): Promise<string> {
  await field.press('ControlOrMeta+End')
  await field.pressSequentially(words)
  return field.inputValue()
}
