import type { PayloadRequest } from 'payload'

/**
 * A small body of JSON, or undefined: also where it comes as something else. A form of another site can send text and
 * files, but no JSON that calls itself so.
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
