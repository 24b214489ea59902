import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'

const ADDRESS = 'http://bare.example'
const MODULES = join(import.meta.dirname, '../../../node_modules')

/** A page with Lexical for rich text, undo and these paragraphs, and nothing else. */
export async function bareEditor({
  browser,
  paragraphs,
}: {
  browser: Browser
  paragraphs: readonly string[]
}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 657 } })
  const names = ['lexical', ...readdirSync(join(MODULES, '@lexical')).map((name) => `@lexical/${name}`)]
  const files = new Map(names.flatMap((name) => (moduleOf(name) ? [[`/${name}.mjs`, moduleOf(name)]] : [])))
  const imports = Object.fromEntries(names.map((name) => [name, `/${name}.mjs`]))
  await page.route(`${ADDRESS}/**`, (route) => {
    const path = new URL(route.request().url()).pathname
    const file = files.get(path)
    if (file) return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file) })
    return route.fulfill({ contentType: 'text/html', body: pageOf({ imports, paragraphs }) })
  })
  await page.goto(ADDRESS)
  await page.getByRole('textbox').locator('p').last().waitFor()
  return page
}

/** The program of a package for browsers. */
function moduleOf(name: string): string {
  const folder = join(MODULES, name)
  const { main = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main?: string }
  const file = join(folder, main.replace(/\.js$/, '.prod.mjs'))
  return existsSync(file) ? file : ''
}

function pageOf({ imports, paragraphs }: { imports: Record<string, string>; paragraphs: readonly string[] }): string {
  return `<!doctype html><meta charset="utf-8"><title>Lexical</title>
<script type="importmap">${JSON.stringify({ imports })}</script>
<div id="text" role="textbox" contenteditable="true"></div>
<script type="module">
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'
import { registerRichText } from '@lexical/rich-text'
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
const editor = createEditor({ namespace: 'bare', onError(error) { throw error } })
editor.setRootElement(document.getElementById('text'))
registerRichText(editor)
registerHistory(editor, createEmptyHistoryState(), 300)
editor.update(() => {
  const root = $getRoot().clear()
  for (const line of ${JSON.stringify(paragraphs)}) root.append($createParagraphNode().append($createTextNode(line)))
})
</script>`
}
