import { expect, type Page, test } from '@playwright/test'
import { block, text as run } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { emptyApplication } from './setup/emptyApplication'
import { expectAccessible } from './steps/accessible'
import { givenAGuideThatIrelandUses } from './steps/commonFramework'
import { expectSaved, openSection, typeAtTheEnd } from './steps/nationalVersion'
import { COORDINATOR, givenAccounts, LEAD, signIn, signInAgainOn } from './steps/people'
import { expectHeading } from './steps/screens'

const GUIDE = ['First', 'Second', 'Third', 'Fourth', 'Other', 'Fifth']
  .map((title) => `# ${title}\n\nWhat all countries read in ${title}.\n`)
  .concat([
    '[^1] begins what has more.',
    ':::callout[Be careful]{tone="warning"}\nCall first.\n:::',
    'The end.',
    '# Sixth\n\nWhat all countries read in Sixth.[^2]\n',
    ':::callout[Be careful]{tone="warning"}\nCall first.\n:::',
    'The end of it.',
    '[^1]: A note.',
    '[^2]: Another note.',
  ])
  .join('\n')
const MISSING = 'The writing field could not be loaded.'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })
const missing = (page: Page) => page.getByRole('status').filter({ hasText: MISSING })
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' })

test.describe('a writing field whose parts do not load', () => {
  // A busy machine takes several times as long.
  test.describe.configure({ timeout: 10 * 60_000 })

  let lead: Page

  test.beforeAll(async ({ browser }) => {
    await emptyApplication()
    await givenAccounts(COORDINATOR, LEAD)
    const coordinator = await signIn(browser, COORDINATOR)
    await givenAGuideThatIrelandUses(coordinator, { markdown: GUIDE, sections: 7 })
    await coordinator.close()
    lead = await signIn(browser, LEAD)
    await givenItIsAdapted(lead, 'Second')
    await givenItIsAdapted(lead, 'Third')
  })

  test.afterAll(() => lead.close())

  test('says so, and loads the common text for a first adaptation once the browser is online again', async () => {
    await openSection(lead, 'First')
    const come = await loseParts(lead)
    await lead.getByRole('radio', { name: /^Adapted/ }).check()
    await expect(missing(lead)).toContainText('Nothing is lost')
    await expect(text(lead)).toBeHidden()
    await expectAccessible(lead)
    await come()
    await lead.context().setOffline(true)
    await lead.context().setOffline(false)
    await expect(text(lead)).toContainText('What all countries read in First.')
    await expect(missing(lead)).toBeHidden()
    await typeAtTheEnd(lead, 'What Ireland adds.')
    await lead.getByLabel('Reason', { exact: true }).selectOption('National law')
    await save(lead, 'Save our text')
  })

  test('keeps the country’s own text, even if another field is saved in the meantime', async () => {
    await openSection(lead, 'Second')
    const come = await loseParts(lead)
    await lead.reload()
    await expect(missing(lead)).toBeVisible()
    await lead.getByLabel('Title', { exact: true }).fill('Second in Ireland')
    await save(lead)
    await expect(missing(lead)).toBeVisible()

    // Loading fails once more: the button stays and can be pressed again.
    await tryAgain(lead).focus()
    await lead.keyboard.press('Enter')
    await expect(missing(lead)).toBeVisible()
    await expect(tryAgain(lead)).toBeFocused()
    await come()
    await lead.keyboard.press('Enter')
    await expect(text(lead)).toBeFocused()
    await expect(tryAgain(lead)).toBeHidden()
    await expectBoth(lead, ['What all countries read in Second.', 'What Ireland says of Second.'])
    await lead.reload()
    await expect(lead.getByLabel('Title', { exact: true })).toHaveValue('Second in Ireland')
    await expectBoth(lead, ['What all countries read in Second.', 'What Ireland says of Second.'])
  })

  test('has its text in sight when the page opens on a laptop, above the button to save', async () => {
    await openSection(lead, 'Third')
    const before = lead.viewportSize()
    await lead.setViewportSize({ width: 1366, height: 657 })
    await lead.reload()
    await expect(text(lead)).toContainText('What all countries read in Third.')
    const line = await text(lead).getByText('What all countries read in Third.').boundingBox()
    const bar = await lead.getByRole('button', { name: 'Save', exact: true }).boundingBox()
    expect((line?.y ?? 657) + (line?.height ?? 0)).toBeLessThan(bar?.y ?? 0)
    if (before) await lead.setViewportSize(before)
  })

  test('has on another device what was typed and not saved, and nothing of it any more once it is saved', async ({
    browser,
  }) => {
    await openSection(lead, 'Third')
    const kept = keptOnServer(lead, (copy) => String(copy).includes('Typed on the train.'))
    await typeAtTheEnd(lead, 'Typed on the train.')
    await kept
    const onOther = await signIn(browser, LEAD)
    await openSection(onOther, 'Third')
    await expect(onOther.getByText('in another window or on another device')).toBeVisible()
    await expect(text(onOther)).toContainText('Typed on the train.')
    await expectAccessible(onOther)
    const gone = keptOnServer(onOther, (copy) => copy === null)
    await save(onOther)
    await gone
    await onOther.reload()
    await expect(text(onOther)).toContainText('Typed on the train.')
    await expect(onOther.getByText('We restored your unsaved text.')).toBeHidden()
    await onOther.context().close()
    await lead.reload()
    await expect(text(lead)).toContainText('Typed on the train.')
    await expect(lead.getByText('We restored your unsaved text.')).toBeHidden()
  })

  test('keeps what is typed after the page was loaded again, and shows it where the section was removed meanwhile', async () => {
    await openSection(lead, 'Third')
    const variant = /version\/([^/]+)/.exec(lead.url())?.[1]
    const act = (action: string, input: object): Promise<{ result: { key: string } }> =>
      lead.evaluate(
        async ({ action, input }) => {
          const headers = { 'content-type': 'application/json' }
          const answer = await fetch(`/api/act/${action}`, { method: 'POST', headers, body: JSON.stringify(input) })
          return answer.json()
        },
        { action, input: { variant, language: 'en', ...input } },
      )
    const { key } = (
      await act('add-section', {
        title: 'Ours',
        body: toLexical([block('paragraph', { runs: [run('Our text.')] })]),
        parent: null,
        after: null,
      })
    ).result
    await lead.goto(`/admin/version/${variant}/section/${key}?lang=en`)
    for (const words of ['Typed at first.', 'Typed after that.']) {
      const kept = keptOnServer(lead, (copy) => String(copy).includes(words))
      await typeAtTheEnd(lead, words)
      await kept
      await reload(lead)
    }
    await expect(text(lead)).toContainText('Typed after that.')
    await act('remove-section', { key, seen: 1 })
    await reload(lead)
    await expectHeading(lead, 'Ours is not in the version')
    await expect(lead.getByText('Typed at first.')).toContainText('Typed after that.')
    await expectAccessible(lead)
    const gone = keptOnServer(lead, (copy) => copy === null)
    await lead.getByRole('button', { name: /^Discard/ }).click()
    await lead.getByRole('button', { name: /^Discard/ }).click()
    await gone
    await lead.goto('/admin')
    await expectHeading(lead, 'Your tasks')
    await expect(lead.getByText('Typed and not saved')).toBeHidden()
  })

  test('says, once loaded, how to leave it with the keyboard, and can be left that way', async () => {
    await openSection(lead, 'Third')
    await text(lead).focus()
    await expect(text(lead)).toHaveAccessibleDescription('To leave the field with the keyboard, press Esc, then Tab.')
    await lead.keyboard.press('Escape')
    await lead.keyboard.press('Tab')
    await expect(text(lead)).not.toBeFocused()
    // If a program moves the focus in between, Tab continues from there.
    await text(lead).focus()
    await lead.keyboard.press('Escape')
    await lead.getByLabel('Title', { exact: true }).focus()
    await lead.keyboard.press('Tab')
    await expect(lead.getByLabel(/^Summary/)).toBeFocused()
  })

  test('can be left in both directions, whatever its text contains, and ignores typed characters on the way', async () => {
    await openSection(lead, 'Fifth')
    await lead.getByRole('radio', { name: /^Adapted/ }).check()
    const whole = text(lead).first()
    await expect(whole).toContainText('The end.')
    await expect(whole).toContainText('Call first.')
    await openBlock(lead)
    // The callout has its own writing field.
    const inBox = text(lead).last()
    await expect(inBox).toContainText('Call first.')
    await expect(inBox).not.toContainText('The end.')
    const footnote = lead.getByRole('button', { name: 'Change this footnote' })
    await expect(footnote).toBeVisible()
    // While it has the focus, the list of kinds says how it is used.
    await whole.focus()
    await expect(whole).not.toContainText('press Down')
    const before = await whole.textContent()
    const places = [whole, inBox, footnote]
    for (const place of places) {
      await place.focus()
      await lead.keyboard.press('Escape')
      await lead.keyboard.press('Tab')
      await expect(lead.getByLabel('Reason', { exact: true })).toBeFocused()
    }
    for (const place of places) {
      await place.focus()
      await lead.keyboard.press('Escape')
      await lead.keyboard.press('Shift+Tab')
      await expect(lead.getByLabel(/^Summary/)).toBeFocused()
    }
    // Without Esc, Tab moves from one of its controls to the next.
    await footnote.focus()
    await lead.keyboard.press('Tab')
    await expect(lead.getByRole('button', { name: 'Remove this footnote' })).toBeFocused()
    // To the button that closes the callout, the one that removes it, its kind and its title.
    for (let time = 1; time <= 4; time++) await lead.keyboard.press('Tab')
    await expect(whole.locator('input[name="title"]')).toBeFocused()
    expect(await whole.textContent()).toBe(before)
    // A key pressed on a button acts on the button's element, not on the text at the caret.
    const paragraphs = await whole.locator('> p').count()
    await whole.locator('> p').last().click()
    await lead.getByRole('button', { name: 'Remove this block' }).focus()
    await lead.keyboard.press('Enter')
    await expect(whole).not.toContainText('Call first.')
    expect(await whole.locator('> p').count()).toBe(paragraphs)
  })

  test('has buttons that undo and redo, and say when there is nothing to undo', async () => {
    await openSection(lead, 'Second in Ireland')
    const [undo, redo] = [lead.getByRole('button', { name: 'Undo' }), lead.getByRole('button', { name: 'Redo' })]
    await expect(text(lead)).toContainText('What Ireland says of Second.')
    const before = await text(lead).textContent()
    await expect(undo).toHaveAttribute('aria-disabled', 'true')
    await typeAtTheEnd(lead, 'Taken back.')
    await expect(undo).toHaveAttribute('aria-disabled', 'false')
    while ((await undo.getAttribute('aria-disabled')) === 'false') await undo.click()
    expect(await text(lead).textContent()).toBe(before)
    while ((await redo.getAttribute('aria-disabled')) === 'false') await redo.click()
    await expect(text(lead)).toContainText('Taken back.')
    while ((await undo.getAttribute('aria-disabled')) === 'false') await undo.click()
    await expectAccessible(lead)
  })

  test('finds words in its boxes and notes too, and replaces all of them in one step that undo takes back', async () => {
    await openSection(lead, 'Sixth')
    await lead.getByRole('radio', { name: /^Adapted/ }).check()
    const whole = text(lead).first()
    await expect(whole).toContainText('Call first.')
    await whole.getByText('The end of it.').click()
    await lead.keyboard.press('End')
    await lead.keyboard.type(' Then call the desk, and call again.')
    await lead.keyboard.press('Control+h')
    const search = lead.getByRole('search', { name: 'Find and replace (Ctrl+H)' })
    const find = search.getByLabel('Find', { exact: true })
    await expect(find).toBeFocused()
    await lead.keyboard.type('other note')
    await expect(search.getByRole('status')).toContainText('1 of 1: Another note.')
    await find.fill('call')
    await expect(search.getByRole('status')).toContainText('1 of 3: Call first.')
    await lead.keyboard.press('Enter')
    await expect(search.getByRole('status')).toContainText('2 of 3')
    // Where the page scrolled to, the bar that saves can lie over half of a button.
    await lead.evaluate(() => window.scrollTo(0, 0))
    await expectAccessible(lead)
    await search.getByLabel('Whole words only').check()
    await search.getByLabel('Replace with').fill('ring')
    await search.getByRole('button', { name: 'Replace all (3)' }).click()
    await expect(search.getByRole('status')).toContainText('3 places were replaced.')
    await expect(whole).toContainText('Ring first.')
    await expect(whole).toContainText('Then ring the desk, and ring again.')
    await search.getByRole('button', { name: 'Close' }).click()
    await expect(search).toBeHidden()
    await lead.getByRole('button', { name: 'Undo' }).click()
    await expect(whole).toContainText('Call first.')
    await expect(whole).toContainText('Then call the desk, and call again.')
    await lead.getByRole('button', { name: 'Redo' }).click()
    await lead.getByLabel('Reason', { exact: true }).selectOption('National law')
    await save(lead, 'Save our text')
    await lead.reload()
    await expect(whole).toContainText('Ring first.')
    await expect(whole).toContainText('Then ring the desk, and ring again.')
  })

  test('shows in its boxes what undo brought back, so that what is saved is what is seen', async () => {
    await openSection(lead, 'Sixth')
    const whole = text(lead).first()
    const title = whole.locator('input[name="title"]')
    const [undo, redo] = [lead.getByRole('button', { name: 'Undo' }), lead.getByRole('button', { name: 'Redo' })]
    await openBlock(lead)
    await expect(title).toHaveValue('Be careful')
    await title.fill('Be quick')
    await expect(undo).toHaveAttribute('aria-disabled', 'false')
    await undo.click()
    await expect(title).toHaveValue('Be careful')
    await redo.click()
    await expect(title).toHaveValue('Be quick')
    await lead.getByRole('button', { name: 'Remove this block' }).click()
    await expect(title).toBeHidden()
    await undo.click()
    await expect(title).toHaveValue('Be quick')
    await title.fill('Be quick and careful')
    await save(lead)
    await lead.getByRole('button', { name: 'Close this block' }).click()
    await expect(lead.getByRole('button', { name: 'Edit this block' })).toBeFocused()
    await expect(whole).toContainText('Warning: Be quick and careful')
    // Where the page scrolled to, the bar of formats can lie over half of a button.
    await lead.evaluate(() => window.scrollTo(0, 0))
    await expectAccessible(lead)
    await lead.reload()
    await expect(whole).toContainText('Warning: Be quick and careful')
    await whole.getByText('Warning: Be quick and careful').click()
    await expect(title).toHaveValue('Be quick and careful')
  })

  test('has each paragraph of the common text at its height, with what differs now, and brings one back', async () => {
    await openSection(lead, 'Third')
    await expect(text(lead)).toContainText('What all countries read in Third.')
    const before = lead.viewportSize()
    await lead.setViewportSize({ width: 1366, height: 657 })
    const common = lead.getByRole('region', { name: /^Common framework/ })
    const theirs = common.getByText('What all countries read in Third.')
    const ours = text(lead).getByText('What all countries read in Third.')
    const apart = async () => Math.abs(((await theirs.boundingBox())?.y ?? 0) - ((await ours.boundingBox())?.y ?? 999))
    await expect.poll(apart).toBeLessThan(8)
    const added = common.getByText('Added', { exact: true })
    await expect(added).not.toHaveCount(0)
    const addedBefore = await added.count()
    await text(lead).focus()
    await lead.keyboard.press('Control+Home')
    for (const line of ['One.', 'Two.', 'Three.']) {
      await lead.keyboard.type(line)
      await lead.keyboard.press('Enter')
    }
    await expect(added).toHaveCount(addedBefore + 3)
    await expect.poll(apart).toBeLessThan(8)
    await ours.click()
    await lead.keyboard.press('End')
    await lead.keyboard.type(' And more.')
    await expect(common.getByText('Changed', { exact: true })).toBeVisible()
    await expectAccessible(lead)
    await common.getByRole('button', { name: 'Restore this paragraph' }).click()
    await expect(common.getByText('Changed', { exact: true })).toBeHidden()
    await expect(text(lead)).not.toContainText('And more.')
    await expect(text(lead)).toContainText('Two.')
    await common.getByRole('button', { name: 'Take out again' }).nth(1).click()
    await expect(text(lead)).not.toContainText('Two.')
    await lead.getByRole('button', { name: 'Undo' }).click()
    await expect(text(lead)).toContainText('Two.')
    const undo = lead.getByRole('button', { name: 'Undo' })
    while ((await undo.getAttribute('aria-disabled')) === 'false') await undo.click()
    if (before) await lead.setViewportSize(before)
  })

  test('keeps what was typed before, and loads with it', async () => {
    await openSection(lead, 'Third')
    await typeAtTheEnd(lead, 'Typed before the page was closed.')
    await expect(lead.getByText('You have unsaved changes.')).toBeVisible()
    // The editor passes on what is typed when the browser is idle.
    const kept = () => lead.evaluate(() => JSON.stringify({ ...window.sessionStorage }))
    await expect.poll(kept).toContain('Typed before the page was closed.')
    const come = await loseParts(lead)
    for (const title of ['Once', 'Twice']) {
      await reload(lead)
      await expect(lead.getByText('We restored your unsaved text.')).toBeVisible()
      await expect(missing(lead)).toBeVisible()
      // Words typed into another field are kept too.
      await lead.getByLabel('Title', { exact: true }).fill(title)
    }
    await come()
    await tryAgain(lead).click()
    await expectBoth(lead, ['What Ireland says of Third.', 'Typed before the page was closed.'])
    await expect(lead.getByLabel('Title', { exact: true })).toHaveValue('Twice')
    await save(lead)
    await lead.reload()
    await expectBoth(lead, ['What Ireland says of Third.', 'Typed before the page was closed.'])
  })

  test('is there after the person has signed in on the page, if their session had ended', async ({ browser }) => {
    const other = await signIn(browser, LEAD)
    await openSection(other, 'Other')
    // What the page asks for by itself would open the sign-in under the click.
    await other.waitForLoadState('networkidle')
    await other.context().clearCookies()
    await other.getByRole('radio', { name: /^Adapted/ }).check()
    await expectAccessible(other)
    await signInAgainOn(other)
    await expect(text(other)).toContainText('What all countries read in Other.')
    await other.context().clearCookies()
    await typeAtTheEnd(other, 'Typed without a session.')
    await other.getByRole('button', { name: 'Save our text' }).click()
    await signInAgainOn(other)
    await expect(text(other)).toContainText('Typed without a session.')
    await other.close()
  })

  test("leaves the page usable if the field's program does not load, and works once the page is loaded again", async ({
    browser,
  }) => {
    // In a browser that has not loaded it before.
    const fresh = await signIn(browser, LEAD)
    await openSection(fresh, 'Fourth')
    await fresh.waitForLoadState('networkidle')
    await fresh.route('**/_next/static/**', (route) => route.abort('connectionreset'))
    await fresh.getByRole('radio', { name: /^Adapted/ }).check()
    await expect(missing(fresh)).toContainText('Nothing is lost')
    await fresh.getByLabel('Title', { exact: true }).fill('Fourth in Ireland')
    await expectAccessible(fresh)
    await fresh.unroute('**/_next/static/**')
    acceptLeaving(fresh)
    await fresh.getByRole('button', { name: 'Reload the page' }).click()
    await expect(text(fresh)).toContainText('What all countries read in Fourth.')
    await expect(fresh.getByLabel('Title', { exact: true })).toHaveValue('Fourth in Ireland')
    await fresh.close()
  })
})

