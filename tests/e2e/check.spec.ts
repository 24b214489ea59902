import { expect, type Page, test } from '@playwright/test'
import { block, type RichText, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { withDatabase } from './setup/database'
import { emptyApplication } from './setup/emptyApplication'
import { expectAccessible } from './steps/accessible'
import { givenAGuideThatIrelandUses } from './steps/commonFramework'
import { openSection, openVersion } from './steps/nationalVersion'
import { COORDINATOR, givenAccounts, LEAD, signIn } from './steps/people'
import { tabTo } from './steps/sample'
import { expectHeading, goTo } from './steps/screens'

const GUIDE = ['First', 'Second'].map((title) => `# ${title}\n\nWhat all countries read in ${title}.\n`).join('\n')
const LONG = `${Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ')}.`
const UNANSWERED = 'https://nowhere.invalid/page'
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const found = (page: Page, said: string | RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: said })
const textField = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

test.describe
  .serial('a text that is checked', () => {
    // A busy machine takes several times as long.
    test.describe.configure({ timeout: 10 * 60_000 })

    let lead: Page

    test.beforeAll(async ({ browser }) => {
      await emptyApplication()
      await givenAccounts(COORDINATOR, LEAD)
      const coordinator = await signIn(browser, COORDINATOR)
      await givenAGuideThatIrelandUses(coordinator, { markdown: GUIDE, sections: 2 })
      await goTo(coordinator, 'Guide')
      await coordinator.getByRole('link', { name: 'Check this text' }).click()
      await expectHeading(coordinator, 'What to correct: Common framework')
      await expectAccessible(coordinator)
      await coordinator.close()
      lead = await signIn(browser, LEAD)
      await givenIrelandWrites(lead, await flawedText(lead))
    })

    test.afterAll(() => lead.close())

    test('lists what could make readers stumble, and leads to each line by the keyboard', async () => {
      await openCheck(lead)
      await expect(found(lead, 'A picture has no description.')).toBeVisible()
      await expect(found(lead, 'A heading of level 4 follows one of level 2.')).toBeVisible()
      await expect(found(lead, 'Nothing is written under this heading.')).toBeVisible()
      await expect(found(lead, 'A sentence of 40 words.')).toBeVisible()
      await expectAccessible(lead)
      for (const [said, line] of [
        ['A heading of level 4', 'Far below'],
        ['Nothing is written under', 'Nothing yet'],
        ['A sentence of 40 words.', 'word0'],
      ] as const) {
        await tabTo(lead, found(lead, said).getByRole('link'))
        await lead.keyboard.press('Enter')
        await expectHeading(lead, /Where to ask$/)
        await expect(textField(lead)).toBeFocused()
        await expect.poll(() => lead.evaluate(lineOfCaret)).toContain(line)
        await lead.goBack()
        await expectHeading(lead, 'What to correct: Ireland')
      }
    })

    test('says which pages of other sites did not answer, and when they were asked for', async () => {
      await openCheck(lead)
      await expect(found(lead, UNANSWERED)).toHaveCount(0)
      const ask = lead.getByRole('button', { name: 'Ask whether 1 page is still there' })
      await tabTo(lead, ask)
      await lead.keyboard.press('Enter')
      await expect(found(lead, `A link leads to ${UNANSWERED}, and no page came`)).toBeVisible()
      await expect(lead.getByText('1 page was asked for, and none answered. Last asked:')).toBeVisible()
      await expect(lead.getByRole('heading', { name: 'Links to other sites 1' })).toBeFocused()
      await expect(ask).toBeHidden()
      await expectAccessible(lead)
      await found(lead, UNANSWERED).getByRole('link').click()
      await expectHeading(lead, /Where to ask$/)
      await expect(textField(lead)).toBeFocused()
      await expect.poll(() => lead.evaluate(lineOfCaret)).toContain('The law says more')
    })

    test('a message about a wrong address names the block, marks the entry, and leads back to it', async () => {
      await openSection(lead, 'Where to ask')
      const mail = lead.getByLabel('E-mail address', { exact: true })
      await lead.getByRole('button', { name: 'Edit this block' }).click()
      await mail.fill('help.example.org')
      await lead.getByRole('button', { name: 'Close this block' }).click()
      await expect(mail).toBeHidden()
      await save(lead)
      const says = /^Text, contact 1: the e-mail address “help\.example\.org” is missing its @\. Write an address/
      await expect(mail).toBeFocused()
      await expect(mail).toHaveAttribute('aria-invalid', 'true')
      await expect(mail).toHaveAccessibleDescription(says)
      await expectAccessible(lead)
      const go = lead.getByRole('button', { name: 'Go to this place' })
      await go.focus()
      await lead.keyboard.press('Enter')
      await expect(mail).toBeFocused()
      await mail.fill('help@example.org')
      const web = lead.getByLabel('Web address', { exact: true })
      await web.fill('example.org')
      await mail.focus()
      await expect(web).toHaveValue('https://example.org')
      await save(lead)
      await expect(lead.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
    })
  })

async function openCheck(page: Page): Promise<void> {
  await openVersion(page)
  await page.getByRole('link', { name: 'Check this version' }).first().click()
  await expectHeading(page, 'What to correct: Ireland')
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}

/** The line in which the cursor stands. */
function lineOfCaret(): string {
  const node = document.getSelection()?.anchorNode
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest('p, h1, h2, h3, h4, h5, h6, li')?.textContent ?? ''
}

async function flawedText(page: Page): Promise<RichText> {
  const heading = (level: number, words: string) => block('heading', { attrs: { level }, runs: [text(words)] })
  const paragraph = (words: string) => block('paragraph', { runs: [text(words)] })
  const email = block('field', { attrs: { name: 'email' }, runs: [text('help@example.com')] })
  return [
    paragraph('Ask here first.'),
    block('contact', { children: [email] }),
    heading(2, 'Who helps'),
    block('image', { attrs: { media: await pictureOf(page) } }),
    heading(4, 'Far below'),
    paragraph(LONG),
    block('paragraph', { runs: [text('The law says more', [], UNANSWERED)] }),
    heading(2, 'Nothing yet'),
  ]
}

/** Stores a picture as the editor does. */
async function pictureOf(page: Page): Promise<string> {
  return page.evaluate(async (pixel) => {
    const form = new FormData()
    const bytes = Uint8Array.from(atob(pixel), (one) => one.charCodeAt(0))
    form.set('country', 'ie')
    form.set('file', new File([bytes], 'a.png', { type: 'image/png' }))
    const answer = await fetch('/api/pictures', { method: 'POST', body: form })
    const { result } = await answer.json()
    return String(result.id)
  }, PIXEL)
}

/** Stores a section of Ireland's own as the editor does: to type all of it would take minutes. */
async function givenIrelandWrites(page: Page, body: RichText): Promise<void> {
  const { variant, after } = await withDatabase(async (database) => ({
    variant: String((await database.collection('variants').findOne({}))?._id),
    after: String((await database.collection('sections').findOne({ slug: 'second' }))?.key),
  }))
  const input = { variant, after, language: 'en', title: 'Where to ask', reason: 'national-law', body: toLexical(body) }
  const status = await page.evaluate(async (sent) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/act/add-section', { method: 'POST', headers, body: JSON.stringify(sent) })
    return `${answer.status} ${await answer.text()}`
  }, input)
  expect(status).toMatch(/^200 /)
}
