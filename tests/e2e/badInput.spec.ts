import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import JSZip from 'jszip'
import { emptyApplication } from './setup/emptyApplication'
import { stored } from './setup/stored'
import { expectAccessible } from './steps/accessible'
import { COORDINATOR, givenAccounts, signIn } from './steps/people'
import { expectHeading, goTo } from './steps/screens'

type Uploaded = { name: string; mimeType: string; buffer: Buffer }

/** Files that nobody should choose, and the sentence that says what to do. */
const BAD: { name: string; files: () => Promise<Uploaded[]>; says: RegExp; isRead: boolean }[] = [
  {
    name: 'a broken Word file',
    files: async () => [{ ...(await wordFile()), buffer: Buffer.from('PK is how it begins, and nothing follows') }],
    isRead: false,
    says: /damaged and cannot be read\. Open it in Word, save it under a new name as \.docx, and import the new file\./,
  },
  {
    name: 'a Word file with macros',
    files: async () => [await wordFile({ 'word/vbaProject.bin': 'a macro' })],
    isRead: false,
    says: /contains macros, so we do not open it\. In Word, save it as a document without macros \(\.docx\) and import the new file\./,
  },
  {
    name: 'an SVG picture with script',
    files: async () => [
      markdown('# A section\n\n![A drawing](drawing.svg)'),
      text('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml'),
    ],
    isRead: true,
    says: /drawing\.svg is an SVG file that can run a script\. Remove the script, or save the picture as PNG/,
  },
  {
    name: 'Markdown with script',
    files: async () => [markdown('# A section\n\nText.\n\n<script>alert(1)</script>')],
    isRead: true,
    says: /contains active HTML: .*script.*\. Remove it\. A text must not run or load anything\./,
  },
  {
    name: 'two sections of one title',
    files: async () => [markdown('# One\n\nText.\n\n# Two\n\nText.\n\n# One\n\nOther text.')],
    isRead: true,
    says: /Two sections in the same place are called “One” .*Rename one\./,
  },
]

test.describe
  .serial('files that cannot be imported', () => {
    // Accounts are made from the command line, and a busy machine takes several times as long.
    test.describe.configure({ timeout: 10 * 60_000 })

    let page: Page
    let before: unknown

    test.beforeAll(async ({ browser }) => {
      await emptyApplication()
      await givenAccounts(COORDINATOR)
      page = await signIn(browser, COORDINATOR)
      before = await stored()
    })

    test.afterAll(() => page.close())

    for (const { name, files, says, isRead } of BAD) {
      test(`${name} gets a message that says what to do, and nothing is stored`, async () => {
        await openImport(page)
        await page.getByLabel(/^Files/).setInputFiles(await files())
        await page.getByRole('button', { name: 'See what would change' }).click()
        await expect(page.getByRole('main').getByText(says).first()).toBeVisible()
        await expectAccessible(page)
        expect(await stored()).toEqual(before)
        if (!isRead) {
          // There is nothing to preview: the form stays and shows the message where the file is chosen.
          await expect(page.getByLabel(/^Files/)).toHaveAccessibleDescription(says)
          await expect(page.getByRole('heading', { name: 'What would change' })).toBeHidden()
          return
        }

        const confirm = page.getByRole('button', { name: /^Import( without changes| \d+ sections?)/ })
        await expect(confirm).toHaveAttribute('aria-disabled', 'true')
        await expect(confirm).toHaveAccessibleDescription(/^You cannot import yet/)
        await confirm.press('Enter')
        await expect(page.getByRole('heading', { name: 'What would change' })).toBeVisible()
        expect(await stored()).toEqual(before)
      })
    }

    test('a file of 60 MB is refused before it is sent, and by the server if it is sent anyway', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'toolkit-large-'))
      const path = join(folder, 'large.docx')
      await writeFile(path, 'PK')
      await truncate(path, 60 * 1024 * 1024)
      const says = 'The files are larger than 50 MB. Make the pictures smaller, or import the document in parts.'
      await openImport(page)
      await page.getByLabel(/^Files/).setInputFiles(path)
      await page.getByRole('button', { name: 'See what would change' }).click()
      await expect(page.getByLabel(/^Files/)).toHaveAccessibleDescription(new RegExp(says))
      await expectAccessible(page)

      // The page's own check can be bypassed, so this sends the file without it.
      const answer = await page.getByLabel(/^Files/).evaluate(async (input: HTMLInputElement) => {
        const form = new FormData()
        for (const [name, value] of Object.entries({ step: 'import', slug: 'large', title: 'Large', language: 'en' })) {
          form.set(name, value)
        }
        for (const file of input.files ?? []) form.append('files', file)
        const response = await fetch('/api/import', { method: 'POST', body: form })
        return response.json()
      })
      expect(answer).toMatchObject({ ok: false, because: [{ text: says }] })
      expect(await stored()).toEqual(before)
      await rm(folder, { recursive: true })
    })
  })

async function openImport(page: Page): Promise<void> {
  await goTo(page, 'Common frameworks')
  await page.getByRole('link', { name: 'Start a toolkit by importing a document' }).click()
  await expectHeading(page, 'Import into the common framework')
  await page.getByLabel('Title of the new toolkit').fill('Never imported')
}

function markdown(content: string): Uploaded {
  return text('text.md', content, 'text/markdown')
}

function text(name: string, content: string, mimeType: string): Uploaded {
  return { name, mimeType, buffer: Buffer.from(content) }
}

/** A Word file of one paragraph, with additional parts. */
async function wordFile(parts: Record<string, string> = {}): Promise<Uploaded> {
  const zip = new JSZip()
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  )
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
  )
  zip.file(
    'word/document.xml',
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Text.</w:t></w:r></w:p></w:body></w:document>',
  )
  for (const [path, content] of Object.entries(parts)) zip.file(path, content)
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { name: 'text.docx', mimeType, buffer: await zip.generateAsync({ type: 'nodebuffer' }) }
}
