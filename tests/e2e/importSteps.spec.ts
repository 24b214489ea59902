import { expect, type Page, test } from '@playwright/test'
import { emptyApplication } from './setup/emptyApplication'
import { expectAccessible } from './steps/accessible'
import { COORDINATOR, givenAccounts, signIn, signInAgainOn } from './steps/people'
import { expectHeading, goTo } from './steps/screens'

/** Six parts of two chapters each: six sections or eighteen, depending on the level. */
const PARTS = Array.from({ length: 6 }, (_, part) =>
  [0, 1, 2]
    .map((chapter) => `${chapter ? '##' : '#'} Section ${part}.${chapter}\n\nWhat is done ${part}.${chapter}.\n`)
    .join('\n'),
)
const GUIDE = PARTS.join('\n')
/** A list that is longer than a screen. */
const LONG = Array.from({ length: 40 }, (_, n) => `# Chapter ${n}\n\nWhat is said ${n}.\n`).join('\n')
const OTHER_PART = '# Quite other words\n\nNothing of the sort was said before at all.\n'

test.describe
  .serial('the steps of an import', () => {
    // A busy machine takes several times as long.
    test.describe.configure({ timeout: 10 * 60_000 })

    let page: Page

    test.beforeAll(async ({ browser }) => {
      await emptyApplication()
      await givenAccounts(COORDINATOR)
      page = await signIn(browser, COORDINATOR)
    })

    test.afterAll(() => page.close())

    test('Back leads from the preview to the completed form, and Forward to the preview', async () => {
      await openPreview(page, 'Guide')
      await page.goBack()
      await expect(page.getByRole('heading', { name: 'The document and where it goes' })).toBeFocused()
      await expect(page.getByLabel('Title of the new toolkit')).toHaveValue('Guide')
      await expect(page.getByLabel(/^Files/)).toHaveValue(/guide\.md$/)
      await page.goForward()
      await expect(page.getByRole('heading', { name: 'What would change' })).toBeVisible()
      await page.getByRole('button', { name: 'Another file' }).click()
      await expect(page.getByLabel('Title of the new toolkit')).toHaveValue('Guide')
    })

    test('a field with an error is marked, has its message beside it, and gets the focus', async () => {
      await page.getByLabel('Its address').fill('No address')
      await page.getByRole('button', { name: 'See what would change' }).click()
      const field = page.getByLabel('Its address')
      await expect(field).toBeFocused()
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toHaveAccessibleDescription(/^Use only lower-case letters/)
      await expectAccessible(page)
      await field.fill('guide')
      await expect(field).not.toHaveAttribute('aria-invalid')
    })

    test('after a cancelled change of level, the preview shows what is imported', async () => {
      await page.getByRole('button', { name: 'See what would change' }).click()
      await expect(page.getByText('6 new sections')).toBeVisible()
      const held = await holdImports(page)
      await page.getByRole('radio', { name: /^Heading 2: 18 sections/ }).click()
      await expect(page.getByRole('button', { name: /^Import 6/ })).toHaveAttribute('aria-disabled', 'true')
      await expect(page.getByRole('radio', { name: /^Heading 2: 18 sections Reading/ })).toBeChecked()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Stop' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Stopped. The preview has not changed' })).toBeVisible()
      await expect(page.getByRole('radio', { name: /^Heading 1: 6 sections/ })).toBeChecked()
      await held.letGo()
      await page.getByRole('button', { name: 'Import 6 sections' }).click()
      await expect(
        page.getByRole('heading', { name: 'The toolkit has been created and the document imported' }),
      ).toBeVisible()
      await expect(page.getByText('6 new sections')).toBeVisible()
    })

    test('a new toolkit has the title of its document, which can be changed in the preview', async () => {
      await openForm(page)
      const titled = { ...guide(`---\ntitle: Handbook for reception\n---\n\n${GUIDE}`), name: 'titled.md' }
      await page.getByLabel(/^Files/).setInputFiles(titled)
      await page.getByRole('button', { name: 'See what would change' }).click()
      const title = page.getByLabel('Title of the new toolkit')
      await expect(title).toHaveValue('Handbook for reception')
      await expect(page.getByLabel('Its address')).toHaveValue('handbook-for-reception')
      await title.fill('')
      await page.getByRole('button', { name: /^Import \d+ sections?$/ }).click()
      await expect(title).toBeFocused()
      await expect(title).toHaveAccessibleDescription('Give the new toolkit a title.')
      await expectAccessible(page)
      await title.fill('Handbook of ours')
      await expect(page.getByLabel('Its address')).toHaveValue('handbook-of-ours')
    })

    test('a file that cannot be read is reported at its field, without a message about the toolkit', async () => {
      await page.goto('/admin/import?toolkit=guide')
      await expectHeading(page, 'Import into the common framework')
      const field = page.getByLabel(/^Files/)
      await field.setInputFiles({ name: 'wrong.docx', mimeType: 'text/plain', buffer: Buffer.from('this is not Word') })
      await page.getByRole('button', { name: 'See what would change' }).click()
      await expect(field).toHaveAccessibleDescription(/^This Word file is damaged and cannot be read\./)
      await expect(page.getByRole('heading', { name: 'What would change' })).toHaveCount(0)
      await expect(page.getByText('not in the document')).toHaveCount(0)
      await expectAccessible(page)
    })

    test('a section chosen in the list is visible beside it, and on a phone so is the link back', async () => {
      await openPreview(page, 'Long guide', LONG)
      const entry = page.locator('.tree .entry').filter({ hasText: 'Chapter 39' })
      const heading = page.getByRole('heading', { level: 3, name: /Chapter 39$/ })
      await page.setViewportSize({ width: 1366, height: 657 })
      await entry.click()
      await expect(heading).toBeInViewport()
      await expect(page.getByText('What is said 39.')).toBeInViewport()
      await page.setViewportSize({ width: 360, height: 740 })
      await entry.click()
      await expect(heading).toBeFocused()
      await expect(heading).toBeInViewport()
      await page.getByRole('button', { name: 'Back to the list of sections' }).click()
      await expect(entry).toBeFocused()
      await expect(entry).toBeInViewport()
      await expectAccessible(page)
    })

    test('an import that finished before it could be cancelled says what it wrote', async () => {
      await openPreview(page, 'Late text')
      let tell = () => {}
      const written = new Promise<void>((resolve) => {
        tell = resolve
      })
      let isFirst = true
      await page.route('**/api/import', async (route) => {
        if (!isFirst) return route.continue()
        isFirst = false
        // The import is saved, but its answer does not arrive.
        await route.fetch()
        tell()
      })
      await page.getByRole('button', { name: 'Import 6 sections' }).click()
      await expect(page.getByRole('button', { name: 'Cancel the import' })).toHaveCount(0)
      await written
      await page.getByRole('button', { name: 'Stop' }).click()
      const said = page.getByRole('status').filter({ hasText: 'It was imported before it could be stopped.' })
      await expect(said).toContainText('6 new sections')
      await expect(said).toBeInViewport()
      await page.unroute('**/api/import')
    })

    test('a person whose session ended is asked to sign in on the page, and the import goes on', async () => {
      await openPreview(page, 'Kept text')
      await page.context().clearCookies()
      await page.getByRole('button', { name: 'Import 6 sections' }).click()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Not now' }).click()
      const link = page.getByRole('link', { name: 'Sign in (opens a new window)' })
      await expect(link).toHaveAttribute('target', '_blank')
      await expect(link).toBeInViewport()
      await page.getByRole('button', { name: 'Import 6 sections' }).click()
      await signInAgainOn(page)
      await expect(
        page.getByRole('heading', { name: 'The toolkit has been created and the document imported' }),
      ).toBeVisible()
    })

    test('an import that is cancelled in time writes nothing, and says so', async () => {
      await openPreview(page, 'Other guide')
      const held = await holdImports(page)
      await page.getByRole('button', { name: 'Import 6 sections' }).click()
      await page.getByRole('button', { name: 'Stop' }).click()
      await held.letGo()
      await expect(page.getByRole('status').filter({ hasText: 'Stopped. Nothing was saved.' })).toBeVisible()
      await goTo(page, 'Common frameworks')
      await expect(page.getByRole('main').getByText('Other guide')).toHaveCount(0)
    })

    test('the page asks before decisions in the preview are lost', async () => {
      await goTo(page, 'Guide')
      await page.getByRole('link', { name: 'Import a newer text' }).click()
      await expectHeading(page, 'Import into the common framework')
      await page.getByLabel(/^Files/).setInputFiles(guide(PARTS.with(2, OTHER_PART).join('\n')))
      await page.getByRole('button', { name: 'See what would change' }).click()
      await expect(page.getByRole('heading', { name: 'What would change' })).toBeVisible()
      await expect(page.getByText('1 to decide, 0 stay, 0 go.')).toBeVisible()
      await page.getByRole('radio', { name: 'This stays' }).first().check()
      await expect(page.locator('.import-preview')).toHaveAttribute('aria-busy', 'false')
      await page.goBack()
      await page.getByLabel('Language of the document').selectOption('fr')
      const question = page.getByText('If you go on, your decisions in the preview are lost.')
      await expect(question).toBeFocused()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Keep my decisions' }).click()
      await expect(page.getByLabel('Language of the document')).toHaveValue('en')
      await page.goForward()
      await expect(page.getByRole('radio', { name: 'This stays' }).first()).toBeChecked()
      await page.goBack()
      const asked = page.waitForEvent('dialog')
      const leaving = page.goBack()
      const dialog = await asked
      expect(dialog.type()).toBe('beforeunload')
      await dialog.accept()
      await leaving
      await expectHeading(page, 'Guide')
    })
  })

async function openForm(page: Page): Promise<void> {
  await goTo(page, 'Common frameworks')
  await page.getByRole('link', { name: 'Start a toolkit by importing a document' }).click()
  await expectHeading(page, 'Import into the common framework')
}

async function openPreview(page: Page, title: string, text = GUIDE): Promise<void> {
  await openForm(page)
  await expect(page.getByLabel('Toolkit', { exact: true }).locator(':checked')).toHaveText('A new toolkit')
  await page.getByLabel('Title of the new toolkit').fill(title)
  await page.getByLabel(/^Files/).setInputFiles(guide(text))
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByRole('heading', { name: 'What would change' })).toBeFocused()
}

function guide(text: string) {
  return { name: 'guide.md', mimeType: 'text/markdown', buffer: Buffer.from(text) }
}

/** Holds the page's import requests to the server until they are released. */
async function holdImports(page: Page): Promise<{ letGo: () => Promise<void> }> {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route('**/api/import', async (route) => {
    await opened
    // Requests that were cancelled in the meantime are gone.
    await route.continue().catch(() => undefined)
  })
  return {
    letGo: async () => {
      open()
      await page.unroute('**/api/import')
    },
  }
}
