'use client'

import { headersOfPage } from '../../frame/headersOfPage'

/** A stored picture, with the address at which its authors see it. */
export type StoredPicture = { id: string; address: string; country: string }

export type AddAnswer = { kind: 'added'; id: string } | { kind: 'refused'; texts: string[] } | { kind: 'unknown' }

/** Sends a file to be stored for this country. It never throws. */
export async function sendPicture({ file, country }: { file: File; country: string }): Promise<AddAnswer> {
  const form = new FormData()
  form.set('file', file)
  form.set('country', country)
  try {
    const response = await fetch('/api/pictures', {
      method: 'POST',
      credentials: 'same-origin',
      headers: headersOfPage(),
      body: form,
    })
    const { ok, result, because, errors } = Object(await response.json())
    if (ok === true) return { kind: 'added', id: String(Object(result).id) }
    const reasons: unknown[] = Array.isArray(because) ? because : Array.isArray(errors) ? errors : []
    const texts = reasons.map((reason) => String(Object(reason).text ?? Object(reason).message ?? '')).filter(Boolean)
    return texts.length > 0 ? { kind: 'refused', texts } : { kind: 'unknown' }
  } catch {
    return { kind: 'unknown' }
  }
}

/** The pictures that a text of this country can show, newest first; none if there is no answer. */
export async function storedPictures(country: string): Promise<StoredPicture[]> {
  try {
    const response = await fetch(`/api/pictures?country=${encodeURIComponent(country)}`, { credentials: 'same-origin' })
    const { result } = Object(await response.json())
    const pictures: unknown = Object(result).pictures
    return Array.isArray(pictures) ? pictures.map(readPicture) : []
  } catch {
    return []
  }
}

function readPicture(given: unknown): StoredPicture {
  const { id, filename, country } = Object(given)
  return {
    id: String(id),
    address: `/api/media/file/${encodeURIComponent(String(filename))}`,
    country: String(country),
  }
}
