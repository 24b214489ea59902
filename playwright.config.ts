import { defineConfig } from '@playwright/test'
import { findBrowser } from './src/scripts/browser/findBrowser'

const browser = await findBrowser()
const LONG = ['updates.spec.ts', 'history.spec.ts', 'reimport.spec.ts']

/** Journeys in a real browser with the built application and their own database (tests/e2e/setup). */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/setup/startApplication.ts',
  // A journey has many steps by many people, on one server with two processors.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  // Each worker has its own application (tests/e2e/setup); with E2E_SERVER there is one.
  workers: process.env.E2E_SERVER ? 1 : 3,
  projects: [
    // The longest begin first, so that all workers end at about the same time.
    { name: 'walk', testMatch: 'walk.spec.ts' },
    { name: 'long', testMatch: LONG },
    { name: 'others', testIgnore: ['walk.spec.ts', ...LONG] },
  ],
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  outputDir: 'test-results',
  use: {
    // A trace of the whole walk is large: request it when needed (TRACE=1).
    trace: process.env.TRACE ? 'on' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      env: { ...process.env, ...browser.env },
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
