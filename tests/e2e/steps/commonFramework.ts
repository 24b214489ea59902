import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import type { TwoVersions } from './document'
import { expectHeading, goTo } from './screens'

/** The coordinator's first screens say that there is nothing yet, and where to begin. */
export async function thenNothingIsThereYet(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Start with a toolkit' })).toBeVisible()
  await goTo(page, 'Overview of countries')
  await expect(page.getByText('There is no toolkit yet.')).toBeVisible()
  await expectAccessible(page)
  await goTo(page, 'Common frameworks')
  await expect(page.getByText('There is no toolkit yet.')).toBeVisible()
  await expectAccessible(page)
}

/** Imports the older version as a new toolkit: choose, preview, import. */
export async function whenTheDocumentIsImported(page: Page, document: TwoVersions): Promise<void> {
  await page.getByRole('link', { name: 'Start a toolkit by importing a document' }).click()
  await expectHeading(page, 'Import into the common framework')
  await page.getByLabel(/^Files/).setInputFiles(await document.zipOf(document.older))
  await page.getByLabel('Title of the new toolkit').fill(document.title)
  await page.getByLabel('Its address').fill(document.slug)
  await expectAccessible(page)
  await look(page)

  await expect(page.getByText('19 new sections, 0 changed, 0 moved, 0 removed, 0 the same.')).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Not imported/ })).toBeVisible()
  await expect(page.getByText(/“redirect_from” at the top of \d+ files is not known here/)).toBeVisible()
  for (const title of document.criteria) await expect(entryOf(page, title)).toHaveCount(1)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Import 19 sections' }).click()
  await expect(
    page.getByRole('heading', { name: 'The toolkit has been created and the document imported' }),
  ).toBeVisible()
  await expectAccessible(page)
}

/** Imports the newer version over it: every section is recognised, none is lost and none is duplicated. */
export async function whenTheNewerVersionIsImported(page: Page, document: TwoVersions): Promise<void> {
  await goTo(page, document.title)
  await page.getByRole('link', { name: 'Import a newer text' }).click()
  await expectHeading(page, 'Import into the common framework')
  await page.getByLabel(/^Files/).setInputFiles(await document.zipOf(document.newer))
  await look(page)

  await expect(
    page.getByText(/^0 new sections, [1-9]\d* changed, \d+ moved( \(.*\))?, 0 removed, \d+ the same\.$/),
  ).toBeVisible()
  for (const title of [...document.criteria, 'Glossary']) {
    await expect(entryOf(page, title)).toHaveCount(1)
    await expect(entryOf(page, title)).not.toContainText('New')
  }
  await expect(page.locator('.tree .entry')).toHaveCount(19)
  await expectAccessible(page)

  await page.getByRole('button', { name: /^Import \d+ sections$/ }).click()
  await expect(page.getByRole('heading', { name: 'The document has been imported' })).toBeVisible()
}

