import { afterEach, describe, expect, it } from 'vitest'
import { mutantsOf, withMutants } from '@/scripts/mutants/domainMutants'

const files = [
  {
    name: 'size.ts',
    content: 'const isLarge = (size) => size > 10\nconst isSmall = (size) => size < 3\nreturn { isLarge, isSmall }',
  },
  { name: 'other.ts', content: 'export const isOther = true' },
]

describe('a file with mutants in it', () => {
  afterEach(() => {
    delete process.env.__STRYKER_ACTIVE_MUTANT__
    Reflect.deleteProperty(globalThis, '__stryker__')
  })

  it('runs as it was written if no mutant is active', async () => {
    const { isLarge } = await loaded('size >= 10')
    expect([9, 10, 11].map(isLarge)).toEqual([false, false, true])
  })

  it('runs with the change of the active mutant', async () => {
    const { isLarge } = await loaded('size >= 10', 'active')
    expect([9, 10, 11].map(isLarge)).toEqual([false, true, true])
  })

  it('is the only file that is returned, with the given mutants in their order', async () => {
    const all = (await mutantsOf(functions())).filter(({ replacement }) =>
      ['size >= 10', 'size <= 3'].includes(replacement),
    )
    const wanted = all.toReversed()
    const changed = await withMutants({ files: functions(), mutants: wanted })
    expect(changed.files.map(({ name }) => name)).toEqual(['size.ts'])
    expect(changed.mutants.map(({ replacement }) => replacement)).toEqual(['size <= 3', 'size >= 10'])
  })
})

/** The files as functions, because only a function can contain `return`. */
function functions() {
  return files.map(({ name, content }) => ({ name, content: `function all() {\n${content.replace('export ', '')}\n}` }))
}

async function loaded(replacement: string, state?: 'active'): Promise<{ isLarge: (size: number) => boolean }> {
  const sources = functions()
  const wanted = (await mutantsOf(sources)).filter((one) => one.replacement === replacement)
  const changed = await withMutants({ files: sources, mutants: wanted })
  if (state) process.env.__STRYKER_ACTIVE_MUTANT__ = changed.mutants[0]?.id
  return new Function(`${changed.files[0]?.content}\nreturn all()`)()
}
