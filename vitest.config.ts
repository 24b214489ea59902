import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: fromRoot('./src/') },
      { find: /^@collections\//, replacement: fromRoot('./collections/') },
      { find: '@payload-config', replacement: fromRoot('./payload.config.ts') },
    ],
  },
  test: {
    // Lexical picks its files by a top-level await that Node 20 now and then waits for for ever; this condition names them.
    execArgv: ['--conditions=production'],
    projects: [
      {
        extends: true,
        // A law tries hundreds of texts: on a busy machine that takes its time, and time is no promise of the tests.
        test: {
          name: 'unit',
          environment: 'node',
          // Where nothing is said one processor is left free, which is half of two.
          maxWorkers: '100%',
          include: ['tests/unit/**/*.spec.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          environment: 'node',
          include: ['tests/int/**/*.spec.ts'],
          globalSetup: ['tests/int/setup/database.ts'],
          // As many as have a mongod (tests/int/setup/database.ts).
          maxWorkers: 2,
          // Two files share two processors, and on a busy machine that takes its time.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
