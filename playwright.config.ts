import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Journeys in a real browser against the built application on a database of their own (tests/e2e/setup). */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/setup/startApplication.ts',
  // A journey is many steps of many people on one server with two processors.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  outputDir: 'test-results',
  use: {
    // A trace of the whole walk is large: ask for it where it is needed (TRACE=1).
    trace: process.env.TRACE ? 'on' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})

/** The browser of the system: Playwright's own download is not needed. */
function chromium(): string {
  const found = process.env.CHROMIUM ?? CHROMIUM.find((path) => existsSync(path))
  if (!found) throw new Error('These tests need Chromium: apt-get install chromium, or name yours in CHROMIUM.')
  return found
}
