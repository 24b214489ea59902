import { expect, type Page, test } from '@playwright/test'
import { emptyApplication } from './setup/emptyApplication'
import { expectAccessible } from './steps/accessible'
import { COORDINATOR, givenAccounts, signIn } from './steps/people'
import { expectHeading, goTo } from './steps/screens'

const TITLE = 'Guide to the tree'
const TEXT = `# Before you start

Say who you are.

## The interpreter

Ask for one in good time.

# The conversation

Take your time.

### Breaks

Offer breaks.

# Referral

Ask before you refer.
`
const PHONE = { width: 360, height: 740 }
const LAPTOP = { width: 1366, height: 657 }

test.describe
  .serial('the tree of the common framework, with the keyboard alone', () => {
    // Accounts are made from the command line, and a busy machine takes several times as long.
    test.describe.configure({ timeout: 10 * 60_000 })

    let page: Page

    test.beforeAll(async ({ browser }) => {
      await emptyApplication()
      await givenAccounts(COORDINATOR)
      page = await signIn(browser, COORDINATOR)
      await goTo(page, 'Common frameworks')
      await page.getByRole('link', { name: 'Start a toolkit by importing a document' }).click()
      await expectHeading(page, 'Import into the common framework')
      const file = { name: 'text.md', mimeType: 'text/markdown', buffer: Buffer.from(TEXT) }
      await page.getByLabel(/^Files/).setInputFiles(file)
      await page.getByLabel('Title of the new toolkit').fill(TITLE)
      await page.getByRole('button', { name: 'See what would change' }).click()
      await page.getByRole('radio', { name: /^Heading 2/ }).check()
      await page.getByRole('button', { name: 'Import 4 sections' }).click()
      await page.getByRole('link', { name: 'Open the common framework' }).click()
      await expectHeading(page, /^Common framework: /)
    })

    test.afterAll(() => page.close())

    test('keys move a section in the list at once, and its new place is said', async () => {
      await expectAccessible(page)
      await page.setViewportSize(LAPTOP)
      await tabTo(page, 'Referral')
      await page.keyboard.press('Alt+Shift+ArrowUp')
      await expect(page.getByRole('status')).toHaveText('Referral is now 2.')
      expect(await outline(page)).toEqual([
        '1 Before you start',
        '1.1 The interpreter',
        '2 Referral',
        '3 The conversation',
      ])
      await page.keyboard.press('Alt+Shift+ArrowRight')
      await expect(page.getByRole('status')).toHaveText('Referral is now 1.2, under 1 Before you start.')
      await page.keyboard.press('Alt+Shift+ArrowRight')
      await expect(page.getByRole('status')).toHaveText('Referral is now 1.1.1, under 1.1 The interpreter.')
      await page.keyboard.press('Alt+Shift+ArrowRight')
      await expect(page.getByRole('status')).toContainText('It is the first section here.')
      await expect(page.getByRole('link', { name: 'Referral', exact: true })).toBeFocused()
      await page.keyboard.press('Alt+Shift+ArrowLeft')
      await page.keyboard.press('Alt+Shift+ArrowLeft')
      await expect(page.getByRole('status')).toHaveText('Referral is now 2.')
      await expectAccessible(page)
      await expect
        .poll(() => outlineAnew(page))
        .toEqual([...['1 Before you start', '1.1 The interpreter', '2 Referral', '3 The conversation']])
    })

    test('on a phone a section is moved on a page of its own', async () => {
      await page.setViewportSize(PHONE)
      await tabTo(page, 'Move, divide or remove: 2 Referral')
      await page.keyboard.press('Enter')
      await expectHeading(page, 'Move, divide or remove: 2 Referral')
      await expectAccessible(page)
      await page.setViewportSize(PHONE)
      await tabTo(page, 'Move down')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: 'Move, divide or remove: 3 Referral' })).toBeVisible()
      await expect(page.getByText('Referral: the section was moved.')).toBeVisible()
      await page.locator('#place-parent').focus()
      await page.keyboard.type('1.1')
      await expect(page.locator('#place-parent')).toHaveValue(/.+/)
      await tabTo(page, 'Move here')
      await page.keyboard.press('Enter')
      await expect(
        page.getByRole('heading', { level: 1, name: 'Move, divide or remove: 1.1.1 Referral' }),
      ).toBeVisible()
      await tabTo(page, 'Move out by one level')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: 'Move, divide or remove: 1.2 Referral' })).toBeVisible()
    })

    test('a section is added, and its text is written next', async () => {
      await openFramework(page)
      await tabTo(page, 'Add a section')
      await page.keyboard.press('Enter')
      await expectHeading(page, 'Add a section')
      await expectAccessible(page)
      await page.setViewportSize(PHONE)
      await tabTo(page, 'Add section')
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('Title in English')).toHaveAttribute('aria-invalid', 'true')
      await page.getByLabel('Title in English').focus()
      await page.keyboard.type('Afterwards')
      await page.keyboard.press('Enter')
      await expectHeading(page, '3 Afterwards')
    })

    test('a section is divided at a heading after both were shown, and joined again', async () => {
      await openFramework(page)
      await openPlace(page, '2 The conversation')
      await tabTo(page, 'Choose a heading')
      await page.keyboard.press('Enter')
      await expectHeading(page, 'Divide: 2 The conversation')
      await expectAccessible(page)
      await page.setViewportSize(PHONE)
      await tabTo(page, 'Breaks')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'The two sections' })).toBeVisible()
      await expect(page.getByRole('region', { name: 'This section' })).toContainText('Take your time.')
      await expect(page.getByRole('region', { name: 'The new section' })).toContainText('Offer breaks.')
      await expectAccessible(page)
      await tabTo(page, 'Divide the section')
      await page.keyboard.press('Enter')
      await expect(
        page.getByRole('heading', { name: 'The section was divided. The new one is “Breaks”.' }),
      ).toBeFocused()
      await expectAccessible(page)

      await openPlace(page, '3 Breaks')
      await tabTo(page, 'Show the joined text')
      await page.keyboard.press('Enter')
      await expectHeading(page, 'Join 3 Breaks to 2 The conversation')
      await expect(page.getByText('Offer breaks.')).toBeVisible()
      await expectAccessible(page)
      await tabTo(page, 'Join the sections')
      await page.keyboard.press('Enter')
      await expect(
        page.getByRole('heading', { name: 'The conversation: the section after it was joined to it.' }),
      ).toBeFocused()
    })

    test('a section is removed with a question about those below, and comes back with them', async () => {
      await openPlace(page, '1 Before you start')
      await expect(page.getByText('2 other sections stand under it. Say what becomes of them:')).toBeVisible()
      await tabTo(page, 'Remove it and the 2 under it')
      await page.keyboard.press('Enter')
      await expectHeading(page, 'Removed sections')
      await expect(page.getByRole('heading', { name: 'Before you start: the section was removed.' })).toBeFocused()
      await expectAccessible(page)
      await tabTo(page, 'Bring back with the 2 under it: Before you start')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Before you start: the section was brought back.' })).toBeFocused()
      expect(await outline(page)).toEqual([
        ...['1 Before you start', '1.1 The interpreter', '1.2 Referral', '2 The conversation', '3 Afterwards'],
      ])
    })

    test('a toolkit that was begun by mistake is deleted after a question that names what goes', async () => {
      await tabTo(page, 'Delete this toolkit')
      await page.keyboard.press('Enter')
      await expectHeading(page, `Delete: ${TITLE}`)
      await expect(page.getByText('5 sections, 1 removed section, with their texts')).toBeVisible()
      await expectAccessible(page)
      await tabTo(page, 'Delete the toolkit')
      await page.keyboard.press('Enter')
      await expectHeading(page, 'Common frameworks')
      await expect(page.getByRole('heading', { name: 'The toolkit was deleted.' })).toBeFocused()
      await expect(page.getByText('There is no toolkit yet.')).toBeVisible()
      await expectAccessible(page)
    })
  })

async function openFramework(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: TITLE }).click()
  await expectHeading(page, /^Common framework: /)
}

async function openPlace(page: Page, section: string): Promise<void> {
  await tabTo(page, `Move, divide or remove: ${section}`)
  await page.keyboard.press('Enter')
  await expectHeading(page, `Move, divide or remove: ${section}`)
}

/** Goes on with the Tab key until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 200; n++) {
    await page.keyboard.press('Tab')
    const has = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (has === name) return
  }
  throw new Error(`The Tab key does not lead to “${name}”`)
}

async function outline(page: Page): Promise<string[]> {
  const heads = await page.getByRole('rowheader').allInnerTexts()
  return heads.map((head) => head.replace(/^\s*([\d.]*\d)\s*/, '$1 ').trim())
}

async function outlineAnew(page: Page): Promise<string[]> {
  await page.reload()
  await expectHeading(page, /^Common framework: /)
  return outline(page)
}
