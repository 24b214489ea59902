import type { MessageKey } from './catalogues'

/** What the fields that people fill in are called on the screens, by the name that they are sent under. */
export const FIELD_NAMES: Readonly<Record<string, MessageKey>> = {
  addition: 'editor.addition',
  body: 'editor.body',
  comment: 'admin.decision.message',
  current: 'account.password.current',
  email: 'account.address.email',
  explanation: 'editor.why.explanation',
  guidance: 'editor.master.guidance',
  name: 'account.person.name',
  notes: 'admin.release.notes',
  reason: 'editor.why.reason',
  sources: 'editor.why.source',
  summary: 'editor.summary',
  title: 'editor.title',
  version: 'admin.release.version',
  wanted: 'account.password.wanted',
}
