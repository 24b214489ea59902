import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Files that change what others would share (a module, a global, the clock, the environment) or that need a happy-dom
 * page. All others share the modules of their worker, which otherwise each file loads again: half a second of processor
 * time.
 */
const CHANGES_SHARED =
  /\bvi\.(?:mock|doMock|spyOn|stub\w+|use\w+|set\w+)\(|@vitest-environment|\bprocess\.(?:env|chdir)\b|\bglobalThis\b/
const OWN_MODULES = [
  // They build the program once for each file (tests/unit/commandLine/toolkit.ts).
  'tests/unit/commandLine/**/*.spec.ts',
  ...readdirSync(fromRoot('./tests/unit'), { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        /\.spec\.tsx?$/.test(path) && CHANGES_SHARED.test(readFileSync(fromRoot(`./tests/unit/${path}`), 'utf8')),
    )
    .map((path) => `tests/unit/${path}`),
]

export const UNIT_PROJECTS = [
  unit({
    name: 'unit',
    include: ['tests/unit/**/*.spec.{ts,tsx}'],
    exclude: OWN_MODULES,
    isolate: false,
    order: 0,
  }),
  unit({ name: 'unit-own', include: OWN_MODULES, order: 1 }),
]

/**
 * The start of an application takes longer than most of these files: the files of one worker share it, each on a
 * database reset to its state after the start (tests/int/setup/application.ts). Not for a file that mocks modules,
 * changes the configuration or the logger, or leaves an index, a spy or a variable of the environment changed: those
 * have their own.
 */
const ONE_APPLICATION = [
  'tests/int/{access,actions,endpoints,reader,stored}/**/*.spec.ts',
  'tests/int/accounts/{frame,races,roles}.spec.ts',
  'tests/int/database/longHistory.spec.ts',
  'tests/int/migrations/!(readOtherwise).spec.ts',
  'tests/int/{administration,configuration,personCommand,updateRuns,verifyStored}.spec.ts',
]

/**
 * These show our screens. They share an application in the same way, and what their setup file has in place of the parts
 * that only run in a browser.
 */
const SCREENS = ['tests/int/admin/!(notFound).spec.ts', 'tests/int/migrations/readOtherwise.spec.ts']

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: fromRoot('./src/') },
      { find: /^@collections\//, replacement: fromRoot('./collections/') },
      { find: '@payload-config', replacement: fromRoot('./payload.config.ts') },
    ],
  },
  test: {
    // Lexical selects its files with a top-level await that Node 20 sometimes never finishes; this condition names
    // them.
    execArgv: ['--conditions=production'],
    projects: [
      ...UNIT_PROJECTS,
      integration({ name: 'int', include: ONE_APPLICATION, isolate: false, order: 2 }),
      integration({
        name: 'int-admin',
        include: SCREENS,
        setupFiles: ['tests/int/setup/shownScreens.ts'],
        isolate: false,
        order: 3,
      }),
      integration({
        name: 'int-own',
        include: ['tests/int/**/*.spec.ts'],
        exclude: [...ONE_APPLICATION, ...SCREENS],
        order: 4,
      }),
    ],
  },
})

type Files = {
  name: string
  include: string[]
  exclude?: string[]
  setupFiles?: string[]
  isolate?: boolean
  order: number
}

function unit({ isolate = true, order, ...files }: Files) {
  return {
    extends: true as const,
    test: {
      ...files,
      isolate,
      environment: 'node' as const,
      sequence: { groupOrder: order },
      // By default one processor is left free, which is half of two.
      maxWorkers: '100%',
      // A law tries hundreds of texts, which takes a while on a busy machine; these tests check no times.
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  }
}

function integration({ isolate = true, order, ...files }: Files) {
  return {
    extends: true as const,
    test: {
      ...files,
      isolate,
      environment: 'node' as const,
      // One project after the other, because a worker keeps its application as long as it gets files of one project.
      sequence: { groupOrder: order },
      globalSetup: ['tests/int/setup/database.ts'],
      // As many as have a mongod (tests/int/setup/database.ts).
      maxWorkers: 2,
      // Two files share two processors, which takes a while on a busy machine.
      testTimeout: 300_000,
      hookTimeout: 300_000,
    },
  }
}
