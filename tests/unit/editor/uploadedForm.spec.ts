import { describe, expect, it } from 'vitest'
import { uploadedForm } from '@/endpoints/uploadedForm'

const LIMIT = 1000
const AROUND = 1024 * 1024

function upload(size: number): Request {
  const form = new FormData()
  form.set('slug', 'special-needs')
  form.append('files', new File([new Uint8Array(size)], 'folder/text.md'))
  return new Request('http://localhost/api/import', { method: 'POST', body: form })
}

describe('the form of an upload', () => {
  it('contains the fields, and the files with their paths', async () => {
    const outcome = await uploadedForm(upload(10), LIMIT)
    if (!outcome.ok) throw new Error('refused')
    const file = outcome.result.get('files')
    expect(outcome.result.get('slug')).toBe('special-needs')
    expect(file instanceof File && file.name).toBe('folder/text.md')
  })

  it('is refused because of its declared length, before anything is read', async () => {
    let wasRead = false
    const body = new ReadableStream<Uint8Array>(
      {
        pull() {
          wasRead = true
        },
      },
      { highWaterMark: 0 },
    )
    const headers = new Headers({ 'content-length': String(LIMIT + AROUND + 1) })
    const outcome = await uploadedForm({ headers, body }, LIMIT)
    expect(outcome).toMatchObject({ ok: false, because: [{ key: 'import.files-too-large' }] })
    expect(wasRead).toBe(false)
  })

  it('is refused while it is read, if it declared no length or another one', async () => {
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(100_000))
      },
    })
    const outcome = await uploadedForm({ headers: new Headers({ 'content-length': '5' }), body }, LIMIT)
    expect(outcome.ok).toBe(false)
    expect(sent).toBeLessThan(20)
  })

  it('is refused if it is not a form', async () => {
    const request = new Request('http://localhost/api/import', { method: 'POST', body: '{}' })
    expect(await uploadedForm(request)).toMatchObject({ ok: false, because: [{ key: 'refusal.import-file-missing' }] })
  })
})
