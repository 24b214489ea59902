import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@/scripts/demo/people'
import { application } from '../setup/application'
import { emptyApplication } from '../setup/emptyApplication'
import { openBrowser } from './people'
import { expectHeading } from './screens'

/** Fills the application with the content of the demo: Ireland has updates of every status. */
export async function givenTheSample(): Promise<void> {
  await emptyApplication()
  const { database, media, secret } = application()
  const program = ['-C', 'production', '--import', 'tsx', 'src/scripts/demo/fill.ts']
  const env = { ...process.env, DATABASE_URI: database, PAYLOAD_SECRET: secret, MEDIA_DIR: media }
  await promisify(execFile)(process.execPath, program, { env, maxBuffer: 16 * 1024 * 1024 })
}

/** Signs in as one of the people of the demo. */
export async function signInToTheSample(browser: Browser, email: string): Promise<Page> {
  const page = await openBrowser(browser)
  await page.goto('/admin')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expectHeading(page, 'Your tasks')
  return page
}

/** Clicks, and counts the clicks since the person was last on the start page. */
export type Pointer = {
  click: (target: ReturnType<Page['locator']>) => Promise<void>
  toStart: () => Promise<void>
  clicks: () => number
}

export function pointerOn(page: Page): Pointer {
  let count = 0
  return {
    clicks: () => count,
    click: async (target) => {
      count += 1
      await target.click()
    },
    toStart: async () => {
      await page.goto('/admin')
      await expectHeading(page, 'Your tasks')
      count = 0
    },
  }
}

/** Presses Tab until the target has the focus, as somebody does who has no pointer. */
export async function tabTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The Tab key does not reach it')
}
