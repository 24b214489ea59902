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

/** A server that has these documents; what it was sent is told. */
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

  it('is sent once: the next question names it', async () => {
    const asked = serverThatKeeps('one')
    const first = await sendDocument({ order: ORDER, document: '' })
    const document = first.kind === 'preview' ? first.preview.document : ''
    expect(await sendDocument({ order: ORDER, document })).toMatchObject({ kind: 'preview' })
    expect(asked.map((form) => [form.has('files'), form.get('document')])).toEqual([
      [true, null],
      [false, 'one'],
    ])
  })

  it('is sent again to a server that does not have it any more', async () => {
    const asked = serverThatKeeps()
    expect(await sendDocument({ order: ORDER, document: 'one' })).toMatchObject({ kind: 'preview' })
    expect(asked.map((form) => form.has('files'))).toEqual([false, true])
  })

  it('is asked for once only where none was chosen', async () => {
    const asked = serverThatKeeps()
    const answer = await sendDocument({ order: { ...ORDER, files: [] }, document: '' })
    expect([answer, asked.length]).toEqual([
      { kind: 'refused', texts: ['Choose a file.'], wrong: [], movedOn: false, wantsFiles: true, signedOut: false },
      1,
    ])
  })
})
