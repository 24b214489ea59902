import { describe, expect, it } from 'vitest'
import { reachedFrom } from '../reachedFrom'
import { folderOf, toolkit } from './toolkit'

const at = folderOf({ 'before.md': '# Help\n\nAsk first.\n', 'after.md': '# Help\n\nAsk, then **listen**.\n' })

describe('the command line', () => {
  it('does not load Payload, MongoDB, Next or the application to work on texts', () => {
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

  it('shows its usage and what is missing before it starts a database', async () => {
    const started = (args: string[]) => toolkit(args, { fromSources: true })
    const help = await started(['--help'])
    expect(help).toMatchObject({ code: 0, err: '' })
    for (const command of ['diff', 'merge', 'convert', 'import', 'person']) expect(help.out).toContain(`  ${command} `)
    expect(await started([])).toMatchObject({ code: 2, out: '' })
    expect(await started(['compare'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('"compare"') })
    expect(await started(['import', 'x.md'])).toMatchObject({ code: 1, err: expect.stringContaining('--toolkit') })
    expect(await started(['person', 'a@b.example'])).toMatchObject({ code: 1, err: expect.stringContaining('--role') })
  })

  it.each([
    ['diff', ['diff', at('before.md'), at('after.md'), '--html'], 1],
    ['merge', ['merge', at('before.md'), at('after.md'), at('before.md'), '--json'], 0],
    ['convert', ['convert', at('after.md'), '--to', 'lexical'], 0],
  ])(
    'gives the same answer from its sources as from the bundled file of the other tests (%s)',
    async (_, args, code) => {
      const fromSources = await toolkit(args, { fromSources: true })
      expect(fromSources.code).toBe(code)
      expect(fromSources).toEqual(await toolkit(args))
    },
  )
})
