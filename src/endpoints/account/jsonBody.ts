import type { PayloadRequest } from 'payload'

/**
 * A small JSON body, or undefined, also for another content type. A form of another site can send text and files, but
 * no body with the content type of JSON.
 */
export async function jsonBody(req: Pick<PayloadRequest, 'headers' | 'text'>): Promise<unknown> {
  const { headers } = req
  if (!headers.get('content-type')?.startsWith('application/json')) return undefined
  if (Number(headers.get('content-length') ?? 0) > LARGEST) return undefined
  const body = (await req.text?.()) ?? ''
  try {
    return body.length > LARGEST ? undefined : JSON.parse(body)
  } catch {
    return undefined
  }
}

const LARGEST = 10_000
