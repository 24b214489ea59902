import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import JSZip from 'jszip'
import { expectAccessible } from './steps/accessible'
import { givenTheSample, signInToTheSample } from './steps/sample'
import { expectHeading } from './steps/screens'

const PHONE = { width: 360, height: 740 }
const LAPTOP = { width: 1366, height: 657 }
const ADDED = 'Ask the help line first. '
const BY = 'w:id="900" w:author="Maria" w:date="2026-12-01T10:00:00Z"'

test.describe
  .serial('a national version goes out as a Word file and comes back', () => {
    test.describe.configure({ timeout: 10 * 60_000 })

    let page: Page
    let version: string

    test.beforeAll(async ({ browser }) => {
      await givenTheSample()
      page = await signInToTheSample(browser, 'lead.united.kingdom@demo.example')
      await page.setViewportSize(LAPTOP)
    })

    test.afterAll(() => page.close())

    test('its link stands beside the download, and a file that nobody changed has no change', async () => {
      await page.goto('/admin')
      await page
        .getByRole('link', { name: /United Kingdom|Great Britain/ })
        .first()
        .click()
      await expectHeading(page, /^National version: /)
      version = page.url()
      const file = await download()
      await page.getByRole('link', { name: 'Bring a Word file back' }).click()
      await expectHeading(page, 'Bring a Word file back')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Show what changed' }).click()
      await expect(page.getByLabel('Word file')).toHaveAccessibleDescription(/Choose a Word file/)
      await show(file)
      await expect(page.getByText(/no section changed, \d+ unchanged/)).toBeVisible()
      await expect(page.getByText(/^There is nothing to save/)).toBeVisible()
      await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(0)
    })

    test('a line that was made a heading stays in its section, and a deleted section is named', async () => {
      const file = await withHeadingAndWithoutSection(await download())
      await open()
      await show(file)
      await expect(page.getByText(/^“Before you call” is not a section here. Its text stays in “/)).toBeVisible()
      await expect(page.getByRole('radio', { name: 'Take over the changes' })).toBeChecked()
      await expect(page.getByRole('region', { name: 'Sections that are not in the file' })).toBeVisible()
      await expect(page.getByRole('region', { name: /^Text of the file that is in no section/ })).toHaveCount(0)
      await expectAccessible(page)
    })

    test('what changed is shown in its section, with the tracked changes, and the comments beside it', async () => {
      const file = await withCommentAndChanges(await download())
      await open()
      await show(file)
      await expect(page.getByText(/2 sections changed/)).toBeVisible()
      await expect(page.getByRole('group', { name: 'The file has 1 tracked change.' })).toBeVisible()
      await expect(page.getByText('Is that so?')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('radio', { name: /^As if rejected/ }).check()
      await expect(page.getByText(/1 section changed/)).toBeVisible()
      await page.getByRole('radio', { name: /^As if accepted/ }).check()
      await expect(page.getByText(/2 sections changed/)).toBeVisible()
      await page.setViewportSize(PHONE)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
      await expectAccessible(page)
      await page.setViewportSize(LAPTOP)
    })

    test('the chosen sections are stored with their reasons, and each can be opened', async () => {
      await page.getByRole('radio', { name: 'Leave it as it is here' }).last().check()
      await page.getByRole('button', { name: 'Save 1 section' }).click()
      await expect(page.getByRole('status')).toContainText('choose a reason')
      await page.getByLabel('Reason').first().selectOption({ index: 1 })
      await page.getByRole('button', { name: 'Save 1 section' }).click()
      const stored = page.getByRole('heading', { name: '1 section is saved' })
      await expect(stored).toBeFocused()
      await expectAccessible(page)
      await page.getByRole('region', { name: '1 section is saved' }).getByRole('listitem').getByRole('link').click()
      await expect(page.getByText(ADDED.trim()).first()).toBeVisible()
      await page.getByRole('link', { name: 'History' }).click()
      await expect(page.getByText('Taken over from a Word file').first()).toBeVisible()
    })

    async function open(): Promise<void> {
      await page.goto(version)
      await page.getByRole('link', { name: 'Bring a Word file back' }).click()
      await expectHeading(page, 'Bring a Word file back')
    }

    async function download(): Promise<Buffer> {
      await page.goto(version)
      const waiting = page.waitForEvent('download')
      await page
        .getByRole('link', { name: /^Download for Word/ })
        .first()
        .click()
      const file = await waiting
      return readFile(await file.path())
    }

    async function show(buffer: Buffer): Promise<void> {
      const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      await page.getByLabel('Word file').setInputFiles({ name: 'guide.docx', mimeType, buffer })
      await page.getByRole('button', { name: 'Show what changed' }).click()
      await expect(page.getByRole('heading', { name: 'What changed in the file' })).toBeFocused()
    }
  })

/** A new line as a heading before the first paragraph of the first section below another one, and no section behind that. */
async function withHeadingAndWithoutSection(bytes: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes)
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const titles = [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="Heading2"\/>(?:(?!<\/w:p>).)*_tk_/g)]
  const [first = 0, second = 0, third = 0] = titles.map(({ index }) => index)
  const kept = xml.slice(first, second)
  const line = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Before you call</w:t></w:r></w:p>'
  const at = kept.indexOf('<w:p><w:r>')
  const headed = kept.slice(0, at) + line + kept.slice(at)
  zip.file('word/document.xml', xml.slice(0, first) + headed + xml.slice(third))
  return zip.generateAsync({ type: 'nodebuffer' })
}

/** Words at the beginning of the first paragraph of a section, words inserted as a tracked change in another one, and a comment. */
async function withCommentAndChanges(bytes: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes)
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const plain = /<w:p><w:r><w:t[^>]*>[^<]{40,}<\/w:t><\/w:r><\/w:p>/g
  const found = xml.match(plain) ?? []
  const [first, other] = [found[0] ?? '', found[Math.floor(found.length / 2)] ?? '']
  zip.file(
    'word/document.xml',
    xml
      .replace(first, first.replace(/(<w:t[^>]*>)/, `<w:t xml:space="preserve">${ADDED}</w:t></w:r><w:r>$1`))
      .replace(
        other,
        other.replace(
          '</w:p>',
          `<w:ins ${BY}><w:r><w:t xml:space="preserve"> And tell them.</w:t></w:r></w:ins><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
        ),
      ),
  )
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const comment = '<w:comment w:id="0" w:author="Maria"><w:p><w:r><w:t>Is that so?</w:t></w:r></w:p></w:comment>'
  zip.file('word/comments.xml', `<w:comments ${W}>${comment}</w:comments>`)
  return zip.generateAsync({ type: 'nodebuffer' })
}