/** A screen asks a function of the server for the parts of the field: only those calls get no answer. */
const isCall = (request: { method: () => string; headers: () => Record<string, string> }) =>
  request.method() === 'POST' && 'next-action' in request.headers()

/** Blocks what a screen requests until the returned function is called. */
async function loseParts(page: Page): Promise<() => Promise<void>> {
  await page.route('**/admin/**', (route) =>
    isCall(route.request()) ? route.abort('connectionreset') : route.fallback(),
  )
  return () => page.unroute('**/admin/**')
}

async function givenItIsAdapted(page: Page, title: string): Promise<void> {
  await openSection(page, title)
  await page.getByRole('radio', { name: /^Adapted/ }).check()
  await typeAtTheEnd(page, `What Ireland says of ${title}.`)
  await page.getByLabel('Reason', { exact: true }).selectOption('National law')
  await save(page, 'Save our text')
}

async function expectBoth(page: Page, all: [string, string]): Promise<void> {
  for (const words of all) await expect(text(page)).toContainText(words)
}

/** Resolves when the server has kept such a copy of what is unsaved. */
async function keptOnServer(page: Page, isSuch: (copy: unknown) => boolean): Promise<void> {
  await page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/keep-working-copy') && answer.ok() && isSuch(answer.request().postDataJSON().copy),
  )
}

/** Opens the only block of a text. */
async function openBlock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit this block' }).click()
  await expect(page.getByRole('button', { name: 'Close this block' })).toBeVisible()
}

async function save(page: Page, name = 'Save'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await expectSaved(page)
}

/** Loads the page again, with unsaved changes. */
async function reload(page: Page): Promise<void> {
  acceptLeaving(page)
  await page.reload()
}

/** The browser asks before unsaved changes are left. */
function acceptLeaving(page: Page): void {
  page.once('dialog', (dialog) => dialog.accept())
}