/** Releases the working text of the common framework under a number, with a note on each section that changed. */
export async function whenItIsReleased(page: Page, version: string): Promise<void> {
  await page.getByRole('link', { name: 'Open the common framework' }).click()
  await expectHeading(page, /^Common framework: /)
  await expectAccessible(page)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByText('Working text of the common framework')).toBeVisible()
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link').last().click()
  await expectHeading(page, /^Common framework: /)
  await page.getByRole('link', { name: 'Prepare the next release' }).click()
  await expectHeading(page, 'Next release')
  await expectAccessible(page)
  await whenTheNotesAreWritten(page)
  await page.getByLabel('Release number').fill(version)
  await page.getByLabel('What this release is about').fill(`The text of version ${version}.`)
  await page.getByRole('button', { name: 'Check the summary' }).click()
  await expectHeading(page, `Release common framework ${version} now?`)
  await expect(page.getByText(`The text of version ${version}.`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go back to the notes' }).click()
  await expectHeading(page, 'Next release')
  await expect(page.getByLabel('What this release is about')).toHaveValue(`The text of version ${version}.`)
  await page.getByRole('button', { name: 'Check the summary' }).click()
  await expectHeading(page, `Release common framework ${version} now?`)
  await page.getByRole('button', { name: new RegExp(`^Release ${version}`) }).click()
  await expect(page.getByRole('heading', { name: `Released as ${version}` })).toBeFocused()
  await expect(page.getByRole('heading', { name: `Release ${version}`, exact: true })).toBeVisible()
  const release = page.getByRole('button', { name: 'Prepare the next release' })
  await expect(release).toHaveAccessibleDescription(`Nothing has changed since release ${version}.`)
  await expectAccessible(page)
}

/** Writes a note on each changed section; the first one is urgent. There is none in the first release. */
async function whenTheNotesAreWritten(page: Page): Promise<void> {
  const sections = page.locator('.relsec:has(fieldset)')
  const count = await sections.count()
  for (let place = 0; place < count; place++) {
    const section = sections.nth(place)
    await section.getByLabel(/^Note to the countries/).fill(`Note ${place}: check your own text.`)
    await section.getByRole('radio', { name: place === 0 ? /^Urgent/ : /^Editorial/ }).check()
  }
  if (count === 0) return
  await page.getByLabel('What this release is about').fill('Not written to the end')
  const check = page.getByRole('button', { name: 'Check the summary' })
  await expect(check).toHaveAccessibleDescription(/^Substantive or urgent changes without a day: 1\./)
  await sections
    .first()
    .getByLabel(/^Countries decide by/)
    .fill('2999-01-08')
  await expect(sections.first().getByText('8 January 2999')).toBeVisible()
  await page.getByRole('button', { name: 'Save the notes' }).click()
  await expect(page.getByText('The notes are saved.')).toBeVisible()
  await page.reload()
  await expectHeading(page, 'Next release')
  await expect(sections.first().getByLabel(/^Note to the countries/)).toHaveValue('Note 0: check your own text.')
  await expect(page.getByText(`Sections with a note and a class: ${count} of ${count}.`)).toBeVisible()
  await expectAccessible(page)
}

/** Starts Ireland's version: all of it is common text at first. */
export async function whenIrelandStarts(page: Page, basedOn: string): Promise<void> {
  await goTo(page, 'Overview of countries')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Start the national version ?: Ireland$/ }).click()
  await expectHeading(page, 'National version: Ireland')
  await expect(page.getByText(`Follows common framework ${basedOn}.`)).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Common text' })).toHaveCount(19)
  await expectAccessible(page)
}

/** The overview shows what each country is based on. */
export async function thenTheOverviewSays(page: Page, { basedOn, waits }: { basedOn: string; waits: string }) {
  await goTo(page, 'Overview of countries')
  const ireland = page
    .getByRole('table', { name: 'National versions' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Ireland' }) })
  await expect(ireland).toContainText(basedOn)
  await expect(ireland).toContainText(`${waits} available`)
  await expectAccessible(page)
}

async function look(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByRole('heading', { name: 'What would change' })).toBeFocused()
}

/** The section of this title in the list of the preview. */
function entryOf(page: Page, title: string) {
  return page.locator('.tree .entry').filter({ has: page.locator('.name', { hasText: new RegExp(`^${title}$`) }) })
}

/** A coordinator imports a short guide, releases it, and starts Ireland's version. */
export async function givenAGuideThatIrelandUses(
  page: Page,
  { markdown, sections }: { markdown: string; sections: number },
): Promise<void> {
  await goTo(page, 'Common frameworks')
  await page.getByRole('link', { name: 'Start a toolkit by importing a document' }).click()
  await expectHeading(page, 'Import into the common framework')
  await page
    .getByLabel(/^Files/)
    .setInputFiles({ name: 'guide.md', mimeType: 'text/markdown', buffer: Buffer.from(markdown) })
  await page.getByLabel('Title of the new toolkit').fill('Guide')
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByRole('button', { name: `Import ${sections} sections` }).click()
  await page.getByRole('link', { name: 'Open the common framework' }).click()
  await page.getByRole('link', { name: 'Prepare the next release' }).click()
  await expectHeading(page, 'Next release')
  await page.getByLabel('What this release is about').fill('All of it.')
  await page.getByRole('button', { name: 'Check the summary' }).click()
  await expectHeading(page, 'Release common framework 1.0 now?')
  await page.getByRole('button', { name: /^Release 1\.0/ }).click()
  await expect(page.getByRole('heading', { name: 'Released as 1.0' })).toBeFocused()
  await goTo(page, 'Overview of countries')
  await page.getByRole('button', { name: /^Start the national version ?: Ireland$/ }).click()
  await expectHeading(page, 'National version: Ireland')
}
