// The configuration of the unit tests on a source with mutants. `src/scripts/mutants/testMutants.ts` runs them. MUTANTS is
// the path of the file with the changed sources.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { z } from 'zod'
import config, { UNIT_PROJECTS } from './vitest.config'

const root = fileURLToPath(new URL('./', import.meta.url))
const contents = new Map(
  z
    .array(z.object({ name: z.string(), content: z.string() }))
    .parse(JSON.parse(readFileSync(process.env.MUTANTS ?? '', 'utf8')))
    .map(({ name, content }) => [`${root}${name}`, content]),
)

export default defineConfig({
  ...config,
  root,
  plugins: [{ name: 'mutants', enforce: 'pre', transform: (_, id) => contents.get(id) }],
  test: {
    ...config.test,
    setupFiles: [fileURLToPath(new URL('./src/scripts/mutants/seenMutants.ts', import.meta.url))],
    projects: UNIT_PROJECTS,
  },
})
