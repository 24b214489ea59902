import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { styleSheet } from '@/reader/style/styleSheet'

/** The style sheets alone, on the elements that the pages have: the content of no page is this narrow for certain. */
const ADMIN = readFileSync('src/admin/admin.css', 'utf8')
const TOKENS = ':root { --base: 20px; --theme-bg: #fff; --theme-text: #000 }'
const WORDS = ['unaccompanied', 'international', 'protection?', 'guardianship', 'accommodation']

test.use({ viewport: { width: 360, height: 740 } })

const table = `<section class="scroll wide"><table><tbody><tr>${WORDS.map((word) => `<td>${word}</td>`).join('')}</tr></tbody></table></section>`

/** The words that are on more than one line, each in an element of its own. */
function brokenWords(page: Page, place = 'td'): Promise<string[]> {
  return page.locator(place).evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const range = document.createRange()
      range.selectNodeContents(cell)
      return range.getClientRects().length > 1 ? [cell.textContent ?? ''] : []
    }),
  )
}

test('a table in a comparison on the site scrolls and breaks no word', async ({ page }) => {
  await page.setContent(`<style>${styleSheet}</style><main class="wrap"><div class="prose diff">${table}</div></main>`)
  expect(await brokenWords(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('the weight of a sign that is new or gone goes on in the next line', async ({ page }) => {
  const words = '<ins>[added] (Weight: In combination with others)</ins>'
  const sign = `<ul><li class="diff-block"><span class="weight">${words}</span></li></ul>`
  await page.setContent(`<style>${styleSheet}</style><main class="wrap"><div class="prose diff">${sign}</div></main>`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('a table in a comparison of the admin scrolls and breaks no word', async ({ page }) => {
  for (const inside of [`<div class="diff">${table}</div>`, `<div class="text diff">${table}</div>`]) {
    await page.setContent(`<style>${TOKENS}${ADMIN}</style><div class="tk">${inside}</div>`)
    expect(await brokenWords(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  }
})

test('a table in one of two columns of the admin scrolls, also in a panel of an open question', async ({ page }) => {
  const columns = (inside: string) =>
    `<div class="cols c2"><div class="text panel">${inside}</div><div class="panel">${inside}</div></div>`
  for (const inside of [columns(table), columns(`<fieldset>${columns(table)}</fieldset>`)]) {
    await page.setContent(`<style>${TOKENS}${ADMIN}</style><div class="tk">${inside}</div>`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    const [scrolled, shown] = await page
      .locator('.scroll')
      .first()
      .evaluate((one) => [one.scrollWidth, one.clientWidth])
    expect(scrolled).toBeGreaterThan(shown ?? 0)
  }
})

test('a list of the admin that goes on beyond the edge has a shadow there, which its rows let through', async ({
  page,
}) => {
  const list =
    '<div class="collection-list"><div class="table"><table><tbody><tr><td>A</td></tr></tbody></table></div></div>'
  await page.setContent(`<style>${TOKENS}${ADMIN}</style>${list}`)
  const backgroundOf = (place: string, name: 'backgroundImage' | 'backgroundColor') =>
    page.locator(place).evaluate((one, property) => getComputedStyle(one)[property], name)
  expect(await backgroundOf('.table', 'backgroundImage')).toContain('linear-gradient')
  expect(await backgroundOf('tr', 'backgroundColor')).toMatch(/\/ 0\.\d+\)$/)
})

test('the refusal of a release does not touch the buttons above it', async ({ page }) => {
  const form =
    '<form class="act-form"><div class="stack"><button>A</button></div><div class="result"><p class="problem">B</p></div></form>'
  await page.setContent(`<style>${TOKENS}${ADMIN}</style><div class="tk">${form}</div>`)
  const [button, result] = await Promise.all([
    page.locator('button').boundingBox(),
    page.locator('.result').boundingBox(),
  ])
  expect((result?.y ?? 0) - ((button?.y ?? 0) + (button?.height ?? 0))).toBeGreaterThanOrEqual(12)
})

test('the labels of a record break no word, however long the words of their language are', async ({ page }) => {
  const record = '<dl class="kv small"><dt>Αρμοδιότητα</dt><dd>Ministry of Social Welfare, Larnaca</dd></dl>'
  await page.setContent(
    `<style>${TOKENS}${ADMIN}</style><div class="tk"><div class="text" style="width: 230px">${record}</div></div>`,
  )
  expect(await brokenWords(page, 'dt')).toEqual([])
})

test('the steps above a screen flow like words, and the account stands beside the menu', async ({ page }) => {
  const steps = ['Ireland', 'Updates', WORDS.slice(0, 3).join(' '), WORDS.slice(3).join(' ')]
  const list = steps.map((step) => `<li><a href="#">${step}</a></li>`).join('')
  const frame = `<div class="tk-frame"><nav class="tk-nav"><details><summary>Menu</summary></details></nav><div><header class="tk-head"><nav><ol>${list}</ol></nav><p><a href="#">Your account</a></p></header><main class="tk"></main></div></div>`
  await page.setContent(`<style>${TOKENS}${ADMIN} body { margin: 0 }</style>${frame}`)
  const [ol, menu, account] = await Promise.all(
    [page.locator('ol'), page.getByText('Menu'), page.getByText('Your account')].map((one) => one.boundingBox()),
  )
  expect(ol?.height).toBeLessThan(3 * 24)
  expect(account?.y).toBeLessThan((menu?.y ?? 0) + (menu?.height ?? 0))
})

test('the bar of an update is in sight also where its form begins near the lower edge', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 657 })
  const form = '<form><p style="height: 900px">A</p><div class="actions"><button>Record</button></div></form>'
  await page.setContent(
    `<style>${TOKENS}${ADMIN}</style><div class="tk"><div class="update"><p style="height: 600px">Question</p>${form}</div></div>`,
  )
  const bar = await page.locator('.actions').boundingBox()
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(657)
})

test('a table of a text stays a table where it stands in a list whose rows become blocks', async ({ page }) => {
  const text =
    '<table><thead><tr><th>Service</th><th>Telephone</th></tr></thead><tbody><tr><td>A</td><td>1</td></tr></tbody></table>'
  const list = `<div class="fold"><table><thead><tr><th>Text</th></tr></thead><tbody><tr><td data-h="Text"><div>${text}</div></td></tr></tbody></table></div>`
  await page.setContent(`<style>${TOKENS}${ADMIN}</style><div class="tk">${list}</div>`)
  const [heading, telephone] = await Promise.all([
    page.getByText('Telephone').boundingBox(),
    page.getByText('1', { exact: true }).boundingBox(),
  ])
  expect(telephone?.x).toBe(heading?.x)
  expect(telephone?.y).toBeGreaterThan(heading?.y ?? 0)
  const clip = (of: string) =>
    page.getByText(of, { exact: true }).evaluate((one) => {
      const head = one.closest('thead')
      return head && getComputedStyle(head).clipPath
    })
  expect(await clip('Telephone')).toBe('none')
  expect(await clip('Text')).not.toBe('none')
})
