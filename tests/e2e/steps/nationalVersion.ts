import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { expectHeading, expectState, goTo } from './screens'

/** The section that only Ireland has. */
export const ADDED = { title: 'Ask the Office of Ireland', text: 'The office answers questions on working days.' }
/** The word that replaces the first word of an adapted section. */
export const TYPED_WORD = 'Everywhere in Ireland,'
export const REASON = 'Irish law asks for more.'
export const OMIT_REASON = 'No Irish office does this.'

/** Opens the national version of Ireland from any screen. */
export async function openVersion(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: 'Ireland' }).click()
  await expectHeading(page, 'National version: Ireland')
}

/** Opens a section from the table of all sections. */
export async function openSection(page: Page, title: string): Promise<void> {
  await openVersion(page)
  await page
    .getByRole('table', { name: 'Sections of the national version with their status' })
    .getByRole('link', { name: title, exact: true })
    .click()
  await expectHeading(page, new RegExp(`${title}$`))
}

/** Adapts a section: replaces its first word and adds a sentence, with the reason. Returns the replaced word. */
export async function whenASectionIsAdapted(page: Page, title: string): Promise<string> {
  await openSection(page, title)
  await page.getByRole('radio', { name: /^Adapted/ }).check()
  const replaced = await replaceFirstWord(page, TYPED_WORD)
  await typeAtTheEnd(page, `What holds in Ireland: ${title}.`)
  await giveReason(page, { reason: 'National law', explanation: REASON })
  await page.getByRole('button', { name: 'Save our text' }).click()
  await expectSaved(page)
  return replaced
}

