import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import { findBrowser } from '../browser/findBrowser'
import { localEnvironment } from '../localEnvironment'
import { buildOnce, type Server, startServer } from '../production'
import { randomFrom } from '../random'
import { signIn } from '../signIn'
import { bareEditor } from './bareEditor'
import { markdownTable, milliseconds, type Target, target } from './target'
import { vocabularyOf } from './vocabulary'

type Say = (line: string) => void

const PARAGRAPHS = 100
const WORDS = 60
const ACCOUNT = { email: 'writer@bench.example', password: 'typing-bench-password' }
/** Words that are typed, with a pause behind each in which the texts are compared. */
const TYPED = 40
const BETWEEN_KEYS_MS = 60
const BETWEEN_WORDS_MS = 330

/**
 * How long a key takes until what it typed is seen, in a section of 6,000 words beside the common text, with the differences marked; and
 * in the editor that ours is made of, with the same text and nothing else.
 */
export async function measureTyping({ say }: { say: Say }): Promise<Target[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-bench-'))
  const embedded = await startEmbeddedDatabase({ dataDir, cacheDir: join(dataDirectory(), 'bin'), onProgress: say })
  let server: Server | null = null
  const { executablePath, env: ofBrowser } = await findBrowser({ tell: say })
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox'],
    env: { ...process.env, ...ofBrowser } as Record<string, string>,
  })
  try {
    const port = await freePort({ wanted: 3650 })
    const env = {
      ...(await localEnvironment({ databaseUri: embedded.uri('typing'), dataDir, port })),
      ...{ SERVER_URL: `http://localhost:${port}`, MEDIA_DIR: join(dataDir, 'media'), NODE_ENV: 'production' as const },
    }
    Object.assign(process.env, env)
    await buildOnce({ env, onProgress: say })
    const paragraphs = lines()
    // The configuration reads the environment when it is loaded, which is now complete.
    const { prepareLongSection } = await import('./prepareLongSection')
    const address = await prepareLongSection({ paragraphs, account: ACCOUNT })
    server = await startServer({ port, host: '127.0.0.1', env })
    const context = await browser.newContext({ viewport: { width: 1366, height: 657 } })
    const cookies = await signIn({ url: env.SERVER_URL }, ACCOUNT)
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: env.SERVER_URL })))
    const page = await context.newPage()
    await page.goto(`${env.SERVER_URL}${address}`)
    await page
      .getByRole('region', { name: /^Common framework/ })
      .getByText('Changed', { exact: true })
      .first()
      .waitFor()
    const ours = await keysOf(page, page.getByRole('textbox', { name: 'Text', exact: true }))
    await context.close()
    const bare = await bareEditor({ browser, paragraphs })
    const theirs = await keysOf(bare, bare.getByRole('textbox'))
    say('\n### From a key to what it typed\n')
    const row = (name: string, times: readonly number[]) => [
      ...[name, String(times.length), milliseconds(at(times, 0.5)), milliseconds(at(times, 0.95))],
      milliseconds(Math.max(...times)),
    ]
    const rows = [row('Our text beside the common one', ours), row('The bare editor', theirs)]
    say(markdownTable({ head: ['In', 'Keys', 'Median', '95 %', 'Longest'], rows }))
    const ratio = (at(ours, 0.95) / at(theirs, 0.95)).toFixed(2)
    return [
      target({
        what: 'A key in 6,000 words with differences marked, 95 %',
        measured: at(ours, 0.95),
        most: 50,
        show: milliseconds,
        note: `${ratio} of the bare editor`,
      }),
    ]
  } finally {
    await browser.close()
    await server?.stop()
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function lines(): string[] {
  const random = randomFrom(1)
  const { draw } = vocabularyOf({ size: 800, random })
  return Array.from({ length: PARAGRAPHS }, () => `${Array.from({ length: WORDS }, () => draw(random)).join(' ')}.`)
}

/** In words, because what compiles functions for Node adds to them what no browser has. */
const TIMING = `
  window.times = []
  addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => window.times.push(performance.now() - timeStamp)
    port2.postMessage(null)
  }), true)`

/** Types in the midst of a text. Returns how long each key took until the page was painted with it, in ms. */
async function keysOf(page: Page, text: ReturnType<Page['getByRole']>): Promise<number[]> {
  await text
    .locator('p')
    .nth(PARAGRAPHS / 2)
    .click()
  await page.keyboard.press('End')
  await page.evaluate(TIMING)
  for (let word = 0; word < TYPED; word++) {
    await page.keyboard.type(' typed', { delay: BETWEEN_KEYS_MS })
    await pause(BETWEEN_WORDS_MS)
  }
  return page.evaluate('window.times')
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
