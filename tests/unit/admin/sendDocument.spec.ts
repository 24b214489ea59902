// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type ImportOrder, NO_CHOICES, sendDocument } from '@/admin/importing/sendDocument'

const ORDER: ImportOrder = {
  files: [new File(['# One'], 'a.md')],
  slug: 'guide',
  title: '',
  language: 'en',
  level: '',
  choices: NO_CHOICES,
}

/** A server that has these documents; the result also holds what it was sent. */
function serverThatKeeps(...kept: string[]): FormData[] {
  const asked: FormData[] = []
  vi.stubGlobal('fetch', async (_: string, { body }: { body: FormData }) => {
    asked.push(body)
    const has = body.has('files') || kept.includes(String(body.get('document')))
    return Response.json(
      has
        ? { ok: true, result: { sections: [], document: 'one' } }
        : { ok: false, because: [{ key: 'refusal.import-file-missing', text: 'Choose a file.' }] },
    )
  })
  return asked
}

describe('the document of an import', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is sent once: the next request names it', async () => {
    const asked = serverThatKeeps('one')
    const first = await sendDocument({ order: ORDER, document: '' })
    const document = first.kind === 'preview' ? first.preview.document : ''
    expect(await sendDocument({ order: ORDER, document })).toMatchObject({ kind: 'preview' })
    expect(asked.map((form) => [form.has('files'), form.get('document')])).toEqual([
      [true, null],
      [false, 'one'],
    ])
  })

  it('is sent again to a server that no longer has it', async () => {
    const asked = serverThatKeeps()
    expect(await sendDocument({ order: ORDER, document: 'one' })).toMatchObject({ kind: 'preview' })
    expect(asked.map((form) => form.has('files'))).toEqual([false, true])
  })

  it('is requested once if none was chosen', async () => {
    const asked = serverThatKeeps()
    const answer = await sendDocument({ order: { ...ORDER, files: [] }, document: '' })
    expect([answer, asked.length]).toMatchObject([{ kind: 'refused', texts: ['Choose a file.'], wantsFiles: true }, 1])
  })
})
