import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toolkit } from './toolkit'

const root = join(import.meta.dirname, '../../..')

describe('the command line', () => {
  it('loads nothing of Payload, MongoDB, Next or the application for texts', () => {
    const { packages, files } = reachedFrom(
      ['diff', 'merge', 'convert'].map((name) => `src/scripts/toolkit/${name}Command.ts`),
    )
    expect(files.length).toBeGreaterThan(50)
    expect(
      packages.filter((name) => /^(?:payload|@payload|mongo|mongoose|next$|next\/|lexical|sharp|graphql)/.test(name)),
    ).toEqual([])
    expect(
      files.filter((file) => /^(?:payload\.config|collections|src\/(?:actions|admin|app|database|stored))/.test(file)),
    ).toEqual([])
  })

  it('says how it is used, and what is missing, before any database starts', async () => {
    const help = await toolkit(['--help'])
    expect(help).toMatchObject({ code: 0, err: '' })
    for (const command of ['diff', 'merge', 'convert', 'import', 'person']) expect(help.out).toContain(`  ${command} `)
    expect(await toolkit([])).toMatchObject({ code: 2, out: '' })
    expect(await toolkit(['compare'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('"compare"') })
    expect(await toolkit(['import', 'x.md'])).toMatchObject({ code: 1, err: expect.stringContaining('--toolkit') })
    expect(await toolkit(['person', 'a@b.example'])).toMatchObject({ code: 1, err: expect.stringContaining('--role') })
  })
})

/** All that is loaded for these files, by following what they import; types are gone when the code runs. */
function reachedFrom(entries: string[]): { files: string[]; packages: string[] } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    if (file.endsWith('.json')) return
    const code = readFileSync(join(root, file), 'utf8').replace(/^(?:import|export) type [^']*'[^']*'/gm, '')
    for (const [, source = ''] of code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (source.startsWith('@/')) visit(withEnding(`src/${source.slice(2)}`))
      else if (source.startsWith('.')) visit(withEnding(relative(root, join(root, dirname(file), source))))
      else if (source === '@payload-config') visit('payload.config.ts')
      else packages.add(source)
    }
  }
  entries.forEach(visit)
  return { files: [...files], packages: [...packages] }
}

function withEnding(path: string): string {
  return [path, `${path}.ts`, `${path}.tsx`].find((one) => /\.\w+$/.test(one) && existsSync(join(root, one))) ?? path
}
