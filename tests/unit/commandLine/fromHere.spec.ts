import { afterEach, describe, expect, it, vi } from 'vitest'
import { fromHere } from '@/scripts/toolkit/fromHere'

afterEach(() => vi.unstubAllEnvs())

describe('a path that somebody types', () => {
  it('is meant from the folder in which it was typed, though npm runs the command in that of the project', () => {
    vi.stubEnv('INIT_CWD', '/home/ana/documents')
    vi.stubEnv('npm_lifecycle_event', 'toolkit')
    expect(fromHere('guide.docx')).toBe('/home/ana/documents/guide.docx')
    expect(fromHere('/media/guide.docx')).toBe('/media/guide.docx')
  })

  it('is meant from the folder of the command where npm did not start it, or started something else that calls it', () => {
    vi.stubEnv('INIT_CWD', '/home/ana/documents')
    for (const script of [undefined, 'test']) {
      vi.stubEnv('npm_lifecycle_event', script)
      expect(fromHere('guide.docx')).toBe(`${process.cwd()}/guide.docx`)
    }
  })
})
