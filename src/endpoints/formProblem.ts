import type { Refusal } from '@/domain/refusal'

/**
 * Why a form cannot be read by its kind, or null, also of what is no form. Payload takes everything for one that has
 * `multipart/` in it, and answers one whose parts it cannot tell apart with an error of the server (3.90.2).
 */
export function formProblem(contentType: string): Refusal | null {
  const [kind = ''] = contentType.split(';', 1)
  return !/multipart/i.test(kind) || FORM.test(contentType)
    ? null
    : { key: 'request.malformed', params: { where: 'Content-Type' } }
}

/** What all of its readers can read: Payload's own look at the header, busboy, and the web's Response. */
const CHARSET = '(?:; ?charset="?[\\w-]+"?)?'
const BOUNDARY = `; ?boundary=(?:[\\w'+.-]{1,70}|"[\\w'()+,./:=?-]{1,70}")`
const FORM = new RegExp(`^multipart/form-data${CHARSET}${BOUNDARY}${CHARSET}$`, 'i')
