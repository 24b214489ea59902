'use client'

import { headersOfPage } from '../../frame/headersOfPage'
import { sendSignedIn } from '../../frame/signInAgain'

/** A stored picture, with the address at which its authors see it. */
export type StoredPicture = { id: string; address: string; country: string }

export type AddAnswer = { kind: 'added'; id: string } | { kind: 'refused'; texts: string[] } | { kind: 'unknown' }

/** Sends a file to be stored for this country. It never throws. */
export async function sendPicture({ file, country }: { file: File; country: string }): Promise<AddAnswer> {
  const form = new FormData()
  form.set('file', file)
  form.set('country', country)
  try {
    const response = await fetchSignedIn('/api/pictures', { method: 'POST', headers: headersOfPage(), body: form })
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
    const response = await fetchSignedIn(`/api/pictures?country=${encodeURIComponent(country)}`)
    const { result } = Object(await response.json())
    const pictures: unknown = Object(result).pictures
    return Array.isArray(pictures) ? pictures.map(readPicture) : []
  } catch {
    return []
  }
}

function fetchSignedIn(address: string, init: RequestInit = {}): Promise<Response> {
  return sendSignedIn(
    () => fetch(address, { credentials: 'same-origin', ...init }),
    ({ status }) => status === 401,
  )
}

function readPicture(given: unknown): StoredPicture {
  const { id, filename, country } = Object(given)
  return {
    id: String(id),
    address: `/api/media/file/${encodeURIComponent(String(filename))}`,
    country: String(country),
  }
}
