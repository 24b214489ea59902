import { resolve } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dataDirectory } from '@/database/dataDirectory'
import { welcome } from '@/scripts/demo/welcome'

const last = (dataDir: string | null) =>
  welcome({ url: 'http://localhost:3000', inboxUrl: null, dataDir }).split('\n').at(-1)

afterEach(() => vi.unstubAllEnvs())

describe('the message of the sample at its start', () => {
  it.each([
    ['', '.data/'],
    ['mine/data', 'mine/data/'],
    [resolve('.data'), '.data/'],
    [resolve('/somewhere/else'), '/somewhere/else/'],
    [resolve('../beside'), `${resolve('../beside')}/`],
  ])('names the folder that holds everything (DATA_DIR "%s")', (given, named) => {
    vi.stubEnv('DATA_DIR', given)
    expect(last(dataDirectory())).toContain(`stays in ${named} for`)
  })

  it('names no folder if another database is used', () => {
    expect(last(null)).toContain('stays in the database of DATABASE_URI for')
  })
})
