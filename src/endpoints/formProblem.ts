import type { Refusal } from '@/domain/refusal'

/**
 * Why a form cannot be read according to its type, or null, also for other bodies. Payload treats everything with
 * `multipart/` in its type as a form, and answers one whose parts it cannot separate with a server error (3.90.2).
 */
export function formProblem(contentType: string): Refusal | null {
  const [kind = ''] = contentType.split(';', 1)
  return !/multipart/i.test(kind) || FORM.test(contentType)
    ? null
    : { key: 'request.malformed', params: { where: 'Content-Type' } }
}

/** The forms that all readers can read: Payload's own check of the header, busboy, and the web's Response. */
const CHARSET = '(?:; ?charset="?[\\w-]+"?)?'
const BOUNDARY = `; ?boundary=(?:[\\w'+.-]{1,70}|"[\\w'()+,./:=?-]{1,70}")`
const FORM = new RegExp(`^multipart/form-data${CHARSET}${BOUNDARY}${CHARSET}$`, 'i')