/** The editor of a section when it opens, while something is typed, and as a preview for readers. */
export async function thenTheEditorIsAccessible(page: Page, title: string): Promise<void> {
  await openSection(page, title)
  await expectAccessible(page)
  await page.getByRole('radio', { name: /^Adapted/ }).check()
  await typeAtTheEnd(page, 'Only tried, not saved.')
  await expect(page.getByText('You have unsaved changes.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: /^Supplemented/ }).check()
  await expect(writingPlace(page, 'Our addition')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: /^Common text/ }).check()
  await page.getByRole('link', { name: 'Preview as a reader' }).click()
  await expect(page.getByRole('link', { name: 'Back to the text' })).toBeVisible()
  await expectAccessible(page)
}

/** Leaves a section out. Without the reason this is not possible, and the field says so. */
export async function whenASectionIsLeftOut(page: Page, title: string): Promise<void> {
  await openSection(page, title)
  await page.getByRole('radio', { name: /^Not used here/ }).check()
  const leaveOut = page.getByRole('button', { name: 'Do not use this section' })
  await leaveOut.click()
  await expect(page.getByText('Choose a reason from the list.')).toBeVisible()
  await expectAccessible(page)
  await giveReason(page, { reason: 'Does not exist here', explanation: OMIT_REASON })
  await leaveOut.click()
  await expectSaved(page)
  await expectAccessible(page)
}

/** Adds a text of Ireland's own to a section of which the common text stays. */
export async function whenASectionIsSupplemented(page: Page, title: string, text: string): Promise<void> {
  await openSection(page, title)
  await page.getByRole('radio', { name: /^Supplemented/ }).check()
  await expect(async () => {
    await writingPlace(page, 'Our addition').focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(text)
    await expect(writingPlace(page, 'Our addition')).toContainText(text, { timeout: 2000 })
  }).toPass()
  await giveReason(page, { reason: 'Services in this country', explanation: 'The office is in Ireland only.' })
  await page.getByRole('button', { name: 'Add our text' }).click()
  await expectSaved(page)
}

/** The sections in which Ireland has the common text, by their titles. */
export async function titlesOfCommonText(page: Page): Promise<string[]> {
  await openVersion(page)
  const table = page.getByRole('table', { name: 'Sections of the national version with their status' })
  const rows = table
    .getByRole('row')
    .filter({ hasText: 'Common text' })
    .filter({ hasNotText: /Ready|Decision needed|Please check/ })
  const titles = await rows.getByRole('rowheader').getByRole('link').allTextContents()
  return titles.map((title) => title.trim())
}

/** Adds a section that only Ireland has. */
export async function whenASectionIsAdded(page: Page, { after }: { after: string }): Promise<void> {
  await openVersion(page)
  await page.getByRole('link', { name: 'Add a national section' }).click()
  await expectHeading(page, 'Add a section')
  await choosePlaceAfter(page, after)
  await page.getByLabel('Title', { exact: true }).fill(ADDED.title)
  await typeAtTheEnd(page, ADDED.text)
  await giveReason(page, { reason: 'Services in this country', explanation: 'Only Ireland has this office.' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add the section' }).click()
  await expectHeading(page, new RegExp(`${ADDED.title}$`))
  await expectAccessible(page)
}

/** Chooses the place after a section, under whichever other section it stands. */
async function choosePlaceAfter(page: Page, title: string): Promise<void> {
  const under = page.getByLabel('Under', { exact: true })
  const place = page.getByLabel('Place there')
  const option = place.getByRole('option').filter({ hasText: title })
  for (const label of await under.getByRole('option').allTextContents()) {
    await under.selectOption({ label })
    if ((await option.count()) === 0) continue
    await place.selectOption(await option.first().textContent())
    return
  }
  throw new Error(`No place follows ${title}`)
}

/** Two people add to the same section: the second to save sees the difference, and the text keeps the words of both. */
export async function whenTwoSaveTheSameSection({
  first,
  second,
  title,
}: {
  first: Page
  second: Page
  title: string
}): Promise<void> {
  await openSection(first, title)
  await openSection(second, title)
  // The texts share no word: they are two new paragraphs, and not two versions of one.
  const theirs = 'Quicker hands wrote these words'
  const mine = 'Nothing typed here may be lost'
  await typeAtTheEnd(first, theirs)
  await typeAtTheEnd(second, mine)
  await first.getByRole('button', { name: 'Save', exact: true }).click()
  await expectSaved(first)

  await second.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(second.getByRole('heading', { name: /^This section was saved before you/ })).toBeFocused()
  // What the first person saved is taken up once it has arrived; until then it is marked as removed.
  await expect(second.getByText('Your text now also contains the changes made in other places.')).toBeVisible()
  await expect(second.getByRole('insertion').filter({ hasText: mine })).toBeVisible()
  await expect(second.getByRole('deletion').filter({ hasText: theirs })).toHaveCount(0)
  await thenTheTextHas(second, { mine, theirs })
  await expect(second.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(second)

  await second.getByRole('button', { name: 'Save mine' }).click()
  await expectSaved(second)
  await second.reload()
  await thenTheTextHas(second, { mine, theirs })
}

async function thenTheTextHas(page: Page, texts: { mine: string; theirs: string }): Promise<void> {
  for (const text of [texts.mine, texts.theirs]) await expect(writingPlace(page)).toContainText(text)
}

/** The table of sections says what Ireland does with each. */
export async function thenTheVersionShows(page: Page, marks: Record<string, string>): Promise<void> {
  await openVersion(page)
  for (const [title, mark] of Object.entries(marks)) {
    const row = page.getByRole('row').filter({
      has: page.getByRole('rowheader').filter({ has: page.getByRole('link', { name: title, exact: true }) }),
    })
    await expect(row).toContainText(mark)
  }
  await expectAccessible(page)
}

/** From the version that is open, the country reads what the newer common framework changes. */
export async function thenTheNewerTextIsCompared(page: Page, { older, newer }: { older: string; newer: string }) {
  await page.getByRole('link', { name: `See what changed in ${newer}` }).click()
  await expectHeading(page, `Common framework: what changed from release ${older} to release ${newer}`)
  await expect(page.getByRole('article').getByRole('insertion').first()).toBeVisible()
  await expectAccessible(page)
}

/** What waits since the newer release is counted in the menu, named in the tasks and listed, with what each change is. */
export async function thenTheUpdatesAreListed(page: Page, newer: string): Promise<void> {
  await goTo(page, 'Your tasks')
  await expect(page.getByRole('heading', { name: new RegExp(`^Decide on common framework ${newer}`) })).toBeVisible()
  await expectAccessible(page)
  await goTo(page, 'Updates')
  await expectHeading(page, 'Updates: Ireland')
  await expect(page.getByText(new RegExp(`^Common framework ${newer}, released on`))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Read and accept \d+ sections?$/ }).click()
  await expect(page.getByRole('button', { name: /^Accept \d+ sections?$/ })).toBeVisible()
  await expectAccessible(page)
  await page.locator('details', { hasText: 'See what changes' }).first().locator('summary').click()
  await expect(page.locator('details[open] :is(ins, del)').first()).toBeVisible()
}

/** Changes one adapted section again, in reply to a comment. */
export async function whenTheSectionIsImproved(page: Page, { title, text }: { title: string; text: string }) {
  await openSection(page, title)
  await typeAtTheEnd(page, text)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectSaved(page)
}

/** Sends the version for review and opens the review. */
export async function whenItIsSentForReview(page: Page): Promise<void> {
  await openVersion(page)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expectState(page, 'Sent for review')
  await expectAccessible(page)
  await page.getByRole('region', { name: 'Next steps' }).getByRole('link', { name: 'Open the review' }).first().click()
  await expectHeading(page, 'Review: Ireland, edition 1')
}

function writingPlace(page: Page, name = 'Text'): Locator {
  return page.getByRole('textbox', { name, exact: true })
}

async function replaceFirstWord(page: Page, word: string): Promise<string> {
  await writingPlace(page).focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  const replaced = await page.evaluate(() => getSelection()?.toString().trim() ?? '')
  await page.keyboard.type(word)
  await expect(writingPlace(page)).toContainText(word)
  return replaced
}

/** Puts the caret at the end of the text; an editor that has just opened may move it back to the beginning. */
export async function goToTheEnd(page: Page): Promise<void> {
  await expect(async () => {
    await writingPlace(page).focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.evaluate(whenEventsAreHandled)
    expect(await page.evaluate(wordsAfterCaret)).toBe('')
  }).toPass()
}

/** An event tells the editor about a new caret: until then it may restore the old one and write there. */
function whenEventsAreHandled(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

function wordsAfterCaret(): string {
  const selection = getSelection()
  const place = document.activeElement
  if (!selection?.focusNode || !place) return 'no caret'
  const rest = document.createRange()
  rest.selectNodeContents(place)
  rest.setStart(selection.focusNode, selection.focusOffset)
  return rest.toString().trim()
}

/** Types a new paragraph below the text. */
export async function typeAtTheEnd(page: Page, text: string): Promise<void> {
  await goToTheEnd(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
  await expect(writingPlace(page)).toContainText(text)
}

async function giveReason(page: Page, { reason, explanation }: { reason: string; explanation: string }): Promise<void> {
  await page.getByLabel('Reason', { exact: true }).selectOption(reason)
  await page.getByLabel(/^In one or two sentences/).fill(explanation)
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
}
