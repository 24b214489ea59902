import type { Refusal, RefusalKey } from '@/domain/refusal'

/** The HTTP status of an answer with this reason: 422 (a rule refuses), unless the table has another one. */
export function httpStatus({ key }: Refusal): HttpStatus {
  return STATUS[key] ?? RULE_SAYS_NO
}

/** The statuses of refusals. */
export type HttpStatus = 400 | 401 | 403 | 404 | 409 | 411 | 412 | 413 | 414 | 422 | 428 | 429 | 431 | 500 | 503

/** A rule forbids it; or a document to import is of the wrong kind, lacks something or would lose something. */
export const RULE_SAYS_NO = 422

const STATUS: { readonly [Key in RefusalKey]?: HttpStatus } = {
  // The input does not have the right form.
  'refusal.bad-input': 400,
  'refusal.web-address-wrong': 400,
  'refusal.mail-address-wrong': 400,
  'refusal.phone-address-wrong': 400,
  'refusal.text-too-large': 400,
  'refusal.text-too-deep': 400,
  'request.field': 400,
  'request.operator': 400,
  'request.value': 400,
  'request.limit': 400,
  'request.malformed': 400,
  'request.too-many-words': 400,
  'request.not-storable': 400,
  'request.language-missing': 400,
  // Nobody is signed in, or the sign-in is wrong.
  'refusal.sign-in': 401,
  'refusal.sign-in-wrong': 401,
  // This person may not do it, whatever is stored.
  'refusal.foreign-page': 403,
  'refusal.role-accounts': 403,
  'refusal.not-allowed': 403,
  'refusal.role-edit': 403,
  'refusal.role-ask': 403,
  'refusal.role-answer': 403,
  'refusal.role-keep': 403,
  'refusal.role-start': 403,
  'refusal.role-pause': 403,
  'refusal.role-release': 403,
  'refusal.role-submit': 403,
  'refusal.role-ask-for-changes': 403,
  'refusal.role-approve': 403,
  'refusal.role-publish': 403,
  'refusal.role-withdraw': 403,
  'refusal.role-import': 403,
  'request.no-restoring': 403,
  'request.kept-for-ever': 403,
  // It does not exist, or this person may not see it.
  'refusal.account-unknown': 404,
  'refusal.action-unknown': 404,
  'refusal.variant-unknown': 404,
  'refusal.section-unknown': 404,
  'refusal.common-section-unknown': 404,
  'refusal.toolkit-unknown': 404,
  'refusal.edition-unknown': 404,
  'refusal.country-unknown': 404,
  'refusal.revision-unknown': 404,
  'refusal.update-decision-unknown': 404,
  'refusal.proposal-unknown': 404,
  'refusal.question-unknown': 404,
  'request.picture-unknown': 404,
  // Somebody else saved first: the stored data are no longer those that this person saw.
  'refusal.account-moved': 409,
  'refusal.stale': 409,
  'refusal.section-added': 409,
  'refusal.join-not-beside': 409,
  'refusal.toolkit-moved-on': 409,
  'refusal.divide-heading-gone': 409,
  'refusal.newer-release': 409,
  'refusal.release-moved-on': 409,
  'refusal.update-moved-on': 409,
  'refusal.word-moved-on': 409,
  'refusal.update-changed': 409,
  'refusal.update-decided': 409,
  'refusal.update-settled': 409,
  'refusal.update-not-ready': 409,
  'refusal.update-nothing': 409,
  'refusal.update-taken-back': 409,
  'refusal.update-text-changed': 409,
  'refusal.update-paused': 409,
  'refusal.update-paused-until': 409,
  'refusal.question-open': 409,
  'refusal.question-answered': 409,
  'refusal.question-over': 409,
  'refusal.question-unanswered': 409,
  'refusal.answer-read': 409,
  'refusal.release-notes-moved-on': 409,
  'refusal.notes-released': 409,
  'refusal.proposal-settled': 409,
  'refusal.proposal-section-gone': 409,
  'request.same-moment': 409,
  'request.saved-before': 409,
  // The request does not give its size.
  'request.size-missing': 411,
  // The page that sent it was made for another person.
  'refusal.other-person': 412,
  // The request is larger than the server accepts.
  'request.too-large': 413,
  'import.files-too-large': 413,
  // The address is longer than the server accepts.
  'request.address-too-long': 414,
  // The write does not say which revision the person saw.
  'request.revision-missing': 428,
  // Too many attempts, or the server is busy: it may be possible later.
  'refusal.sign-in-later': 429,
  'refusal.sign-in-busy': 429,
  'refusal.password-later': 429,
  'refusal.link-often': 429,
  'refusal.pictures-busy': 429,
  'refusal.links-busy': 429,
  'import.busy': 429,
  'import.busy-own': 429,
  // The request has more cookies than the server accepts.
  'request.cookies-too-many': 431,
  // An error of the server.
  'request.failed': 500,
  // The database ended it before it was finished, and nothing was stored; or nobody knows whether it was stored.
  'request.not-finished': 503,
  'request.not-confirmed': 503,
}
