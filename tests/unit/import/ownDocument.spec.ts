import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesAt } from '@/import/filesAt'
import { OWN_DOCUMENT, writeOwnDocument } from '../../e2e/document/ownDocument'
import { outline, read, said } from './readText'

it('the browser tests import nineteen sections even if no real document is available', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'own-document-'))
  await writeOwnDocument(folder)
  for (const version of [OWN_DOCUMENT.older, OWN_DOCUMENT.newer]) {
    const files = await filesAt(join(folder, version))
    if (!files.ok) throw new Error(JSON.stringify(files.because))
    const document = await read(files.result)
    expect(outline(document)).toHaveLength(19)
    expect(said(document)).toContain('loss import.front-matter-unknown')
  }
  await rm(folder, { recursive: true })
})
