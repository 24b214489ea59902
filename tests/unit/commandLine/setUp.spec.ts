import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { missingIn } from '@/database/mongodLibraries'
import { type Browser, findBrowser } from '@/scripts/browser/findBrowser'

/** The height of a line of text in this browser, in pixels: 0 if it has no font. */
async function heightOfText({ executablePath, env }: Browser, text: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage()
    await page.setContent(`<p>${text}</p>`)
    return (await page.locator('p').boundingBox())?.height ?? 0
  } finally {
    await browser.close()
  }
}

describe('what the two commands of the README install', () => {
  let folder = ''
  const lines: string[] = []
  const found = () => findBrowser({ cacheDir: join(folder, 'cache'), tell: (line) => lines.push(line) })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'set-up-'))
    lines.length = 0
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  it('includes the browser of the npm packages if none is found, unpacked once', { timeout: 300_000 }, async () => {
    vi.stubEnv('PATH', folder)
    vi.stubEnv('CHROMIUM', join(folder, 'not-there'))
    const browser = await found()
    expect(browser.executablePath).toMatch(/cache\/[\d.]+\/chromium$/)
    expect(browser.env.LD_LIBRARY_PATH).toContain('al2023/lib')
    expect(lines).toEqual([expect.stringContaining('not-there'), expect.stringContaining('unpacking Chromium')])
    lines.length = 0
    expect(await found()).toEqual(browser)
    expect(lines).toEqual([expect.stringContaining('not-there')])
    expect(await heightOfText(browser, 'Guidance, οδηγίες')).toBeGreaterThan(10)
  })

  it('includes no browser if CHROMIUM names one or the PATH has one', async () => {
    writeFileSync(join(folder, 'mine'), '#!/bin/sh\n', { mode: 0o755 })
    symlinkSync(join(folder, 'mine'), join(folder, 'chromium'))
    vi.stubEnv('PATH', folder)
    vi.stubEnv('CHROMIUM', '')
    expect(await found()).toEqual({ executablePath: join(folder, 'chromium'), env: {} })
    vi.stubEnv('CHROMIUM', join(folder, 'mine'))
    expect(await found()).toEqual({ executablePath: join(folder, 'mine'), env: {} })
    expect(lines).toEqual([])
  })

  it('includes the libraries that mongod lacks, as reported by ldd', () => {
    const listed = '\tlinux-vdso.so.1 (0x1)\n\tlibcurl.so.4 => not found\n\tlibm.so.6 => /lib/libm.so.6 (0x2)\n'
    expect(missingIn(listed)).toEqual(['libcurl.so.4'])
    expect(missingIn('\tlibm.so.6 => /lib/libm.so.6 (0x2)\n')).toEqual([])
  })
})
