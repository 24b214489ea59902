import { afterEach, describe, expect, it, vi } from 'vitest'
import { fromHere } from '@/scripts/toolkit/fromHere'

afterEach(() => vi.unstubAllEnvs())

describe('a path that somebody types', () => {
  it("is relative to the folder in which it was typed, although npm runs the command in the project's folder", () => {
    vi.stubEnv('INIT_CWD', '/home/ana/documents')
    vi.stubEnv('npm_lifecycle_event', 'toolkit')
    expect(fromHere('guide.docx')).toBe('/home/ana/documents/guide.docx')
    expect(fromHere('/media/guide.docx')).toBe('/media/guide.docx')
  })

  it("is relative to the command's folder if npm did not start it, or started another program that calls it", () => {
    vi.stubEnv('INIT_CWD', '/home/ana/documents')
    for (const script of [undefined, 'test']) {
      vi.stubEnv('npm_lifecycle_event', script)
      expect(fromHere('guide.docx')).toBe(`${process.cwd()}/guide.docx`)
    }
  })
})
